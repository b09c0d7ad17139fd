import type { TodosView } from '../../cards/case/todos';
import type { Case } from '../../domain/case/case';
import { givenTodos } from '../../domain/case/given/given-todo';
import type { Todo } from '../../domain/case/todo';
import type { Stored } from '../../ports';
import type { Asked } from '../asked';
import { findCase, type OpenedCase } from './open-case';

/** The to-dos of a case as far as somebody sees them. */
export interface OpenedTodos extends TodosView {
  readonly stored: Stored<Case>;
  /** All of them: whether one can be ticked depends on others, too. */
  readonly all: readonly Todo[];
  /** Whether they work on the lists; who was only given a to-do works on that one. */
  readonly mayChange: boolean;
  /** Those that they were given. */
  readonly own: readonly Todo[];
}

/** Whether somebody has a to-do for no other reason than that they were given it. */
export function isOnlyGiven({ mayChange, own }: OpenedTodos, todo: Todo): boolean {
  return !mayChange && own.includes(todo);
}

/**
 * The case with its lists, for everybody who has a part in it (M 3.3: visible to all); a unit only told just looks.
 * Whoever has no part but was given to-dos has those, and undefined is for everybody else: for them there is no such case.
 */
export async function openTodos(asked: Asked, number: string): Promise<OpenedTodos | undefined> {
  const found = await findCase(asked, number);
  return found && todosOf(asked, found);
}

/** The same of a case that has been found. */
export async function todosOf(
  { assistant, turn }: Asked,
  { stored, model, roles }: OpenedCase,
): Promise<OpenedTodos | undefined> {
  const made = stored.value;
  const { items: all } = await assistant.cases.todos(made.number);
  const own = givenTodos(made, all, turn.who);
  const isAllGiven = roles.length === 0;
  const todos = isAllGiven ? own : all;
  if (isAllGiven && todos.length === 0) return undefined;
  const mayChange = stored.value.purged === undefined && roles.some((role) => role !== 'informed');
  const today = assistant.calendar.dayOf(assistant.clock.now());
  return { stored, case: made, model, all, todos, own, isAllGiven, mayChange, today };
}
