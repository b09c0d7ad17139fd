import { Unreadable } from '../../../domain/errors';
import type { Found } from '../../../domain/page';
import type { Log } from '../../../ports';
import type { StoredRow } from './table-rows';

/** What a row holds. The log tells of one that cannot be read as `<kind>.unreadable`. */
export type RowKind = 'case' | 'draft' | 'event' | 'todo' | 'entry' | 'line' | 'person' | 'erasure' | 'directory';

/**
 * Reads rows of which there are many: one that cannot be read (spoiled by hand, or of a newer version) is told to the log
 * and left out, so that it keeps nobody from the others.
 */
export interface RowReader {
  /** What is in a row, or undefined where that cannot be read. */
  one<T>(kind: RowKind, row: StoredRow, read: (row: StoredRow) => T): T | undefined;
  /** What is in these rows, and which of them cannot be read. */
  all<T>(kind: RowKind, rows: readonly StoredRow[], read: (row: StoredRow) => T): Found<T>;
}

export function createRowReader(log: Log | undefined): RowReader {
  function one<T>(kind: RowKind, row: StoredRow, read: (row: StoredRow) => T): T | undefined {
    try {
      return read(row);
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      log?.error(`${kind}.unreadable`, cause);
      return undefined;
    }
  }

  return {
    one,

    all(kind, rows, read) {
      const unreadable: string[] = [];
      const items = rows.flatMap((row) => {
        const value = one(kind, row, read);
        if (value === undefined) unreadable.push(idIn(row.rowKey));
        return value ?? [];
      });
      return { items, ...(unreadable.length > 0 && { unreadable }) };
    },
  };
}

/** The last part of a row key: a draft's id, a case's number, the key of a to-do. */
export function idIn(rowKey: string): string {
  return rowKey.slice(rowKey.lastIndexOf('|') + 1);
}
