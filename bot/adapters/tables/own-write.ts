/**
 * When the answer to a write is lost on the way, the client library repeats the write by itself and is then refused for
 * its own work. So every conditional write carries an `operation`, and a refused writer looks whether the stored row
 * has it, before calling it a conflict. That costs a read only when there is something to doubt.
 */
import { randomUUID } from 'node:crypto';
import { isRefused } from './storage-failure';
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
 * Writes, and clears up a refusal: if `row` turns out to be stored as this operation wrote it, the write was ours, and
 * `recovered` makes the result out of what is stored.
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
    if (!isRefused(error)) throw error;
    const key: RowKey = { partitionKey: row.partitionKey, rowKey: row.rowKey };
    const found = await rows.read(key);
    return found?.operation === row.operation ? { done: true, result: recovered(found) } : { done: false, found };
  }
}
