/** The city partner proposal of the model (M 3.2, T), played as an employee walks through it. */

import { route } from '../../bot/domain/case/routing';
import { changeTodo, firstTodos } from '../../bot/domain/case/todo';
import { LANGUAGES } from '../../bot/domain/language/language';
import type { Answers } from '../../bot/domain/process/answers';
import { evaluate } from '../../bot/domain/rules/condition';
import { readForm } from '../../bot/domain/walk/answer-input';
import { explain } from '../../bot/domain/walk/explanation';
import { loadModel, play, type Walk, walk } from '../fixtures/model';
import { sourcesByPlace } from './carried-by';
import { startWords, understandingOf } from './start-words';

const proposal = loadModel('city-partner-proposal');
const partnership = loadModel('partnership-evaluation');
const BENEFITS = ['strategy', 'values', 'learning', 'forerunner', 'common-will', 'resources', 'opportunities'];
const POINTS = ['inputs-realistic', 'benefit-cost', 'commitment', 'credible', 'commercial-interest', 'risk'];
const INCLUDED = ['benefits', 'inputs-and-risks', 'points'];
const ALL_SEVEN = Object.fromEntries(BENEFITS.map((item) => [item, true]));
const THREE = { ...ALL_SEVEN, values: false, learning: false, resources: false, opportunities: false };
const NOTHING_TO_RESOLVE: Answers = {
  'inputs-realistic': true,
  'benefit-cost': true,
  commitment: true,
  credible: true,
  commercial: false,
  risk: false,
};
const CRITERIA: Answers = { ...ALL_SEVEN, ...NOTHING_TO_RESOLVE };
const SECTOR: Answers = { city: 'Utrecht', 'proposal-kind': 'cooperation-agreement', level: 'sector' };
const WHOLE_CITY: Answers = { ...SECTOR, level: 'city' };
const AGREEMENT: Answers = { ...SECTOR, ...CRITERIA, 'in-city-name': 'no' };
const ONE = ['growth-and-learning'];
const TWO = [...ONE, 'urban-environment'];
const WHO = { id: 'somebody', name: 'Aino Esimerkki' };
const NOW = new Date('2026-01-15T10:00:00Z');

function ended(answers: Answers): Walk {
  return walk(proposal).finish(answers);
}

/** The cards from the first to the summary, in the order in which the person meets them. */
function cards(moment: Walk): readonly string[] {
  return moment.position.steps.map((step) => step.id);
}

function todos(answers: Answers): readonly string[] {
  return firstTodos(proposal, ended(answers).answers).map(({ key }) => key);
}

/** The card after the city's name. */
function cardAfter(city: string): string {
  return walk(proposal).fill('which-city', { city }).at;
}

describe('A sister city', () => {
  it.each([
    'Hatsina',
    'Gatchina',
    'Gatšina',
    'GATSINA',
    'Køge',
    'Koge',
    'KØGE',
    'køge ',
    'Sotši',
    'Sochi',
    'Skagafjörður',
    'Skagafjordur',
    'Nõmme',
    'Nomme',
    'Shanghai',
    'Esztergom',
    'Irving',
    'Irving, Texas',
    'Kongsberg',
    'Kristianstad',
  ])('is recognised however it is spelled: %s', (city) => expect(cardAfter(city)).toBe('existing'));

  it.each(['Utrecht', 'Kristiansand', 'Turku', 'A local innovation ecosystem', 'Hatsina region'])(
    'is not seen where there is none: %s',
    (city) => expect(cardAfter(city)).toBe('proposal-kind'),
  );

  it('every one of the list is recognised, by each of its names', () => {
    for (const { name } of proposal.directory.sisterCities) {
      for (const city of Object.values(name)) expect([city, cardAfter(city)]).toEqual([city, 'existing']);
    }
  });

  it('with which we cooperate as it is needs no criteria: what is known of it is shown', () => {
    const end = ended({ city: 'Shanghai', existing: 'cooperate' });
    expect(end.outcome).toBe('existing-partner');
    expect(end.position.outcome?.shows).toEqual({ sisterCity: 'city' });
    expect(cards(end)).toEqual(['which-city', 'existing', 'result', 'with-sister-city', 'themes', 'summary']);
    expect(todos({ city: 'Shanghai', existing: 'cooperate' })).toEqual(['first-steps.plan-with-unit']);
  });

  it('may be proposed something new all the same, by the same criteria; what is known of it is shown then too', () => {
    const end = ended({ ...AGREEMENT, city: 'Koge', existing: 'new-proposal' });
    expect(end.outcome).toBe('agreement');
    expect(end.position.outcome?.shows).toEqual({ sisterCity: 'city' });
    expect(cards(end)).not.toContain('with-sister-city');
  });

  it('that turns out to be another city is asked about the proposal', () => {
    const changed = ended({ city: 'Irving', existing: 'cooperate', idea: 'A joint project' })
      .change('which-city')
      .fill('which-city', { city: 'Irvine' });
    expect(changed.dropped).toEqual(['existing', 'idea']);
    expect(changed.at).toBe('proposal-kind');
  });
});

describe('The partnership criteria', () => {
  it('are those of the partnership evaluation, by reference: the same items in the same words', () => {
    for (const id of INCLUDED) {
      const here = proposal.process.sections.find((section) => section.id === id);
      const there = partnership.process.sections.find((section) => section.id === id);
      expect(here?.words).toBe('partnership-evaluation');
      expect(here?.items.map(({ words, ...item }) => [words, item])).toEqual(
        there?.items.map((item) => ['partnership-evaluation', item]),
      );
    }
  });

  it('come out alike in both processes, in all 128 ways of part 1', () => {
    const ways = BENEFITS.reduce<Record<string, boolean>[]>(
      (some, item) => some.flatMap((way) => [true, false].map((value) => ({ ...way, [item]: value }))),
      [{}],
    );
    expect(ways).toHaveLength(128);
    for (const way of ways) {
      const answers = { 'strategy-how': 'So', ...way, ...NOTHING_TO_RESOLVE };
      const there = walk(partnership, { answers }).outcome;
      const here = walk(proposal, { answers: { ...SECTOR, ...answers } }).outcome;
      expect([way, here]).toEqual([way, there === 'go-on' ? 'agreement' : 'not-recommended']);
    }
  });

  it('are asked after the proposal, and before the recommendation', () => {
    expect(cards(ended({ ...AGREEMENT, level: 'city', 'ready-sectors': TWO }))).toEqual([
      'which-city',
      'proposal-kind',
      'level',
      'ready-sectors',
      'content',
      'benefits',
      'strategy-how',
      ...['inputs-realistic', 'benefit-cost', 'commitment', 'credible', 'commercial', 'risk'],
      'result',
      'agreement',
      'themes',
      'summary',
    ]);
  });

  it('recommend against it with fewer than four benefits, whatever is proposed, whoever is ready', () => {
    for (const kind of ['sister-city', 'cooperation-agreement', 'not-sure']) {
      for (const sectors of [ONE, TWO]) {
        const answers = { ...WHOLE_CITY, 'proposal-kind': kind, 'ready-sectors': sectors, ...THREE };
        expect(ended({ ...answers, 'go-on-anyway': false }).outcome).toBe('not-recommended');
      }
    }
  });

  it('let part 2 be answered for the record, and nothing is resolved then', () => {
    const answers = { ...SECTOR, ...THREE, 'go-on-anyway': true, ...NOTHING_TO_RESOLVE, risk: true };
    const end = ended(answers);
    expect(end.outcome).toBe('not-recommended');
    expect(cards(end)).toContain('points');
    expect(todos(answers)).toEqual(['first-steps.answer-city']);
  });

  it.each([
    ['inputs-realistic', false],
    ['benefit-cost', false],
    ['commitment', false],
    ['credible', false],
    ['commercial-interest', false],
    ['risk', true],
  ])('make a point to resolve of %s: %s, with a note', (item, against) => {
    const answers = { ...AGREEMENT, ...(item === 'commercial-interest' && { commercial: true }), [item]: against };
    const end = ended(answers);
    expect(end.outcome).toBe('resolve-first');
    expect(end.answers[`${item}-note`]).toBe('Something');
    expect(todos(answers)[0]).toBe(`points.${item}`);
  });
});

describe('A new sister-city relation', () => {
  it('is not made by default: what the criteria favour is offered as an agreement instead', () => {
    expect(ended({ ...AGREEMENT, 'proposal-kind': 'sister-city' }).outcome).toBe('lighter-form');
    expect(todos({ ...AGREEMENT, 'proposal-kind': 'sister-city' })[0]).toBe('first-steps.offer-agreement');
  });

  it.each(['cooperation-agreement', 'not-sure'])('is not what was asked for: %s', (kind) => {
    expect(ended({ ...AGREEMENT, 'proposal-kind': kind }).outcome).toBe('agreement');
  });

  it.each([
    ['resolve-first', { ...AGREEMENT, risk: true }],
    ['sectors-not-ready', { ...AGREEMENT, level: 'city', 'ready-sectors': ONE }],
    ['not-recommended', { ...SECTOR, ...THREE, 'go-on-anyway': false }],
  ])('that comes out as %s hears of the default policy as well', (outcome, answers) => {
    const advice = (kind: string) => {
      const { position } = ended({ ...answers, 'proposal-kind': kind });
      expect(position.outcome?.id).toBe(outcome);
      const policy = position.outcome?.advice.find(({ id }) => id === 'default-policy')?.when;
      return policy && evaluate(policy, position.facts);
    };
    expect(advice('sister-city')).toBe(true);
    expect(advice('cooperation-agreement')).toBe(false);
  });

  it('told as what would change it', () => {
    const flips = explain(proposal, ended({ ...AGREEMENT, 'proposal-kind': 'sister-city' }).answers)?.flips;
    expect(flips).toContainEqual({ item: 'proposal-kind', to: 'cooperation-agreement', outcome: 'agreement' });
  });
});

describe('An agreement of the whole city', () => {
  it.each([
    ['none', [], 'sectors-not-ready'],
    ['one', ONE, 'sectors-not-ready'],
    ['two', TWO, 'agreement'],
    ['three', [...TWO, 'group-administration'], 'agreement'],
  ])('needs several sectors that are ready: %s', (_, sectors, outcome) => {
    expect(ended({ ...AGREEMENT, level: 'city', 'ready-sectors': sectors }).outcome).toBe(outcome);
  });

  it('is ready in sectors alone, each once, not in whatever else is a part of the city', () => {
    const at = play(proposal, { ...AGREEMENT, level: 'city' });
    expect(at.at).toBe('ready-sectors');
    expect(() => at.fill('ready-sectors', { 'ready-sectors': ['espoo-marketing'] })).toThrow('not-a-choice');
    const twice = at.fill('ready-sectors', { 'ready-sectors': [...ONE, ...ONE] });
    expect(twice.answers['ready-sectors']).toEqual(ONE);
  });

  it.each([
    ['one', 'Growth and learning', 'sectors-not-ready'],
    ['one and a comma', 'Growth and learning, ', 'sectors-not-ready'],
    ['two', 'Growth and learning, Urban environment', 'agreement'],
    ['two on two lines', 'Growth and learning\nUrban environment', 'agreement'],
    ['three', 'Growth and learning; Urban environment; Welfare', 'agreement'],
  ])(
    'that was written down in words is counted as before, and stays until somebody chooses: %s',
    (_, written, outcome) => {
      const { answers } = ended({ ...AGREEMENT, level: 'city', 'ready-sectors': TWO });
      const old = walk(proposal, { answers: { ...answers, 'ready-sectors': written } });
      expect(old.position.dropped).not.toContain('ready-sectors');
      expect(old.position.outcome?.id).toBe(outcome);
      const asked = old.change('ready-sectors');
      const items = asked.step.kind === 'form' ? asked.step.items : [];
      const { values } = readForm({ model: proposal, position: asked.position, today: '2026-03-02' }, items, {});
      const left = asked.send({ type: 'fill', step: 'ready-sectors', values });
      expect(left.answers['ready-sectors']).toBe(written);
      const chosen = asked.send({ type: 'fill', step: 'ready-sectors', values: { 'ready-sectors': TWO } });
      expect(chosen.position.outcome?.id).toBe('agreement');
    },
  );

  it.each(['sector', 'group-company'])('is more than one of a %s, which is asked about no sectors', (level) => {
    const end = ended({ ...AGREEMENT, level });
    expect(end.outcome).toBe('agreement');
    expect(cards(end)).not.toContain('ready-sectors');
  });

  it('waits for the sectors and for the points, and both are listed', () => {
    const answers = { ...AGREEMENT, level: 'city', 'ready-sectors': ONE, commitment: false };
    const begun = firstTodos(proposal, ended(answers).answers);
    const tick = { type: 'tick' } as const;
    expect(
      changeTodo({ process: proposal.process, todos: begun }, 'agreement.goals-and-topics', tick, {
        who: WHO,
        now: NOW,
      }),
    ).toEqual({
      reason: 'blocked',
      by: ['first-steps.find-sectors', 'points.commitment'],
    });
  });
});

describe('The agreement', () => {
  const LIST = ['goals-and-topics', 'term', 'follow-up-way', 'ending', 'in-writing'].map((id) => `agreement.${id}`);

  it('states goals and topics, is for a limited time, is followed and evaluated, and can be ended', () => {
    expect(todos(AGREEMENT)).toEqual([...LIST, 'follow-up.evaluate']);
  });

  it("takes an office-holder decision in the city's name, recorded with who and when", () => {
    const answers = { ...AGREEMENT, 'in-city-name': 'yes' };
    expect(todos(answers)).toEqual([...LIST, 'agreement.office-holder-decision', 'follow-up.evaluate']);
    const begun = firstTodos(proposal, ended(answers).answers);
    const tick = { type: 'tick' } as const;
    expect(
      changeTodo({ process: proposal.process, todos: begun }, 'agreement.office-holder-decision', tick, {
        who: WHO,
        now: NOW,
      }),
    ).toEqual({
      reason: 'incomplete',
      needs: ['form'],
    });
  });

  it('is asked about by the international affairs team where that is not known', () => {
    expect(todos({ ...AGREEMENT, 'in-city-name': 'not-sure' })).toContain('agreement.clarify-city-name');
  });

  it('is evaluated with a note, once it is in writing', () => {
    const begun = firstTodos(proposal, ended(AGREEMENT).answers);
    const tick = { type: 'tick' } as const;
    expect(
      changeTodo({ process: proposal.process, todos: begun }, 'follow-up.evaluate', tick, { who: WHO, now: NOW }),
    ).toEqual({
      reason: 'blocked',
      by: ['agreement.in-writing'],
    });
    const done = { at: NOW.toISOString(), by: WHO };
    const written = begun.map((todo) => (todo.key === 'agreement.in-writing' ? { ...todo, done } : todo));
    expect(
      changeTodo({ process: proposal.process, todos: written }, 'follow-up.evaluate', tick, { who: WHO, now: NOW }),
    ).toEqual({
      reason: 'incomplete',
      needs: ['note'],
    });
  });

  it.each([
    ['agreement', AGREEMENT, ['yearly']],
    ['lighter-form', { ...AGREEMENT, 'proposal-kind': 'sister-city' }, ['yearly']],
    ['resolve-first', { ...AGREEMENT, risk: true }, ['yearly']],
    ['sectors-not-ready', { ...AGREEMENT, level: 'city', 'ready-sectors': ONE }, ['yearly']],
    ['not-recommended', { ...SECTOR, ...THREE, 'go-on-anyway': false }, ['yearly-in-force']],
    ['existing-partner', { city: 'Irving', existing: 'cooperate' }, ['yearly-in-force']],
  ])('comes back every year where there may be one: %s', (outcome, answers, reviews) => {
    const end = ended(answers);
    expect(end.outcome).toBe(outcome);
    const set = proposal.process.reviews.filter(({ when }) => evaluate(when, end.position.facts) === true);
    expect(set.map(({ id }) => id)).toEqual(reviews);
    for (const { everyMonths } of set) expect(everyMonths).toBe(12);
  });
});

describe('Every recommendation', () => {
  it.each([
    ['existing-partner', { city: 'Irving', existing: 'cooperate' }],
    ['not-recommended', { ...SECTOR, ...THREE, 'go-on-anyway': false }],
    ['sectors-not-ready', { ...AGREEMENT, level: 'city', 'ready-sectors': ONE }],
    ['resolve-first', { ...AGREEMENT, risk: true }],
    ['lighter-form', { ...AGREEMENT, 'proposal-kind': 'sister-city' }],
    ['agreement', AGREEMENT],
  ])('%s goes to Economic and urban development; the international affairs team is told', (outcome, answers) => {
    const end = ended({ ...answers, 'other-themes': ['open-data', 'sister-cities'] });
    expect(end.outcome).toBe(outcome);
    const { responsible, informed } = route(proposal, end.answers);
    expect(responsible.unit).toBe('economic-and-urban-development');
    expect(informed.map(({ unit }) => unit)).toEqual(['international-affairs', 'service-development']);
    expect(explain(proposal, end.answers)?.source).toMatch(/^M 3\.[12]/);
  });

  it('waits until the last question that can change it', () => {
    const told = { ...AGREEMENT, proposer: 'The city', 'strategy-how': 'So' };
    const open = Object.fromEntries(Object.entries(told).filter(([item]) => item !== 'risk'));
    expect(play(proposal, open)).toMatchObject({ at: 'risk', outcome: undefined });
    expect(play(proposal, { ...open, risk: true })).toMatchObject({ at: 'points', outcome: 'resolve-first' });
  });
});

describe('Start words', () => {
  const understand = understandingOf('visit-request', 'partnership-evaluation', 'city-partner-proposal');

  it.each(LANGUAGES)('begin it, in %s', (language) => {
    for (const phrase of startWords('city-partner-proposal', language)) {
      expect([phrase, understand(phrase, language)]).toEqual([
        phrase,
        expect.objectContaining({ process: 'city-partner-proposal' }),
      ]);
    }
  });

  it.each([
    'A Polish city wants to cooperate with us',
    'Puolalainen kaupunki haluaa tehdä yhteistyötä',
    'De vill bli vår nya vänort',
    'They want to become a sister city of Espoo',
    'Kaupunki pyytää päästä ystävyyskaupungiksi',
  ])('stand in a sentence: "%s"', (text) => {
    expect(understand(text, 'en')).toMatchObject({ process: 'city-partner-proposal' });
  });

  it.each([
    'A delegation from our sister city wants to visit',
    'Vierailupyyntö ystävyyskaupungista',
    'En besöksförfrågan från vår vänort',
  ])('leave a visit to the visit request: "%s"', (text) => {
    expect(understand(text, 'en')).toMatchObject({ process: 'visit-request' });
  });
});

/** Section 3.2 of the model and the page on sister cities, line by line, and what carries it. */
const SECTION: readonly (readonly [rule: string, place: string, source: string])[] = [
  ['Sister cities are listed', 'item existing', 'M 3.2; T; product'],
  ['… cooperation with them goes on', 'choice existing.cooperate', 'M 3.2; T; product'],
  ['… something new', 'choice existing.new-proposal', 'M 3.2; T; product'],
  ['… and what is known of them', 'outcome existing-partner', 'M 3.2; T; product'],
  ['Projects, networks, visits and conferences teach more', 'advice existing-partner.targeted', 'M 3.2'],
  ['… also instead of a relation', 'advice not-recommended.targeted', 'M 3.2; product'],
  ['Culture and education matter especially', 'advice existing-partner.culture-and-education', 'T'],
  ['Sister cities have a unit', 'advice existing-partner.responsible-unit', 'M 3.4'],
  ['… to plan with', 'todo first-steps.plan-with-unit', 'M 3.4; product'],
  ['… and to route to', 'routing sister-cities-unit', 'M 3.4; product'],
  ['Important city partners, or others such as ecosystems', 'item city', 'M 3.2'],
  ['Requests for sister-city relations come often', 'item proposal-kind', 'M 3.2'],
  ['… a relation', 'choice proposal-kind.sister-city', 'M 3.2'],
  ['… or a time-limited agreement', 'choice proposal-kind.cooperation-agreement', 'M 3.2'],
  ['… or not known', 'choice proposal-kind.not-sure', 'M 3.2'],
  ['By default no new relations, by the city or sectors', 'outcome lighter-form', 'M 3.2; product'],
  ['… said whatever comes out', 'advice not-recommended.default-policy', 'M 3.2'],
  ['… said whatever comes out', 'advice sectors-not-ready.default-policy', 'M 3.2'],
  ['… said whatever comes out', 'advice resolve-first.default-policy', 'M 3.2'],
  ['… requests are judged case by case (by whom: not said)', 'advice lighter-form.case-by-case', 'M 3.2; product'],
  ['… the lighter form is offered', 'todo first-steps.offer-agreement', 'M 3.2; product'],
  ['An agreement is made by …', 'item level', 'M 3.2'],
  ['… the city', 'choice level.city', 'M 3.2'],
  ['… a sector', 'choice level.sector', 'M 3.2'],
  ['… another actor of the Espoo group', 'choice level.group-company', 'M 3.2'],
  ['… the last two without other sectors', 'advice sectors-not-ready.smaller-agreement', 'M 3.2'],
  ['A city-level agreement needs readiness in several sectors', 'item ready-sectors', 'M 3.2'],
  ['… several (two or more: ours)', 'outcome sectors-not-ready', 'M 3.2; product'],
  ['… which have to be found', 'todo first-steps.find-sectors', 'M 3.2'],
  ['An agreement states goals', 'item cooperation-goals', 'M 3.2'],
  ['… and topics', 'item topics', 'M 3.2'],
  ['… both, in the agreement', 'todo agreement.goals-and-topics', 'M 3.2'],
  ['… as advice', 'advice agreement.agreement-states', 'M 3.2'],
  ['… as advice', 'advice lighter-form.agreement-states', 'M 3.2'],
  ['… as advice', 'advice resolve-first.agreement-states', 'M 3.2'],
  ['It is for a limited time', 'item term', 'M 3.2'],
  ['… which is set', 'todo agreement.term', 'M 3.2'],
  ['Fulfilment of the goals is followed and evaluated', 'todo agreement.follow-up-way', 'M 3.2'],
  ['… and evaluated', 'todo follow-up.evaluate', 'M 3.2'],
  ['It can be ended where needed', 'advice agreement.can-be-ended', 'M 3.2'],
  ['… also', 'advice lighter-form.can-be-ended', 'M 3.2'],
  ['… how: in the agreement', 'todo agreement.ending', 'M 3.2; product'],
  ['The partnership criteria', 'outcome agreement', 'M 3.1; M 3.2; product'],
  ['… shown', 'item result', 'M 3.1; M 3.2; product'],
  ['… most of part 1', 'outcome not-recommended', 'M 3.1; product'],
  ['… part 2', 'outcome resolve-first', 'M 3.1; product'],
  ['… without a threshold', 'advice resolve-first.no-score', 'M 3.1; product'],
  ['… its points', 'advice sectors-not-ready.points-first', 'M 3.1; product'],
  ...POINTS.map((id) => [`… the point: ${id}`, `todo points.${id}`, 'M 3.1; product'] as const),
  ['In writing, with officials for international affairs where needed', 'todo agreement.in-writing', 'M 3.1'],
  ["In the city's name …", 'item in-city-name', 'M 3.1'],
  ['… yes', 'choice in-city-name.yes', 'M 3.1'],
  ['… no', 'choice in-city-name.no', 'M 3.1'],
  ['… not known', 'choice in-city-name.not-sure', 'M 3.1'],
  ['… an office-holder decision (who: not said)', 'todo agreement.office-holder-decision', 'M 3.1; product'],
  ['… as advice', 'advice agreement.office-holder-decision', 'M 3.1; product'],
  ['The officials for international affairs are told', 'routing international-affairs', 'M 3.1; product'],
  ['Themes have units', 'item other-themes', 'M 3.4; product'],
  ['… that are told', 'routing other-theme', 'M 3.4; product'],
  ['Goals', 'item goals', 'M 1.4'],
];

describe('Compared with section 3.2 of the model and the page on sister cities', () => {
  const included = proposal.process.sections.filter(({ words }) => words !== undefined).flatMap(({ items }) => items);
  const sources = new Map(
    [...sourcesByPlace(proposal.process)].filter(([place]) => !included.some(({ id }) => place === `item ${id}`)),
  );

  it.each(SECTION)('%s: %s', (_, place, source) => {
    expect(sources.get(place)).toBe(source);
  });

  it('follows the agreement every year, which is ours: the model names no period', () => {
    expect(proposal.process.reviews.map(({ id, from, source }) => [id, from, source])).toEqual([
      ['yearly', 'sent', 'M 3.2; product'],
      ['yearly-in-force', 'resting', 'product'],
    ]);
  });

  it('nothing else claims to be of the sources: the rest is marked as ours', () => {
    const told = SECTION.map(([, place]) => place);
    const rest = [...sources].filter(([place]) => !told.includes(place));
    expect(rest.filter(([, source]) => source !== 'product')).toEqual([]);
    expect(rest.map(([place]) => place).sort()).toEqual([
      'advice not-recommended.points-first',
      'advice not-recommended.still-recorded',
      'field agreement.office-holder-decision.decision-date',
      'field agreement.office-holder-decision.decision-maker',
      'item city-contact',
      'item country',
      'item idea',
      'item proposer',
      'todo agreement.clarify-city-name',
      'todo first-steps.answer-city',
    ]);
  });
});
