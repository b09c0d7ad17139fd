/**
 * Where the rows of a case stand in the table `register`: one row for each way in which listings look for it.
 *
 * | partition               | row key                         | for                                     |
 * | ----------------------- | ------------------------------- | --------------------------------------- |
 * | `person|<id>`           | `<newest first>|<number>`       | what somebody asked for or handles      |
 * | `unit|<unit>`           | the same                        | what a unit has, or is told of          |
 * | `year|<year>`           | the same                        | all cases of a year                     |
 * | `organisation|<folded>` | the same                        | earlier cases with the same             |
 * | `city|<folded>`         | the same                        |                                         |
 * | `country|<code>`        | the same                        |                                         |
 * | `word|<two letters>`    | `<word>|<newest first>|<number>`| search by the beginning of a word       |
 * | `case|<number>`         | `rows`                          | which rows there are, and how new       |
 */
import { createHash } from 'node:crypto';
import { parseCaseNumber } from '../../domain/case';
import type { CaseLine } from '../../domain/line';
import { foldedWords } from '../../domain/spelling';
import type { KeyRange } from './row-keys';
import type { RowKey } from './table-rows';

const LONGEST_NAME = 100;
const MOST_WORDS = 12;
const SHORTEST_WORD = 2;
/** Behind every moment until the year 2286; what is newer sorts first. */
const END_OF_TIME = 9_999_999_999_999;
/** The last character that a key can hold: a range up to it takes everything that begins alike. */
const LAST = '\uffff';

/** Every row that a case has. */
export function registerKeys(line: CaseLine): readonly RowKey[] {
  const rowKey = `${String(END_OF_TIME - Date.parse(line.submittedAt)).padStart(13, '0')}|${line.number}`;
  const partitions = new Set([
    personPartition(line.requester.id),
    ...(line.handler ? [personPartition(line.handler.id)] : []),
    ...[line.unit, ...line.informed].map(unitPartition),
    yearPartition(parseCaseNumber(line.number)?.year ?? 0),
    ...named('organisation', line.organisation),
    ...named('city', line.city),
    ...(line.country === '' ? [] : [countryPartition(line.country)]),
  ]);
  const words = [...new Set(foldedWords(`${line.organisation} ${line.city}`))]
    .filter((word) => word.length >= SHORTEST_WORD)
    .slice(0, MOST_WORDS);
  return [
    ...[...partitions].map((partitionKey) => ({ partitionKey, rowKey })),
    ...words.map((word) => ({ partitionKey: wordPartition(word), rowKey: `${word.slice(0, LONGEST_NAME)}|${rowKey}` })),
  ];
}

export function personPartition(id: string): string {
  return `person|${safe(id.toLowerCase())}`;
}

export function unitPartition(unit: string): string {
  return `unit|${safe(unit)}`;
}

export function yearPartition(year: number): string {
  return `year|${year}`;
}

export function countryPartition(code: string): string {
  return `country|${safe(code)}`;
}

/** The partition of a name, however it is spelt. */
export function namePartition(kind: 'organisation' | 'city', name: string): string {
  return `${kind}|${foldedWords(name).join(' ').slice(0, LONGEST_NAME)}`;
}

export function wordPartition(word: string): string {
  return `word|${[...word].slice(0, SHORTEST_WORD).join('')}`;
}

/** Row keys of all words that begin so; `after` is the last key of the page before. */
export function wordRange(beginning: string, after?: string): KeyRange {
  return { from: after === undefined ? beginning : `${after}!`, to: `${beginning}${LAST}` };
}

/** All row keys of a partition. */
export function pageRange(after?: string): KeyRange {
  return { from: after === undefined ? '' : `${after}!`, to: LAST };
}

/** The row that says which rows a case has. */
export function stampKey(number: string): RowKey {
  return { partitionKey: `case|${number}`, rowKey: 'rows' };
}

function named(kind: 'organisation' | 'city', name: string): readonly string[] {
  return foldedWords(name).length === 0 ? [] : [namePartition(kind, name)];
}

/** An id as part of a key; one with characters that no key can hold by its hash. */
function safe(id: string): string {
  return /^[\p{L}\p{N}._:@-]{1,100}$/u.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 32);
}
