/**
 * Where the rows of a case stand in the table `register`: one row for each way in which listings look for it.
 *
 * | partition               | row key              | for                                              |
 * | ----------------------- | -------------------- | ------------------------------------------------ |
 * | `person|<id>`           | `<place>`            | what somebody asked for, handles, or carries out |
 * | `unit|<unit>`           | `<place>`            | what a unit has, or is told of                   |
 * | `year|<year>`           | `<place>`            | all cases of a year                              |
 * | `given|<id>`            | `<place>`            | open cases in which somebody has been given      |
 * |                         |                      | something to do                                  |
 * | `open|person|<id>`      | `<place>`            | of these three the open cases alone, so that     |
 * | `open|unit|<unit>`      | `<place>`            | looking for the few that wait does not pass the  |
 * | `open|year|<year>`      | `<place>`            | many that are over                               |
 * | `organisation|<folded>` | `<place>`            | earlier cases with the same                      |
 * | `city|<folded>`         | `<place>`            |                                                  |
 * | `country|<code>`        | `<place>`            |                                                  |
 * | `day|<unit>`            | `<day>!<place>`      | the visits that a unit has from one day to another |
 * | `figures|<process>`     | `<place>`            | cases with figures that the next is compared with |
 * | `word|<two letters>`    | `<word>!<place>`     | search by the beginning of a word                |
 * | `case|<number>`         | `rows`               | the stamp: how new the rows are, and which       |
 *
 * `!` sorts before all that words are made of: the cases with the very word come before those with longer ones.
 * A place (`placeOf`) is `<13 digits>|<number>`, the newest case first. Names are folded to letters and numbers, so that
 * no character gets into a key that the service forbids. Where today's folding and the first one (`kept-spelling.ts`)
 * differ, a case has rows under both, and is looked for under both: other versions find what this one has written, and
 * this one what they have.
 */
import { createHash } from 'node:crypto';
import { parseCaseNumber } from '../../../domain/case/number';
import { isOpen } from '../../../domain/case-state';
import { keptWords } from '../../../domain/language/kept-spelling';
import { foldedWords, nameKey } from '../../../domain/language/spelling';
import { isDay } from '../../../domain/language/written-day';
import { type CaseLine, givenTo, placeOf } from '../../../domain/listing/line';
import { isRemoved } from '../../../domain/person';
import type { KeyRange } from '../rows/row-keys';
import type { RowKey } from '../rows/table-rows';

/** In characters as people count them; the service takes 512 of half that size in a key. */
const LONGEST_NAME = 100;
const LONGEST_WORD = 100;
const MOST_WORDS = 12;
const SHORTEST_WORD = 2;
const OPEN = 'open|';
const GIVEN = 'given|';
/** Sorts before everything that keys are made of: `<key>!` is just behind `<key>`, and before all that is longer. */
const JUST_BEHIND = '!';
/** Behind all digits, with which places begin. */
const BEHIND_PLACES = ':';
/** Behind every letter. The very last characters of Unicode are no characters, and may be refused. */
const BEHIND_LETTERS = '\ufffd';

/** Every row that a case has, but for its stamp. */
export function registerKeys(line: CaseLine): readonly RowKey[] {
  const place = placeOf(line);
  const listings = [
    ...[line.requester, line.handler, line.appointee]
      .filter((person) => person !== undefined)
      .filter((person) => !isRemoved(person))
      .map(({ id }) => personPartition(id)),
    ...[line.unit, ...line.informed].map(unitPartition),
    yearPartition(parseCaseNumber(line.number)?.year ?? 0),
  ];
  const partitions = new Set([
    ...listings,
    ...(isOpen(line.state) ? listings.map(openPartition) : []),
    ...(isOpen(line.state) ? givenTo(line).map(givenPartition) : []),
    ...namePartitions('organisation', line.organisation),
    ...namePartitions('city', line.city),
    ...(line.country === '' ? [] : [countryPartition(line.country)]),
    ...(line.figures === undefined ? [] : [figuresPartition(line.process)]),
  ]);
  // The city first: there are short names of cities and long ones of organisations.
  const named = `${line.city} ${line.organisation}`;
  const words = [...new Set([...keptWords(named), ...foldedWords(named)])].filter(isSearchable);
  return [
    ...[...partitions].map((partitionKey) => ({ partitionKey, rowKey: place })),
    ...(line.day === undefined || !isDay(line.day)
      ? []
      : [{ partitionKey: dayPartition(line.unit), rowKey: `${line.day}${JUST_BEHIND}${place}` }]),
    ...words.slice(0, MOST_WORDS).map((word) => ({
      partitionKey: wordPartition(word),
      rowKey: `${shortened(word, LONGEST_WORD)}${JUST_BEHIND}${place}`,
    })),
  ];
}

export function personPartition(id: string): string {
  return `person|${safe(id.toLowerCase())}`;
}

export function givenPartition(id: string): string {
  return `${GIVEN}${safe(id.toLowerCase())}`;
}

export function unitPartition(unit: string): string {
  return `unit|${safe(unit)}`;
}

export function yearPartition(year: number): string {
  return `year|${year}`;
}

/** Beside the partition of a person, unit or year: the cases of it that are open. */
export function openPartition(partition: string): string {
  return `${OPEN}${partition}`;
}

/** Beside the partition of a unit: its visits by their first day. */
export function dayPartition(unit: string): string {
  return `day|${safe(unit)}`;
}

/** The row keys of all visits that begin from one day to another, both included. */
export function dayRange(from: string, to: string): KeyRange {
  return { from: `${from}${JUST_BEHIND}`, to: `${to}${BEHIND_PLACES}` };
}

export function countryPartition(code: string): string {
  return `country|${safe(code)}`;
}

export function figuresPartition(process: string): string {
  return `figures|${safe(process)}`;
}

/** The partitions of a name, however it is spelt: nearly always one, and none for a name without a letter or number. */
export function namePartitions(kind: 'organisation' | 'city', name: string): readonly string[] {
  const keys = new Set([keptWords(name).join(' '), nameKey(name)].filter((key) => key !== ''));
  return [...keys].map((key) => `${kind}|${[...key].length <= LONGEST_NAME ? key : hashOf(key)}`);
}

/** Whether a word can be searched for by itself. */
export function isSearchable(word: string): boolean {
  return [...word].length >= SHORTEST_WORD;
}

export function wordPartition(word: string): string {
  return `word|${shortened(word, SHORTEST_WORD)}`;
}

/** Row keys of all words of a partition that begin so, first of the very word, its newest case first; or what is behind a place there. */
export function wordRange(beginning: string, after?: string): KeyRange {
  const word = shortened(beginning, LONGEST_WORD);
  const from = after === undefined ? word : `${word}${JUST_BEHIND}${after}${JUST_BEHIND}`;
  return { from, to: word + BEHIND_LETTERS };
}

/** All places of a partition, or those behind one. */
export function placeRange(after?: string): KeyRange {
  return { from: after === undefined ? '0' : after + JUST_BEHIND, to: BEHIND_PLACES };
}

/** Whether a row is in a partition of a person. */
export function isOfPerson({ partitionKey }: RowKey): boolean {
  return ['person|', openPartition('person|'), GIVEN].some((beginning) => partitionKey.startsWith(beginning));
}

/** The row that says which rows a case has. */
export function stampKey(number: string): RowKey {
  return { partitionKey: `case|${number}`, rowKey: 'rows' };
}

/** The beginning of a text, never half of a character: half of one cannot be sent. */
function shortened(text: string, most: number): string {
  return [...text].slice(0, most).join('');
}

/** An id as part of a key; one with characters that no key can hold by its hash. */
function safe(id: string): string {
  return /^[\p{L}\p{N}._:@-]{1,100}$/u.test(id) ? id : hashOf(id);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
