/** How many of what there were, while all that is kept is gone through. */
import type { ByKind } from '../domain/outbox/subjects';
import type { Subject } from './subject';

/** None yet of any kind of subject, by what several are called. */
export function noneOf(subjects: ByKind<Subject>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.values(subjects).map(({ plural }) => [plural, 0]));
}

/** One more of something. */
export function tally(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}
