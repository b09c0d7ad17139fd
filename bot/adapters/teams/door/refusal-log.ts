import type { Log } from '../../../ports';
import type { Refusal, RefusalReason } from './refusal';

/** Of each reason, in a minute; whoever looks for a cause finds it in these. */
const MOST_TOLD = 20;
const MINUTE_MS = 60_000;

/**
 * Tells the log of refusals. The address is public and knocking costs nothing, so nobody may fill the log by it: of each
 * reason the first twenty in a minute have a line each, and the rest of them one line together when the minute is over.
 * What is counted as a metric is all of them.
 */
export function createRefusalLog(log: Log): (refusal: Refusal) => void {
  const thisMinute = new Map<RefusalReason, number>();

  function endMinute(reason: RefusalReason): void {
    const more = (thisMinute.get(reason) ?? 0) - MOST_TOLD;
    thisMinute.delete(reason);
    if (more > 0) log.warn('door.refused-more', { reason, more });
  }

  return ({ reason, status }) => {
    const before = thisMinute.get(reason) ?? 0;
    thisMinute.set(reason, before + 1);
    if (before === 0) setTimeout(endMinute, MINUTE_MS, reason).unref();
    if (before < MOST_TOLD) log.warn('door.refused', { reason, status });
  };
}
