/** Outbox entries of a copy that would be done again, were they put into a storage that has gone on since. */
import { odata, type TableClient } from '@azure/data-tables';
import type { CopiedRow } from '../../ports';
import { type Places, placeOfSubject } from './casework/subjects';
import { everyRow, type KeyRange, settledEntryRange, stuckRange, waitingEntryIn, waitingRange } from './rows/row-keys';
import { reaching } from './rows/storage-failure';

/**
 * The rows without the waiting entries that this storage holds under another key. An entry moves with every change
 * (`row-keys.ts`), so its old key is free again: whoever writes it back makes what was sent due once more.
 */
export async function notOvertaken(
  client: TableClient,
  rows: readonly CopiedRow[],
  places: Places,
): Promise<readonly CopiedRow[]> {
  const left: CopiedRow[] = [];
  for (const row of rows) if (!(await isOvertaken(client, row, places))) left.push(row);
  return left;
}

async function isOvertaken(
  client: TableClient,
  { partitionKey, rowKey, columns }: CopiedRow,
  places: Places,
): Promise<boolean> {
  const entry = waitingEntryIn(rowKey);
  if (entry === undefined) return false;
  for (const { from, to } of [settledRangeOf(entry, columns, places), waitingRange(), stuckRange()]) {
    const range = odata`PartitionKey eq ${partitionKey} and RowKey ge ${from} and RowKey lt ${to}`;
    const filter = `${range} and ${odata`entry eq ${entry} and RowKey ne ${rowKey}`}`;
    const found = client.listEntities({ queryOptions: { filter, select: ['RowKey'] } });
    if ((await reaching(found.next())).done !== true) return true;
  }
  return false;
}

/** Where the entry would stand once it is over: beside what it belongs to, and anywhere where nobody here knows that. */
function settledRangeOf(entry: string, { subject, case: id }: CopiedRow['columns'], places: Places): KeyRange {
  const place = placeOfSubject({ case: String(id), ...(typeof subject === 'string' && { subject }) }, places);
  return place ? settledEntryRange(place.prefix, place.id, entry) : everyRow();
}
