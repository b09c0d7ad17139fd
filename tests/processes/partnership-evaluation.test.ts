/** The partnership evaluation of the model (M 3.1), played as an employee walks through it. */

import { route } from '../../bot/domain/case/routing';
import { changeTodo, firstTodos } from '../../bot/domain/case/todo';
import { LANGUAGES } from '../../bot/domain/language/language';
import type { Answers } from '../../bot/domain/process/answers';
import { evaluate } from '../../bot/domain/rules/condition';
import { explain } from '../../bot/domain/walk/explanation';
import { linesOf, loadModel, play, type Walk, walk } from '../fixtures/model';
import { sourcesByPlace } from './carried-by';
import { startWords, understandingOf } from './start-words';

const partnership = loadModel('partnership-evaluation');
const BENEFITS = ['strategy', 'values', 'learning', 'forerunner', 'common-will', 'resources', 'opportunities'] as const;
/** Part 2 with the answer that speaks against. */
const PART_2 = {
  'inputs-realistic': false,
  'benefit-cost': false,
  commitment: false,
  credible: false,
  'commercial-interest': false,
  risk: true,
} as const;
const POINTS = Object.keys(PART_2) as readonly (keyof typeof PART_2)[];
const PARTNER: Answers = { partner: 'Sample Lab', 'partner-kind': 'organisation', 'cooperation-form': 'eu-project' };
const NOTHING_TO_RESOLVE: Answers = {
  'inputs-realistic': true,
  'benefit-cost': true,
  commitment: true,
  credible: true,
  commercial: false,
  risk: false,
};
const ALL_SEVEN = benefits(...BENEFITS);
const FOUR = benefits('strategy', 'learning', 'common-will', 'opportunities');
const THREE = benefits('strategy', 'learning', 'common-will');
const GO_ON: Answers = { ...PARTNER, ...ALL_SEVEN, ...NOTHING_TO_RESOLVE };
const WHO = { id: 'somebody', name: 'Aino Esimerkki' };
const NOW = new Date('2026-01-15T10:00:00Z');

/** The seven benefits, with Yes to these. */
function benefits(...yes: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(BENEFITS.map((item) => [item, yes.includes(item)]));
}

/** These yes/no questions answered in every way. */
function everyWay(items: readonly string[]): readonly Record<string, boolean>[] {
  return items.reduce<Record<string, boolean>[]>(
    (ways, item) => ways.flatMap((way) => [true, false].map((value) => ({ ...way, [item]: value }))),
    [{}],
  );
}

function ended(answers: Answers): Walk {
  return walk(partnership).finish(answers);
}

/** The cards from the first to the summary, in the order in which the person meets them. */
function cards(moment: Walk): readonly string[] {
  return moment.position.steps.map((step) => step.id);
}

/** The fields of the form with the points to resolve. */
function notes(moment: Walk): readonly string[] {
  const form = moment.position.steps.find((step) => step.id === 'points');
  return form?.kind === 'form' ? form.items.map((item) => item.id) : [];
}

function todos(answers: Answers, list?: string): readonly string[] {
  return firstTodos(partnership, ended(answers).answers)
    .map(({ key }) => key)
    .filter((key) => list === undefined || key.startsWith(`${list}.`));
}

describe('Part 1, benefits and effects', () => {
  it('asks for four or more of seven: all 128 ways to answer', () => {
    const ways = everyWay(BENEFITS);
    expect(ways).toHaveLength(128);
    for (const way of ways) {
      const most = Object.values(way).filter(Boolean).length >= 4;
      const moment = walk(partnership, {
        answers: { ...PARTNER, 'strategy-how': 'So', ...way, ...NOTHING_TO_RESOLVE },
      });
      const seen = [moment.outcome, cards(moment).includes('go-on-anyway'), cards(moment).includes('risk')];
      // Fewer than four: part 2 waits until the employee says that it is wanted for the record.
      expect([way, ...seen]).toEqual([way, most ? 'go-on' : 'not-recommended', !most, most]);
    }
  });

  it('is asked in the order of the model, to the end, though the result may be certain before', () => {
    const asked = walk(partnership).fill('about-partner');
    expect([asked.at, linesOf(asked)]).toEqual(['benefits', BENEFITS]);
    const moment = asked.fill('benefits', { opportunities: true });
    expect(moment.outcome).toBe('not-recommended');
    expect(moment.at).toBe('go-on-anyway');
  });

  it('asks how, right after a Yes to the goals, and takes no empty answer', () => {
    const moment = play(partnership, { partner: 'Sample Lab', strategy: true });
    expect(moment.at).toBe('strategy-how');
    expect(() => moment.fill('strategy-how', { 'strategy-how': ' ' })).toThrow('missing');
    expect(moment.fill('strategy-how', { 'strategy-how': 'By sharing data' }).at).toBe('go-on-anyway');
    expect(play(partnership, { partner: 'Sample Lab', strategy: false }).at).toBe('go-on-anyway');
  });
});

describe('Fewer than four of seven', () => {
  it('leaves part 2 out when the employee does not want it, and shows the recommendation', () => {
    const moment = play(partnership, { ...PARTNER, ...THREE, 'strategy-how': 'So', 'go-on-anyway': false });
    expect(cards(moment)).toEqual([
      'about-partner',
      'benefits',
      'strategy-how',
      'go-on-anyway',
      'result',
      'theme',
      'summary',
    ]);
  });

  it('lets part 2 be answered for the record, which never changes the recommendation', () => {
    for (const part2 of everyWay(POINTS)) {
      for (const commercial of [true, false]) {
        const answers = { ...PARTNER, ...THREE, 'strategy-how': 'So', 'go-on-anyway': true, ...part2, commercial };
        expect(walk(partnership, { answers }).outcome).toBe('not-recommended');
      }
    }
  });

  it('keeps the notes of part 2 and makes no to-do of them: nothing is being resolved', () => {
    const answers = { ...PARTNER, ...THREE, 'go-on-anyway': true, ...NOTHING_TO_RESOLVE, commitment: false };
    const end = ended({ ...answers, 'commitment-note': 'Who would do it?' });
    expect(end.answers['commitment-note']).toBe('Who would do it?');
    expect(todos(answers)).toEqual(['next-steps.answer-partner']);
  });

  it('asks nothing about an agreement', () => {
    const end = ended({ ...PARTNER, ...THREE, 'go-on-anyway': false });
    expect(cards(end)).not.toContain('agreement');
  });
});

describe('Part 2, inputs and risks', () => {
  it.each([
    ['a commercial partner', true],
    ['a partner that is not commercial', false],
  ])('of %s has a point for each unfavourable answer: all 64 ways to answer', (_, commercial) => {
    const ways = everyWay(POINTS);
    expect(ways).toHaveLength(64);
    for (const way of ways) {
      const against = POINTS.filter(
        (item) => way[item] === PART_2[item] && (commercial || item !== 'commercial-interest'),
      );
      const answers = { ...PARTNER, ...FOUR, 'strategy-how': 'So', ...way, commercial };
      const moment = walk(partnership, { answers });
      expect([way, moment.outcome]).toEqual([way, against.length > 0 ? 'resolve-first' : 'go-on']);
      expect(notes(moment)).toEqual(against.map((item) => `${item}-note`));
      const result = { ...moment.position.facts.answers, result: moment.outcome ?? null };
      const points = firstTodos(partnership, result).map(({ key }) => key);
      expect(points.filter((key) => key.startsWith('points.'))).toEqual(against.map((item) => `points.${item}`));
    }
  });

  it('asks a commercial partner, and nobody else, about its own interest', () => {
    const before = { ...PARTNER, ...FOUR, 'strategy-how': 'So', ...NOTHING_TO_RESOLVE };
    expect(cards(walk(partnership, { answers: { ...before, commercial: true } }))).toContain('commercial-interest');
    expect(cards(walk(partnership, { answers: before }))).not.toContain('commercial-interest');
  });

  it('drops the answer about that interest, and its note, when the partner turns out not to be commercial', () => {
    const answers = { ...GO_ON, commercial: true, 'commercial-interest': false };
    const changed = ended({ ...answers, 'commercial-interest-note': 'Ask them' })
      .change('commercial')
      .answer('commercial', false);
    expect(changed.dropped).toEqual(['commercial-interest', 'commercial-interest-note']);
    expect(changed.outcome).toBe('go-on');
  });

  it('takes No as the good answer to the question about risks, and Yes to the others', () => {
    const section = partnership.process.sections.find(({ id }) => id === 'inputs-and-risks');
    const good = section?.items.flatMap((item) => (item.type === 'yes-no' ? [[item.id, item.good]] : []));
    expect(good).toEqual([
      ['inputs-realistic', true],
      ['benefit-cost', true],
      ['commitment', true],
      ['credible', true],
      ['commercial', undefined],
      ['commercial-interest', true],
      ['risk', false],
    ]);
  });

  it('asks once what the model prints twice, and says so', () => {
    const ids = partnership.process.sections.flatMap(({ items }) => items.map((item) => item.id));
    expect(ids.filter((id) => id === 'inputs-realistic')).toHaveLength(1);
  });

  it('takes no empty note on a point, and shows the recommendation before the notes', () => {
    const moment = play(partnership, { ...GO_ON, 'strategy-how': 'So', risk: true });
    expect(moment.at).toBe('points');
    expect(cards(moment).indexOf('result')).toBeLessThan(cards(moment).indexOf('points'));
    expect(() => moment.fill('points', { 'risk-note': ' ' })).toThrow('missing');
  });
});

describe('The recommendation explains itself', () => {
  it('at four of seven: any single benefit taken back is told as what would change it', () => {
    const flips = explain(partnership, ended({ ...PARTNER, ...FOUR, ...NOTHING_TO_RESOLVE }).answers)?.flips ?? [];
    const back = flips.filter(({ to, outcome }) => to === false && outcome === 'not-recommended');
    expect(back.map(({ item }) => item)).toEqual(['strategy', 'learning', 'common-will', 'opportunities']);
  });

  it('at five of seven: no single benefit decides, every answer of part 2 does', () => {
    const five = { ...FOUR, resources: true };
    const flips = explain(partnership, ended({ ...PARTNER, ...five, ...NOTHING_TO_RESOLVE }).answers)?.flips ?? [];
    expect(flips.map(({ item, outcome }) => [item, outcome])).toEqual([
      ['inputs-realistic', 'resolve-first'],
      ['benefit-cost', 'resolve-first'],
      ['commitment', 'resolve-first'],
      ['credible', 'resolve-first'],
      ['commercial', 'open'],
      ['risk', 'resolve-first'],
    ]);
  });

  it('at three of seven: one more Yes would lead to part 2', () => {
    const flips = explain(partnership, ended({ ...PARTNER, ...THREE, 'go-on-anyway': false }).answers)?.flips ?? [];
    expect(flips).toEqual(
      ['values', 'forerunner', 'resources', 'opportunities'].map((item) => ({ item, to: true, outcome: 'open' })),
    );
  });

  it('with points to resolve: names them as the reason, and that one alone stands in the way', () => {
    const answers = { ...PARTNER, ...FOUR, ...NOTHING_TO_RESOLVE, credible: false };
    const explanation = explain(partnership, ended(answers).answers);
    expect(explanation?.reasons).toContainEqual({ item: 'credible', answer: false, source: 'M 3.1' });
    expect(explanation?.flips).toContainEqual({ item: 'credible', to: true, outcome: 'go-on' });
  });

  it.each([GO_ON, { ...GO_ON, risk: true }, { ...PARTNER, ...THREE, 'go-on-anyway': false }])(
    'with the section, and as a practice of ours where it is one',
    (answers) => expect(explain(partnership, ended(answers).answers)?.source).toBe('M 3.1; product'),
  );

  it('never by a score: no count decides part 2', () => {
    for (const outcome of partnership.process.outcomes) {
      if (outcome.id !== 'not-recommended') expect(JSON.stringify(outcome)).not.toContain('"count"');
    }
  });
});

describe('Next steps', () => {
  it('of a wider partnership: prepared together, and agreed in writing', () => {
    const wide = todos({ ...GO_ON, wide: 'yes', 'in-city-name': 'no' }, 'next-steps');
    expect(wide).toEqual(['next-steps.prepare-together', 'next-steps.written-agreement', 'next-steps.review']);
  });

  it("of a partnership in the city's name: an office-holder decision, recorded with who and when", () => {
    const answers = ended({ ...GO_ON, wide: 'no', 'in-city-name': 'yes' }).answers;
    const key = 'next-steps.office-holder-decision';
    const begun = firstTodos(partnership, answers);
    expect(begun.map((todo) => todo.key)).toEqual([key, 'next-steps.review']);
    const tick = { type: 'tick' } as const;
    expect(changeTodo({ process: partnership.process, todos: begun }, key, tick, { who: WHO, now: NOW })).toEqual({
      reason: 'incomplete',
      needs: ['form'],
    });
    const written = {
      type: 'write',
      person: null,
      due: null,
      note: null,
      answers: { 'decision-maker': 'A director', 'decision-date': '2026-02-01' },
    } as const;
    const filled = changeTodo({ process: partnership.process, todos: begun }, key, written, { who: WHO, now: NOW });
    if ('reason' in filled) throw new Error('It should have been written.');
    const after = begun.map((todo) => (todo.key === key ? filled : todo));
    expect(
      changeTodo({ process: partnership.process, todos: after }, key, tick, { who: WHO, now: NOW }),
    ).toHaveProperty('done');
  });

  it('that are not clear are asked of the international affairs team', () => {
    expect(todos({ ...GO_ON, wide: 'not-sure', 'in-city-name': 'not-sure' }, 'next-steps')).toEqual([
      'next-steps.clarify-city-name',
      'next-steps.clarify-wide',
      'next-steps.review',
    ]);
  });

  it('wait for the points: nothing is agreed before they are resolved', () => {
    const answers = { ...GO_ON, credible: false, risk: true, wide: 'yes', 'in-city-name': 'yes' };
    const begun = firstTodos(partnership, ended(answers).answers);
    for (const key of ['next-steps.written-agreement', 'next-steps.office-holder-decision']) {
      expect(
        changeTodo({ process: partnership.process, todos: begun }, key, { type: 'tick' }, { who: WHO, now: NOW }),
      ).toEqual({
        reason: 'blocked',
        by: ['points.credible', 'points.risk'],
      });
    }
  });

  it('a point may have a person and a date, and needs neither', () => {
    const begun = firstTodos(partnership, ended({ ...GO_ON, risk: true }).answers);
    expect(
      changeTodo(
        { process: partnership.process, todos: begun },
        'points.risk',
        { type: 'tick' },
        { who: WHO, now: NOW },
      ),
    ).toHaveProperty('done');
  });

  it('the review is due on the day that was chosen, and has no day when none was', () => {
    const review = (answers: Answers) =>
      firstTodos(partnership, ended(answers).answers).find(({ key }) => key === 'next-steps.review');
    expect(review({ ...GO_ON, 'review-date': '2027-03-01' })?.due).toBe('2027-03-01');
    expect(review(GO_ON)).not.toHaveProperty('due');
  });

  it('after it: a city proposal for a city worth it, a network evaluation for networks', () => {
    const offered = (answers: Answers) => {
      const { facts } = ended(answers).position;
      return partnership.process.next.filter(({ when }) => evaluate(when, facts) === true).map((next) => next.process);
    };
    expect(offered(GO_ON)).toEqual([]);
    expect(offered({ ...GO_ON, 'partner-kind': 'city' })).toEqual(['city-partner-proposal']);
    expect(offered({ ...GO_ON, 'partner-kind': 'city', ...THREE, 'go-on-anyway': false })).toEqual([]);
    expect(offered({ ...GO_ON, 'partner-kind': 'network' })).toEqual(['network-evaluation']);
    expect(offered({ ...GO_ON, 'cooperation-form': 'joining-a-network' })).toEqual(['network-evaluation']);
  });
});

describe('Routing', () => {
  const routed = (answers: Answers) => {
    const { responsible, informed } = route(partnership, ended({ ...GO_ON, ...answers }).answers);
    return [responsible.unit, ...informed.map(({ unit }) => unit)];
  };

  it.each(['unit', 'sector'])('by theme, where it concerns one %s', (level) => {
    const own = { level, wide: 'no', 'in-city-name': 'no' };
    expect(routed({ ...own, 'main-theme': 'open-data' })).toEqual(['service-development']);
    expect(routed({ ...own, 'main-theme': 'sector-substance' })).toEqual(['sector']);
  });

  it("tells the international affairs team of the whole city's, of wide ones and of those in the city's name: 27 ways", () => {
    const said = ['yes', 'no', 'not-sure'];
    for (const level of ['unit', 'sector', 'city']) {
      for (const wide of said) {
        for (const name of said) {
          const [, ...told] = routed({ level, wide, 'in-city-name': name, 'main-theme': 'open-data' });
          const isTold = level === 'city' || wide === 'yes' || name === 'yes';
          expect([level, wide, name, told.includes('international-affairs')]).toEqual([level, wide, name, isTold]);
        }
      }
    }
  });

  it('to Economic and urban development, where it is of the whole city; the others are told', () => {
    expect(routed({ level: 'city', 'main-theme': 'open-data', 'other-themes': ['innovation'] })).toEqual([
      'economic-and-urban-development',
      'international-affairs',
      'service-development',
      'espoo-marketing-business',
    ]);
  });
});

describe('Start words', () => {
  const understand = understandingOf('visit-request', 'partnership-evaluation', 'city-partner-proposal');

  it.each(LANGUAGES)('begin it, in %s', (language) => {
    for (const phrase of startWords('partnership-evaluation', language)) {
      expect([phrase, understand(phrase, language)]).toEqual([
        phrase,
        expect.objectContaining({ process: 'partnership-evaluation' }),
      ]);
    }
  });

  it.each([
    'A university proposes cooperation with us',
    'Yritys ehdottaa meille yhteistyötä',
    'Ett företag i Tyskland vill samarbeta med oss',
  ])('stand in a sentence: "%s"', (text) => {
    expect(understand(text, 'en')).toMatchObject({ process: 'partnership-evaluation' });
  });

  it.each(['our partner wants to visit us', 'kumppani haluaa tulla vierailulle', 'vår partner vill komma på besök'])(
    'leave a visit to the visit request: "%s"',
    (text) => {
      const found = understand(text, 'en');
      expect(found?.kind === 'start' ? found.process : 'nothing').not.toBe('partnership-evaluation');
    },
  );
});

/** Section 3.1 of the model, line by line, and what carries it. */
const SECTION: readonly (readonly [rule: string, place: string, source: string])[] = [
  ['Who it is about', 'item partner', 'M 3.1'],
  ['Partners are, for example, …', 'item partner-kind', 'M 3.1'],
  ['… other cities', 'choice partner-kind.city', 'M 3.1'],
  ['… networks', 'choice partner-kind.network', 'M 3.1'],
  ['… organisations', 'choice partner-kind.organisation', 'M 3.1'],
  ['… companies', 'choice partner-kind.company', 'M 3.1'],
  ['… research, development and innovation actors', 'choice partner-kind.research-and-innovation', 'M 3.1'],
  ['… other authorities', 'choice partner-kind.other-authority', 'M 3.1'],
  ['Cooperation may be about …', 'item cooperation-form', 'M 3.1'],
  ['… EU-funded projects', 'choice cooperation-form.eu-project', 'M 3.1'],
  ['… joining an international network', 'choice cooperation-form.joining-a-network', 'M 3.1'],
  ['… arranging an event together', 'choice cooperation-form.joint-event', 'M 3.1'],
  ['… student and culture exchange', 'choice cooperation-form.student-or-culture-exchange', 'M 3.1'],
  ['… study visits', 'choice cooperation-form.study-visit', 'M 3.1'],
  ['… a request for a speaker', 'choice cooperation-form.speaker-request', 'M 3.1'],
  ['… and others: these are examples', 'choice cooperation-form.other', 'M 3.1'],
  ['Advances the Espoo Story and the goals of the unit', 'item strategy', 'M 3.1'],
  ['… how?', 'item strategy-how', 'M 3.1'],
  ['Espoo can act by its values', 'item values', 'M 3.1'],
  ['A chance to learn and to develop our own work', 'item learning', 'M 3.1'],
  ['A forerunner and significant actor in its field', 'item forerunner', 'M 3.1'],
  ['A common will can be found', 'item common-will', 'M 3.1'],
  ['Brings Espoo resources', 'item resources', 'M 3.1'],
  ['Future opportunities, visibility, openings for actors in Espoo', 'item opportunities', 'M 3.1'],
  ['Most of them should be positive (four or more: ours)', 'outcome not-recommended', 'M 3.1; product'],
  ['The inputs asked of the unit are realistic (printed twice)', 'item inputs-realistic', 'M 3.1'],
  ['The ratio of benefit to input is good enough', 'item benefit-cost', 'M 3.1'],
  ['Enough commitment is possible', 'item commitment', 'M 3.1'],
  ['Credible, reliable, networked with credible actors', 'item credible', 'M 3.1'],
  ['If it is a commercial actor …', 'item commercial', 'M 3.1'],
  ['… its interest is known and in line', 'item commercial-interest', 'M 3.1'],
  ['Risks or possible harm to reputation', 'item risk', 'M 3.1'],
  ['Inputs and risks are assessed next (each a point to resolve: ours)', 'outcome resolve-first', 'M 3.1; product'],
  ['… without a threshold', 'advice resolve-first.no-score', 'M 3.1; product'],
  ['Nothing speaks against', 'outcome go-on', 'M 3.1; product'],
  ['The card that shows which', 'item result', 'M 3.1; product'],
  ['A point: inputs', 'todo points.inputs-realistic', 'M 3.1; product'],
  ['A point: benefit', 'todo points.benefit-cost', 'M 3.1; product'],
  ['A point: commitment', 'todo points.commitment', 'M 3.1; product'],
  ['A point: credibility', 'todo points.credible', 'M 3.1; product'],
  ['A point: interest', 'todo points.commercial-interest', 'M 3.1; product'],
  ['A point: risk', 'todo points.risk', 'M 3.1; product'],
  ['Wider partnerships are agreed in writing', 'item wide', 'M 3.1'],
  ['… yes', 'choice wide.yes', 'M 3.1'],
  ['… no', 'choice wide.no', 'M 3.1'],
  ['… the model does not say what is wide', 'choice wide.not-sure', 'M 3.1'],
  ['… in writing', 'todo next-steps.written-agreement', 'M 3.1'],
  ['… in writing, as advice', 'advice go-on.in-writing', 'M 3.1'],
  ['… in writing, as advice', 'advice resolve-first.in-writing', 'M 3.1'],
  ['Prepared by those who build it and, where needed, officials', 'todo next-steps.prepare-together', 'M 3.1'],
  ["In the city's name …", 'item in-city-name', 'M 3.1'],
  ['… yes', 'choice in-city-name.yes', 'M 3.1'],
  ['… no', 'choice in-city-name.no', 'M 3.1'],
  ['… not known', 'choice in-city-name.not-sure', 'M 3.1'],
  ['… an office-holder decision (who: not said)', 'todo next-steps.office-holder-decision', 'M 3.1; product'],
  ['… as advice', 'advice go-on.office-holder-decision', 'M 3.1; product'],
  ['… as advice', 'advice resolve-first.office-holder-decision', 'M 3.1; product'],
  ['Proposals come to the city, to sectors and to units', 'item level', 'M 3.1; M 3.4'],
  ['… to units', 'choice level.unit', 'M 3.1; M 3.4'],
  ['… to sectors', 'choice level.sector', 'M 3.1; M 3.4'],
  ['… to the city', 'choice level.city', 'M 3.1; M 3.4'],
  ['Themes have units', 'item main-theme', 'M 3.4; product'],
  ['Other themes', 'item other-themes', 'M 3.4; product'],
  ['A field of its own', 'item sector', 'M 3.4'],
  ['City-level cooperation is of one unit', 'routing city-level', 'M 3.4; product'],
  ['By theme otherwise', 'routing main-theme', 'M 3.4; product'],
  ['The team is told of the city level', 'routing city-level-international-affairs', 'M 3.4; product'],
  ["The team is told of one in the city's name", 'routing in-city-name', 'M 3.1; product'],
  ['The team is told of a wide one, and prepares it where needed', 'routing wide', 'M 3.1; product'],
  ['The theme is told of the city level', 'routing theme-of-city-level', 'M 3.4; product'],
  ['Other themes are told', 'routing other-theme', 'M 3.4; product'],
  ['Goals', 'item goals', 'M 1.4'],
];

describe('Compared with section 3.1 of the model', () => {
  const sources = sourcesByPlace(partnership.process);

  it.each(SECTION)('%s: %s', (_, place, source) => {
    expect(sources.get(place)).toBe(source);
  });

  it('nothing else claims to be of the model: the rest is marked as ours', () => {
    const told = SECTION.map(([, place]) => place);
    const rest = [...sources].filter(([place]) => !told.includes(place));
    expect(rest.filter(([, source]) => source !== 'product')).toEqual([]);
    expect(rest.map(([place]) => place).sort()).toEqual([
      'advice not-recommended.points-first',
      'advice not-recommended.still-recorded',
      'field next-steps.office-holder-decision.decision-date',
      'field next-steps.office-holder-decision.decision-maker',
      'item benefit-cost-note',
      'item commercial-interest-note',
      'item commitment-note',
      'item country',
      'item credible-note',
      'item go-on-anyway',
      'item idea',
      'item inputs-realistic-note',
      'item partner-contact',
      'item review-date',
      'item risk-note',
      'todo next-steps.answer-partner',
      'todo next-steps.clarify-city-name',
      'todo next-steps.clarify-wide',
      'todo next-steps.review',
    ]);
  });
});
