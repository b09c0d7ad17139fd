import type { Assistant } from '../assistant';

/**
 * Tells the log of reminders that a case goes without, because its day is on no calendar: stored before days had bounds.
 * Its requester mends it by changing the day.
 */
export function logUnreckoned(
  { log }: Pick<Assistant, 'log'>,
  caseNumber: string,
  unreckoned: readonly string[] = [],
): void {
  for (const about of unreckoned)
    log.warn('reminder.left-out', { case: caseNumber, about, failure: 'day-not-reckoned' });
}
