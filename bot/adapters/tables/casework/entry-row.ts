import { isFamiliarEntry } from '../../../domain/case/familiar';
import { Unreadable } from '../../../domain/errors';
import { isStuck, isWaiting } from '../../../domain/outbox/attempts';
import type { OutboxEntry } from '../../../domain/outbox/entry';
import type { Stored } from '../../../ports';
import { codeOf, jsonOf, jsonText, newerColumns, numberOf, optionalTextOf, shapedOf, textOf } from '../rows/columns';
import { settledKey, stuckKey, waitingKey } from '../rows/row-keys';
import * as shapes from '../rows/shapes';
import type { Row, StoredRow } from '../rows/table-rows';
import { placeOfCase } from './case-row';

const COLUMNS = [
  ...['entry', 'case', 'purpose', 'channel', 'target', 'event', 'about', 'replaces', 'due', 'everyMonths', 'attempts'],
  ...['state', 'message', 'failure', 'operation'],
];

/** The row key of an entry in this state, as the operation wrote it: waiting and stuck ones by time, the rest by case. */
export function entryRowKey(entry: OutboxEntry, operation: string): string {
  if (isWaiting(entry)) return waitingKey(entry.due, entry.key, operation);
  return isStuck(entry) ? stuckKey(entry.due, entry.key, operation) : settledKey(entry.case, entry.key, operation);
}

export function entryRow(
  partitionKey: string,
  entry: OutboxEntry,
  operation: string,
): Row & { readonly operation: string } {
  const { key, target, newer, ...plain } = entry;
  return {
    ...newer,
    ...plain,
    partitionKey,
    rowKey: entryRowKey(entry, operation),
    entry: key,
    target: jsonText(`The target of outbox entry ${key}`, target),
    operation,
  };
}

/** An entry with the operation that wrote its row as its tag. @throws Unreadable */
export function readEntryRow(row: StoredRow): Stored<OutboxEntry> {
  const [about, replaces, message, failure] = ['about', 'replaces', 'message', 'failure'].map((name) =>
    optionalTextOf(row, name),
  );
  const value: OutboxEntry = {
    key: textOf(row, 'entry'),
    case: textOf(row, 'case'),
    purpose: codeOf(row, 'purpose') as OutboxEntry['purpose'],
    channel: codeOf(row, 'channel') as OutboxEntry['channel'],
    target: targetOf(row),
    event: numberOf(row, 'event'),
    ...(about !== undefined && { about }),
    ...(replaces !== undefined && { replaces }),
    due: textOf(row, 'due'),
    ...(row.everyMonths !== undefined && { everyMonths: numberOf(row, 'everyMonths') }),
    attempts: numberOf(row, 'attempts'),
    state: codeOf(row, 'state') as OutboxEntry['state'],
    ...(message !== undefined && { message }),
    ...(failure !== undefined && { failure }),
    ...newerColumns(row, COLUMNS),
  };
  const tag = textOf(row, 'operation');
  // Where a newer version puts what it knows is its own affair.
  if (isFamiliarEntry(value) && !isPlacedBy(row, value, tag)) {
    throw new Unreadable(`Row ${row.partitionKey} / ${row.rowKey}`, { why: 'its key is not what its columns say' });
  }
  return { value, tag };
}

function targetOf(row: StoredRow): OutboxEntry['target'] {
  const target = jsonOf(row, 'target') as OutboxEntry['target'] | null;
  if (typeof target?.kind !== 'string') {
    throw new Unreadable(`The target in row ${row.partitionKey} / ${row.rowKey}`, { why: 'it has no kind' });
  }
  const shape = Object.hasOwn(shapes.targets, target.kind) ? shapes.targets[target.kind] : undefined;
  return shape ? (shapedOf(row, 'target', shape) as OutboxEntry['target']) : target;
}

/** Whether claiming the entry would find its row: one that is not where it says would be due for ever. */
function isPlacedBy({ partitionKey, rowKey }: StoredRow, entry: OutboxEntry, tag: string): boolean {
  try {
    return placeOfCase(entry.case)?.partitionKey === partitionKey && entryRowKey(entry, tag) === rowKey;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
