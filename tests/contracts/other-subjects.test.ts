import { entryRow } from '../../bot/adapters/tables/casework/entry-row';
import { createOutbox } from '../../bot/adapters/tables/casework/outbox-table';
import type { OtherSubjects } from '../../bot/adapters/tables/casework/subjects';
import { createRowReader } from '../../bot/adapters/tables/rows/row-reader';
import { StorageClock } from '../../bot/adapters/tables/rows/storage-clock';
import { tableClient } from '../../bot/adapters/tables/rows/table-client';
import { TableRows } from '../../bot/adapters/tables/rows/table-rows';
import { createWorker } from '../../bot/deliveries/worker';
import type { OutboxEntry } from '../../bot/domain/outbox/entry';
import type { Outbox } from '../../bot/ports';
import { NO_TELEMETRY } from '../../bot/ports/telemetry';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { NOW, openProcess, settableClock } from './casework-fixtures';

/** A subject that lives in this test alone: a kite, kept in one bucket. */
const KITES: OtherSubjects = {
  kite: (id) => (/^kite-\d+$/.test(id) ? { partitionKey: 'b07', prefix: 'kite' } : undefined),
};

const reminder: OutboxEntry = {
  key: 'kite-1.reminder.timer',
  case: 'kite-1',
  subject: 'kite',
  purpose: 'reminder',
  channel: 'timer',
  target: { kind: 'case' },
  event: 1,
  due: NOW.toISOString(),
  attempts: 0,
  state: 'due',
};

let server: TablesServer;
let rows: TableRows;
let outbox: Outbox;
let ofOnlyCases: Outbox;

beforeAll(async () => {
  server = await startTablesServer();
  const clock = settableClock();
  ofOnlyCases = (await openProcess(server.connectionString, { clock })).outbox;
  const access = { connectionString: server.connectionString };
  rows = new TableRows(
    tableClient(access, 'casework', { deadlineMs: 2_000, clock: new StorageClock(clock), telemetry: NO_TELEMETRY }),
  );
  outbox = createOutbox({ rows, reader: createRowReader(undefined), others: KITES });
  await rows.commit([
    { insert: { partitionKey: 'b07', rowKey: 'kite|kite-1' } },
    { insert: entryRow('b07', reminder, 'op1', KITES) },
  ]);
});
afterAll(() => server.close());

const everyKey = async (): Promise<readonly string[]> => {
  const all = await rows.take('b07', { from: '!', to: '~' }, 100);
  return all.map(({ rowKey }) => rowKey);
};

test('a version that knows only cases leaves it as it is', async () => {
  const before = await everyKey();
  expect(await ofOnlyCases.due(NOW, 10)).toEqual([]);
  expect(await everyKey()).toEqual(before);
});

test('it is written with its subject, delivered by its timer, and then stands beside it', async () => {
  const delivered: OutboxEntry[] = [];
  const worker = createWorker({
    outbox,
    async deliver(entry) {
      delivered.push(entry);
      return { result: 'sent' };
    },
    clock: { now: () => NOW, isTrusted: () => true },
    random: () => 0.5,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    telemetry: NO_TELEMETRY,
    isFamiliar: async () => true,
    giveWay: async () => undefined,
    every: 60_000,
  });
  await worker.drain('kite-1');
  await worker.stop();
  expect(delivered.map(({ key, subject }) => [key, subject])).toEqual([[reminder.key, 'kite']]);
  expect(await everyKey()).toEqual([
    'kite|kite-1',
    expect.stringMatching(/^kite\|kite-1\|entry\|kite-1\.reminder\.timer\|/),
  ]);
});
