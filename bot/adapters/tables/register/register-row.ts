import { parseCaseNumber } from '../../../domain/case/number';
import { isOpen } from '../../../domain/case-state';
import type { CaseLine } from '../../../domain/listing/line';
import { jsonText, shapedOf } from '../rows/columns';
import { line as lineShape } from '../rows/shapes';
import type { Row, RowKey, StoredRow } from '../rows/table-rows';

/** The row that shows a line under one of its keys. */
export function lineRow(key: RowKey, line: CaseLine): Row {
  return {
    ...key,
    unit: line.unit,
    state: line.state,
    open: isOpen(line.state),
    process: line.process,
    year: parseCaseNumber(line.number)?.year,
    revision: line.revision,
    line: jsonText(`The line of case ${line.number}`, line),
  };
}

/** @throws Unreadable */
export function readLine(row: StoredRow): CaseLine {
  return shapedOf(row, 'line', lineShape) as CaseLine;
}
