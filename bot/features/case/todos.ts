/** The living lists of a case: look, tick, assign, date, note. Every change is one transaction with its event. */

import { LONGEST, listOf, type TodosView, todoCard, todoListCard, todoListsCard } from '../../cards/case/todos';
import { plainNotice } from '../../cards/notice';
import type { Rejected } from '../../cards/parts/field';
import type { Payload } from '../../cards/verbs';
import type { Case } from '../../domain/case/case';
import { type TodoEvent, withTodo } from '../../domain/case/filled-in/with-todo';
import { changeTodo, placedTodos, type TodoChange } from '../../domain/case/todo';

import { Unavailable } from '../../domain/errors';
import type { Message } from '../../domain/message';
import type { Answers } from '../../domain/process/answers';
import type { Item } from '../../domain/process/process';
import type { Meant, Problem } from '../../domain/process/typed';
import type { Model } from '../../domain/rules/model';
import { readAnswer, readForm } from '../../domain/walk/answer-input';
import { replay } from '../../domain/walk/replay';
import type { Stored } from '../../ports';
import type { Asked } from '../asked';
import { comparableCase } from './comparable';
import { openCase } from './open-case';

interface Opened extends TodosView {
  readonly stored: Stored<Case>;
  readonly mayChange: boolean;
}

/** The lists of a case, or one of them. */
export async function showTodos(asked: Asked, { case: number, list }: Payload<'show-todos'>): Promise<Message> {
  const { speak } = asked;
  const view = await open(asked, number);
  if (!view || view.todos.length === 0) return plainNotice(speak, 'gone');
  const lists = new Set(view.todos.map(({ key }) => listOf(key)));
  const wanted = list ?? (lists.size === 1 ? [...lists][0] : undefined);
  return wanted !== undefined && lists.has(wanted) ? todoListCard(speak, view, wanted) : todoListsCard(speak, view);
}

/** One to-do with its inputs. */
export async function openTodo(asked: Asked, { case: number, todo: key }: Payload<'open-todo'>): Promise<Message> {
  const { speak } = asked;
  const view = await open(asked, number);
  if (!view?.todos.some((todo) => todo.key === key)) return plainNotice(speak, 'gone');
  return todoCard(speak, await withLast(asked, view, key), key);
}

/** Marks a to-do as done. */
export function tickTodo(asked: Asked, place: Payload<'tick'>): Promise<Message> {
  return changed(asked, place, 'todo-done', () => ({ change: { type: 'tick' } }));
}

/** Takes that back. */
export function untickTodo(asked: Asked, place: Payload<'untick'>): Promise<Message> {
  return changed(asked, place, 'todo-reopened', () => ({ change: { type: 'untick' } }));
}

/** Keeps what was written on a to-do's card. */
export function writeTodo(asked: Asked, payload: Payload<'write-todo'>): Promise<Message> {
  return changed(asked, payload, 'todo-changed', (view) => readWritten(view, payload.todo, payload));
}

/** What a press makes of a to-do, or what has to be written differently. */
type Reads = (view: Opened) => { readonly change: TodoChange } | { readonly rejected: Rejected };

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
  const view = await open(asked, number);
  const todo = view?.todos.find((candidate) => candidate.key === key);
  if (!view || !todo) return plainNotice(speak, 'gone');
  if (todo.revision !== revision || !view.mayChange) return todoListCard(speak, view, listOf(key));
  const read = reads(view);
  if ('rejected' in read) return todoCard(speak, await withLast(asked, view, key), key, { rejected: read.rejected });
  const now = assistant.clock.now();
  const changed = changeTodo({ process: view.model.process, todos: view.todos }, key, read.change, {
    who: turn.who,
    now,
  });
  if ('reason' in changed) {
    // What is missing is written on the to-do's own card; what has to come first stands in the list.
    return changed.reason === 'incomplete'
      ? todoCard(speak, await withLast(asked, view, key), key, { refusal: changed })
      : todoListCard(speak, view, listOf(key), changed);
  }
  const written = await assistant.cases.change(view.stored, withTodo(view.case, changed, type, { who: turn.who, now }));
  if (written === 'conflict') return 'conflict';
  assistant.log.info('todo.changed', { case: view.case.number, todo: key, type });
  // The case's tag guards its to-dos too, so what was read with it still stands beside what was written.
  const todos = view.todos.map((candidate) => (candidate.key === key ? changed : candidate));
  return todoListCard(speak, { ...view, case: written.value, todos }, listOf(key));
}

/** The case with its lists, for everybody who has a part in it (M 3.3: visible to all); a unit only told just looks. */
async function open(asked: Asked, number: string): Promise<Opened | undefined> {
  const { assistant } = asked;
  const opened = await openCase(asked, number);
  if (!opened) return undefined;
  const { stored, model, roles } = opened;
  const { items: todos } = await assistant.cases.todos(stored.value.number);
  const mayChange = stored.value.purged === undefined && roles.some((role) => role !== 'informed');
  return {
    stored,
    case: stored.value,
    todos,
    model,
    mayChange,
    today: assistant.calendar.dayOf(assistant.clock.now()),
  };
}

/** The same with the case whose figures stand beside those that a to-do asks for. */
async function withLast({ assistant }: Asked, view: Opened, key: string): Promise<Opened> {
  return { ...view, last: await comparableCase(assistant, view.model, view.case, formOf(view.model, key)) };
}

function formOf({ process }: Model, key: string): readonly Item[] {
  return placedTodos(process).find((placed) => placed.key === key)?.rule.form ?? [];
}

function readWritten(
  view: Opened,
  key: string,
  inputs: Readonly<Record<string, unknown>>,
): { readonly change: TodoChange } | { readonly rejected: Rejected } {
  const form = formOf(view.model, key);
  const { model, today } = view;
  const ground = { model, position: replay(model, view.case.answers), today };
  const own = { source: 'product', required: false } as const;
  const read = {
    person: readAnswer(
      ground,
      { ...own, id: 'person', type: 'text', personal: true, maxLength: LONGEST.person },
      inputs.person,
    ),
    date: readAnswer(ground, { ...own, id: 'date', type: 'date' }, inputs.date),
    note: readAnswer(
      ground,
      { ...own, id: 'note', type: 'text', personal: true, maxLength: LONGEST.note },
      inputs.note,
    ),
  };
  const filled = readForm(ground, form, inputs);
  // A form may be filled in bit by bit: what is missing is asked for when the to-do is ticked.
  const problems: Record<string, Problem> = Object.fromEntries(
    Object.entries(filled.problems).filter(([, problem]) => problem !== 'missing'),
  );
  const meant: Record<string, Meant> = { ...filled.meant };
  for (const [name, value] of Object.entries(read)) {
    if (!('problem' in value)) continue;
    problems[name] = value.problem;
    if (value.meant) meant[name] = value.meant;
  }
  if (Object.keys(problems).length > 0) return { rejected: { inputs, problems, meant } };
  const text = (value: (typeof read)['note']) =>
    'value' in value && typeof value.value === 'string' ? value.value : null;
  const answers: Answers = Object.fromEntries(Object.entries(filled.values).filter(([, value]) => value !== null));
  return { change: { type: 'write', person: text(read.person), due: text(read.date), note: text(read.note), answers } };
}
