import { odata } from '@azure/data-tables';
import type { OutboxEntry } from '../../../domain/outbox/entry';
import type { Stored } from '../../../ports';
import { settledRange, stuckRange, waitingRange } from '../rows/row-keys';
import type { StoredRow, TableRows } from '../rows/table-rows';
import { readEntryRow } from './entry-row';
import type { SubjectPlace } from './subjects';

type Read = (row: StoredRow) => Stored<OutboxEntry> | undefined;

/** The outbox entries of a subject that are over, which stand beside it. What `read` cannot read is left out. */
export async function settledBeside(
  rows: TableRows,
  { partitionKey, prefix, id }: SubjectPlace,
  read: Read = (row) => readEntryRow(row),
): Promise<readonly Stored<OutboxEntry>[]> {
  const settled = await rows.take(partitionKey, settledRange(prefix, id), Number.POSITIVE_INFINITY);
  return settled.flatMap((row) => read(row) ?? []);
}

/** Every outbox entry of a subject, whatever its state, each once. What `read` cannot read is left out. */
export async function entriesBeside(
  rows: TableRows,
  place: SubjectPlace,
  read: Read = (row) => readEntryRow(row),
): Promise<readonly Stored<OutboxEntry>[]> {
  const { partitionKey, id } = place;
  const everything = Number.POSITIVE_INFINITY;
  // Waiting ones first: an entry that is settled meanwhile is then seen twice rather than not at all.
  const ofSubject = odata`case eq ${id}`;
  const waiting = await rows.take(partitionKey, waitingRange(), everything, ofSubject);
  const stuck = await rows.take(partitionKey, stuckRange(), everything, ofSubject);
  const settled = await settledBeside(rows, place, read);
  const entries = [...[...waiting, ...stuck].flatMap((row) => read(row) ?? []), ...settled];
  return [...new Map(entries.map((entry) => [entry.value.key, entry])).values()];
}
