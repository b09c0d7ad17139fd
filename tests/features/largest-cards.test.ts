import { caseCard } from '../../bot/cards/case';
import { receiptCard } from '../../bot/cards/receipt';
import { LONGEST, todoCard, todoListCard, todoListsCard } from '../../bot/cards/todos';
import type { Answer, Answers } from '../../bot/domain/answers';
import { type Case, submission } from '../../bot/domain/case';
import type { Draft } from '../../bot/domain/draft';
import { LANGUAGES, type Language } from '../../bot/domain/language';
import type { Message } from '../../bot/domain/message';
import { itemsOf } from '../../bot/domain/process';
import { replay } from '../../bot/domain/replay';
import { openBefore, placedTodos, type Todo } from '../../bot/domain/todo';
import { draftCard } from '../../bot/features/draft-card';
import { testContent } from '../fixtures/content';
import { CARD_LIMIT_BYTES } from '../fixtures/judge-card';
import { plainAnswer, walk } from '../fixtures/model';
import { finalAnswers, fullAnswer, goldenCases, modelOf, PROCESS_IDS } from './process-walk';

const { kit } = testContent();

/** What takes the most bytes for a character that the limits count, and for one that is shown. */
const FILLERS = ['語', '🙂'] as const;
const BY_NAME = { id: '0a1c7e52', tenant: '5e3f0c1a', name: '語'.repeat(60) };

/** Golden cases of a process that are looked at: the fullest, so that the test stays quick. */
const ENOUGH = 4;

/** A golden case with each text filled to its limit and all of every list ticked, as a draft, a case and its to-dos. */
interface Full {
  readonly draft: Draft;
  readonly case: Case;
  readonly todos: readonly Todo[];
}

/** The fullest of a process, by what is written in them. */
function fullOnes(process: string): readonly Full[] {
  const model = modelOf(process);
  return FILLERS.flatMap((filler) => {
    const walks = goldenCases(process).map((golden) => {
      const given: Record<string, Answer> = { ...finalAnswers(golden) };
      for (const item of itemsOf(model.process)) {
        const full = fullAnswer(model, item, given, filler);
        if (full !== undefined) given[item.id] = full;
      }
      return walk(model).finish(given).answers;
    });
    const size = (answers: Answers) => JSON.stringify(answers).length;
    return walks
      .sort((one, other) => size(other) - size(one))
      .slice(0, ENOUGH)
      .map((answers) => {
        const draft = draftOf(process, answers);
        const made = submission(model, draft, { number: 'X-2026-0042', now: '2026-03-02T09:12:00Z' });
        return { draft, case: made.case, todos: made.todos.map((todo) => fullTodo(process, todo, answers, filler)) };
      });
  });
}

function draftOf(process: string, answers: Answers): Draft {
  const at = '2026-03-02T09:00:00Z';
  const language = 'en';
  const id = '1727c0-zddr1snzz078ed9';
  const state = { answers };
  return { id, owner: BY_NAME, process, version: 1, language, state, revision: 99, createdAt: at, updatedAt: at };
}

/** A to-do of which everything has been written down, at length. */
function fullTodo(process: string, todo: Todo, answers: Answers, filler: string): Todo {
  const model = modelOf(process);
  const form = placedTodos(model.process).find(({ key }) => key === todo.key)?.rule.form ?? [];
  const full = (most: number) => filler.repeat(Math.floor(most / filler.length));
  const filled = form.map((item) => {
    const most = item.type === 'text' ? full(item.maxLength) : fullAnswer(model, item, answers, filler);
    return [item.id, most ?? plainAnswer(model, replay(model, answers), item)] as const;
  });
  const written = { person: full(LONGEST.person), note: full(LONGEST.note), due: '2026-05-04' };
  return { ...todo, ...written, ...(filled.length > 0 && { answers: Object.fromEntries(filled) }) };
}

describe.each(PROCESS_IDS)('%s, with all that can be written at its limit', (process) => {
  const model = modelOf(process);
  const all = fullOnes(process);

  /** The cards that are too large, each with its size. */
  function tooLarge(cardsOf: (full: Full) => readonly (readonly [name: string, message: Message])[]) {
    return all.flatMap(cardsOf).flatMap(([name, { card }]) => {
      const size = Buffer.byteLength(JSON.stringify(card));
      return size < CARD_LIMIT_BYTES ? [] : [`${name}: ${size} bytes`];
    });
  }

  it.each(LANGUAGES)('keeps every card of the walk, the summary above all, small enough in %s', (language) => {
    const large = tooLarge(({ draft }) => {
      const { answers } = draft.state;
      const dropped = itemsOf(model.process).flatMap(({ id }) => (answers[id] === undefined ? [id] : []));
      return replay(model, answers).steps.map(({ id }) => {
        const at = { ...draft, state: { answers, at: id } };
        return [id, draftCard(kit(language), model, at, { dropped })];
      });
    });
    expect(large).toEqual([]);
  });

  it.each(LANGUAGES)(
    'keeps the case for its unit and its requester, and the receipt, small enough in %s',
    (language) => {
      const speak = kit(language);
      const large = tooLarge(({ case: made }) => {
        const { unit, deliverTo } = made.routing.responsible;
        const note = speak.words.own('rehearsal.unit', { unit });
        return [
          ['responsible', caseCard(speak, model, made, { as: 'responsible', unit, deliverTo }, { rehearsal: note })],
          [
            'requester',
            caseCard(speak, model, made, { as: 'requester' }, { happened: speak.words.own('reminder.review') }),
          ],
          ['receipt', receiptCard(speak, model, made)],
        ];
      });
      expect(large).toEqual([]);
    },
  );

  it.each(LANGUAGES)('keeps its lists and every to-do small enough in %s', (language: Language) => {
    const speak = kit(language);
    const large = tooLarge(({ case: made, todos }) => {
      const view = { model, case: made, todos, today: '2027-01-01' };
      return [
        ['lists', todoListsCard(speak, view)],
        ...todos.flatMap(({ key }): [string, Message][] => {
          const blocked = { reason: 'blocked', by: openBefore(model.process, todos, key) } as const;
          return [
            [key, todoListCard(speak, view, key.split('.')[0] ?? '', blocked)],
            [`${key}, opened`, todoCard(speak, view, key)],
          ];
        }),
      ];
    });
    expect(large).toEqual([]);
  });
});
