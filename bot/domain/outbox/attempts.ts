/** What becomes of an entry of the outbox with each attempt to deliver it. */
import { monthsLater } from '../working-time';
import { mayRepeat } from './channels';
import type { OutboxEntry, Target } from './entry';

/** How an attempt to deliver went. `unsure`: the request left, and no answer says whether it was carried out. */
export type Delivery =
  /** `refused`: a code for what the channel would not take of it, where a repeat would change nothing. */
  | { readonly result: 'sent'; readonly message?: string; readonly refused?: string }
  | { readonly result: 'failed'; readonly failure: string; readonly retryAfterSeconds?: number }
  | { readonly result: 'refused'; readonly failure: string }
  | { readonly result: 'unsure'; readonly failure: string; readonly retryAfterSeconds?: number }
  /** Word to some of many units: these entries are kept in one step with what is left to unfold. */
  | { readonly result: 'unfolded'; readonly entries: readonly OutboxEntry[]; readonly rest: readonly string[] }
  /** There is nothing to say any more. */
  | { readonly result: 'obsolete' }
  /** Teams lets nothing into this chat any more: the person has removed or blocked the app. Nothing has been sent. */
  | { readonly result: 'shut-out'; readonly failure: string }
  /** Whoever it is for cannot be reached in Teams: it goes by mail. Nothing has been sent. */
  | { readonly result: 'by-mail' }
  /** Whoever it was for has no right to it any more: it goes to somebody else. Nothing has been sent. */
  | { readonly result: 'handed-on'; readonly target: Target }
  /** Not now, but then (UTC, ISO 8601): the person wants it so. The attempt does not count. */
  | { readonly result: 'later'; readonly due: string }
  /** The channel is not open here: not configured, or its addresses not confirmed. The entry waits, and the attempt does not count. */
  | { readonly result: 'closed' };

/**
 * What is known of the attempts before this one: there was none, they certainly told nobody (but may have left something
 * behind), or nobody knows.
 */
export type Earlier = 'none' | 'failed' | 'unsure';

/** With the pauses below, about a day. */
const MAX_ATTEMPTS = 2_000;
const FIRST_RETRY_SECONDS = 5;
/** With the worker's own interval less than a minute: what waits goes out within a minute once the trouble is over. */
const LONGEST_RETRY_SECONDS = 40;
const CLOSED_SECONDS = 3600;
/** Whatever a channel asks for: what it says may be a slip, and beyond the year 9999 an entry would not even sort. */
const LONGEST_WISH_SECONDS = 3600;
/** What is on its way has arrived by then, so that looking for it finds it. */
const LOOK_AFTER_SECONDS = 30;
/** How long a worker may be silent before its claim counts as lost. */
export const CLAIM_SECONDS = 60;

/**
 * The entry as a worker holds it while it delivers: due again when the claim runs out. A claim that ran out was an
 * attempt, although nobody could record it.
 */
export function claimed(entry: OutboxEntry, now: Date): OutboxEntry {
  const attempts = entry.attempts + (entry.state === 'claimed' ? 1 : 0);
  return { ...entry, attempts, state: 'claimed', due: later(now, CLAIM_SECONDS) };
}

/** What whoever delivers an entry has to know of it, as it was before it was claimed. */
export function earlierAttempts({ state, attempts }: OutboxEntry): Earlier {
  if (state === 'claimed' || state === 'unknown') return 'unsure';
  return attempts > 0 ? 'failed' : 'none';
}

/** Whether delivering an entry again does no harm: an update in place, or what goes by a channel that declares it. */
export function isRepeatable({ replaces, channel, purpose }: OutboxEntry): boolean {
  return replaces !== undefined || purpose === 'update' || mayRepeat(channel);
}

/**
 * The entry after an attempt. What was certainly not carried out is tried again, with growing pauses (jitter from
 * `random`, 0..1). An unsure one becomes `unknown`: a repeatable one is looked for and tried again after a pause, any
 * other waits for a person, because a repeat might say it twice. A timer that comes again is tried again either way,
 * and comes again whatever happens: one that went wrong once must not be silent for all years to come.
 */
export function afterAttempt(entry: OutboxEntry, delivery: Delivery, now: Date, random: number): OutboxEntry {
  const attempts = entry.attempts + 1;
  switch (delivery.result) {
    case 'sent': {
      const { failure: _, ...rest } = entry;
      const { message, refused } = delivery;
      const told = { ...(message !== undefined && { message }), ...(refused !== undefined && { failure: refused }) };
      return settled({ ...rest, attempts, state: 'sent', ...told }, now);
    }
    case 'unfolded': {
      const { failure: _, ...rest } = entry;
      const left: OutboxEntry = { ...rest, target: { kind: 'units', units: delivery.rest }, attempts: 0 };
      return delivery.rest.length === 0
        ? settled({ ...left, state: 'sent' }, now)
        : { ...left, state: 'due', due: now.toISOString() };
    }
    case 'obsolete':
      return settled({ ...entry, state: 'obsolete' }, now);
    case 'by-mail':
      return { ...entry, channel: 'mail', attempts: 0, state: 'due', due: now.toISOString() };
    case 'handed-on': {
      const { target } = delivery;
      const channel = target.kind === 'person' ? 'teams' : 'mail';
      return { ...entry, target, channel, attempts: 0, state: 'due', due: now.toISOString() };
    }
    case 'later':
      return { ...entry, state: 'due', due: delivery.due };
    case 'closed':
      return { ...entry, state: 'due', due: later(now, CLOSED_SECONDS) };
    case 'refused':
    case 'shut-out':
      return settled({ ...entry, attempts, state: 'dead', failure: delivery.failure }, now);
    case 'unsure': {
      if (entry.everyMonths !== undefined) return triedAgain(entry, delivery, now, random);
      const unknown: OutboxEntry = { ...entry, attempts, state: 'unknown', failure: delivery.failure };
      const pause = Math.max(pauseAfter(attempts, delivery, random), LOOK_AFTER_SECONDS);
      return { ...unknown, due: isWaiting(unknown) ? later(now, pause) : now.toISOString() };
    }
    case 'failed':
      return triedAgain(entry, delivery, now, random);
  }
}

/** A given-up or uncertain entry that a person wants to have sent (once more), or knows to have arrived. */
export function revived(entry: OutboxEntry, wish: 'send' | 'arrived', now: Date): OutboxEntry {
  if (wish === 'arrived') return { ...entry, state: 'sent' };
  const { failure: _, ...rest } = entry;
  return { ...rest, state: 'due', attempts: 0, due: now.toISOString() };
}

function triedAgain(
  entry: OutboxEntry,
  delivery: Extract<Delivery, { result: 'failed' | 'unsure' }>,
  now: Date,
  random: number,
): OutboxEntry {
  const attempts = entry.attempts + 1;
  const { failure } = delivery;
  if (attempts >= MAX_ATTEMPTS) return settled({ ...entry, attempts, state: 'dead', failure }, now);
  return { ...entry, attempts, state: 'due', failure, due: later(now, pauseAfter(attempts, delivery, random)) };
}

/** An entry that is over, or due on its next day when it comes again. */
function settled(entry: OutboxEntry, now: Date): OutboxEntry {
  if (entry.everyMonths === undefined) return { ...entry, due: now.toISOString() };
  return { ...entry, attempts: 0, state: 'due', due: monthsLater(now, entry.everyMonths) };
}

/** Whether an entry waits for a worker; the others are history, or wait for a person. */
export function isWaiting(entry: OutboxEntry): boolean {
  if (entry.state === 'unknown') return isRepeatable(entry) && entry.attempts < MAX_ATTEMPTS;
  return entry.state === 'due' || entry.state === 'claimed';
}

/** Whether an entry is over without its effect being certain: a person has to look. */
export function isStuck(entry: OutboxEntry): boolean {
  return entry.state === 'dead' || (entry.state === 'unknown' && !isWaiting(entry));
}

/** In seconds. */
function pauseAfter(
  attempts: number,
  { retryAfterSeconds = 0 }: { retryAfterSeconds?: number },
  random: number,
): number {
  // Beyond a few doublings the power would only overflow.
  const pause = Math.min(FIRST_RETRY_SECONDS * 2 ** Math.min(attempts - 1, 10), LONGEST_RETRY_SECONDS);
  return Math.max(pause * (0.5 + random / 2), Math.min(retryAfterSeconds, LONGEST_WISH_SECONDS));
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
