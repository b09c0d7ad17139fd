/** How a case and its history go on when one of its to-dos changes. */

import type { Deed } from '../../person';
import type { Case, CaseChange, CaseEvent } from '../case';
import { echoes } from '../entries';
import type { Todo } from '../todo';

/** What can happen to a to-do. */
export type TodoEvent = Extract<CaseEvent['type'], `todo-${string}`>;

/** A changed to-do with its event. The event tells what was touched, never what was written. */
export function withTodo(before: Case, todo: Todo, type: TodoEvent, { who, now }: Deed): CaseChange {
  const sequence = before.lastEvent + 1;
  const at = now.toISOString();
  const made = { ...before, lastEvent: sequence, changedAt: at };
  const by = { id: who.id, name: who.name };
  return {
    case: made,
    events: [{ sequence, type, at, by, data: { todo: todo.key } }],
    entries: echoes(made),
    todos: [todo],
  };
}
