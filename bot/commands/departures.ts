/** Ends, every night, the appointments of responsible persons who have left the city or are to be forgotten (M 3.3). */

import type { Case } from '../domain/case/case';
import { appointmentEnded, type Departure, isEndedByItself } from '../domain/case/given/appointment';
import { isUnread } from '../domain/page';
import type { Model } from '../domain/rules/model';
import type { CaseStore, Clock, Colleagues, Erasures, Log } from '../ports';

export interface DepartureOptions {
  readonly cases: CaseStore;
  /** Who is in the tenant; where nobody can be asked, nobody counts as gone. */
  readonly colleagues?: Colleagues;
  readonly erasures: Pick<Erasures, 'open'>;
  /** The model of a process; throws when there is no such process. */
  readonly models: (process: string) => Model;
  readonly clock: Clock;
  readonly log: Log;
  /** Wakes whoever tells the team of it. */
  nudge(caseNumber: string): void;
}

/**
 * Looks through the open cases. Somebody of whom nobody can tell stays: the next night asks again. Resolves to how many
 * cases could not be looked at or written.
 */
export async function endAppointments(
  options: DepartureOptions,
  stop?: AbortSignal,
): Promise<{ readonly ended: number; readonly failed: number }> {
  const { cases, erasures, log } = options;
  const { items } = await erasures.open();
  const forgotten = new Set(items.map(({ person }) => person.id.toLowerCase()));
  const counts = { ended: 0, failed: 0 };
  for await (const made of cases.all()) {
    if (stop?.aborted) break;
    if (isUnread(made) || !isEndedByItself(made)) continue;
    try {
      const why = await departureOf(options, made, forgotten);
      if (why !== undefined && (await end(options, made.number, why))) counts.ended += 1;
    } catch (cause) {
      counts.failed += 1;
      log.error('appointment.not-looked-up', cause, { case: made.number });
    }
  }
  log.info('appointments.done', counts);
  return counts;
}

async function departureOf(
  { colleagues }: DepartureOptions,
  { appointee }: Case,
  forgotten: ReadonlySet<string>,
): Promise<Departure | undefined> {
  if (!appointee) return undefined;
  if (forgotten.has(appointee.id.toLowerCase())) return 'erased';
  return colleagues && (await colleagues.find(appointee.id)) === undefined ? 'left' : undefined;
}

/** False where somebody else has changed the case at this moment: the next night finds it again. */
async function end(
  { cases, models, clock, nudge }: DepartureOptions,
  number: string,
  why: Departure,
): Promise<boolean> {
  const stored = await cases.read(number);
  if (!stored || !isEndedByItself(stored.value)) return false;
  const { value: made } = stored;
  const written = await cases.change(stored, appointmentEnded(models(made.process), made, why, clock.now()));
  if (written === 'conflict') return false;
  nudge(number);
  return true;
}
