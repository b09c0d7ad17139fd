import { odata } from '@azure/data-tables';
import { z } from 'zod/v4';
import { parseCaseNumber } from '../../domain/case';
import { FINAL_STATES } from '../../domain/case-state';
import { Unavailable } from '../../domain/errors';
import type { CaseLine } from '../../domain/line';
import { foldedWords } from '../../domain/spelling';
import type { Register, RegisterFilter, RegisterQuery } from '../../ports';
import { jsonOf, jsonText, numberOf } from './columns';
import { newOperation, writeOwn } from './own-write';
import {
  countryPartition,
  namePartition,
  pageRange,
  personPartition,
  registerKeys,
  stampKey,
  unitPartition,
  wordPartition,
  wordRange,
  yearPartition,
} from './register-keys';
import type { KeyRange } from './row-keys';
import { isRefused } from './storage-failure';
import type { Row, RowKey, StoredRow, TableRows } from './table-rows';

const MOST_ATTEMPTS = 5;
/** How many lines a search looks through for the further words of what was searched. */
const MOST_SEARCHED = 300;

const keyList = z.array(z.object({ partitionKey: z.string(), rowKey: z.string() }));

/**
 * The register in the table `register`. A case has a dozen rows in as many partitions, which no transaction can hold;
 * so a row of its own (the stamp) says which they are and of which revision. It is written before the others and after
 * them: a writer who finds it changed in between has perhaps written older lines over newer ones, and says so.
 */
export function createRegister({ rows }: { rows: TableRows }): Register {
  async function putOnce(line: CaseLine): Promise<'done' | 'again'> {
    const stamp = await rows.read(stampKey(line.number));
    if (stamp && numberOf(stamp, 'revision') > line.revision) return 'done';
    const before = stamp ? keyList.parse(jsonOf(stamp, 'rows')) : [];
    const wanted = registerKeys(line);
    const stale = before.filter((key) => !wanted.some((other) => isSame(key, other)));
    const begun = await writeStamp(line, [...wanted, ...stale], stamp?.etag);
    if (begun === undefined) return 'again';
    await Promise.all([
      ...wanted.map((key) => rows.put(lineRow(key, line))),
      ...stale.map((key) => removeIfThere(key)),
    ]);
    return (await writeStamp(line, wanted, begun)) === undefined ? 'again' : 'done';
  }

  /** Writes the stamp, and resolves to its tag, or to undefined when somebody else has written it meanwhile. */
  async function writeStamp(line: CaseLine, keys: readonly RowKey[], tag?: string): Promise<string | undefined> {
    const row = {
      ...stampKey(line.number),
      rows: jsonText(`The rows of case ${line.number} in the register`, keys),
      revision: line.revision,
      operation: newOperation(),
    };
    const written = await writeOwn(
      rows,
      row,
      () => (tag === undefined ? rows.insert(row) : rows.replace(row, tag)),
      (found) => found.etag,
    );
    return written.done ? written.result : undefined;
  }

  async function removeIfThere(key: RowKey): Promise<void> {
    try {
      await rows.remove(key, '*');
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }

  return {
    async put(line) {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        if ((await putOnce(line)) === 'done') return;
        // Whoever was faster may have shown a later state: then theirs must come again, which their next reader does.
        const stamp = await rows.read(stampKey(line.number));
        if (stamp && numberOf(stamp, 'revision') > line.revision) break;
      }
      throw new Unavailable(`Case ${line.number} cannot be listed`, {
        why: 'others were listing it at the same moment',
        remedy: 'It is tried again by itself; npm run register -- rebuild mends whatever is left.',
      });
    },

    async find(query, { size, from, filter = {} }) {
      const { partition, range, words = [] } = placeOf(query, from);
      const found = await rows.take(partition, range, words.length > 0 ? MOST_SEARCHED : size + 1, where(filter));
      const fitting = found.filter((row) => words.every((word) => isSaid(row, word)));
      const shown = words.length > 0 ? onceEach(fitting) : fitting;
      const last = shown.slice(0, size).at(-1);
      return {
        items: shown.slice(0, size).map(readLine),
        ...(shown.length > size && last && { next: last.rowKey }),
      };
    },
  };
}

interface Place {
  readonly partition: string;
  readonly range: KeyRange;
  /** Further words of a search that have to stand in the line. */
  readonly words?: readonly string[];
}

function placeOf(query: RegisterQuery, after: string | undefined): Place {
  const range = pageRange(after);
  switch (query.of) {
    case 'person':
      return { partition: personPartition(query.person), range };
    case 'unit':
      return { partition: unitPartition(query.unit), range };
    case 'year':
      return { partition: yearPartition(query.year), range };
    case 'organisation':
    case 'city':
      return { partition: namePartition(query.of, query.name), range };
    case 'country':
      return { partition: countryPartition(query.code), range };
    case 'words': {
      // The longest word narrows the search most.
      const words = [...foldedWords(query.text)].sort((one, other) => other.length - one.length);
      const [longest = ''] = words;
      return { partition: wordPartition(longest), range: wordRange(longest, after), words };
    }
  }
}

function where({ unit, state, process, year }: RegisterFilter): string | undefined {
  const conditions = [
    ...(unit === undefined ? [] : [odata`unit eq ${unit}`]),
    ...(state === undefined ? [] : [state === 'open' ? odata`open eq ${true}` : odata`state eq ${state}`]),
    ...(process === undefined ? [] : [odata`process eq ${process}`]),
    ...(year === undefined ? [] : [odata`year eq ${year}`]),
  ];
  return conditions.length === 0 ? undefined : conditions.join(' and ');
}

function lineRow(key: RowKey, line: CaseLine): Row {
  return {
    ...key,
    unit: line.unit,
    state: line.state,
    open: !FINAL_STATES.includes(line.state),
    process: line.process,
    year: parseCaseNumber(line.number)?.year,
    revision: line.revision,
    line: jsonText(`The line of case ${line.number}`, line),
  };
}

function readLine(row: StoredRow): CaseLine {
  return jsonOf(row, 'line') as CaseLine;
}

function isSaid(row: StoredRow, word: string): boolean {
  const { organisation, city } = readLine(row);
  return foldedWords(`${organisation} ${city}`).some((other) => other.startsWith(word));
}

/** A case stands once for each of its words that begin alike. */
function onceEach(found: readonly StoredRow[]): readonly StoredRow[] {
  return [...new Map(found.map((row) => [readLine(row).number, row])).values()];
}

function isSame(one: RowKey, other: RowKey): boolean {
  return one.partitionKey === other.partitionKey && one.rowKey === other.rowKey;
}
