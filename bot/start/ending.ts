/** How the process ends when its host tells it to. */
import type { Log } from '../ports';

export interface EndingOptions {
  /** Where signals come from and what ends: the process itself. */
  readonly process: Pick<NodeJS.Process, 'on' | 'exit'>;
  /** Finishes what is under way. */
  readonly stop: () => Promise<void>;
  readonly log: Log;
  /** The longest that it may take, in milliseconds. */
  readonly limitMs?: number;
}

/** Below the grace of a minute that the host gives (`infra/modules/host.bicep`); a delivery may take thirty seconds. */
const LIMIT_MS = 50_000;

/**
 * Ends the process on SIGTERM or SIGINT: with 0 when everything that was under way is finished; with 1 when that takes
 * too long, fails, or a second signal asks for the end at once. What is cut off then is known to storage: claims on
 * entries run out, and an instance that goes on finds them.
 */
export function endOnSignal({ process, stop, log, limitMs = LIMIT_MS }: EndingOptions): void {
  let isEnding = false;
  const endNow = (why: string) => {
    log.warn('bot.stopped-early', { why });
    process.exit(1);
  };
  const onSignal = () => {
    if (isEnding) return endNow('second-signal');
    isEnding = true;
    log.info('bot.stopping');
    setTimeout(() => endNow('limit'), limitMs).unref();
    stop().then(
      () => process.exit(0),
      (cause) => {
        log.error('bot.not-stopped', cause);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
