/** The evaluation of a network or partnership (M 3.5), played as an employee walks through it. */

import { route } from '../../bot/domain/case/routing';
import { changeTodo, firstTodos } from '../../bot/domain/case/todo';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import type { Answers } from '../../bot/domain/process/answers';
import { itemsOf } from '../../bot/domain/process/process';
import { evaluate } from '../../bot/domain/rules/condition';
import { explain } from '../../bot/domain/walk/explanation';
import { linesOf, loadModel, play, type Walk, walk } from '../fixtures/model';
import { carried, unlisted } from './carried-by';
import { startWords, understandingOf } from './start-words';

const network = loadModel('network-evaluation');
const TRAITS = [
  'in-line',
  'several-goals',
  'several-sectors',
  'many-actors',
  'active',
  'ownership',
  'potential',
] as const;
type Traits = Readonly<Record<(typeof TRAITS)[number], boolean>>;

const OF_A_SECTOR: Answers = { 'network-name': 'Sample Network', kind: 'network', coordination: 'sector' };
const OF_THE_CITY: Answers = { ...OF_A_SECTOR, coordination: 'city-wide' };
const LATER: Answers = { 'main-theme': 'open-data' };
const WHO = { id: 'somebody', name: 'Aino Esimerkki' };
const NOW = new Date('2026-01-15T10:00:00Z');

/** The traits answered in every way: 128 times. */
const EVERY_WAY = TRAITS.reduce<Answers[]>(
  (ways, trait) => ways.flatMap((way) => [true, false].map((value) => ({ ...way, [trait]: value }))),
  [{}],
) as readonly Traits[];

const STRATEGIC: Traits = way('in-line', 'several-goals', 'several-sectors', 'many-actors', 'potential');
const THEMATIC: Traits = way('in-line', 'active', 'ownership', 'potential');
const PASSIVE: Traits = way();
/** As near to two: strategic but for the many actors, thematic but for the one sector. */
const MIXED: Traits = way('in-line', 'several-goals', 'several-sectors', 'active', 'potential');

function way(...yes: readonly (keyof Traits)[]): Traits {
  return Object.fromEntries(TRAITS.map((trait) => [trait, yes.includes(trait)])) as Traits;
}

/** What the page says of each class, as a reader who knows nothing of the rules would tick it off. */
function tickedOff(traits: Traits): Readonly<Record<string, readonly boolean[]>> {
  return {
    strategic: [
      traits['in-line'] && traits['several-goals'],
      traits['several-sectors'],
      traits['many-actors'],
      traits.potential,
    ],
    thematic: [traits['in-line'], !traits['several-sectors'], traits.active, traits.potential],
    passive: [!traits['in-line'], !traits.ownership, !traits.active],
  };
}

/** M 3.5 once more: the class with the largest share of its ticks, in twelfths; two that are as near are mixed. */
function classOf(traits: Traits): string {
  const twelfths = Object.entries(tickedOff(traits)).map(
    ([name, ticks]) => [name, (12 / ticks.length) * ticks.filter(Boolean).length] as const,
  );
  const nearest = Math.max(...twelfths.map(([, share]) => share));
  const [first, ...others] = twelfths.filter(([, share]) => share === nearest);
  return others.length === 0 && first ? first[0] : 'mixed';
}

/** As it was before a class could be proposed that does not fit in full. */
function fittingInFull(traits: Traits): readonly string[] {
  return Object.entries(tickedOff(traits))
    .filter(([, ticks]) => ticks.every(Boolean))
    .map(([name]) => name);
}

/** The questions whose answers speak against a class: of goals that were not asked about, that it is not in line. */
function against(name: string | undefined, traits: Traits): readonly string[] {
  const goals = traits['in-line'] ? 'several-goals' : 'in-line';
  const questions: Readonly<Record<string, readonly string[]>> = {
    strategic: [goals, 'several-sectors', 'many-actors', 'potential'],
    thematic: ['in-line', 'several-sectors', 'active', 'potential'],
    passive: ['in-line', 'ownership', 'active'],
  };
  const ticks = tickedOff(traits)[name ?? ''] ?? [];
  return (questions[name ?? ''] ?? []).filter((_, at) => !ticks[at]);
}

function ended(answers: Answers): Walk {
  return walk(network).finish({ ...OF_A_SECTOR, ...LATER, ...answers });
}

function keys(answers: Answers): readonly string[] {
  return firstTodos(network, ended(answers).answers).map(({ key }) => key);
}

/** The advice that the card with the proposal shows. */
function advice({ position }: Walk): readonly string[] {
  const points = position.outcome?.advice ?? [];
  return points.filter(({ when }) => !when || evaluate(when, position.facts) === true).map(({ id }) => id);
}

function cards(moment: Walk): readonly string[] {
  return moment.position.steps.map(({ id }) => id);
}

describe('The class', () => {
  it('is proposed as the model describes the three, in all 128 ways to answer the traits', () => {
    for (const traits of EVERY_WAY) {
      const moment = play(network, { ...OF_A_SECTOR, ...traits });
      expect([traits, moment.answers.result]).toEqual([traits, classOf(traits)]);
    }
  });

  it('is strategic in 22 ways of 128, thematic in 41, passive in 51, and mixed in the 14 that are as near to two', () => {
    const count = (name: string) => EVERY_WAY.filter((traits) => classOf(traits) === name).length;
    expect(['strategic', 'thematic', 'passive', 'mixed'].map(count)).toEqual([22, 41, 51, 14]);
  });

  it('stays what it was wherever one fits in full: 28 ways, and no two classes ever do', () => {
    const full = EVERY_WAY.filter((traits) => fittingInFull(traits).length > 0);
    expect(full).toHaveLength(28);
    for (const traits of full) expect([traits, fittingInFull(traits)]).toEqual([traits, [classOf(traits)]]);
  });

  it('asks the traits in this order, to the end, though the class may be clear earlier', () => {
    const asked = walk(network).fill('network', OF_A_SECTOR);
    expect(linesOf(asked)).toEqual(TRAITS.filter((trait) => trait !== 'several-goals'));
    // How many goals it serves is asked of what is in line with them.
    const opened = asked.fill('traits', Object.fromEntries(TRAITS.map((trait) => [trait, true])));
    expect([opened.at, linesOf(opened)]).toEqual(['several-goals', []]);
    const moment = opened.answer('several-goals', true);
    expect([moment.at, moment.outcome]).toEqual(['result', 'strategic']);
  });

  it('does not ask of a network that is not in line with the goals how many of them it serves', () => {
    const moment = play(network, { ...OF_A_SECTOR, ...STRATEGIC, 'in-line': false });
    expect(cards(moment)).not.toContain('several-goals');
    expect(moment.answers).not.toHaveProperty('several-goals');
  });

  it('is the same for networks and partnerships, whoever coordinates them', () => {
    for (const traits of [STRATEGIC, THEMATIC, PASSIVE, MIXED]) {
      for (const kind of ['network', 'partnership']) {
        for (const coordination of ['city-wide', 'sector']) {
          const moment = play(network, { ...OF_A_SECTOR, kind, coordination, ...traits });
          expect(moment.answers.result).toBe(classOf(traits));
        }
      }
    }
  });
});

describe('Why a class is proposed', () => {
  it('tells of every trait whether another answer would lead elsewhere, in all 128 ways', () => {
    for (const traits of EVERY_WAY) {
      const { answers } = play(network, { ...OF_A_SECTOR, ...traits });
      const flips = explain(network, answers)?.flips ?? [];
      for (const trait of TRAITS.filter((name) => name !== 'in-line' && answers[name] !== undefined)) {
        const otherwise = classOf({ ...traits, [trait]: !traits[trait] });
        const expected = otherwise === classOf(traits) ? [] : [{ item: trait, to: !traits[trait], outcome: otherwise }];
        expect([traits, flips.filter(({ item }) => item === trait)]).toEqual([traits, expected]);
      }
    }
  });

  it('shows all four traits of a strategic network, and that they decided it', () => {
    const reasons = explain(network, play(network, { ...OF_A_SECTOR, ...STRATEGIC }).answers)?.reasons;
    expect(reasons?.map(({ item }) => item)).toEqual(
      expect.arrayContaining(['several-goals', 'several-sectors', 'many-actors', 'potential']),
    );
  });

  it('says how much of the class is met, and names what speaks against it, in all 128 ways', () => {
    for (const traits of EVERY_WAY) {
      const found = explain(network, play(network, { ...OF_A_SECTOR, ...traits }).answers);
      const ticks = tickedOff(traits);
      const own = ticks[found?.outcome ?? ''];
      const counts = Object.entries(ticks).map(([outcome, all]) => ({
        outcome,
        met: all.filter(Boolean).length,
        of: all.length,
      }));
      const near = own
        ? counts.filter(({ outcome }) => outcome === found?.outcome)
        : counts.filter(({ outcome }) => outcome !== 'passive');
      expect([traits, found?.nearness?.classes]).toEqual([traits, near]);
      expect([traits, found?.nearness?.against]).toEqual([traits, own ? against(found?.outcome, traits) : []]);
      expect(found?.reasons.map(({ item }) => item)).toEqual(
        expect.arrayContaining([...against(found?.outcome, traits)]),
      );
    }
  });

  it('does not hold it against a strategic network that it is in line with the goals, only that it serves one of them', () => {
    const { answers } = play(network, { ...OF_A_SECTOR, ...STRATEGIC, 'several-goals': false });
    expect(explain(network, answers)?.nearness).toEqual({
      classes: [{ outcome: 'strategic', met: 3, of: 4 }],
      against: ['several-goals'],
    });
  });

  it('says of a mixed network which trait speaks for which class: no more and no less, in all 14 ways', () => {
    for (const traits of EVERY_WAY.filter((each) => classOf(each) === 'mixed')) {
      const said = advice(play(network, { ...OF_A_SECTOR, ...traits })).filter((id) =>
        /-(strategic|thematic|both|passive)$/.test(id),
      );
      const speaking: Readonly<Record<string, boolean>> = {
        'goals-strategic': traits['in-line'] && traits['several-goals'],
        'sectors-strategic': traits['several-sectors'],
        'actors-strategic': traits['many-actors'],
        'field-thematic': traits['in-line'] && !traits['several-sectors'],
        'active-thematic': traits.active,
        'potential-both': traits.potential,
        'not-in-line-passive': !traits['in-line'],
        'no-owner-passive': !traits.ownership,
        'not-active-passive': !traits.active,
      };
      expect([traits, said]).toEqual([traits, Object.keys(speaking).filter((id) => speaking[id])]);
    }
  });

  it('names the traits of a passive network that a strategic or thematic one has', () => {
    const points = (traits: Traits) => advice(play(network, { ...OF_A_SECTOR, ...traits }));
    expect(points(STRATEGIC)).toEqual(expect.arrayContaining(['no-owner', 'not-active']));
    expect(points({ ...STRATEGIC, ownership: true, active: true }).filter((id) => /^no/.test(id))).toEqual([]);
    expect(points({ ...THEMATIC, ownership: false })).toContain('no-owner');
    expect(points(THEMATIC)).not.toContain('no-owner');
    expect(points({ ...PASSIVE, potential: true })).toContain('can-be-developed');
    expect(points(PASSIVE)).not.toContain('can-be-developed');
  });
});

const FOLLOW_UP: Readonly<Record<string, readonly string[]>> = {
  strategic: ['strategic.priority', 'strategic.coordination', 'strategic.strategy', 'strategic.sharing'],
  thematic: ['thematic.resources', 'thematic.thematic-goals', 'thematic.contact-persons', 'thematic.thematic-sharing'],
  open: ['evaluation.settle-class'],
};
const RESPONSES: readonly (readonly [response: string, todos: readonly string[]])[] = [
  ['leave', ['passive.leave']],
  ['reactivate', ['passive.reactivate']],
  ['rest', []],
];

describe('What follows', () => {
  it('comes with the class that is proposed, without another question', () => {
    for (const traits of EVERY_WAY.filter((each) => ['strategic', 'thematic'].includes(classOf(each)))) {
      expect([traits, keys(traits)]).toEqual([traits, FOLLOW_UP[classOf(traits)]]);
      expect(cards(ended(traits))).not.toContain('chosen-class');
    }
  });

  it('comes, for mixed traits, with the class that the person chooses: any of them, or none yet', () => {
    for (const traits of EVERY_WAY.filter((each) => classOf(each) === 'mixed')) {
      const moment = play(network, { ...OF_A_SECTOR, ...traits });
      expect(moment.at).toBe('chosen-class');
      for (const chosen of ['strategic', 'thematic', 'open']) {
        const { answers } = moment.finish({ 'chosen-class': chosen, ...LATER });
        expect(firstTodos(network, answers).map(({ key }) => key)).toEqual(FOLLOW_UP[chosen]);
      }
    }
  });

  it('is asked of a passive network, whether it was proposed or chosen', () => {
    for (const traits of EVERY_WAY.filter((each) => ['mixed', 'passive'].includes(classOf(each)))) {
      const chosen: Answers = classOf(traits) === 'mixed' ? { 'chosen-class': 'passive' } : {};
      const moment = play(network, { ...OF_A_SECTOR, ...traits, ...chosen });
      expect([traits, moment.at]).toEqual([traits, 'future-benefit']);
    }
  });

  it('lets a passive network rest only where it could be of benefit, and leave or start it up again always', () => {
    for (const benefit of [true, false]) {
      const moment = play(network, { ...OF_A_SECTOR, ...PASSIVE, 'future-benefit': benefit });
      for (const [response, todos] of RESPONSES) {
        const answer = () => moment.answer('passive-response', response).finish(LATER).answers;
        if (response === 'rest' && !benefit) expect(answer).toThrow('not-a-choice');
        else expect(firstTodos(network, answer()).map(({ key }) => key)).toEqual(todos);
      }
    }
  });

  it('no longer lets it rest when the benefit is taken back', () => {
    const resting = ended({ ...PASSIVE, 'future-benefit': true, 'passive-response': 'rest' });
    const changed = resting.change('future-benefit').answer('future-benefit', false);
    expect([changed.dropped, changed.at]).toEqual([['passive-response'], 'passive-response']);
  });

  it('asks a person why they chose the class, but not why they left it open', () => {
    const details = (chosen: string) => play(network, { ...OF_A_SECTOR, ...MIXED, 'chosen-class': chosen }).step;
    const asked = (chosen: string) =>
      ((step) => ('items' in step ? step.items.map(({ id }) => id) : []))(details(chosen));
    expect(asked('strategic')).toContain('class-reason');
    expect(asked('thematic')).toContain('class-reason');
    expect(asked('open')).not.toContain('class-reason');
  });

  it('wants a reason when the class is settled, and somebody who starts a network up again', () => {
    const tick = (answers: Answers, key: string) =>
      changeTodo(
        { process: network.process, todos: firstTodos(network, ended(answers).answers) },
        key,
        { type: 'tick' },
        { who: WHO, now: NOW },
      );
    expect(tick({ ...MIXED, 'chosen-class': 'open' }, 'evaluation.settle-class')).toMatchObject({ needs: ['note'] });
    const again = { ...PASSIVE, 'future-benefit': false, 'passive-response': 'reactivate' };
    expect(tick(again, 'passive.reactivate')).toMatchObject({ needs: ['person'] });
  });
});

describe('A network of the whole city', () => {
  const ends = [STRATEGIC, THEMATIC, PASSIVE, MIXED].map((traits) => ({
    ...traits,
    'chosen-class': 'open',
    'future-benefit': true,
    'passive-response': 'rest',
  }));

  it('comes back every 12 months for the leadership group, whatever its class; that of a sector never does', () => {
    for (const answers of ends) {
      for (const [start, yearly] of [
        [OF_THE_CITY, true],
        [OF_A_SECTOR, false],
      ] as const) {
        const end = ended({ ...start, ...answers });
        const set = network.process.reviews.filter(
          ({ from, when }) => from === 'sent' && evaluate(when, end.position.facts) === true,
        );
        expect(set.map(({ everyMonths }) => everyMonths)).toEqual(yearly ? [12] : []);
        expect(keys({ ...start, ...answers }).includes('evaluation.leadership-group')).toBe(yearly);
        expect(advice(end).includes('yearly')).toBe(yearly);
        expect(advice(end).includes('by-sector')).toBe(!yearly);
      }
    }
  });

  it('belongs to Economic and urban development, without a question for its theme', () => {
    const end = ended({ ...OF_THE_CITY, ...STRATEGIC });
    expect(route(network, end.answers).responsible.unit).toBe('economic-and-urban-development');
    expect(end.answers).not.toHaveProperty('main-theme');
  });

  it.each([
    ['open-data', 'service-development', 'service-development'],
    ['sustainable-development', 'sustainable-development', 'sustainable-development'],
    ['sector-substance', 'sector', 'international-affairs'],
  ])(
    'is told from one of a sector, of the theme %s, which belongs to %s, with the mail to %s',
    (theme, unit, deliverTo) => {
      const { responsible, informed } = route(network, ended({ ...STRATEGIC, 'main-theme': theme }).answers);
      expect(responsible).toMatchObject({ unit, deliverTo });
      expect(informed.map((told) => told.unit)).toEqual(['international-affairs']);
    },
  );
});

describe('The words that begin it', () => {
  const understand = understandingOf('visit-request', 'advocacy', 'network-evaluation');

  it.each<readonly [Language, string]>([
    ['fi', 'Haluan arvioida verkoston'],
    ['fi', 'Onko tämä strateginen verkosto?'],
    ['fi', 'pitäisikö meidän erota verkostosta'],
    ['sv', 'Jag vill bedöma ett nätverk'],
    ['sv', 'ska vi gå ur ett nätverk?'],
    ['en', 'I would like to evaluate the Eurocities network'],
    ['en', 'Should we leave the network?'],
  ])('in %s: "%s"', (language, text) => {
    expect(understand(text, language)).toMatchObject({ kind: 'start', process: 'network-evaluation' });
  });

  it('each begin it and nothing else', () => {
    for (const language of LANGUAGES) {
      for (const phrase of startWords('network-evaluation', language)) {
        expect([phrase, understand(phrase, language)]).toMatchObject([
          phrase,
          { process: 'network-evaluation', language },
        ]);
      }
    }
  });
});

const M = 'M 3.5';
const OURS = 'M 3.5; product';

/** What the source says, sentence by sentence, where the folder carries it, and its source there. */
const SECTION: readonly (readonly [rule: string, place: string, source: string])[] = [
  ['city-wide networks are coordinated from group administration', 'choice coordination.city-wide', M],
  ['and are cooperation at city level', 'routing city-wide', 'M 3.4; M 3.5; product'],
  ['since 2021 evaluated yearly in the leadership group: strategic', 'advice strategic.yearly', M],
  ['the same: thematic', 'advice thematic.yearly', M],
  ['the same: passive', 'advice passive.yearly', M],
  ['the same: mixed', 'advice mixed.yearly', M],
  ['the same, to be done', 'todo evaluation.leadership-group', M],
  ['sectors and units have networks of their own', 'choice coordination.sector', M],
  ['which they lead and evaluate: strategic', 'advice strategic.by-sector', M],
  ['the same: thematic', 'advice thematic.by-sector', M],
  ['the same: passive', 'advice passive.by-sector', M],
  ['the same: mixed', 'advice mixed.by-sector', M],
  ['the handbook tells of the principles', 'advice mixed.handbook', M],
  ['network or partnership', 'item kind', M],
  ['strategic: several goals', 'item several-goals', M],
  ['strategic: interests several sectors; thematic: one only', 'item several-sectors', OURS],
  ['strategic: many interested actors or units', 'item many-actors', M],
  ['strategic and thematic: can be developed', 'item potential', M],
  ['strategic', 'outcome strategic', OURS],
  ['strategic: priority', 'advice strategic.priority', M],
  ['strategic: coordination across sectors', 'advice strategic.coordination', M],
  ['strategic: common strategy and goals', 'advice strategic.strategy', M],
  ['strategic: common ways of sharing and evaluating', 'advice strategic.sharing', M],
  ['strategic: priority, to be done', 'todo strategic.priority', M],
  ['strategic: coordination, to be done', 'todo strategic.coordination', M],
  ['strategic: strategy, to be done', 'todo strategic.strategy', M],
  ['strategic: sharing, to be done', 'todo strategic.sharing', M],
  ['thematic: in line with the goals; the city’s focuses', 'item in-line', 'M 3.5; S'],
  ['thematic: active people and cooperation', 'item active', M],
  ['thematic', 'outcome thematic', OURS],
  ['thematic: resources and organisation', 'advice thematic.resources', M],
  ['thematic: goals, contact persons, sharing', 'advice thematic.agree', M],
  ['thematic: resources, to be done', 'todo thematic.resources', M],
  ['thematic: goals, to be done', 'todo thematic.thematic-goals', M],
  ['thematic: contact persons, to be done', 'todo thematic.contact-persons', M],
  ['thematic: sharing, to be done', 'todo thematic.thematic-sharing', M],
  ['thematic: contact persons', 'item contact-person', M],
  ['passive: no clear ownership and commitment', 'item ownership', M],
  ['passive', 'outcome passive', OURS],
  ['passive: left or started up again', 'advice passive.three-ways', M],
  ['passive: or rests, where benefit is possible', 'advice passive.rest', M],
  ['passive: possible benefit', 'item future-benefit', M],
  ['passive: left', 'choice passive-response.leave', M],
  ['passive: started up again', 'choice passive-response.reactivate', M],
  ['passive: rests', 'choice passive-response.rest', M],
  ['passive: left, to be done', 'todo passive.leave', M],
  ['passive: started up again, to be done by somebody', 'todo passive.reactivate', OURS],
  ['a trait of a passive one in a strategic one: owner', 'advice strategic.no-owner', M],
  ['the same: activity', 'advice strategic.not-active', M],
  ['a trait of a passive one in a thematic one: owner', 'advice thematic.no-owner', M],
  ['a trait of the others in a passive one', 'advice passive.can-be-developed', M],
  ['mixed, speaks for strategic: goals', 'advice mixed.goals-strategic', M],
  ['mixed, speaks for strategic: sectors', 'advice mixed.sectors-strategic', M],
  ['mixed, speaks for strategic: actors', 'advice mixed.actors-strategic', M],
  ['mixed, speaks for thematic: one field, in line', 'advice mixed.field-thematic', M],
  ['mixed, speaks for thematic: activity', 'advice mixed.active-thematic', M],
  ['mixed, speaks for both: development', 'advice mixed.potential-both', M],
  ['mixed, speaks for passive: not in line', 'advice mixed.not-in-line-passive', M],
  ['mixed, speaks for passive: owner', 'advice mixed.no-owner-passive', M],
  ['mixed, speaks for passive: activity', 'advice mixed.not-active-passive', M],
  ['silent: what mixed traits make', 'outcome mixed', 'product'],
  ['silent: a person chooses', 'item chosen-class', 'product'],
  ['silent: or leaves it open', 'todo evaluation.settle-class', 'product'],
  ['M 2.1: group administration has the overall picture', 'routing team', 'M 2.1; product'],
  ['M 3.4: by theme', 'routing main-theme', 'M 3.4; product'],
  ['M 1.4: the goals', 'item goals', 'M 1.4'],
];

describe('Compared with M 3.5', () => {
  it('every rule of the section is carried, with its source', () => {
    expect(carried(network.process, SECTION)).toEqual(SECTION);
  });

  it('every to-do, outcome and piece of advice is a rule of the section, or says that it is ours', () => {
    expect(unlisted(network.process, SECTION)).toEqual([]);
  });

  it('the review is of the section too', () => {
    expect(network.process.reviews).toEqual([
      { id: 'yearly', source: M, from: 'sent', everyMonths: 12, when: { answer: 'coordination', is: 'city-wide' } },
      // When a sector looks at its networks the model leaves to the sectors; while the city is in one, once a year.
      {
        id: 'yearly-in-sector',
        source: 'M 3.5; product',
        from: 'resting',
        everyMonths: 12,
        when: { answer: 'coordination', is: 'sector' },
      },
    ]);
  });

  it('the traits and the possible benefit are all the yes-no questions: the checklist of the handbook is not made up', () => {
    const yesNo = itemsOf(network.process).filter(({ type }) => type === 'yes-no');
    expect(yesNo.map(({ id }) => id)).toEqual([...TRAITS, 'future-benefit']);
  });
});
