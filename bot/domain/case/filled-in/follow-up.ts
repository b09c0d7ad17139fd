/** What is written down when a visit or event is followed up: the forms of one of the process's lists, all together. */

import type { Deed } from '../../person';
import type { Answers } from '../../process/answers';
import type { Item, Process } from '../../process/process';
import { type PlacedTodo, placedTodos, type Todo } from '../todo';

/** The questions that are asked: those of the list's to-dos that have a form and are not done yet. */
export function followUpItems(process: Process, todos: readonly Todo[]): readonly Item[] {
  return openForms(process, todos).flatMap(({ placed }) => placed.rule.form);
}

/** What has been filled in so far, on the to-dos themselves. */
export function followUpAnswers(process: Process, todos: readonly Todo[]): Answers {
  return Object.assign({}, ...openForms(process, todos).map(({ todo }) => todo.answers ?? {}));
}

/** The to-dos with these answers, done. Each keeps its own part of them. */
export function followedUp(
  process: Process,
  todos: readonly Todo[],
  values: Answers,
  { who, now }: Deed,
): readonly Todo[] {
  return openForms(process, todos).map(({ placed, todo }) => {
    const own = placed.rule.form.flatMap(({ id }) => {
      const value = values[id];
      return value === undefined || value === null ? [] : [[id, value] as const];
    });
    return {
      ...todo,
      revision: todo.revision + 1,
      answers: Object.fromEntries(own),
      done: { at: now.toISOString(), by: { id: who.id, name: who.name } },
    };
  });
}

function openForms(
  process: Process,
  todos: readonly Todo[],
): readonly { readonly placed: PlacedTodo; readonly todo: Todo }[] {
  return placedTodos(process).flatMap((placed) => {
    const todo = todos.find(({ key, done }) => key === placed.key && !done);
    return placed.list === process.followUp && placed.rule.form.length > 0 && todo ? [{ placed, todo }] : [];
  });
}
