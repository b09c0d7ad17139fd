import type { CaseEvent } from '../../../domain/case/case';
import { jsonText, momentOf, numberOf, optionalTextOf, shapedOf, textOf } from '../rows/columns';
import { eventKey } from '../rows/row-keys';
import * as shapes from '../rows/shapes';
import type { Row, StoredRow } from '../rows/table-rows';

export function eventRow(partitionKey: string, number: string, { sequence, type, at, by, data }: CaseEvent): Row {
  return {
    partitionKey,
    rowKey: eventKey(number, sequence),
    case: number,
    sequence,
    type,
    at,
    ...(by !== 'assistant' && { byId: by.id, byName: by.name }),
    data: jsonText(`The data of event ${sequence} of case ${number}`, data),
  };
}

/** @throws Unreadable */
export function readEventRow(row: StoredRow): CaseEvent {
  const id = optionalTextOf(row, 'byId');
  return {
    sequence: numberOf(row, 'sequence'),
    type: textOf(row, 'type') as CaseEvent['type'],
    at: momentOf(row, 'at'),
    by: id === undefined ? 'assistant' : { id, name: textOf(row, 'byName') },
    data: shapedOf(row, 'data', shapes.anyObject) as CaseEvent['data'],
  };
}
