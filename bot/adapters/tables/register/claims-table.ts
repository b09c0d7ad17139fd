import { createHash } from 'node:crypto';
import type { Claims } from '../../../ports';
import { newerColumns } from '../rows/columns';
import { newOperation, writeOwn } from '../rows/own-write';
import { isRefused } from '../rows/storage-failure';
import type { RowKey, StoredRow, TableRows } from '../rows/table-rows';

const COLUMNS = ['what', 'kind', 'period', 'by', 'operation'];
const newerOf = (row: StoredRow | undefined) => row && newerColumns(row, COLUMNS).newer;

/**
 * One row for each thing that is claimed again and again, with the latest period and by whom. What is claimed may name
 * somebody, so of that only its kind is kept, and a hash.
 */
export function createClaims({ rows }: { rows: TableRows }): Claims {
  return {
    async claim(what, period, by) {
      const key = keyOf(what);
      const found = await rows.read(key);
      if (found?.period === period) return found.by === by;
      const row = { ...newerOf(found), ...key, kind: kindOf(what), period, by, operation: newOperation() };
      const written = await writeOwn(
        rows,
        row,
        () => (found ? rows.replace(row, found.etag) : rows.insert(row)),
        () => undefined,
      );
      return written.done || (written.found?.period === period && written.found.by === by);
    },

    async forget(what) {
      try {
        await rows.remove(keyOf(what), '*');
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
    },
  };
}

function keyOf(what: string): RowKey {
  return { partitionKey: 'claim', rowKey: createHash('sha256').update(what).digest('hex').slice(0, 32) };
}

/** `digest` of `digest|<tenant>|<person>`. */
function kindOf(what: string): string {
  return what.split('|', 1)[0] ?? '';
}
