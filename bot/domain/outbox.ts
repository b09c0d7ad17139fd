/**
 * What is to be sent because of a case. Entries are written in the same transaction as the change that causes them,
 * and a worker delivers them later: so nothing is sent for a change that was not kept, and nothing kept goes untold.
 */
import type { Case } from './case';
import type { Person } from './draft';

/** `timer`: nothing is sent now; when the entry is due, somebody is reminded in Teams. */
export type Channel = 'teams' | 'mail' | 'timer';

/**
 * `receipt` to the requester, `request` to the responsible unit, `information` to a unit that is only told, `review` to
 * whoever has to look at the case again, `update` to everybody who holds a card of the case.
 */
export type Purpose = 'receipt' | 'request' | 'information' | 'review' | 'update';

export type Target =
  | { readonly kind: 'person'; readonly person: Pick<Person, 'id' | 'tenant'>; readonly as?: 'responsible' }
  | { readonly kind: 'unit'; readonly unit: string; readonly deliverTo: string };

export interface OutboxEntry {
  /** The same for the same effect: case, purpose, target and channel. */
  readonly key: string;
  readonly case: string;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly target: Target;
  /** A message that this one replaces in place instead of adding another to the chat. */
  readonly replaces?: string;
  /** UTC, ISO 8601: not before this moment. */
  readonly due: string;
  /** For a timer that comes again: so many months after it was delivered. */
  readonly everyMonths?: number;
  readonly attempts: number;
  /**
   * `due`: to be sent. `claimed`: a worker is at it. `unknown`: sent perhaps; waits for somebody to look, which for a mail
   * the worker does. `sent` and `dead` are final.
   */
  readonly state: 'due' | 'claimed' | 'unknown' | 'sent' | 'dead';
  /** Why the last attempt failed, as a code. */
  readonly failure?: string;
}

/** How an attempt to deliver went. `unsure`: the request left, and no answer says whether it was carried out. */
export type Delivery =
  | { readonly result: 'sent' }
  | { readonly result: 'failed'; readonly failure: string; readonly retryAfterSeconds?: number }
  | { readonly result: 'refused'; readonly failure: string }
  | { readonly result: 'unsure'; readonly failure: string; readonly retryAfterSeconds?: number }
  /** The channel is not configured here: the entry waits, and the attempt does not count. */
  | { readonly result: 'closed' };

/**
 * What is known of the attempts before this one: there was none, they certainly told nobody (but may have left something
 * behind), or nobody knows.
 */
export type Earlier = 'none' | 'failed' | 'unsure';

/** With the pauses below, about a day. */
const MAX_ATTEMPTS = 32;
const FIRST_RETRY_SECONDS = 5;
const LONGEST_RETRY_SECONDS = 3600;
/** What is on its way has arrived by then, so that looking for it finds it. */
const LOOK_AFTER_SECONDS = 30;
/** How long a worker may be silent before its claim counts as lost. */
export const CLAIM_SECONDS = 60;

/** The entries that a new case causes: the requester's receipt, and word to each unit by card and by mail. */
export function entriesOnSubmit(made: Case, message?: string): readonly OutboxEntry[] {
  const { responsible, informed } = made.routing;
  const unit = ({ unit, deliverTo }: { unit: string; deliverTo: string }): Target => ({
    kind: 'unit',
    unit,
    deliverTo,
  });
  const requester: Target = { kind: 'person', person: { id: made.requester.id, tenant: made.requester.tenant } };
  return [
    { ...entry(made, 'receipt', 'teams', requester), ...(message !== undefined && { replaces: message }) },
    entry(made, 'request', 'teams', unit(responsible)),
    entry(made, 'request', 'mail', unit(responsible)),
    ...informed.map((told) => entry(made, 'information', 'mail', unit(told))),
  ];
}

/**
 * The entries that a change of the case causes: its cards are updated in place, the requester's and that of whoever
 * took it on. A case that was passed on is announced to the unit that gets it.
 */
export function updateEntries(made: Case, passedOn: boolean): readonly OutboxEntry[] {
  const { tenant, id } = made.requester;
  const update = (name: string, target: Target, message: string | undefined): OutboxEntry => ({
    ...entry(made, 'update', 'teams', target),
    key: [made.number, `update-${made.lastEvent}`, name, 'teams'].join('.'),
    ...(message !== undefined && { replaces: message }),
  });
  const { unit, deliverTo } = made.routing.responsible;
  const next: Target = { kind: 'unit', unit, deliverTo };
  const announced = (channel: Channel): OutboxEntry => ({
    ...entry(made, 'request', channel, next),
    key: [made.number, `request-${made.lastEvent}`, unit, channel].join('.'),
  });
  return [
    update('requester', { kind: 'person', person: { id, tenant } }, made.message),
    ...(made.holder
      ? [
          update(
            'holder',
            { kind: 'person', person: { id: made.holder.id, tenant }, as: 'responsible' },
            made.holder.message,
          ),
        ]
      : []),
    ...(passedOn ? [announced('teams'), announced('mail')] : []),
  ];
}

function entry(made: Case, purpose: Purpose, channel: Channel, target: Target): OutboxEntry {
  const name = target.kind === 'person' ? 'requester' : target.unit;
  const key = [made.number, purpose, name, channel].join('.');
  const due = made.said?.at ?? made.submittedAt;
  return { key, case: made.number, purpose, channel, target, due, attempts: 0, state: 'due' };
}

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

/**
 * Whether delivering an entry again does no harm: an update in place, a mail (its mailer looks before it sends again),
 * and a reminder that comes again anyway.
 */
export function isRepeatable(entry: OutboxEntry): boolean {
  return entry.replaces !== undefined || entry.channel === 'mail' || entry.everyMonths !== undefined;
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
      return settled({ ...rest, attempts, state: 'sent' }, now);
    }
    case 'closed':
      return { ...entry, state: 'due', due: later(now, LONGEST_RETRY_SECONDS) };
    case 'refused':
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

/** In seconds. */
function pauseAfter(
  attempts: number,
  { retryAfterSeconds = 0 }: { retryAfterSeconds?: number },
  random: number,
): number {
  const pause = Math.min(FIRST_RETRY_SECONDS * 2 ** (attempts - 1), LONGEST_RETRY_SECONDS);
  return Math.max(pause * (0.5 + random / 2), retryAfterSeconds);
}

/** The timer of a review: due so many months after the case was sent, and again after as many. */
export function reviewEntry(made: Case, review: string, everyMonths: number): OutboxEntry {
  const requester: Target = { kind: 'person', person: { id: made.requester.id, tenant: made.requester.tenant } };
  const key = [made.number, 'review', review, 'timer'].join('.');
  const due = monthsLater(new Date(made.submittedAt), everyMonths);
  return {
    key,
    case: made.number,
    purpose: 'review',
    channel: 'timer',
    target: requester,
    due,
    everyMonths,
    attempts: 0,
    state: 'due',
  };
}

function monthsLater(from: Date, months: number): string {
  const date = new Date(from);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString();
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
