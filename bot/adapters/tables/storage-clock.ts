import type { Clock, Log } from '../../ports';

/** The service tells the time in whole seconds, and an answer travels a while. */
const SMALLEST_MS = 2_000;
/** More than that is no clock that drifts; whose of the two is wrong nobody knows. */
const LARGEST_MS = 60 * 60_000;

/**
 * The time as storage has it. Several instances share the outbox, and a claim on an entry runs out by time: an instance
 * whose clock is minutes behind would write claims that the others take for run out, and both would deliver. So each
 * goes by the one clock that all of them hear, with every answer of storage, and its own only tells what has passed since.
 */
export class StorageClock implements Clock {
  private offset = 0;

  constructor(
    private readonly own: Clock,
    private readonly log?: Log | undefined,
  ) {}

  now(): Date {
    return new Date(this.own.now().getTime() + this.offset);
  }

  /** @param date the `Date` header of an answer that has just come; anything else is ignored. */
  heard(date: string | undefined): void {
    const told = Date.parse(date ?? '');
    if (Number.isNaN(told)) return;
    const off = told - this.own.now().getTime();
    const next = Math.abs(off) < SMALLEST_MS || Math.abs(off) > LARGEST_MS ? 0 : off;
    if (Math.abs(next - this.offset) < SMALLEST_MS) return;
    this.offset = next;
    this.log?.warn('clock.differs', { seconds: Math.round(next / 1000) });
  }
}
