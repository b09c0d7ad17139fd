/** Comments, public statements and formal opinions (M 2.4), played as an employee walks through them. */

import { route } from '../../bot/domain/case/routing';
import { changeTodo, firstTodos, placedTodos, type Todo } from '../../bot/domain/case/todo';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import type { Answers } from '../../bot/domain/process/answers';
import { itemsOf } from '../../bot/domain/process/process';
import { evaluate } from '../../bot/domain/rules/condition';
import { explain } from '../../bot/domain/walk/explanation';
import { replay } from '../../bot/domain/walk/replay';
import { loadModel, play, type Walk, walk } from '../fixtures/model';
import { carried, unlisted } from './carried-by';
import { startWords, understandingOf } from './start-words';

const advocacy = loadModel('advocacy');
const YES_NO = [true, false];
const QUESTIONS = {
  'formal-request': YES_NO,
  'joint-position': YES_NO,
  relevant: YES_NO,
  reach: ['one-unit', 'one-sector', 'several-fields'],
  'own-declaration': YES_NO,
  'request-from-outside': YES_NO,
  'cross-cutting': YES_NO,
  'top-leadership': ['needed', 'not-needed', 'not-known'],
  'decision-maker': ['council', 'board', 'mayor', 'sector-director', 'not-known'],
} as const;
type Said = Readonly<Record<keyof typeof QUESTIONS, boolean | string>>;

const MATTER: Answers = { subject: 'Sample matter', eu: 'not-eu' };
const LATER: Answers = { 'main-theme': 'open-data' };
const DAY = '2026-10-20';
const WHO = { id: 'somebody', name: 'Aino Esimerkki' };
const NOW = new Date('2026-01-15T10:00:00Z');

const COMMENT: Answers = { 'formal-request': false, 'joint-position': false, relevant: true };
const STATEMENT: Answers = {
  'formal-request': false,
  'joint-position': true,
  'own-declaration': false,
  'request-from-outside': true,
  'cross-cutting': false,
  'top-leadership': 'not-needed',
};
const OPINION: Answers = { 'formal-request': true, 'decision-maker': 'board' };

/** Everything answered in every way, whether it is asked or not: 2880 times. */
const EVERY_WAY = Object.entries(QUESTIONS).reduce<Answers[]>(
  (ways, [item, values]) => ways.flatMap((way) => values.map((value) => ({ ...way, [item]: value }))),
  [{}],
) as unknown as readonly Said[];

/** M 2.4 once more, read off the page: the way that a matter goes, the questions that it takes, and what is to be done. */
function pathOf(said: Said): { outcome: string; asked: readonly string[]; todos: readonly string[] } {
  if (said['formal-request']) {
    const who = said['decision-maker'] === 'not-known' ? 'found' : said['decision-maker'];
    const found = who === 'found' ? ['find-decision-maker'] : [];
    return {
      outcome: 'opinion',
      asked: ['formal-request', 'decision-maker'],
      todos: [...found, 'prepare-opinion', 'register', `${who}-gives`, 'send-opinion'],
    };
  }
  return said['joint-position'] ? statementPath(said) : commentPath(said);
}

function statementPath(said: Said): ReturnType<typeof pathOf> {
  const own = said['own-declaration'];
  const mayor = said['top-leadership'] === 'needed';
  return {
    outcome: mayor ? 'statement-with-leadership' : 'statement',
    asked: [
      'formal-request',
      'joint-position',
      'own-declaration',
      ...(own ? [] : ['request-from-outside']),
      'cross-cutting',
      'top-leadership',
    ],
    todos: [
      own ? 'plan-own' : 'tell-team',
      ...(!own && said['request-from-outside'] ? ['effects'] : []),
      ...(said['top-leadership'] === 'not-known' ? ['ask-leadership'] : []),
      said['cross-cutting'] ? 'judge-content-units' : 'judge-content',
      ...(mayor ? ['line-preparation', 'write-reasons', 'through-team', 'mayor-approves'] : ['statement-decision']),
      'communication',
      own ? 'publish' : 'tell-asker',
    ],
  };
}

function commentPath(said: Said): ReturnType<typeof pathOf> {
  const kind = ['formal-request', 'joint-position', 'relevant'];
  if (!said.relevant) return { outcome: 'comment-not-relevant', asked: kind, todos: [] };
  const asked = [...kind, 'reach'];
  const last = ['send-answer', 'answer-for-information'];
  switch (said.reach) {
    case 'one-unit':
      return { outcome: 'comment-unit', asked, todos: ['propose', 'draft-answer', 'unit-decides', ...last] };
    case 'one-sector':
      return {
        outcome: 'comment-sector',
        asked,
        todos: ['propose', 'draft-answer', 'sector-director-decides', ...last],
      };
    default:
      return {
        outcome: 'comment-several',
        asked,
        todos: ['propose', 'prepare-together', 'ask-who-decides', 'several-decision', ...last],
      };
  }
}

function ended(answers: Answers): Walk {
  return walk(advocacy).finish({ ...MATTER, reach: 'one-unit', ...LATER, ...answers });
}

function todosOf(answers: Answers): readonly Todo[] {
  return firstTodos(advocacy, ended(answers).answers);
}

/** The advice that the card with the decision path shows. */
function advice(answers: Answers): readonly string[] {
  const { position } = play(advocacy, { ...MATTER, reach: 'one-unit', ...answers });
  const points = position.outcome?.advice ?? [];
  return points.filter(({ when }) => !when || evaluate(when, position.facts) === true).map(({ id }) => id);
}

const informed = (answers: Answers) => route(advocacy, ended(answers).answers).informed;
const told = (answers: Answers) => informed(answers).map(({ unit, rule }) => [unit, rule]);

describe('The decision path', () => {
  it('is the one of the section, with its questions and its steps, in all 2880 ways to answer', () => {
    for (const said of EVERY_WAY) {
      const expected = pathOf(said);
      const answers = { ...MATTER, ...said, result: expected.outcome };
      const { outcome, facts } = replay(advocacy, answers);
      const asked = Object.keys(QUESTIONS).filter((item) => facts.asked.get(item) === true);
      const todos = firstTodos(advocacy, answers).map(({ key }) => key.replace('path.', ''));
      expect({ said, outcome: outcome?.id, asked, todos }).toEqual({ said, ...expected });
    }
  });

  it('is walked question by question, in this order, to every one of its ends', () => {
    const ends = new Map(EVERY_WAY.map((said) => [JSON.stringify(pathOf(said)), said]));
    expect(ends.size).toBe(27);
    for (const said of ends.values()) {
      let moment = walk(advocacy).fill('matter', MATTER);
      for (const item of pathOf(said).asked) {
        moment = moment.answer(item, said[item as keyof Said]);
      }
      expect([moment.at, moment.outcome]).toEqual(['result', pathOf(said).outcome]);
    }
  });

  it('lets every step wait for the one before it, in all its forms, and each can be done in the order shown', () => {
    const ends = new Map(EVERY_WAY.map((said) => [JSON.stringify(pathOf(said).todos), said]));
    for (const said of ends.values()) {
      let todos: readonly Todo[] = firstTodos(advocacy, { ...MATTER, ...said, result: pathOf(said).outcome });
      const last = todos.at(-1)?.key;
      while (last !== undefined && todos.some(({ done }) => !done)) {
        const key = todos.find(({ done }) => !done)?.key ?? '';
        if (key !== last) {
          const early = changeTodo(
            { process: advocacy.process, todos },
            last,
            { type: 'tick' },
            { who: WHO, now: NOW },
          );
          expect(early).toMatchObject({ reason: 'blocked' });
        }
        const noted = todos.map((todo) => (todo.key === key ? { ...todo, note: 'Agreed.' } : todo));
        const done = changeTodo(
          { process: advocacy.process, todos: noted },
          key,
          { type: 'tick' },
          { who: WHO, now: NOW },
        );
        expect([key, done]).toMatchObject([key, { done: { by: WHO } }]);
        todos = noted.map((todo) => (todo.key === key ? (done as Todo) : todo));
      }
    }
  });

  it('is dated backwards from the day of the answer, later steps never before earlier ones', () => {
    const ends = new Map(EVERY_WAY.map((said) => [JSON.stringify(pathOf(said).todos), said]));
    for (const said of ends.values()) {
      const todos = firstTodos(advocacy, { ...MATTER, ...said, deadline: DAY, result: pathOf(said).outcome });
      const due = new Map(todos.map((todo) => [todo.key.replace('path.', ''), todo.due ?? '']));
      for (const { rule } of placedTodos(advocacy.process).filter(({ key }) =>
        todos.some((todo) => todo.key === key),
      )) {
        const day = due.get(rule.id) ?? '';
        expect(day).toMatch(/^2026-\d\d-\d\d$/);
        for (const before of rule.after)
          expect([rule.id, before, (due.get(before) ?? '') <= day]).toEqual([rule.id, before, true]);
        expect([rule.id, day <= DAY || rule.id === 'answer-for-information']).toEqual([rule.id, true]);
      }
    }
  });

  it('has no dates while the answer has none', () => {
    expect(todosOf({ ...COMMENT }).filter(({ due }) => due !== undefined)).toEqual([]);
  });
});

describe('A comment or consultation', () => {
  it('is put to the head of the unit first, and goes to the international affairs team last', () => {
    for (const reach of QUESTIONS.reach) {
      const keys = todosOf({ ...COMMENT, reach }).map(({ key }) => key);
      expect([keys[0], keys.at(-1)]).toEqual(['path.propose', 'path.answer-for-information']);
    }
  });

  it('of several fields asks who decides, which the source does not say, and keeps the answer', () => {
    const todos = todosOf({ ...COMMENT, reach: 'several-fields' }).map((todo) =>
      todo.key === 'path.propose' ? { ...todo, done: { at: NOW.toISOString(), by: WHO } } : todo,
    );
    const tick = changeTodo(
      { process: advocacy.process, todos },
      'path.ask-who-decides',
      { type: 'tick' },
      { who: WHO, now: NOW },
    );
    expect(tick).toEqual({ reason: 'incomplete', needs: ['note'] });
    expect(advice({ ...COMMENT, reach: 'several-fields' })).toContain('ask-who-decides');
  });

  it('that is not worth an answer is recorded all the same, with nothing to do', () => {
    const end = ended({ ...COMMENT, relevant: false });
    expect(end.submit().effects).toEqual([{ type: 'submitted' }]);
    expect(firstTodos(advocacy, end.answers)).toEqual([]);
    expect(told({ ...COMMENT, relevant: false })).toEqual([['international-affairs', 'team-follows']]);
  });

  it('would be worth an answer with one other answer', () => {
    const flips = explain(advocacy, ended({ ...COMMENT, relevant: false }).answers)?.flips;
    expect(flips).toContainEqual({ item: 'relevant', to: true, outcome: 'open' });
  });
});

describe('A public statement', () => {
  it('is told to communications, whoever makes it and whoever approves it; a comment and an opinion are not', () => {
    for (const own of YES_NO) {
      for (const leadership of QUESTIONS['top-leadership']) {
        const statement = { ...STATEMENT, 'own-declaration': own, 'top-leadership': leadership };
        expect(told(statement)).toContainEqual(['communications', 'communications']);
        // They have no address in the source: the team passes it on.
        expect(informed(statement)).toContainEqual(
          expect.objectContaining({ unit: 'communications', deliverTo: 'international-affairs', source: 'M 2.4' }),
        );
      }
    }
    for (const other of [COMMENT, { ...COMMENT, relevant: false }, OPINION]) {
      expect(told(other).map(([unit]) => unit)).not.toContain('communications');
    }
  });

  it('is told to the international affairs team already in preparation, or planned with it where it is our own', () => {
    expect(told(STATEMENT)).toContainEqual(['international-affairs', 'team-in-preparation']);
    expect(advice(STATEMENT)).toContain('team-early');
    expect(advice({ ...STATEMENT, 'own-declaration': true })).toContain('plan-own');
    expect(advice({ ...STATEMENT, 'own-declaration': true })).not.toContain('team-early');
  });

  it('asked from outside needs the experts’ view on the effects, written down, before its content is judged', () => {
    const todos = todosOf(STATEMENT).map((todo) =>
      todo.key === 'path.tell-team' ? { ...todo, done: { at: NOW.toISOString(), by: WHO } } : todo,
    );
    const tick = (key: string) =>
      changeTodo({ process: advocacy.process, todos }, key, { type: 'tick' }, { who: WHO, now: NOW });
    expect(tick('path.effects')).toEqual({ reason: 'incomplete', needs: ['note'] });
    expect(tick('path.judge-content')).toEqual({ reason: 'blocked', by: ['path.effects'] });
  });

  it('with top leadership goes: line preparation and reasons, international affairs team, mayor', () => {
    const rules = placedTodos(advocacy.process).map(({ rule }) => rule);
    const waitsFor = (id: string) => rules.find((rule) => rule.id === id)?.after;
    expect(waitsFor('through-team')).toEqual(['line-preparation', 'write-reasons']);
    expect(waitsFor('mayor-approves')).toEqual(['through-team']);
    const end = play(advocacy, { ...MATTER, ...STATEMENT, 'top-leadership': 'needed' });
    expect(end.outcome).toBe('statement-with-leadership');
  });

  it('where it is not known whether top leadership is needed, says that the team advises, and asks it', () => {
    const open = { ...STATEMENT, 'top-leadership': 'not-known' };
    expect(advice(open)).toContain('leadership-open');
    expect(todosOf(open).map(({ key }) => key)).toContain('path.ask-leadership');
  });

  it('asks for the reasons; a comment and an opinion do not', () => {
    const asks = (answers: Answers) => ended(answers).position.facts.asked.get('reasons');
    expect([STATEMENT, { ...STATEMENT, 'top-leadership': 'needed' }, COMMENT, OPINION].map(asks)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('would take another path with another answer on top leadership, and no other single one keeps it a statement', () => {
    const flips = explain(advocacy, ended(STATEMENT).answers)?.flips ?? [];
    expect(flips).toContainEqual({ item: 'top-leadership', to: 'needed', outcome: 'statement-with-leadership' });
    expect(flips.map(({ item }) => item)).toEqual(['formal-request', 'joint-position', 'top-leadership']);
  });
});

describe('A formal opinion', () => {
  it.each(QUESTIONS['decision-maker'])('given by: %s', (who) => {
    const answers = { ...OPINION, 'decision-maker': who };
    expect(ended(answers).outcome).toBe('opinion');
    expect(advice(answers).includes('find-decision-maker')).toBe(who === 'not-known');
  });

  it('goes to the international affairs team for information, as ours', () => {
    expect(informed(OPINION)).toMatchObject([{ unit: 'international-affairs', source: 'M 2.4; product' }]);
  });

  it('is explained by the one answer that made it one', () => {
    const found = explain(advocacy, ended(OPINION).answers);
    expect(found?.reasons).toEqual([{ item: 'formal-request', answer: true, source: 'M 2.4' }]);
  });
});

describe('The units', () => {
  it.each([
    ['sustainable-development', 'sustainable-development', 'sustainable-development'],
    ['innovation', 'espoo-marketing-business', 'espoo-marketing-business'],
    ['sector-substance', 'sector', 'international-affairs'],
  ])('of the theme %s is %s, with the mail to %s, for each of the three kinds', (theme, unit, deliverTo) => {
    for (const answers of [COMMENT, STATEMENT, OPINION]) {
      const { responsible } = route(advocacy, ended({ ...answers, 'main-theme': theme }).answers);
      expect(responsible).toMatchObject({ unit, deliverTo });
    }
  });

  it('of other themes are told where several fields are concerned, and are not asked for elsewhere', () => {
    const others = { 'other-themes': ['innovation', 'immigration'] };
    const units = (answers: Answers) => informed({ ...answers, ...others }).map(({ unit }) => unit);
    const all = ['international-affairs', 'espoo-marketing-business', 'economic-and-urban-development'];
    expect(units({ ...COMMENT, reach: 'several-fields' })).toEqual(all);
    expect(units({ ...STATEMENT, 'cross-cutting': true })).toEqual([
      'international-affairs',
      'communications',
      ...all.slice(1),
    ]);
    expect(units(OPINION)).toEqual(all);
    for (const answers of [{ ...COMMENT, reach: 'one-sector' }, { ...COMMENT, relevant: false }, STATEMENT]) {
      expect(ended(answers).position.facts.asked.get('other-themes')).toBe(false);
    }
  });
});

describe('In EU matters', () => {
  const EU = ['eu-openings', 'eu-office', 'eu-funding', 'eurocities'];
  const said = (answers: Answers, eu: string) => advice({ ...answers, eu }).filter((point) => EU.includes(point));

  it.each([
    ['legislation', ['eu-openings', 'eu-office'], ['eurocities'], ['eu-office']],
    ['funding', ['eu-openings', 'eu-office', 'eu-funding'], ['eurocities'], ['eu-office', 'eu-funding']],
    ['other-eu', ['eu-openings', 'eu-office'], ['eurocities'], ['eu-office']],
    ['not-eu', [], [], []],
  ])('of the kind %s, it tells where support is', (eu, comment, statement, opinion) => {
    for (const reach of QUESTIONS.reach) expect(said({ ...COMMENT, reach }, eu)).toEqual(comment);
    for (const top of QUESTIONS['top-leadership'])
      expect(said({ ...STATEMENT, 'top-leadership': top }, eu)).toEqual(statement);
    expect(said(OPINION, eu)).toEqual(opinion);
    expect(said({ ...COMMENT, relevant: false }, eu)).toEqual([]);
  });
});

describe('The words that begin it', () => {
  const understand = understandingOf('visit-request', 'network-evaluation', 'advocacy');

  it.each<readonly [Language, string]>([
    ['fi', 'Meiltä pyydetään lausuntoa EU-rahoituksesta'],
    ['fi', 'Eurocities pyytää allekirjoittamaan julkilausuman'],
    ['fi', 'saimme lausuntopyynnön ministeriöltä'],
    ['sv', 'Vi ombeds kommentera ett lagförslag'],
    ['sv', 'Vi har fått en begäran om utlåtande'],
    ['en', 'We are asked to comment on a directive'],
    ['en', 'Somebody wants us to sign a declaration'],
  ])('in %s: "%s"', (language, text) => {
    expect(understand(text, language)).toMatchObject({ kind: 'start', process: 'advocacy' });
  });

  it('each begin it and nothing else', () => {
    for (const language of LANGUAGES) {
      for (const phrase of startWords('advocacy', language)) {
        expect([phrase, understand(phrase, language)]).toMatchObject([phrase, { process: 'advocacy', language }]);
      }
    }
  });
});

const M = 'M 2.4';
const OURS = 'M 2.4; product';
const comments = ['comment-unit', 'comment-sector', 'comment-several'];
const statements = ['statement', 'statement-with-leadership'];
const each = (outcomes: readonly string[], rule: string, point: string) =>
  outcomes.map((outcome) => [`${rule}: ${outcome}`, `advice ${outcome}.${point}`, M] as const);

/** What the source says, sentence by sentence, where the folder carries it, and its source there. */
const SECTION: readonly (readonly [rule: string, place: string, source: string])[] = [
  ['comment: position papers, law-making, consultations; else a statement', 'item joint-position', M],
  ['comment: the expert judges whether it is relevant and worth answering', 'item relevant', M],
  ['comment: not relevant', 'outcome comment-not-relevant', M],
  ...each(comments, 'comment: the expert puts it to the head of the unit', 'expert-proposes'),
  ['comment: the same, to be done', 'todo path.propose', M],
  ['comment: one unit’s field', 'choice reach.one-unit', M],
  ['comment: decided in the unit', 'outcome comment-unit', M],
  ['comment: the same, to be done', 'todo path.unit-decides', M],
  ['comment: somebody writes it', 'todo path.draft-answer', OURS],
  ['comment: a whole sector', 'choice reach.one-sector', M],
  ['comment: decided by the sector director', 'outcome comment-sector', M],
  ['comment: the same, to be done', 'todo path.sector-director-decides', M],
  ['comment: several fields', 'choice reach.several-fields', M],
  ['comment: prepared together', 'outcome comment-several', M],
  ['comment: the same, to be done', 'todo path.prepare-together', M],
  ['comment, silent: who decides across fields', 'advice comment-several.ask-who-decides', 'product'],
  ['comment, silent: the same, to be done', 'todo path.ask-who-decides', 'product'],
  ['comment: decided', 'todo path.several-decision', OURS],
  ...each(comments, 'comment: the answer to international@espoo.fi', 'answer-to-team'),
  ['comment: the same, to be done', 'todo path.answer-for-information', M],
  ['comment: the same, told from the start', 'routing team-gets-answer', OURS],
  ['statement', 'outcome statement', M],
  ...each(statements, 'statement: our own is planned with team and communications', 'plan-own'),
  ['statement: our own or joint', 'item own-declaration', M],
  ['statement: our own, to be done', 'todo path.plan-own', M],
  ...each(statements, 'statement: the team knows already in preparation', 'team-early'),
  ['statement: the same, done by sending it', 'routing team-in-preparation', M],
  ['statement: the same, to be done', 'todo path.tell-team', M],
  ['the team follows and coordinates the interests', 'routing team-follows', OURS],
  ['statement: one field or several', 'item cross-cutting', M],
  ...each(statements, 'statement: the unit judges the content', 'one-unit'),
  ...each(statements, 'statement: or several units', 'several-units'),
  ['statement: the unit, to be done', 'todo path.judge-content', M],
  ['statement: several units, to be done', 'todo path.judge-content-units', M],
  ['statement: its unit, by theme', 'routing statement-content', 'M 2.4; M 3.4; product'],
  ['statement: asked from outside', 'item request-from-outside', M],
  ...each(statements, 'statement: then the experts’ view of the effects', 'effects'),
  ['statement: the same, to be done', 'todo path.effects', M],
  ['statement: top leadership, where needed (when: not said)', 'item top-leadership', OURS],
  ['statement: through the team to the mayor', 'outcome statement-with-leadership', M],
  ['statement: after the line’s preparation', 'todo path.line-preparation', M],
  ['statement: through the team', 'todo path.through-team', M],
  ['statement: to the mayor', 'todo path.mayor-approves', M],
  ['statement: with reasons', 'advice statement-with-leadership.reasons', M],
  ['statement: reasons, to be done', 'todo path.write-reasons', M],
  ['statement: reasons, asked', 'item reasons', M],
  ['statement, silent: when the mayor', 'advice statement.leadership-open', OURS],
  ['statement, silent: the same, to be done', 'todo path.ask-leadership', 'product'],
  ['statement, silent: who decides without the mayor', 'advice statement.decision-open', 'product'],
  ['statement, silent: the same, to be done', 'todo path.statement-decision', 'product'],
  ...each(statements, 'statement: communication agreed', 'communication'),
  ['statement: communication, to be done', 'todo path.communication', M],
  ['opinion: asked by an authority', 'item formal-request', M],
  ['opinion', 'outcome opinion', M],
  ['opinion: entered in the decision system', 'advice opinion.decision-system', M],
  ['opinion: the same, to be done', 'todo path.register', OURS],
  ['opinion: given by the council', 'choice decision-maker.council', M],
  ['opinion: given by the board', 'choice decision-maker.board', M],
  ['opinion: given by the mayor', 'choice decision-maker.mayor', M],
  ['opinion: given by a sector director', 'choice decision-maker.sector-director', M],
  ['opinion: the council, to be done', 'todo path.council-gives', M],
  ['opinion: the board, to be done', 'todo path.board-gives', M],
  ['opinion: the mayor, to be done', 'todo path.mayor-gives', M],
  ['opinion: a sector director, to be done', 'todo path.sector-director-gives', M],
  ['opinion: whoever it is, to be done', 'todo path.found-gives', M],
  ['opinion, silent: not known yet', 'choice decision-maker.not-known', 'product'],
  ['opinion, silent: the team advises', 'advice opinion.find-decision-maker', OURS],
  ['opinion: in the order of regulations and instructions', 'advice opinion.order', M],
  ['opinion: the same, to be done', 'todo path.prepare-opinion', M],
  ['EU', 'item eu', OURS],
  ...each(comments, 'EU: strengths, new openings', 'eu-openings'),
  ...each([...comments, 'opinion'], 'EU: three capabilities for funding', 'eu-funding'),
  ...each([...comments, 'opinion'], 'EU: Helsinki EU Office', 'eu-office'),
  ...each(statements, 'EU: Eurocities', 'eurocities'),
  ['M 3.4: by theme', 'routing main-theme', 'M 3.4; product'],
  ['statement: its communication is agreed with communications', 'routing communications', 'M 2.4'],
  ['several fields: other themes are told', 'routing other-theme', 'M 2.4; M 3.4; product'],
  ['M 1.4: the goals', 'item goals', 'M 1.4'],
];

describe('Compared with M 2.4', () => {
  it('every rule of the section is carried, with its source', () => {
    expect(carried(advocacy.process, SECTION)).toEqual(SECTION);
  });

  it('every to-do, outcome and piece of advice is a rule of the section, or says that it is ours', () => {
    expect(unlisted(advocacy.process, SECTION)).toEqual([]);
  });

  it('the questions of the truth table are all that decide', () => {
    const deciding = itemsOf(advocacy.process).filter(
      ({ id, type }) => type === 'yes-no' || (type === 'choice' && !['eu', 'main-theme'].includes(id)),
    );
    expect(deciding.map(({ id }) => id)).toEqual(Object.keys(QUESTIONS));
  });
});
