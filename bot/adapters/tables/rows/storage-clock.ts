import type { Clock, Log, SharedClock } from '../../../ports';

/** The service tells the time in whole seconds, and an answer travels a while. */
const SMALLEST_MS = 2_000;
/** More than that is no clock that drifts; whose of the two is wrong nobody knows. */
const LARGEST_MS = 60 * 60_000;

/**
 * The time as storage has it. Several instances share the outbox, and a claim on an entry runs out by time: an instance
 * whose clock is minutes behind would write claims that the others take for run out, and both would deliver. So each
 * goes by the one clock that all of them hear, with every answer of storage, and its own only tells what has passed since.
 */
export class StorageClock implements SharedClock {
  private offset = 0;
  private apart = false;

  constructor(
    private readonly own: Clock,
    private readonly log?: Log | undefined,
  ) {}

  now(): Date {
    return new Date(this.own.now().getTime() + this.offset);
  }

  isTrusted(): boolean {
    return !this.apart;
  }

  /** @param date the `Date` header of an answer that has just come; anything else is ignored. */
  heard(date: string | undefined): void {
    const told = Date.parse(date ?? '');
    if (Number.isNaN(told)) return;
    const off = told - this.own.now().getTime();
    const apart = Math.abs(off) > LARGEST_MS;
    if (apart && !this.apart)
      this.log?.error('clock.not-trusted', new Error(REMEDY), { seconds: Math.round(off / 1000) });
    this.apart = apart;
    const next = apart || Math.abs(off) < SMALLEST_MS ? 0 : off;
    if (Math.abs(next - this.offset) < SMALLEST_MS) return;
    this.offset = next;
    this.log?.warn('clock.differs', { seconds: Math.round(next / 1000) });
  }
}

const REMEDY =
  "This host's clock and storage's are more than an hour apart, and nobody can tell which is wrong. Until they agree this " +
  "instance delivers, reminds and purges nothing, and is not ready. Mend the host's time.";
