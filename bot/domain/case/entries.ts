/** Which outbox entries a case causes: when it is sent, with every change, and when something has waited too long. */

import type { Delivery } from '../outbox/attempts';
import type { Channel } from '../outbox/channels';
import type { OutboxEntry, Purpose, Reader, Target } from '../outbox/entry';
import type { Named } from '../person';
import { monthsLater } from '../working-time';
import type { Case } from './case';
import type { Destination } from './routing';

/** The entries that a new case causes: the requester's receipt, word to each unit, and its lines elsewhere. */
export function entriesOnSubmit(made: Case, message?: string): readonly OutboxEntry[] {
  const { responsible, informed } = made.routing;
  return [
    {
      ...entry(made, 'receipt', ['requester'], 'teams', personTarget(made, made.requester, 'requester')),
      ...(message !== undefined && { replaces: message }),
    },
    ...word(made, 'request', responsible),
    ...(isMany(informed) ? [wordToMany(made, informed)] : informed.flatMap((told) => word(made, 'information', told))),
    entry(made, 'folder', [], 'sharepoint', CASE),
    ...lines(made),
  ];
}

/** The entries that every change of a case causes: the cards that people hold and the lines elsewhere show it. */
export function echoes(made: Case): readonly OutboxEntry[] {
  return [entry(made, 'update', [], 'teams', CASE, { numbered: true }), ...lines(made)];
}

/** Word of a case that comes to a unit only now: passed on to it, or after an edit. */
export function announcements(
  made: Case,
  purpose: 'request' | 'information',
  to: readonly Destination[],
): readonly OutboxEntry[] {
  if (purpose === 'information' && isMany(to)) return [wordToMany(made, to)];
  return to.flatMap((destination) => word(made, purpose, destination, { numbered: true }));
}

/** So many units get entries of their own at once; each has two, and a transaction has room for a hundred rows. */
const MOST_AT_ONCE = 8;
const UNFOLDED_AT_ONCE = 40;

/**
 * The entries of the first units that word to many is for, and the units that are left. Units that are not told any more
 * (the case is theirs by now) get none. The entries are those that each unit would have had at once, whenever it is done.
 */
export function unfolded(made: Case, many: OutboxEntry): Extract<Delivery, { result: 'unfolded' }> {
  const units = many.target.kind === 'units' ? many.target.units : [];
  const next = new Set(units.slice(0, UNFOLDED_AT_ONCE));
  const then: Case = { ...made, lastEvent: many.event, changedAt: many.due };
  return {
    result: 'unfolded',
    entries: made.routing.informed
      .filter(({ unit }) => next.has(unit))
      .flatMap((told) => word(then, 'information', told, { numbered: true })),
    rest: units.slice(UNFOLDED_AT_ONCE),
  };
}

/** Word to so many units that their entries would not fit into one transaction: one entry, which a worker unfolds. */
function wordToMany(made: Case, to: readonly Destination[]): OutboxEntry {
  const units = to.map(({ unit }) => unit);
  return entry(made, 'information', [], 'fan-out', { kind: 'units', units }, { numbered: true });
}

function isMany(to: readonly Destination[]): boolean {
  return to.length > MOST_AT_ONCE;
}

/** The case to whoever has become its responsible person. */
export function wordToAppointee(made: Case, to: Named): OutboxEntry {
  return entry(made, 'request', ['appointee'], 'teams', personTarget(made, to, 'appointee'), { numbered: true });
}

/** Tells a person of what somebody else did. */
export function news(made: Case, about: string, to: Named, as: Reader): OutboxEntry {
  return entry(made, 'news', [as], 'teams', personTarget(made, to, as), { numbered: true, about });
}

/** The same for a unit of which nobody is known by name. */
export function newsByMail(
  made: Case,
  about: string,
  { unit, deliverTo }: Pick<Destination, 'unit' | 'deliverTo'>,
): OutboxEntry {
  return entry(made, 'news', [unit], 'mail', { kind: 'unit', unit, deliverTo }, { numbered: true, about });
}

/**
 * Reminds a person, or a unit by mail. The key names the timer that ran out and not the event that it made, so that a
 * timer which runs out a second time is recognised.
 */
export function reminder(made: Case, timer: OutboxEntry, to: Target, at: string): OutboxEntry {
  const plain = entry(made, 'reminder', [], to.kind === 'person' ? 'teams' : 'mail', to);
  return { ...plain, key: reminderKey(timer, at), due: at, ...(timer.about !== undefined && { about: timer.about }) };
}

/** The key of what a timer sends. A timer that comes again sends once for each month in which it does. */
export function reminderKey({ key, everyMonths }: OutboxEntry, at: string): string {
  return everyMonths === undefined ? `${key}.reminder` : `${key}.reminder.${at.slice(0, 7)}`;
}

/** A timer that runs out at `due`, by the id of its rule. */
export function timer(made: Case, about: string, due: string): OutboxEntry {
  const event = made.since.event;
  return { ...entry(made, 'reminder', [`${event}-${about}`], 'timer', CASE), event, about, due };
}

/** The timer of a review: due so many months after a moment, and again after as many. */
export function reviewTimer(made: Case, review: string, from: string, everyMonths: number): OutboxEntry {
  const due = monthsLater(new Date(from), everyMonths);
  return { ...entry(made, 'review', [review], 'timer', CASE), about: review, due, everyMonths };
}

const CASE: Target = { kind: 'case' };

function lines(made: Case): readonly OutboxEntry[] {
  return (['register', 'sharepoint'] as const).map((channel) =>
    entry(made, 'line', [], channel, CASE, { numbered: true }),
  );
}

/** Word to a unit: a card to the person who is asked, and a mail to its address. */
function word(
  made: Case,
  purpose: 'request' | 'information',
  { unit, deliverTo, contact }: Destination,
  more: EntryOptions = {},
): readonly OutboxEntry[] {
  const ofUnit: Target = { kind: 'unit', unit, deliverTo };
  const as = purpose === 'request' ? 'responsible' : 'informed';
  const card = contact ? personTarget(made, contact, as) : ofUnit;
  // Nobody is known who could get a card of what needs no answer: the mail tells it.
  const teams = contact || purpose === 'request' ? [entry(made, purpose, [unit], 'teams', card, more)] : [];
  return [...teams, entry(made, purpose, [unit], 'mail', ofUnit, more)];
}

function personTarget({ requester }: Case, { id }: Named, as: Reader): Target {
  return { kind: 'person', person: { id, tenant: requester.tenant }, as };
}

interface EntryOptions {
  /** Whether there can be one for each event; the key has to tell them apart then. */
  readonly numbered?: boolean;
  readonly about?: string;
}

function entry(
  made: Case,
  purpose: Purpose,
  names: readonly string[],
  channel: Channel,
  target: Target,
  { numbered = false, about }: EntryOptions = {},
): OutboxEntry {
  return {
    key: [made.number, numbered ? `${purpose}-${made.lastEvent}` : purpose, ...names, channel].join('.'),
    case: made.number,
    purpose,
    channel,
    target,
    event: made.lastEvent,
    ...(about !== undefined && { about }),
    due: made.changedAt,
    attempts: 0,
    state: 'due',
  };
}
