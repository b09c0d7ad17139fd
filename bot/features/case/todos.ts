/** The living lists of a case: look, tick, assign, date, note. Every change is one transaction with its event. */

import { type TodoFormNotes, todoCard } from '../../cards/case/todo-form';
import { givenTodosCard, listOf, todoListCard, todoListsCard } from '../../cards/case/todos';
import { plainNotice } from '../../cards/notice';
import type { Payload } from '../../cards/verbs';
import { type TodoEvent, withTodo } from '../../domain/case/filled-in/with-todo';
import { peopleOf } from '../../domain/case/roles';
import { changeTodo, placedTodos, type Todo, type TodoRefusal } from '../../domain/case/todo';
import { Unavailable } from '../../domain/errors';
import type { Message } from '../../domain/message';
import type { Asked } from '../asked';
import { comparableCase } from './comparable';
import { isOnlyGiven, type OpenedTodos, openTodos } from './open-todos';
import { readWrittenTodo, type WrittenTodo } from './written-todo';

/** The lists of a case, or one of them. */
export async function showTodos(asked: Asked, { case: number, list }: Payload<'show-todos'>): Promise<Message> {
  const { speak } = asked;
  const view = await openTodos(asked, number);
  if (!view || view.todos.length === 0) return plainNotice(speak, 'gone');
  if (view.isAllGiven) return givenTodosCard(speak, view);
  const lists = new Set(view.todos.map(({ key }) => listOf(key)));
  const wanted = list ?? (lists.size === 1 ? [...lists][0] : undefined);
  return wanted !== undefined && lists.has(wanted) ? todoListCard(speak, view, wanted) : todoListsCard(speak, view);
}

/** One to-do with its inputs. */
export async function openTodo(asked: Asked, { case: number, todo: key }: Payload<'open-todo'>): Promise<Message> {
  const { speak } = asked;
  const view = await openTodos(asked, number);
  const todo = view?.todos.find((candidate) => candidate.key === key);
  if (!view || !todo) return plainNotice(speak, 'gone');
  return todoCard(speak, await withLast(asked, view, key), key, notesOn(view, todo));
}

/** Marks a to-do as done. */
export function tickTodo(asked: Asked, place: Payload<'tick'>): Promise<Message> {
  return changed(asked, place, 'todo-done', async () => ({ change: { type: 'tick' } }));
}

/** Takes that back. */
export function untickTodo(asked: Asked, place: Payload<'untick'>): Promise<Message> {
  return changed(asked, place, 'todo-reopened', async () => ({ change: { type: 'untick' } }));
}

/** Keeps what was written on a to-do's card. */
export function writeTodo(asked: Asked, payload: Payload<'write-todo'>): Promise<Message> {
  return changed(asked, payload, 'todo-changed', (view, todo) => readWrittenTodo(asked, view, todo, payload));
}

/** What a press makes of a to-do, or what has to be written differently. */
type Reads = (view: OpenedTodos, todo: Todo) => Promise<WrittenTodo>;

/** Two devices can be at one case at once; each conflict means that somebody else's change was kept. */
const MOST_ATTEMPTS = 10;

/**
 * Changes a to-do. A card that is not of today's revision changes nothing and is answered with today's. A change of
 * another to-do of the same case at the same moment does no harm: this one is made once more, on what stands then.
 */
async function changed(asked: Asked, place: Payload<'tick'>, type: TodoEvent, read: Reads): Promise<Message> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const answer = await changedOnce(asked, place, type, read);
    if (answer !== 'conflict') return answer;
  }
  throw new Unavailable(`A to-do of case ${place.case} cannot be changed`, {
    why: `${MOST_ATTEMPTS} changes in a row were made by others meanwhile`,
    remedy: 'If this goes on, look who changes the case in its events.',
  });
}

async function changedOnce(
  asked: Asked,
  { case: number, todo: key, revision }: Payload<'tick'>,
  type: TodoEvent,
  reads: Reads,
): Promise<Message | 'conflict'> {
  const { assistant, turn, speak } = asked;
  const view = await openTodos(asked, number);
  const todo = view?.todos.find((candidate) => candidate.key === key);
  if (!view || !todo) return plainNotice(speak, 'gone');
  if (todo.revision !== revision || !(view.mayChange || isOnlyGiven(view, todo))) return listed(asked, view, key);
  const read = await reads(view, todo);
  if ('rejected' in read) {
    return todoCard(speak, await withLast(asked, view, key), key, { ...notesOn(view, todo), ...read });
  }
  const deed = { who: turn.who, now: assistant.clock.now() };
  const next = changeTodo({ process: view.model.process, todos: view.all }, key, read.change, deed);
  if ('reason' in next) {
    // What is missing is written on the to-do's own card; what has to come first stands in the list.
    return next.reason === 'incomplete'
      ? todoCard(speak, await withLast(asked, view, key), key, { ...notesOn(view, todo), refusal: next })
      : listed(asked, view, key, next);
  }
  const change = withTodo(view.case, next, type, { ...deed, former: todo });
  const written = await assistant.cases.change(view.stored, change);
  if (written === 'conflict') return 'conflict';
  assistant.log.info('todo.changed', { case: view.case.number, todo: key, type });
  if (change.entries.some(({ purpose }) => purpose === 'news')) assistant.nudge(number);
  if (view.isAllGiven && next.done) return plainNotice(speak, 'todo-done');
  // The case's tag guards its to-dos too, so what was read with it still stands beside what was written.
  const todos = view.todos.map((candidate) => (candidate.key === key ? next : candidate));
  return listed(asked, { ...view, case: written.value, todos }, key);
}

/** What a to-do's card needs to know besides: who could do it, or that it was given and stays with whom it is. */
function notesOn(view: OpenedTodos, todo: Todo): TodoFormNotes {
  return { isGiven: isOnlyGiven(view, todo), people: peopleOf(view.case, view.model.directory) };
}

/** The list of a to-do, or those that somebody was given. */
function listed({ speak }: Asked, view: OpenedTodos, key: string, refusal?: TodoRefusal): Message {
  return view.isAllGiven ? givenTodosCard(speak, view, refusal) : todoListCard(speak, view, listOf(key), refusal);
}

/** The same with the case whose figures stand beside those that a to-do asks for. */
async function withLast({ assistant }: Asked, view: OpenedTodos, key: string): Promise<OpenedTodos> {
  const form = placedTodos(view.model.process).find((placed) => placed.key === key)?.rule.form ?? [];
  return { ...view, last: await comparableCase(assistant, view.model, view.case, form) };
}
