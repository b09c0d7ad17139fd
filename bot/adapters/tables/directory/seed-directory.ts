import type { FirstDirectory } from '../../../domain/directory/directory';
import { EDITABLE_LISTS } from '../../../domain/directory/entry';
import { newOperation } from '../rows/own-write';
import { isRefused } from '../rows/storage-failure';
import type { Row, RowKey, TableRows } from '../rows/table-rows';
import { entryEventRow } from './directory-entry-row';
import { ENTRIES_ONLY } from './directory-keys';
import { directoryRows, listOf } from './directory-rows';
import { withEarlierMatrix } from './earlier-matrix';

/** Each lost race leaves one list less to add; there are nine, and several instances. */
const MOST_ATTEMPTS = 20;
/** A transaction holds 100 rows, and an entry has two at most. */
const ENTRIES_AT_ONCE = 50;

/**
 * Adds the entries that the table has not got yet, and touches no other: what an administrator has changed stays. What comes
 * into a list that has entries already came with a new version: its history says so, and the team is shown it. `at`: now
 * (UTC, ISO 8601). One read when there is nothing to add.
 */
export async function seedDirectory(rows: TableRows, first: FirstDirectory, at: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await rows.all(ENTRIES_ONLY);
    const present = new Set(stored.map(idOf));
    const absent = directoryRows(withEarlierMatrix(first, stored)).filter((row) => !present.has(idOf(row)));
    try {
      const inUse = listsInUse(stored);
      const added = absent.filter(({ partitionKey }) => inUse.has(partitionKey)).map((row) => withAddition(row, at));
      const begun = absent.filter(({ partitionKey }) => !inUse.has(partitionKey)).map((row) => [row]);
      for (const some of transactions([...begun, ...added])) await rows.commit(some.map((insert) => ({ insert })));
      return;
    } catch (error) {
      // Another instance started at the same moment and added some; what is absent now is less.
      if (!isRefused(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/**
 * The lists that were begun by an earlier start. A list begins in one transaction, so another instance that starts at this
 * moment is never taken for one. Entries of a single list were put there by hand, before the first start.
 */
function listsInUse(stored: readonly RowKey[]): ReadonlySet<string> {
  const lists = new Set(stored.map(({ partitionKey }) => partitionKey));
  return lists.size > 1 ? lists : new Set();
}

/** An entry that came later, with the event that tells so; of a list that nobody edits, the entry alone. */
function withAddition(row: Row, at: string): readonly Row[] {
  const list = EDITABLE_LISTS.find((candidate) => candidate === listOf(row));
  if (!list) return [row];
  const operation = newOperation();
  const event = { sequence: 1, edit: 'added', at, by: 'assistant', before: {}, after: {} } as const;
  return [{ ...row, events: 1, editedAt: at, operation }, entryEventRow(list, row.rowKey, event, operation)];
}

/** Rows that belong together stand in one transaction. */
function transactions(entries: readonly (readonly Row[])[]): readonly (readonly Row[])[] {
  const partitionOf = ([row]: readonly Row[]) => row?.partitionKey;
  return [...new Set(entries.map(partitionOf))].flatMap((partition) => {
    const all = entries.filter((entry) => partitionOf(entry) === partition);
    return Array.from({ length: Math.ceil(all.length / ENTRIES_AT_ONCE) }, (_, index) =>
      all.slice(index * ENTRIES_AT_ONCE, (index + 1) * ENTRIES_AT_ONCE).flat(),
    );
  });
}

function idOf({ partitionKey, rowKey }: RowKey): string {
  return `${partitionKey}|${rowKey}`;
}
