/** What is done once a night, by whichever instance is first. */
import { dayInEspoo, momentInEspoo } from './domain/working-time';
import type { Claims, Clock, Log } from './ports';

export interface NightlyOptions {
  readonly clock: Clock;
  readonly claims: Claims;
  readonly log: Log;
  /** By name. What one of them throws is logged; the next night tries again. */
  readonly jobs: Readonly<Record<string, () => Promise<unknown>>>;
}

export interface Nightly {
  /** Begins to look regularly whether it is time. */
  start(): void;
  /** Does now what is due tonight and has not been done by anybody. */
  run(): Promise<void>;
  /** Begins nothing more and resolves when what was begun is done. */
  stop(): Promise<void>;
}

/** After this hour in Espoo: few people work then. */
const NIGHT = '03:00';
const LOOK_EVERY_MS = 10 * 60_000;

/** A night's run that its instance does not survive is not made up for: the next one finds what it would have found. */
export function createNightly({ clock, claims, log, jobs }: NightlyOptions): Nightly {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    const now = clock.now();
    const day = dayInEspoo(now);
    if (now < momentInEspoo(day, NIGHT)) return;
    for (const [name, job] of Object.entries(jobs)) {
      try {
        if (!(await claims.claim(`nightly|${name}`, day, `${process.pid}-${now.getTime()}`))) continue;
        await job();
        log.info('nightly.done', { job: name });
      } catch (cause) {
        log.error('nightly.failed', cause, { job: name });
      }
    }
  }

  return {
    run,
    start() {
      timer = setInterval(() => {
        running = running.then(run);
      }, LOOK_EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
