/** Kinds of what entries of the outbox belong to. `start/subjects.ts` is the table of those that there are. */
import type { OutboxEntry } from './entry';

/** Something for each kind, by its name: `case`, and what has come beside it. */
export type ByKind<T> = Readonly<Record<string, T>>;

/** The kind of what an entry belongs to. The first one had no need to say so: without, it is a case. */
export function kindOf({ subject = 'case' }: Pick<OutboxEntry, 'subject'>): string {
  return subject;
}

/** What a table has for the kind that an entry belongs to; undefined for a kind that only a newer version knows. */
export function ofKind<T>(table: ByKind<T>, entry: Pick<OutboxEntry, 'subject'>): T | undefined {
  const kind = kindOf(entry);
  return Object.hasOwn(table, kind) ? table[kind] : undefined;
}

/** Another table with a line for the same kinds. */
export function forEachKind<T, U>(table: ByKind<T>, make: (line: T) => U): ByKind<U> {
  return Object.fromEntries(Object.entries(table).map(([kind, line]) => [kind, make(line)]));
}
