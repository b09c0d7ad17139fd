import { isFamiliarEntry } from '../../../domain/case/familiar';
import { Unreadable } from '../../../domain/errors';
import { isStuck, isWaiting } from '../../../domain/outbox/attempts';
import type { OutboxEntry } from '../../../domain/outbox/entry';
import type { Stored } from '../../../ports';
import { codeOf, jsonOf, jsonText, newerColumns, numberOf, optionalTextOf, shapedOf, textOf } from '../rows/columns';
import { settledKey, stuckKey, waitingKey } from '../rows/row-keys';
import * as shapes from '../rows/shapes';
import type { Row, StoredRow } from '../rows/table-rows';
import { ONLY_CASES, type Places, placeOfSubject } from './subjects';

const COLUMNS = [
  ...[
    'entry',
    'case',
    'subject',
    'purpose',
    'channel',
    'target',
    'event',
    'about',
    'replaces',
    'due',
    'everyMonths',
    'attempts',
  ],
  ...['state', 'message', 'failure', 'operation'],
];

/** The row key of an entry in this state, as the operation wrote it: waiting and stuck ones by time, the rest by case. */
export function entryRowKey(entry: OutboxEntry, operation: string, places: Places = ONLY_CASES): string {
  if (isWaiting(entry)) return waitingKey(entry.due, entry.key, operation);
  if (isStuck(entry)) return stuckKey(entry.due, entry.key, operation);
  const prefix = placeOfSubject(entry, places)?.prefix;
  if (prefix === undefined) throw new RangeError(`Nobody here knows where "${entry.case}" is kept.`);
  return settledKey(prefix, entry.case, entry.key, operation);
}

export function entryRow(
  partitionKey: string,
  entry: OutboxEntry,
  operation: string,
  places: Places = ONLY_CASES,
): Row & { readonly operation: string } {
  const { key, target, newer, ...plain } = entry;
  return {
    ...newer,
    ...plain,
    partitionKey,
    rowKey: entryRowKey(entry, operation, places),
    entry: key,
    target: jsonText(`The target of outbox entry ${key}`, target),
    operation,
  };
}

/** An entry with the operation that wrote its row as its tag. @throws Unreadable */
export function readEntryRow(row: StoredRow, places: Places = ONLY_CASES): Stored<OutboxEntry> {
  const [subject, about, replaces, message, failure] = ['subject', 'about', 'replaces', 'message', 'failure'].map(
    (name) => optionalTextOf(row, name),
  );
  const value: OutboxEntry = {
    key: textOf(row, 'entry'),
    case: textOf(row, 'case'),
    ...(subject !== undefined && { subject }),
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
  if (isFamiliarEntry(value, places) && !isPlacedBy(row, value, tag, places)) {
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
function isPlacedBy({ partitionKey, rowKey }: StoredRow, entry: OutboxEntry, tag: string, places: Places): boolean {
  try {
    return placeOfSubject(entry, places)?.partitionKey === partitionKey && entryRowKey(entry, tag, places) === rowKey;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
