import type { Erasure } from '../../domain/erasure';
import type { Erasures } from '../../ports';
import { jsonText, shapedOf } from './columns';
import { personRowKey } from './person-row';
import type { RowReader } from './row-reader';
import { erasure as erasureShape } from './shapes';
import { isRefused } from './storage-failure';
import type { RowKey, TableRows } from './table-rows';

const PARTITION = 'erasure';
/** Every row key. */
const EVERYBODY = { from: '', to: '\uffff' };

/** Who is to be forgotten, a row for each until it is done. */
export function createErasures({ rows, reader }: { rows: TableRows; reader: RowReader }): Erasures {
  return {
    async put(erasure) {
      await rows.put({ ...keyOf(erasure.person), erasure: jsonText('An erasure', erasure) });
    },

    async open() {
      const found = await rows.take(PARTITION, EVERYBODY, Number.POSITIVE_INFINITY);
      return reader.all('erasure', found, (row) => shapedOf(row, 'erasure', erasureShape) as Erasure);
    },

    async end({ person }) {
      try {
        await rows.remove(keyOf(person), '*');
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
    },
  };
}

function keyOf(person: Erasure['person']): RowKey {
  const { partitionKey, rowKey } = personRowKey(person);
  return { partitionKey: PARTITION, rowKey: `${partitionKey}_${rowKey}` };
}
