import { createHash } from 'node:crypto';
import type { Claims } from '../../ports';
import { newerColumns } from './columns';
import { newOperation, writeOwn } from './own-write';
import type { StoredRow, TableRows } from './table-rows';

const COLUMNS = ['what', 'period', 'by', 'operation'];
const newerOf = (row: StoredRow | undefined) => row && newerColumns(row, COLUMNS).newer;

/** One row for each thing that is claimed again and again, with the latest period and by whom. */
export function createClaims({ rows }: { rows: TableRows }): Claims {
  return {
    async claim(what, period, by) {
      const key = { partitionKey: 'claim', rowKey: createHash('sha256').update(what).digest('hex').slice(0, 32) };
      const found = await rows.read(key);
      if (found?.period === period) return found.by === by;
      const row = { ...newerOf(found), ...key, what, period, by, operation: newOperation() };
      const written = await writeOwn(
        rows,
        row,
        () => (found ? rows.replace(row, found.etag) : rows.insert(row)),
        () => undefined,
      );
      return written.done || (written.found?.period === period && written.found.by === by);
    },
  };
}
