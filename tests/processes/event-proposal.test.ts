/** The proposal of an event (M, the last pages of part 3; feedback by S), played as an employee walks through it. */

import { route } from '../../bot/domain/case/routing';
import {
  changeTodo,
  firstTodos,
  placedTodos,
  type Todo,
  type TodoChange,
  type TodoRefusal,
} from '../../bot/domain/case/todo';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import type { Answers } from '../../bot/domain/process/answers';
import { findItem, itemsOf } from '../../bot/domain/process/process';
import { evaluate } from '../../bot/domain/rules/condition';
import { explain } from '../../bot/domain/walk/explanation';
import { loadModel, type Walk, walk } from '../fixtures/model';
import { sourcesByPlace } from './carried-by';
import { startWords, understandingOf } from './start-words';

const proposal = loadModel('event-proposal');
const ASSESSMENT = ['aim', 'reach', 'visibility', 'benefit-and-cost', 'risks'];
const WHO = { id: 'somebody', name: 'Aino Esimerkki' };
const NOW = new Date('2026-01-15T10:00:00Z');
const CHECK = 'before-decision.background-check';
const READY = 'before-decision.ready-for-decision';
const DECISION = 'before-decision.decision';
const AGREE = 'before-decision.agree-decider';
const OTHER_DECISION = 'before-decision.other-decision';
const OWN: Answers = {
  'international-proposer': false,
  together: false,
  significant: true,
  'main-theme': 'innovation',
};
const FOREIGN: Answers = { ...OWN, 'international-proposer': true, together: true };
const SMALL: Answers = { ...OWN, significant: false };

function ended(answers: Answers): Answers {
  return walk(proposal).finish(answers).answers;
}

function keys(answers: Answers): readonly string[] {
  return firstTodos(proposal, ended(answers)).map(({ key }) => key);
}

/** The advice that the card with the next step shows. */
function adviceOf({ position }: Walk): readonly string[] {
  const points = position.outcome?.advice ?? [];
  return points.filter(({ when }) => !when || evaluate(when, position.facts) === true).map(({ id }) => id);
}

/** The to-dos of a case on which one thing after the other is done. */
class Lists {
  constructor(readonly todos: readonly Todo[]) {}

  tick = (key: string) => this.change(key, { type: 'tick' });

  write(key: string, written: Partial<Omit<TodoChange & { type: 'write' }, 'type'>>): Lists {
    return this.done(key, { type: 'write', person: null, due: null, note: null, answers: {}, ...written });
  }

  ticked = (key: string): Lists => this.done(key, { type: 'tick' });

  private done(key: string, change: TodoChange): Lists {
    const changed = this.change(key, change);
    if ('reason' in changed) throw new Error(`"${key}" is refused: ${JSON.stringify(changed)}`);
    return new Lists(this.todos.map((todo) => (todo.key === key ? changed : todo)));
  }

  private change(key: string, change: TodoChange): Todo | TodoRefusal {
    return changeTodo({ process: proposal.process, todos: this.todos }, key, change, { who: WHO, now: NOW });
  }
}

const listsOf = (answers: Answers) => new Lists(firstTodos(proposal, ended(answers)));
const DECIDED = { 'decided-by': 'mayor', decider: 'Aino Esimerkki', 'decided-on': '2026-02-02', decided: 'arrange' };

const EVERY_WAY = [true, false].flatMap((international) =>
  [true, false].flatMap((together) =>
    [true, false].map((significant) => [international, together, significant] as const),
  ),
);

describe('The three questions, in all eight ways to answer them', () => {
  it.each(EVERY_WAY)(
    'international proposer %s, arranged together %s, significant %s',
    (international, together, significant) => {
      const answers = { ...OWN, 'international-proposer': international, together, significant };
      const end = walk(proposal).finish(answers);
      expect(end.outcome).toBe(international ? 'background-check-first' : 'prepare-for-decision');
      const todos = keys(answers);
      expect(todos.includes(CHECK)).toBe(international);
      expect(todos.includes('conditions.contract')).toBe(together);
      expect(todos.includes(DECISION)).toBe(significant);
      expect(todos.filter((key) => [AGREE, OTHER_DECISION].includes(key))).toHaveLength(significant ? 0 : 2);
      expect(todos).toHaveLength(14 + Number(international) + Number(together) + Number(!significant));
      const { responsible, informed } = route(proposal, end.answers);
      expect(responsible.unit).toBe('espoo-marketing-business');
      expect(informed.map(({ unit }) => unit)).toEqual(international ? ['international-affairs', 'security'] : []);
      const advice = adviceOf(end);
      expect(advice).toEqual(expect.arrayContaining(['not-scored', 'quality-first']));
      expect(advice.includes('who-decides')).toBe(significant);
      expect(advice.includes('decider-not-said')).toBe(!significant);
      expect(advice.includes('check-with-teams')).toBe(international);
      expect(advice.includes('written-contract')).toBe(together);
    },
  );

  it('are all the yes-no questions there are', () => {
    const yesNo = itemsOf(proposal.process).filter(({ type }) => type === 'yes-no');
    expect(yesNo.map(({ id }) => id)).toEqual(['international-proposer', 'together', 'significant']);
  });
});

describe('The assessment', () => {
  it.each(ASSESSMENT)('asks for a text on %s, and takes no number for it', (point) => {
    expect(findItem(proposal.process, point)).toMatchObject({ type: 'text', required: true, multiline: true });
  });

  it.each(ASSESSMENT)('is not complete without %s', (point) => {
    const step = ['aim', 'reach', 'visibility'].includes(point) ? 'benefits' : 'costs-and-risks';
    const until = step === 'benefits' ? {} : { aim: 'An aim' };
    const form = walk(proposal).play({ 'event-name': 'Sample Days', ...OWN, ...until });
    expect(form.at).toBe(step);
    expect(() => form.fill(step, { [point]: ' ' })).toThrow(`"${point}":"missing"`);
  });

  it('stands before the recommendation, and decides nothing by itself: the model gives no score', () => {
    const steps = walk(proposal)
      .finish(OWN)
      .position.steps.map(({ id }) => id);
    expect(steps).toEqual([
      'event',
      'with-whom',
      'benefits',
      'costs-and-risks',
      'significant',
      'result',
      'details',
      'theme',
      'summary',
    ]);
    const said = (text: string) => explain(proposal, ended({ ...OWN, risks: text, 'benefit-and-cost': text }));
    expect(said('Many, and bad')).toEqual(said('None'));
  });
});

describe('A proposal of an international actor', () => {
  it('is the one thing that changes the next step', () => {
    const flip = (to: boolean, outcome: string) => [{ item: 'international-proposer', to, outcome }];
    expect(explain(proposal, ended(OWN))?.flips).toEqual(flip(true, 'background-check-first'));
    expect(explain(proposal, ended(FOREIGN))?.flips).toEqual(flip(false, 'prepare-for-decision'));
  });

  it('asks for the country, and forgets it when the proposer is not international', () => {
    const changed = walk(proposal)
      .finish({ ...FOREIGN, country: 'JP' })
      .change('international-proposer')
      .answer('international-proposer', false);
    expect(changed.dropped).toEqual(['country']);
    expect([changed.at, changed.outcome]).toEqual(['result', 'prepare-for-decision']);
  });

  it('is not ready for decision before the background check is done, by somebody and with a result', () => {
    const lists = listsOf(FOREIGN);
    expect(lists.tick(READY)).toEqual({ reason: 'blocked', by: [CHECK] });
    expect(lists.tick(DECISION)).toEqual({ reason: 'blocked', by: [READY] });
    expect(lists.tick(CHECK)).toEqual({ reason: 'incomplete', needs: ['person', 'note'] });
    expect(lists.write(CHECK, { person: 'Aino Esimerkki' }).tick(CHECK)).toEqual({
      reason: 'incomplete',
      needs: ['note'],
    });
    const checked = lists.write(CHECK, { person: 'Aino Esimerkki', note: 'Nothing against it.' }).ticked(CHECK);
    expect(checked.tick(READY)).toMatchObject({ key: READY, done: { by: WHO } });
  });

  it('needs no check where nobody international proposes it', () => {
    expect(listsOf(OWN).tick(READY)).toMatchObject({ done: { by: WHO } });
  });
});

describe('The decision', () => {
  const ready = listsOf(OWN).ticked(READY);

  it('is recorded with who decided, in which role, when and what: none of them may be missing', () => {
    for (const missing of Object.keys(DECIDED)) {
      const answers = Object.fromEntries(Object.entries(DECIDED).filter(([field]) => field !== missing));
      expect(ready.write(DECISION, { answers }).tick(DECISION)).toEqual({ reason: 'incomplete', needs: ['form'] });
    }
    expect(ready.write(DECISION, { answers: DECIDED }).tick(DECISION)).toMatchObject({ answers: DECIDED });
  });

  it('is made by the mayor or by somebody whom the mayor authorised, and by nobody else', () => {
    const rule = placedTodos(proposal.process).find(({ key }) => key === DECISION)?.rule;
    expect(rule?.form.find(({ id }) => id === 'decided-by')).toMatchObject({
      choices: [{ id: 'mayor' }, { id: 'authorised' }],
    });
  });

  it('on an event that is not significant is whose the people agree it is, because the model does not say', () => {
    const small = listsOf(SMALL).ticked(READY);
    expect(small.tick(AGREE)).toEqual({ reason: 'incomplete', needs: ['note'] });
    expect(small.tick(OTHER_DECISION)).toEqual({ reason: 'blocked', by: [AGREE] });
    const agreed = small.write(AGREE, { note: 'The head of the unit, agreed with the team.' }).ticked(AGREE);
    const { 'decided-by': _role, ...decided } = DECIDED;
    for (const missing of Object.keys(decided)) {
      const answers = Object.fromEntries(Object.entries(decided).filter(([field]) => field !== missing));
      expect(agreed.write(OTHER_DECISION, { answers }).tick(OTHER_DECISION)).toMatchObject({ needs: ['form'] });
    }
    expect(agreed.write(OTHER_DECISION, { answers: decided }).tick(OTHER_DECISION)).toMatchObject({ answers: decided });
  });

  it.each([
    ['significant', OWN, DECISION],
    ['other', SMALL, OTHER_DECISION],
  ])('comes before whatever binds the city, on a %s event', (_, event, decision) => {
    const lists = listsOf({ ...event, together: true });
    for (const key of ['internal-communication', 'procurement', 'hospitality', 'stakeholders']) {
      expect([key, lists.tick(`conditions.${key}`)]).toEqual([key, { reason: 'blocked', by: [decision] }]);
    }
    for (const key of ['quality', 'enough-time', 'yearly-plan', 'elected-officials']) {
      expect([key, lists.tick(`conditions.${key}`)]).toMatchObject([key, { done: { by: WHO } }]);
    }
  });
});

describe('The conditions', () => {
  const together = listsOf({ ...OWN, together: true });
  const decided = together.ticked(READY).write(DECISION, { answers: DECIDED }).ticked(DECISION);

  it('let nobody sign before it is clear that the event can be arranged well', () => {
    const contract = 'conditions.contract';
    expect(together.tick(contract)).toEqual({ reason: 'blocked', by: [DECISION, 'conditions.quality'] });
    expect(decided.tick(contract)).toEqual({ reason: 'blocked', by: ['conditions.quality'] });
    expect(decided.ticked('conditions.quality').tick(contract)).toMatchObject({ done: { by: WHO } });
  });

  it('name who approaches the stakeholders, and come to a written agreement after that', () => {
    expect(decided.tick('conditions.stakeholders')).toEqual({ reason: 'incomplete', needs: ['person'] });
    expect(decided.tick('conditions.stakeholder-agreement')).toEqual({
      reason: 'blocked',
      by: ['conditions.stakeholders'],
    });
  });

  it('are dated backwards from the first day in an order that can be kept, and what comes after from the last', () => {
    const days = { 'first-day': '2026-10-01', 'last-day': '2026-10-03' };
    const todos = firstTodos(proposal, ended({ ...FOREIGN, ...days }));
    const due = (key: string) => todos.find((todo) => todo.key === key)?.due ?? '';
    for (const { key } of todos) {
      const right = key.startsWith('after.') ? due(key) > days['last-day'] : due(key) < days['first-day'];
      expect([key, right]).toEqual([key, true]);
    }
    const inOrder = [CHECK, READY, DECISION, 'conditions.contract', 'conditions.hospitality'].map(due);
    expect(inOrder).toEqual([...inOrder].sort());
  });

  it('have no dates while the event has none', () => {
    expect(firstTodos(proposal, ended(FOREIGN)).filter(({ due }) => due !== undefined)).toEqual([]);
  });
});

describe('After the event', () => {
  const field = (key: string, id: string) =>
    placedTodos(proposal.process)
      .find((placed) => placed.key === key)
      ?.rule.form.find((item) => item.id === id);

  it.each([
    ['overall-grade', 1, 5],
    ['cooperation-interest', 1, 10],
    ['first-group-grade', 1, 5],
    ['second-group-grade', 1, 5],
  ])('%s is a grade from %i to %i, with a decimal', (id, min, max) => {
    expect(field('after.feedback', id)).toMatchObject({ type: 'number', min, max, decimals: 1 });
  });

  it('the contacts are counted, and which they were is told', () => {
    expect(field('after.meaning', 'contact-count')).toMatchObject({ type: 'number', min: 0 });
    expect(field('after.meaning', 'contacts')).toMatchObject({ type: 'text', multiline: true });
  });

  it('what was written of the groups before there were grades has its place still', () => {
    expect(field('after.feedback', 'programme-satisfaction')).toMatchObject({ type: 'text', multiline: true });
  });

  it('the figures of the slides stand beside the first event that is followed up', () => {
    expect(proposal.process.comparison).toEqual({
      source: 'S',
      example: {
        'head-count': null,
        'overall-grade': 4,
        'cooperation-interest': 8.1,
        'first-group-grade': 4.2,
        'second-group-grade': 4.1,
        'contact-count': 25,
      },
    });
  });
});

describe('The unit that prepares it', () => {
  it.each([
    ['congresses', 'espoo-marketing-congresses', 'espoo-marketing-congresses'],
    ['leisure-travel', 'espoo-marketing-leisure', 'international-affairs'],
    ['sustainable-development', 'sustainable-development', 'sustainable-development'],
    ['economic-vitality', 'economic-and-urban-development', 'economic-and-urban-development'],
  ])('of %s is %s, with the mail to %s', (theme, unit, deliverTo) => {
    expect(route(proposal, ended({ ...OWN, 'main-theme': theme })).responsible).toMatchObject({ unit, deliverTo });
  });

  it('is asked by its name where the theme is the field of one sector', () => {
    const end = walk(proposal).finish({ ...OWN, 'main-theme': 'sector-substance', sector: 'Growth and learning' });
    expect(end.position.steps.map(({ id }) => id)).toContain('owner');
  });
});

describe('The words that begin it', () => {
  const understand = understandingOf('visit-request', 'dignitary-visit', 'event-proposal');

  it.each<readonly [Language, string]>([
    ['fi', 'Uusi tapahtumaehdotus'],
    ['fi', 'Partneri haluaa järjestää tapahtuman Espoossa'],
    ['sv', 'Jag har ett evenemangsförslag'],
    ['sv', 'vi vill ordna ett stort evenemang'],
    ['en', 'new event proposal'],
    ['en', 'Somebody proposes an international event with us'],
    ['en', 'We are asked to host a big congress'],
  ])('in %s: "%s"', (language, text) => {
    expect(understand(text, language)).toMatchObject({ kind: 'start', process: 'event-proposal' });
  });

  it('each begin it and nothing else', () => {
    for (const language of LANGUAGES) {
      for (const phrase of startWords('event-proposal', language)) {
        expect([phrase, understand(phrase, language)]).toMatchObject([phrase, { process: 'event-proposal', language }]);
      }
    }
  });
});

const M = 'M 3, events';
const OURS = 'M 3, events; product';

/** What the source says, sentence by sentence, where the folder carries it, and its source there. */
const SECTION: readonly (readonly [rule: string, place: string, source: string])[] = [
  ['significant events: mayor or somebody authorised', 'advice prepare-for-decision.who-decides', M],
  ['the same, where a check comes first', 'advice background-check-first.who-decides', M],
  ['"significant" is not defined: a person says so', 'item significant', 'M 3, events; product'],
  ['who decides on other events is not said', 'advice prepare-for-decision.decider-not-said', 'product'],
  ['the same, where a check comes first', 'advice background-check-first.decider-not-said', 'product'],
  ['somebody decides on them all the same', 'todo before-decision.other-decision', OURS],
  ['no threshold is given', 'advice prepare-for-decision.not-scored', 'product'],
  ['the same, where a check comes first', 'advice background-check-first.not-scored', 'product'],
  ['decided on the officials’ preparation', 'outcome prepare-for-decision', M],
  ['decided: mayor or authorised', 'field before-decision.decision.decided-by', M],
  ['decided: who', 'field before-decision.decision.decider', OURS],
  ['decided: when', 'field before-decision.decision.decided-on', 'product'],
  ['decided: taking part or funding', 'field before-decision.decision.decided', OURS],
  ['the decision', 'todo before-decision.decision', M],
  ['assessed before the decision: ready', 'todo before-decision.ready-for-decision', M],
  ['assessed 1: aim, against the Espoo Story', 'item aim', M],
  ['assessed 2: audiences relevant to the city community', 'item reach', M],
  ['assessed 3: visibility and results of taking part or funding', 'item visibility', M],
  ['assessed 4: benefit against money and staff', 'item benefit-and-cost', M],
  ['assessed 5: risks and harm to reputation', 'item risks', M],
  ['an international proposer', 'item international-proposer', M],
  ['background check before the decision', 'outcome background-check-first', M],
  ['with the international affairs and security teams', 'advice background-check-first.check-with-teams', M],
  ['the check itself', 'todo before-decision.background-check', M],
  ['the international affairs team is told', 'routing international-proposer', M],
  ['arranged together', 'item together', M],
  ['then a written contract', 'todo conditions.contract', OURS],
  ['then a written contract: as advice', 'advice prepare-for-decision.written-contract', M],
  ['the same, where a check comes first', 'advice background-check-first.written-contract', M],
  ['well and professionally, before committing', 'todo conditions.quality', M],
  ['well and professionally: as advice', 'advice prepare-for-decision.quality-first', M],
  ['the same, where a check comes first', 'advice background-check-first.quality-first', M],
  ['enough time, a realistic schedule', 'todo conditions.enough-time', M],
  ['large ones in the yearly plan', 'todo conditions.yearly-plan', M],
  ['internal communication: why, goals, benefits', 'todo conditions.internal-communication', OURS],
  ['procurement law, city guidance, framework suppliers', 'todo conditions.procurement', OURS],
  ['hospitality rules where the city funds', 'todo conditions.hospitality', OURS],
  ['stakeholders: early, by whoever has the best link', 'todo conditions.stakeholders', OURS],
  ['funding and visibility in writing', 'todo conditions.stakeholder-agreement', OURS],
  ['exchange with elected officials, both directions', 'todo conditions.elected-officials', M],
  ['feedback', 'todo after.feedback', 'S'],
  ['feedback: overall grade 1–5', 'field after.feedback.overall-grade', 'S'],
  ['feedback: interest in cooperation 1–10', 'field after.feedback.cooperation-interest', 'S'],
  ['feedback: satisfaction of programme groups 1–5: mentors', 'field after.feedback.first-group-grade', 'S'],
  ['the same: mentored decision-makers', 'field after.feedback.second-group-grade', 'S'],
  ['which groups', 'field after.feedback.programme-satisfaction', 'S'],
  ['feedback: praise', 'field after.feedback.praise', 'S'],
  ['feedback: three words that describe Espoo', 'field after.feedback.three-words', 'S'],
  ['what it meant', 'todo after.meaning', 'S'],
  ['what Espoo’s people got', 'field after.meaning.residents-got', 'S'],
  ['what it meant: profile', 'field after.meaning.profile', 'S'],
  ['what it meant: contacts', 'field after.meaning.contacts', 'S'],
  ['25 cities to go on with', 'field after.meaning.contact-count', 'S'],
  ['what it meant: competence', 'field after.meaning.competence', 'S'],
  ['congresses and other themes by their unit', 'routing main-theme', 'M 3.4; product'],
  ['M 1.4: the goals', 'item goals', 'M 1.4'],
];

describe('Compared with the pages on events, and S', () => {
  const places = sourcesByPlace(proposal.process);

  it('every rule is carried, with its source', () => {
    const carried = SECTION.map(([rule, place]) => [rule, place, places.get(place)]);
    expect(carried).toEqual(SECTION);
  });

  it('every to-do, outcome and piece of advice is a rule of the source, or says that it is ours', () => {
    const known = new Set(SECTION.map(([, place]) => place));
    const others = [...places].filter(
      ([place, source]) => /^(todo|outcome|advice) /.test(place) && !known.has(place) && source !== 'product',
    );
    expect(others).toEqual([]);
  });
});
