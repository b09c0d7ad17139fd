import { odata } from '@azure/data-tables';
import type { OutboxEntry } from '../../domain/outbox';
import type { Stored } from '../../ports';
import { readEntryRow } from './entry-row';
import { settledRange, stuckRange, waitingRange } from './row-keys';
import type { TableRows } from './table-rows';

/** Every outbox entry of a case, whatever its state, each once. */
export async function entriesBeside(
  rows: TableRows,
  { partitionKey, number }: { readonly partitionKey: string; readonly number: string },
): Promise<readonly Stored<OutboxEntry>[]> {
  const everything = Number.POSITIVE_INFINITY;
  // Waiting ones first: an entry that is settled meanwhile is then seen twice rather than not at all.
  const ofCase = odata`case eq ${number}`;
  const waiting = await rows.take(partitionKey, waitingRange(), everything, ofCase);
  const stuck = await rows.take(partitionKey, stuckRange(), everything, ofCase);
  const settled = await rows.take(partitionKey, settledRange(number), everything);
  const byKey = new Map([...waiting, ...stuck, ...settled].map((row) => [row.entry, readEntryRow(row)]));
  return [...byKey.values()];
}
