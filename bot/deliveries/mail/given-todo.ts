/** What an entry tells somebody who was given a to-do. */
import type { Todo } from '../../domain/case/todo';
import type { OutboxEntry } from '../../domain/outbox/entry';
import type { Assistant } from '../../features/assistant';

/** A to-do, and the name of whoever gave it. */
export interface GivenByEntry {
  readonly todo: Todo;
  readonly giver: string;
}

export function isToAssignee({ target }: OutboxEntry): boolean {
  return target.kind === 'person' && target.as === 'assignee';
}

/** The to-do as it stands now; undefined where it is gone, or nobody can read who gave it. */
export async function givenByEntry(
  { cases }: Assistant,
  { case: number, about, event: sequence }: OutboxEntry,
): Promise<GivenByEntry | undefined> {
  const [{ items: todos }, { items: events }] = await Promise.all([
    cases.todos(number),
    cases.events(number, { from: sequence, to: sequence }),
  ]);
  const todo = todos.find(({ key }) => key === about);
  const [event] = events;
  return todo && event && event.by !== 'assistant' ? { todo, giver: event.by.name } : undefined;
}
