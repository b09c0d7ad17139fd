/**
 * A to-do that was given to somebody who was picked: they hear of it, see it and may tick it, until it is done or given to
 * somebody else. It gives no right to anything else of the case.
 */

import { isOpen } from '../../case-state';
import type { OutboxEntry } from '../../outbox/entry';
import type { Named, Person } from '../../person';
import type { Case } from '../case';
import { news } from '../entries';
import type { Todo } from '../todo';

/** The to-dos of a case that are somebody's to do now; none of a case that is over, or of another tenant. */
export function givenTodos(
  made: Pick<Case, 'state' | 'purged' | 'requester'>,
  todos: readonly Todo[],
  { id, tenant }: Pick<Person, 'id' | 'tenant'>,
): readonly Todo[] {
  if (made.requester.tenant !== tenant || !isOpen(made.state) || made.purged !== undefined) return [];
  return todos.filter(({ personId, done }) => !done && personId?.toLowerCase() === id.toLowerCase());
}

/** Word to whoever has just been given a to-do, unless they took it themselves. Its `about` is the key of the to-do. */
export function wordOfGiven(made: Case, before: Todo | undefined, todo: Todo, who: Named): readonly OutboxEntry[] {
  const { personId: id, person: name = '', key, done } = todo;
  if (id === undefined || done || id === before?.personId || id === who.id) return [];
  return [news(made, key, { id, name }, 'assignee')];
}
