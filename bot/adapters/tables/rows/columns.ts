/** Reading and writing columns. Whatever does not fit is `Unreadable`, with the row and the column in its message. */

import type { z } from 'zod/v4';
import { TooLarge, Unreadable } from '../../../domain/errors';
import { LANGUAGES, type Language } from '../../../domain/language/language';
import type { Newer, WithNewer } from '../../../domain/newer';
import type { Person } from '../../../domain/person';
import { isMoment } from './shapes';
import type { StoredRow } from './table-rows';

/** The service keeps 64 KiB of UTF-16 in a string column. */
const LONGEST_TEXT = 32 * 1024;

/**
 * A value as JSON, for a column.
 * @param what names the value in the error.
 * @throws TooLarge when it does not fit into a column, before anything is sent.
 */
export function jsonText(what: string, value: unknown): string {
  const text = JSON.stringify(value);
  if (text.length > LONGEST_TEXT) {
    throw new TooLarge(what, { size: text.length, limit: LONGEST_TEXT, unit: 'characters' });
  }
  return text;
}

/** Of the text of a column, what a part of a list may take: beside the first part stands something else. */
const LONGEST_PART = 28 * 1024;

/** A list in parts that fit into a column each, as JSON; an entry that is too long by itself is refused by `jsonText`. */
export function inColumns<T>(list: readonly T[]): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let room = 0;
  for (const entry of list) {
    const size = JSON.stringify(entry).length + 1;
    if (size > room) {
      parts.push([]);
      room = LONGEST_PART;
    }
    parts.at(-1)?.push(entry);
    room -= size;
  }
  return parts;
}

export function textOf(row: StoredRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : unreadable(row, column, 'it is not a text');
}

export function optionalTextOf(row: StoredRow, column: string): string | undefined {
  return row[column] === undefined ? undefined : textOf(row, column);
}

export function numberOf(row: StoredRow, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : unreadable(row, column, 'it is not a number');
}

const CODE = /^[a-z][a-z0-9-]*$/;

/** A code of the product, of this version or of another. */
export function codeOf(row: StoredRow, column: string): string {
  const code = textOf(row, column);
  return CODE.test(code) ? code : unreadable(row, column, 'it is not a code');
}

/** The value of a JSON column. Its shape is that of whoever wrote it. */
export function jsonOf(row: StoredRow, column: string): unknown {
  try {
    return JSON.parse(textOf(row, column));
  } catch {
    // The parser's own error quotes the text, and whatever is thrown ends in the log.
    return unreadable(row, column, 'it is not JSON');
  }
}

/** The value of a JSON column, as it is stored, where it has the shape that everybody who reads it relies on. */
export function shapedOf(row: StoredRow, column: string, shape: z.ZodType): unknown {
  const value = jsonOf(row, column);
  const read = shape.safeParse(value);
  // Where and what kind of fault, never the value: it may be what somebody typed.
  const faults = read.error?.issues.map(({ path, code }) => `${code} at "${path.join('.')}"`) ?? [];
  return read.success ? value : unreadable(row, column, `it has another shape (${faults.join(', ')})`);
}

/** A moment as it is stored (`isMoment`). */
export function momentOf(row: StoredRow, column: string): string {
  const value = textOf(row, column);
  return isMoment(value) ? value : unreadable(row, column, 'it is not a moment');
}

export function optionalMomentOf(row: StoredRow, column: string): string | undefined {
  return row[column] === undefined ? undefined : momentOf(row, column);
}

export function languageOf(row: StoredRow): Language {
  const found = LANGUAGES.find((language) => language === row.language);
  return found ?? unreadable(row, 'language', `it is none of ${LANGUAGES.join(', ')}`);
}

/** The person in the three columns `<role>Id`, `<role>Tenant` and `<role>Name`. */
export function personOf(row: StoredRow, role: 'owner' | 'requester'): Person {
  return { id: textOf(row, `${role}Id`), tenant: textOf(row, `${role}Tenant`), name: textOf(row, `${role}Name`) };
}

/** What the service adds to each row by itself. */
const OWN = new Set(['partitionKey', 'rowKey', 'etag', 'timestamp', 'odata.metadata']);

/** The columns of a row that are none of these: a newer version has written them. To be put back with the row. */
export function newerColumns(row: StoredRow, known: readonly string[]): WithNewer {
  const names = Object.keys(row).filter((name) => !OWN.has(name) && !known.includes(name));
  if (names.length === 0) return {};
  return { newer: Object.fromEntries(names.map((name) => [name, asWritten(row[name])])) satisfies Newer };
}

/** A value with the type that JSON has no words for, as the client takes it back. */
function asWritten(value: unknown): unknown {
  if (typeof value === 'bigint') return { type: 'Int64', value: String(value) };
  if (value instanceof Date) return { type: 'DateTime', value: value.toISOString() };
  if (value instanceof Uint8Array) return { type: 'Binary', value: Buffer.from(value).toString('base64') };
  return value;
}

function unreadable(row: StoredRow, column: string, why: string): never {
  throw new Unreadable(`Column "${column}" of row ${nameOf(row)}`, { why });
}

/** Partitions named after people, or after what they typed. */
const NAMED_PARTITION = /^(?:open\|)?(person|organisation|city|word)\|/;
/** A row of the table `people` has nothing but the person's id in its key, one of an erasure that of their tenant before it. */
const PERSON_ID = /^(?:(?:[0-9a-f]{8}-[0-9a-f-]{27}|sha256-[0-9a-f]{32})_?){1,2}$/;

/**
 * A row as an error may name it, since errors end in the log: keys that hold the name or id of a person, or words that
 * somebody typed, are left out as far as they do.
 */
function nameOf({ partitionKey, rowKey }: StoredRow): string {
  const kind = NAMED_PARTITION.exec(partitionKey)?.[1];
  const place = /\d{13}\|[^|]+$/.exec(rowKey)?.[0] ?? '…';
  if (kind !== undefined) return `${kind}|… / ${place}`;
  return PERSON_ID.test(rowKey) ? `${partitionKey} / …` : `${partitionKey} / ${rowKey}`;
}
