/**
 * Every row key of the table `casework`. Parts are separated by `|`; what belongs together sorts together, so each
 * question that the bot asks is one point read or one range within one partition (see `docs/data.md`).
 *
 * | row                    | key                                           |
 * | ---------------------- | --------------------------------------------- |
 * | draft                  | `draft|<owner key>|<draft id>`                |
 * | case                   | `case|<number>`                               |
 * | event of a case        | `case|<number>|event|<6 digits>`              |
 * | to-do of a case        | `case|<number>|todo|<list>.<to-do>`           |
 * | settled outbox entry   | `case|<number>|entry|<entry key>|<operation>` |
 * | waiting outbox entry   | `outbox|<due>|<entry key>|<operation>`        |
 * | stuck outbox entry     | `stuck|<since>|<entry key>|<operation>`       |
 * | unreadable outbox entry | `unreadable|<the key it had>`                 |
 * | last number of a year  | `counter|<prefix>|<year>`                     |
 *
 * The row of an outbox entry is never updated. Each change moves it to a new key, which ends in the operation that
 * wrote it, so that deleting the old key succeeds for one worker only. (An ETag would say the same, but
 * `@azure/data-tables` 13.3.2 leaves it out of deletes in a transaction.)
 */
import type { Person } from '../../../domain/person';
import { ownerKey } from '../../../domain/walk/draft-id';

/** Row keys from `from` (inclusive) to `to` (exclusive). */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

const SEPARATOR = '|';
/** The character after the separator: `draft}` is behind everything that begins with `draft|`. */
const AFTER_SEPARATOR = '}';
/** The character after the one between year and serial number. */
const AFTER_DASH = '.';
/** Sorts before every character that ids are made of, so that `<key>!` is just behind `<key>`. */
const JUST_BEHIND = '!';
const ASIDE = 'unreadable';
const LONGEST_PART = 200;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that the service forbids in keys
const UNSAFE = /[\u0000-\u001f\u007f-\u009f/\\#?|]/;

/** Whether a text may be part of a key. Ask it of anything that came in with a card before using it to look something up. */
export function isKeySafe(part: string): boolean {
  return part.length > 0 && part.length <= LONGEST_PART && !UNSAFE.test(part);
}

export function draftKey(owner: Pick<Person, 'id' | 'tenant'>, id: string): string {
  return join('draft', ownerKey(owner), id);
}

/** The owner's drafts, newest first; those behind `after` if it is given. */
export function draftRange(owner: Pick<Person, 'id' | 'tenant'>, after?: string): KeyRange {
  const all = everythingIn('draft', ownerKey(owner));
  return after === undefined ? all : { ...all, from: draftKey(owner, after) + JUST_BEHIND };
}

/** The drafts of everybody in a bucket. */
export function everyDraft(): KeyRange {
  return everythingIn('draft');
}

export function caseKey(number: string): string {
  return join('case', number);
}

/** All cases, with everything that is kept beside them. */
export function caseRange(): KeyRange {
  return everythingIn('case');
}

/** All cases that one process's letter was given to in these years (both included), with everything beside them. */
export function casesOfYears(prefix: string, from: number, to: number): KeyRange {
  return { from: caseKey(`${prefix}-${from}-`), to: caseKey(`${prefix}-${to}${AFTER_DASH}`) };
}

/** Which case a row belongs to, and what it is to it: the case itself, or the kind of what is kept beside it. */
export function placeInCase(rowKey: string): { readonly number: string; readonly kind: string } {
  const [, number = '', kind = 'case'] = rowKey.split(SEPARATOR);
  return { number, kind };
}

export function eventKey(number: string, sequence: number): string {
  return join('case', number, 'event', String(sequence).padStart(6, '0'));
}

export function eventRange(number: string): KeyRange {
  return everythingIn('case', number, 'event');
}

/** The events from one sequence number to another, both included. */
export function eventsBetween(number: string, from: number, to: number): KeyRange {
  return { from: eventKey(number, from), to: eventKey(number, to) + JUST_BEHIND };
}

export function todoKey(number: string, key: string): string {
  return join('case', number, 'todo', key);
}

export function todoRange(number: string): KeyRange {
  return everythingIn('case', number, 'todo');
}

export function counterKey(prefix: string, year: number): string {
  return join('counter', prefix, String(year));
}

export function waitingKey(due: string, entry: string, operation: string): string {
  return join('outbox', fixedWidth(new Date(due)), entry, operation);
}

/** Entries that are due at this moment, oldest first. */
export function dueRange(now: Date): KeyRange {
  return { from: `outbox${SEPARATOR}`, to: join('outbox', fixedWidth(new Date(now.getTime() + 1))) };
}

export function waitingRange(): KeyRange {
  return everythingIn('outbox');
}

/** An entry that waits for a person: given up, or sent perhaps. Together, so that they can be listed. */
export function stuckKey(since: string, entry: string, operation: string): string {
  return join('stuck', fixedWidth(new Date(since)), entry, operation);
}

export function stuckRange(): KeyRange {
  return everythingIn('stuck');
}

/** Stuck entries, and behind them those that were put aside: no other key lies between the two. */
export function strandedRange(): KeyRange {
  return { from: stuckRange().from, to: everythingIn(ASIDE).to };
}

/** Where an outbox entry is put that cannot be read, until somebody mends it and puts it back. */
export function asideKey(rowKey: string): string {
  return `${ASIDE}${SEPARATOR}${rowKey}`;
}

export function isAside(rowKey: string): boolean {
  return rowKey.startsWith(`${ASIDE}${SEPARATOR}`);
}

/** The key of the outbox entry in a row that waits, for a worker or for a person; undefined for any other row. */
export function waitingEntryIn(rowKey: string): string | undefined {
  const [kind = '', , entry = ''] = rowKey.split(SEPARATOR);
  return (kind === 'outbox' || kind === 'stuck') && entry !== '' ? entry : undefined;
}

/** An entry that is over, whichever operation wrote it, beside what it belongs to. */
export function settledEntryRange(prefix: string, id: string, entry: string): KeyRange {
  return everythingIn(prefix, id, 'entry', entry);
}

/** All rows of a partition. */
export function everyRow(): KeyRange {
  return { from: JUST_BEHIND, to: '~' };
}

/** What was put aside in a bucket. */
export function asideRange(): KeyRange {
  return everythingIn('unreadable');
}

/** Whether what was put aside is of a case or another subject, as the key of its entry says. */
export function isAsideOf(id: string, rowKey: string): boolean {
  return rowKey.includes(`${SEPARATOR}${id}.`);
}

/** `prefix`: `case`, or what the keys of another subject begin with. */
export function settledKey(prefix: string, id: string, entry: string, operation: string): string {
  return join(prefix, id, 'entry', entry, operation);
}

export function settledRange(prefix: string, id: string): KeyRange {
  return everythingIn(prefix, id, 'entry');
}

/**
 * Whether the keys of a subject may begin with this: those of other rows do not, nor does it sort among what is read in one
 * range (`strandedRange`).
 */
export function isFreePrefix(prefix: string): boolean {
  const { from, to } = strandedRange();
  const key = prefix + SEPARATOR;
  return isKeySafe(prefix) && !['draft', 'outbox', 'counter'].includes(prefix) && (key < from || key >= to);
}

function join(...parts: readonly string[]): string {
  const unsafe = parts.find((part) => !isKeySafe(part));
  if (unsafe !== undefined) throw new RangeError(`"${unsafe}" cannot be part of a row key.`);
  return parts.join(SEPARATOR);
}

function everythingIn(...parts: readonly string[]): KeyRange {
  const prefix = join(...parts);
  return { from: prefix + SEPARATOR, to: prefix + AFTER_SEPARATOR };
}

/** Always in UTC with milliseconds, because the keys sort as text. */
function fixedWidth(moment: Date): string {
  return moment.toISOString();
}
