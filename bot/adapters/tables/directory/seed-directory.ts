import type { FirstDirectory } from '../../../domain/directory/directory';
import { isRefused } from '../rows/storage-failure';
import type { Row, TableRows } from '../rows/table-rows';
import { ENTRIES_ONLY } from './directory-keys';
import { directoryRows } from './directory-rows';
import { withEarlierMatrix } from './earlier-matrix';

/** Each lost race leaves one list less to add; there are eight, and several instances. */
const MOST_ATTEMPTS = 20;
const LARGEST_TRANSACTION = 100;

/**
 * Adds the entries that the table has not got yet, and touches no other: what an administrator has changed stays.
 * One read when there is nothing to add.
 */
export async function seedDirectory(rows: TableRows, first: FirstDirectory): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await rows.all(ENTRIES_ONLY);
    const present = new Set(stored.map(idOf));
    const absent = directoryRows(withEarlierMatrix(first, stored)).filter((row) => !present.has(idOf(row)));
    try {
      for (const some of transactions(absent)) await rows.commit(some.map((insert) => ({ insert })));
      return;
    } catch (error) {
      // Another instance started at the same moment and added some; what is absent now is less.
      if (!isRefused(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

function transactions(rows: readonly Row[]): readonly (readonly Row[])[] {
  const byPartition = [...new Set(rows.map((row) => row.partitionKey))].map((partition) =>
    rows.filter((row) => row.partitionKey === partition),
  );
  return byPartition.flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / LARGEST_TRANSACTION) }, (_, index) =>
      all.slice(index * LARGEST_TRANSACTION, (index + 1) * LARGEST_TRANSACTION),
    ),
  );
}

function idOf({ partitionKey, rowKey }: { partitionKey: string; rowKey: string }): string {
  return `${partitionKey}|${rowKey}`;
}
