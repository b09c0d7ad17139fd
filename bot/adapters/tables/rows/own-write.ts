/**
 * When the answer to a write is lost on the way, the client library repeats the write by itself and is then refused for
 * its own work. So every conditional write carries an `operation`, and a refused writer looks whether the stored row
 * has it, before calling it a conflict. The same where an answer came that is none of storage's: nobody can tell from it
 * whether the write was carried out. That costs a read only when there is something to doubt.
 */
import { randomUUID } from 'node:crypto';
import { isRefused, Unconfirmed } from './storage-failure';
import type { Row, RowKey, StoredRow, TableRows } from './table-rows';

/** An id for one write, 12 hex digits: the last part of a UUID, which is chance alone and drawn from a store of it. */
export function newOperation(): string {
  return randomUUID().slice(-12);
}

/** How a write ended: its result, or `refused` with the row as it is stored now. */
export type Written<T> =
  | { readonly done: true; readonly result: T }
  | { readonly done: false; readonly found: StoredRow | undefined };

/**
 * Writes, and clears up a refusal or a doubt: if `row` turns out to be stored as this operation wrote it, the write was
 * ours, and `recovered` makes the result out of what is stored.
 * @throws Unconfirmed where nothing tells whether the write was carried out.
 */
export async function writeOwn<T>(
  rows: TableRows,
  row: Row & { readonly operation: string },
  write: () => Promise<T>,
  recovered: (found: StoredRow) => T,
): Promise<Written<T>> {
  try {
    return { done: true, result: await write() };
  } catch (error) {
    const isDoubtful = error instanceof Unconfirmed;
    if (!isDoubtful && !isRefused(error)) throw error;
    const key: RowKey = { partitionKey: row.partitionKey, rowKey: row.rowKey };
    const found = await rows.read(key);
    if (found?.operation === row.operation) return { done: true, result: recovered(found) };
    if (isDoubtful) throw error;
    return { done: false, found };
  }
}
