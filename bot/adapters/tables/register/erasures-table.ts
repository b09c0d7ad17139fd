import type { Erasure } from '../../../domain/privacy/erasure';
import type { Erasures } from '../../../ports';
import { personRowKey } from '../people/person-row';
import { jsonText, shapedOf } from '../rows/columns';
import type { RowReader } from '../rows/row-reader';
import { erasure as erasureShape } from '../rows/shapes';
import { isRefused } from '../rows/storage-failure';
import type { RowKey, TableRows } from '../rows/table-rows';

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
