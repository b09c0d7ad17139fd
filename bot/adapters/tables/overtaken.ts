/** Outbox entries of a copy that would be done again, were they put into a storage that has gone on since. */
import { odata, type TableClient } from '@azure/data-tables';
import type { CopiedRow } from '../../ports';
import { settledEntryRange, stuckRange, waitingEntryIn, waitingRange } from './rows/row-keys';
import { reaching } from './rows/storage-failure';

/**
 * The rows without the waiting entries that this storage holds under another key. An entry moves with every change
 * (`row-keys.ts`), so its old key is free again: whoever writes it back makes what was sent due once more.
 */
export async function notOvertaken(client: TableClient, rows: readonly CopiedRow[]): Promise<readonly CopiedRow[]> {
  const left: CopiedRow[] = [];
  for (const row of rows) if (!(await isOvertaken(client, row))) left.push(row);
  return left;
}

async function isOvertaken(client: TableClient, { partitionKey, rowKey }: CopiedRow): Promise<boolean> {
  const entry = waitingEntryIn(rowKey);
  if (entry === undefined) return false;
  for (const { from, to } of [settledEntryRange(entry), waitingRange(), stuckRange()]) {
    const range = odata`PartitionKey eq ${partitionKey} and RowKey ge ${from} and RowKey lt ${to}`;
    const filter = `${range} and ${odata`entry eq ${entry} and RowKey ne ${rowKey}`}`;
    const found = client.listEntities({ queryOptions: { filter, select: ['RowKey'] } });
    if ((await reaching(found.next())).done !== true) return true;
  }
  return false;
}
