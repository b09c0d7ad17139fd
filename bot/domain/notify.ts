import type { Person } from './person';

/**
 * How often the assistant may write to somebody of its own accord. `daily`: once a working day, all together. `quiet`:
 * only what others wait for from this person; no reminders, nothing that is merely for information.
 */
export const NOTIFY = ['at-once', 'daily', 'quiet'] as const;
export type Notify = (typeof NOTIFY)[number];

/** What somebody's summary of a day is claimed as, so that they get one, however many instances there are. */
export function digestOf({ id, tenant }: Pick<Person, 'id' | 'tenant'>): string {
  return `digest|${tenant}|${id}`.toLowerCase();
}

/** What it is claimed as that somebody is told, once a month, of the directory's entries that nobody has checked. */
export function staleEntriesOf({ id, tenant }: Pick<Person, 'id' | 'tenant'>): string {
  return `stale-entries|${tenant}|${id}`.toLowerCase();
}
