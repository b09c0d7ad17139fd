import { LONGEST } from '../../cards/case/todo-form';
import type { Rejected } from '../../cards/parts/field';
import { placedTodos, type Todo, type TodoChange } from '../../domain/case/todo';
import type { EntryProblem } from '../../domain/directory/entry-fields';
import type { Named } from '../../domain/person';
import type { Answers } from '../../domain/process/answers';
import type { Meant, Problem } from '../../domain/process/typed';
import { readAnswer, readForm } from '../../domain/walk/answer-input';
import { replay } from '../../domain/walk/replay';
import type { Asked } from '../asked';
import { findOwnPerson } from '../sought-person';
import { isOnlyGiven, type OpenedTodos } from './open-todos';

type Inputs = Readonly<Record<string, unknown>>;

/** What was written on a to-do's card, or what has to be written differently. */
export type WrittenTodo =
  | { readonly change: TodoChange }
  | { readonly rejected: Rejected; readonly unfound?: EntryProblem | undefined };

/** Reads a to-do's card. Whoever was given the to-do answers what it asks: whose it is and by when stays as it was. */
export async function readWrittenTodo(
  asked: Asked,
  view: OpenedTodos,
  todo: Todo,
  inputs: Inputs,
): Promise<WrittenTodo> {
  const form = placedTodos(view.model.process).find((placed) => placed.key === todo.key)?.rule.form ?? [];
  const { model, today } = view;
  const isGiven = isOnlyGiven(view, todo);
  const ground = { model, position: replay(model, view.case.answers), today };
  const own = { source: 'product', required: false } as const;
  const text = (id: 'person' | 'note') =>
    readAnswer(ground, { ...own, id, type: 'text', personal: true, maxLength: LONGEST[id] }, inputs[id]);
  const read = {
    person: isGiven ? { value: todo.person ?? null } : text('person'),
    date: isGiven ? { value: todo.due ?? null } : readAnswer(ground, { ...own, id: 'date', type: 'date' }, inputs.date),
    note: text('note'),
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
    if ('meant' in value && value.meant) meant[name] = value.meant;
  }
  const picked = isGiven ? undefined : await readPicked(asked, todo, inputs);
  const unfound = typeof picked === 'string' ? picked : undefined;
  if (Object.keys(problems).length > 0 || unfound) return { rejected: { inputs, problems, meant }, unfound };
  const answers: Answers = Object.fromEntries(Object.entries(filled.values).filter(([, value]) => value !== null));
  const change = { type: 'write', due: textOf(read.date), note: textOf(read.note), answers } as const;
  return typeof picked === 'object'
    ? { change: { ...change, person: picked.name, personId: picked.id } }
    : { change: { ...change, person: textOf(read.person) } };
}

function textOf(read: object): string | null {
  return 'value' in read && typeof read.value === 'string' ? read.value : null;
}

/** Who was picked, or why nobody could be; undefined where nobody was. A name that was typed besides could be another one. */
async function readPicked(
  asked: Asked,
  todo: Todo,
  { picked, person }: Inputs,
): Promise<Named | EntryProblem | undefined> {
  if (typeof picked !== 'string' || picked === '') return undefined;
  if (typeof person === 'string' && person !== '' && person !== todo.person) return 'only-one';
  const found = await findOwnPerson(asked, { person: picked });
  return 'value' in found ? found.value : found.problems.person;
}
