/** How a case and its history go on when one of its to-dos changes. */

import type { Deed } from '../../person';
import type { Case, CaseChange, CaseEvent } from '../case';
import { echoes } from '../entries';
import { wordOfGiven } from '../given/given-todo';
import type { Todo } from '../todo';

/** What can happen to a to-do. */
export type TodoEvent = Extract<CaseEvent['type'], `todo-${string}`>;

/**
 * A changed to-do with its event, and word to whoever has just been given it; `former` is the to-do before. The event tells
 * what was touched, never what was written.
 */
export function withTodo(
  before: Case,
  todo: Todo,
  type: TodoEvent,
  { who, now, former }: Deed & { readonly former?: Todo },
): CaseChange {
  const sequence = before.lastEvent + 1;
  const at = now.toISOString();
  const made = { ...before, lastEvent: sequence, changedAt: at };
  const by = { id: who.id, name: who.name };
  return {
    case: made,
    events: [{ sequence, type, at, by, data: { todo: todo.key } }],
    entries: [...wordOfGiven(made, former, todo, who), ...echoes(made)],
    todos: [todo],
  };
}
