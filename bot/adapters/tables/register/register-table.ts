import { z } from 'zod/v4';
import { Unavailable } from '../../../domain/errors';
import { spellingsOf } from '../../../domain/language/spelling';
import { type CaseLine, isPlace, placeOf } from '../../../domain/listing/line';
import type { Found, Page } from '../../../domain/page';
import type { Register, RegisterFilter } from '../../../ports';
import { jsonOf, jsonText, newerColumns, numberOf } from '../rows/columns';
import { newOperation, writeOwn } from '../rows/own-write';
import type { RowReader } from '../rows/row-reader';
import { isRefused } from '../rows/storage-failure';
import type { Row, RowKey, StoredRow, TableRows } from '../rows/table-rows';
import {
  dayPartition,
  dayRange,
  isOfPerson,
  isSearchable,
  placeRange,
  registerKeys,
  stampKey,
  wordPartition,
  wordRange,
} from './register-keys';
import { partitionsOf, where } from './register-query';
import { lineRow, readLine } from './register-row';

const MOST_ATTEMPTS = 5;
/** How many rows a search by one word looks at for a page, and by several, most of which the others may rule out. */
const MOST_OF_WORD = 100;
const MOST_OF_WORDS = 500;
/** Of more words than this the longest are looked for. */
const MOST_WORDS = 8;
/** How many rows of a case are remembered; those that it had first are forgotten first. */
const MOST_ROWS = 100;

interface Look {
  readonly size: number;
  /** The place behind which the page begins. */
  readonly from: string | undefined;
  readonly filter: RegisterFilter;
}

const STAMP_COLUMNS = ['rows', 'revision', 'line', 'operation'];

const keyList = z.array(z.object({ partitionKey: z.string(), rowKey: z.string() }));

/**
 * The register in the table `register`. A case has a dozen rows in as many partitions, which no transaction can hold. So
 * a row of its own, the stamp, says first what they are to show, and which rows the case ever had. Whoever finds the
 * stamp changed when the rows are written has perhaps put older lines in the place of newer ones, and writes what the
 * stamp says by then. Of two writers at once the last to end therefore leaves the later line.
 */
export function createRegister({ rows, reader }: { rows: TableRows; reader: RowReader }): Register {
  /** Writes the stamp and then the rows. Resolves to what stands in the stamp at the end, or at the moment it was lost. */
  async function write(line: CaseLine, stamp: StoredRow | undefined): Promise<StoredRow | 'shown' | undefined> {
    const wanted = registerKeys(line);
    const former = stamp ? formerKeys(stamp) : [];
    const stale = former.filter((key) => !wanted.some((other) => isSame(key, other)));
    const tag = await writeStamp(line, [...wanted, ...stale].slice(0, MOST_ROWS), stamp);
    if (tag !== undefined) {
      await Promise.all([
        ...wanted.map((key) => show(lineRow(key, line), line)),
        ...stale.map((key) => removeIfThere(key)),
      ]);
    }
    const now = await rows.read(stampKey(line.number));
    if (now === undefined || now.etag !== tag) return now;
    await forgetPeople(line, now, [...wanted, ...stale]);
    return 'shown';
  }

  /**
   * Where somebody was removed from a case, the stamp must not go on naming their partition. Whoever changes the stamp
   * at the same moment writes it anew, and comes here.
   */
  async function forgetPeople(line: CaseLine, stamp: StoredRow, keys: readonly RowKey[]): Promise<void> {
    if (line.forgets !== true) return;
    const named = registerKeys(line);
    const left = keys.filter((key) => !isOfPerson(key) || named.some((other) => isSame(key, other)));
    if (left.length < keys.length) await writeStamp(line, left.slice(0, MOST_ROWS), stamp);
  }

  /** Resolves to the new tag, or to undefined when somebody else has written the stamp meanwhile. */
  async function writeStamp(
    line: CaseLine,
    keys: readonly RowKey[],
    before: StoredRow | undefined,
  ): Promise<string | undefined> {
    const row = {
      ...(before && !line.forgets && newerColumns(before, STAMP_COLUMNS).newer),
      ...stampKey(line.number),
      rows: jsonText(`The rows of case ${line.number} in the register`, keys),
      revision: line.revision,
      line: jsonText(`The line of case ${line.number}`, line),
      operation: newOperation(),
    };
    const written = await writeOwn(
      rows,
      row,
      () => (before === undefined ? rows.insert(row) : rows.replace(row, before.etag)),
      (found) => found.etag,
    );
    return written.done ? written.result : undefined;
  }

  /** What a newer version shows there besides stays, unless somebody is to be forgotten. */
  function show(row: Row, { forgets }: CaseLine): Promise<void> {
    return forgets ? rows.put(row) : rows.merge(row);
  }

  async function removeIfThere(key: RowKey): Promise<void> {
    try {
      // Whatever it shows: this case does not belong there any more.
      await rows.remove(key, '*');
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }

  /** Lines with all words in one of the spellings that a text may have, the newest first. */
  async function search(text: string, look: Look): Promise<Found<CaseLine>> {
    return eachOnce(await Promise.all(spellingsOf(text).map((words) => withAllWords(words, look))));
  }

  /**
   * Lines with all words, of those with the word that narrows the search most. One word goes on behind a place for as
   * long as there are cases with it.
   */
  async function withAllWords(asked: readonly string[], { size, from, filter }: Look): Promise<Found<CaseLine>> {
    const words = [...new Set(asked)].sort((one, other) => other.length - one.length).slice(0, MOST_WORDS);
    const [longest, ...others] = words;
    if (longest === undefined || !isSearchable(longest)) return { items: [] };
    const [after, limit] = others.length === 0 ? [from, Math.max(MOST_OF_WORD, size + 1)] : [undefined, MOST_OF_WORDS];
    const found = reader.all(
      'line',
      await rows.take(wordPartition(longest), wordRange(longest, after), limit, where(filter)),
      readLine,
    );
    const isMeant = (line: CaseLine) => areSaid(line, words) && (from === undefined || placeOf(line) > from);
    return { ...found, items: found.items.filter(isMeant) };
  }

  return {
    async put(line) {
      let stamp = await rows.read(stampKey(line.number));
      if (stamp && numberOf(stamp, 'revision') > line.revision) return;
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        const later = stamp && numberOf(stamp, 'revision') > line.revision ? readLine(stamp) : line;
        const result = await write(later, stamp);
        if (result === 'shown') return;
        stamp = result;
      }
      throw new Unavailable(`Case ${line.number} cannot be listed`, {
        why: 'others were listing it at the same moment',
        remedy: 'It is tried again by itself; npm run register -- rebuild mends whatever is left.',
      });
    },

    async find(query, { size, from, filter = {} }) {
      if (query.of === 'unit-days') {
        const range = dayRange(query.from, query.to);
        const begun = await rows.take(dayPartition(query.unit), range, size + 1, where(filter));
        return pageOf(eachOnce([reader.all('line', begun, readLine)]), size);
      }
      const after = from !== undefined && isPlace(from) ? from : undefined;
      if (query.of === 'words') return pageOf(await search(query.text, { size, from: after, filter }), size);
      const found = await Promise.all(
        partitionsOf(query, filter.state).map((key) => rows.take(key, placeRange(after), size + 1, where(filter))),
      );
      // A row's key is the place of its case, whether the row can be read or not.
      const places = [...new Set(found.flat().map(({ rowKey }) => rowKey))].sort().slice(0, size);
      const last = places.at(-1);
      const page = found.flat().filter(({ rowKey }) => last !== undefined && rowKey <= last);
      const isMore = found.flat().some(({ rowKey }) => last !== undefined && rowKey > last);
      return { ...eachOnce([reader.all('line', page, readLine)]), ...(isMore && last !== undefined && { next: last }) };
    },
  };
}

/** Every row that the case had: those that the stamp names, and of its last line also those beyond what it can name. */
function formerKeys(stamp: StoredRow): readonly RowKey[] {
  const named = keyList.parse(jsonOf(stamp, 'rows'));
  if (named.length < MOST_ROWS) return named;
  const ofLine = registerKeys(readLine(stamp));
  return [...named, ...ofLine.filter((key) => !named.some((other) => isSame(key, other)))];
}

/** The first lines of those found, and where they go on if there is one more. */
function pageOf({ items: found, unreadable }: Found<CaseLine>, size: number): Page<CaseLine> {
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, ...(unreadable && { unreadable }), ...(found.length > size && last && { next: placeOf(last) }) };
}

/** All that was found, in the order of its places; a case may have several rows where one looks for it. */
function eachOnce(found: readonly Found<CaseLine>[]): Found<CaseLine> {
  const lines = new Map(found.flatMap(({ items }) => items).map((line) => [line.number, line]));
  const unreadable = [...new Set(found.flatMap((one) => one.unreadable ?? []))];
  return {
    items: [...lines.values()].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)),
    ...(unreadable.length > 0 && { unreadable }),
  };
}

function areSaid({ organisation, city }: CaseLine, words: readonly string[]): boolean {
  const said = spellingsOf(`${city} ${organisation}`).flat();
  return words.every((word) => said.some((other) => other.startsWith(word)));
}

function isSame(one: RowKey, other: RowKey): boolean {
  return one.partitionKey === other.partitionKey && one.rowKey === other.rowKey;
}
