import { setTimeout as pause } from 'node:timers/promises';
import { odata, TableClient } from '@azure/data-tables';

/** A row of the tables, as `docs/data.md` describes it. */
export type Row = Readonly<Record<string, unknown>>;

/** What the tables hold of one case. */
export interface RecordedCase {
  readonly case: Row;
  readonly events: readonly Row[];
  /** Outbox entries that have been dealt with, and those that still wait. */
  readonly settled: readonly Row[];
  readonly waiting: readonly Row[];
}

const BUCKETS = 32;
const LIMIT_MS = 20_000;
const BETWEEN_READING_MS = 50;

/**
 * Finds a case by its number with the queries of `docs/data.md`, once the worker has dealt with all of its outbox
 * entries.
 *
 * @throws Error with the entries that still wait after 20 s
 */
export async function recordedCase(connectionString: string, number: string): Promise<RecordedCase> {
  const table = TableClient.fromConnectionString(connectionString, 'casework', { allowInsecureConnection: true });
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    const found = await readCase(table, number);
    // A timer waits for months.
    if (found.waiting.every(({ channel }) => channel === 'timer')) return found;
    if (performance.now() > end) throw new Error(`still in the outbox: ${JSON.stringify(found.waiting)}`);
    // The tables cannot say when they change.
    await pause(BETWEEN_READING_MS);
  }
}

async function readCase(table: TableClient, number: string): Promise<RecordedCase> {
  const partition = `b${String(Number(number.split('-')[2]) % BUCKETS).padStart(2, '0')}`;
  const waiting = await rows(
    table,
    odata`PartitionKey eq ${partition} and RowKey ge 'outbox|' and RowKey lt 'outbox}' and case eq ${number}`,
  );
  const [from, to] = [`case|${number}|`, `case|${number}}`];
  const around = await rows(table, odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`);
  const ofKind = (kind: string) => around.filter(({ rowKey }) => String(rowKey).startsWith(`${from}${kind}|`));
  return {
    case: await table.getEntity(partition, `case|${number}`),
    events: ofKind('event'),
    settled: ofKind('entry'),
    waiting,
  };
}

async function rows(table: TableClient, filter: string): Promise<readonly Row[]> {
  const found: Row[] = [];
  for await (const row of table.listEntities({ queryOptions: { filter } })) found.push(row);
  return found;
}
