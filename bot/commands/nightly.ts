/** What is done once a night or once a morning, by whichever instance is first. */
import type { Clocks, TimeOfDay } from '../domain/working-time';
import type { Claims, Log, SharedClock } from '../ports';

export interface NightlyOptions {
  readonly clock: SharedClock;
  readonly calendar: Clocks;
  readonly claims: Pick<Claims, 'claim'>;
  readonly log: Log;
  /**
   * By name; each resolves to how much it could not do. That, and what one of them throws, is logged as `nightly.failed`,
   * of which one is enough for somebody to look; the next night tries again. One that is told to stop ends what it is at
   * and leaves the rest to the next night.
   */
  readonly jobs: Jobs;
  /** The same of what writes to people, who are not woken: begun in the morning. */
  readonly mornings?: Jobs;
}

type Jobs = Readonly<Record<string, (stop: AbortSignal) => Promise<{ readonly failed: number }>>>;

export interface Nightly {
  /** Begins to look regularly whether it is time. */
  start(): void;
  /** Does now what is due tonight and has not been done by anybody. */
  run(): Promise<void>;
  /** Begins nothing more, tells the job that is under way, and resolves when that has ended. */
  stop(): Promise<void>;
}

/** After this hour in the city: few people work then. */
const NIGHT = '03:00';
/** When the summaries of the day go out, too. */
const MORNING = '08:30';
const LOOK_EVERY_MS = 10 * 60_000;

/**
 * Nothing runs while nobody can tell what night it is. A night's run that its instance does not survive is not made up for:
 * the next one finds what it would have found.
 */
export function createNightly({ clock, calendar, claims, log, jobs, mornings = {} }: NightlyOptions): Nightly {
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    await carryOut(jobs, NIGHT);
    await carryOut(mornings, MORNING);
  }

  async function carryOut(due: Jobs, from: TimeOfDay): Promise<void> {
    const now = clock.now();
    const day = calendar.dayOf(now);
    if (now < calendar.momentAt(day, from)) return;
    for (const [name, job] of Object.entries(due)) {
      if (signal.aborted || !clock.isTrusted()) return;
      try {
        if (!(await claims.claim(`nightly|${name}`, day, `${process.pid}-${now.getTime()}`))) continue;
        const { failed } = await job(signal);
        if (failed > 0)
          throw new Error(`${failed} of it could not be done: the errors logged before this one say what.`);
        log.info(signal.aborted ? 'nightly.broken-off' : 'nightly.done', { job: name });
      } catch (cause) {
        log.error('nightly.failed', cause, { job: name });
      }
    }
  }

  function run(): Promise<void> {
    running = running.then(look);
    return running;
  }

  return {
    run,
    start() {
      timer = setInterval(() => void run(), LOOK_EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
