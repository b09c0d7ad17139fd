/**
 * Row keys of the table `directory`. An entry's is its id, which begins with a letter or a digit; an event's begins with
 * `|`, which sorts behind all of them. So the entries are one range, and stay one however many events there are.
 *
 * | row              | key                                             |
 * | ---------------- | ----------------------------------------------- |
 * | entry            | `<id>`                                          |
 * | event of an entry | `|event|<id>|<6 digits>|<operation>`           |
 *
 * An event's key ends in the operation that wrote it: should somebody replace an entry by hand, and so begin its count
 * of events anew, no earlier event stands in the way.
 */
import { odata } from '@azure/data-tables';
import type { KeyRange } from '../rows/row-keys';

const BEHIND_ENTRIES = '|';

/** The condition that leaves out events, so that the directory is read as fast with a long history as with none. */
export const ENTRIES_ONLY: string = odata`RowKey lt ${BEHIND_ENTRIES}`;

/** The entries of a list. */
export const EVERY_ENTRY: KeyRange = { from: '', to: BEHIND_ENTRIES };

/** @throws RangeError for what is no id of an entry */
export function entryEventKey(id: string, sequence: number, operation: string): string {
  return `${eventsOf(id)}${String(sequence).padStart(6, '0')}|${operation}`;
}

export function entryEventRange(id: string): KeyRange {
  return { from: eventsOf(id), to: `|event|${id}}` };
}

/** Whether a text may be the id of an entry. Ask it of anything that came in with a card. */
export function isEntryId(id: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 80;
}

function eventsOf(id: string): string {
  if (!isEntryId(id)) throw new RangeError(`"${id}" cannot be the id of a directory entry.`);
  return `|event|${id}|`;
}
