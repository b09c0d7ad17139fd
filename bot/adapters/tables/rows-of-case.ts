import { odata } from '@azure/data-tables';
import type { OutboxEntry } from '../../domain/outbox';
import type { Stored } from '../../ports';
import { readEntryRow } from './entry-row';
import { settledRange, stuckRange, waitingRange } from './row-keys';
import type { StoredRow, TableRows } from './table-rows';

/** Every outbox entry of a case, whatever its state, each once. What `read` cannot read is left out. */
export async function entriesBeside(
  rows: TableRows,
  { partitionKey, number }: { readonly partitionKey: string; readonly number: string },
  read: (row: StoredRow) => Stored<OutboxEntry> | undefined = readEntryRow,
): Promise<readonly Stored<OutboxEntry>[]> {
  const everything = Number.POSITIVE_INFINITY;
  // Waiting ones first: an entry that is settled meanwhile is then seen twice rather than not at all.
  const ofCase = odata`case eq ${number}`;
  const waiting = await rows.take(partitionKey, waitingRange(), everything, ofCase);
  const stuck = await rows.take(partitionKey, stuckRange(), everything, ofCase);
  const settled = await rows.take(partitionKey, settledRange(number), everything);
  const entries = [...waiting, ...stuck, ...settled].flatMap((row) => read(row) ?? []);
  return [...new Map(entries.map((entry) => [entry.value.key, entry])).values()];
}
