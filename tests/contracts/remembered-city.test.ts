import { TableClient } from '@azure/data-tables';
import { openTables } from '../../bot/adapters/tables/tables';
import type { FirstDirectory } from '../../bot/domain/directory/directory';
import type { Standing } from '../../bot/domain/directory/standing';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { FIRST_DIRECTORY, settableClock } from './casework-fixtures';

let server: TablesServer;
beforeEach(async () => {
  server = await startTablesServer();
});
afterEach(() => server.close());

const ESPOO = FIRST_DIRECTORY.standing.city;
const OTHER: Standing['city'] = { id: 'another-place', ownsOlderStorage: false };

function open(city: Standing['city']) {
  const firstDirectory: FirstDirectory = { ...FIRST_DIRECTORY, standing: { ...FIRST_DIRECTORY.standing, city } };
  const { connectionString } = server;
  return openTables({ access: { connectionString }, clock: settableClock(), firstDirectory, deadlineMs: 20_000 });
}

/** What an earlier version left: everything but the row that tells whose it is. */
async function withoutMemory(): Promise<void> {
  await open(ESPOO);
  const options = { allowInsecureConnection: true };
  await TableClient.fromConnectionString(server.connectionString, 'directory', options).deleteEntity('city', '|city');
}

const remembered = () => server.rows().directory?.find(({ PartitionKey }) => PartitionKey === 'city')?.city;

test('a new storage is that of the city that starts first, and of no other', async () => {
  await open(OTHER);
  expect(remembered()).toBe(OTHER.id);
  await open(OTHER);
  const before = server.snapshot();
  await expect(open(ESPOO)).rejects.toMatchObject({ code: 'wrong-city' });
  expect(server.snapshot() === before).toBe(true);
});

test('one that is in use and remembers nothing is that of the city whose storage is older than that', async () => {
  await withoutMemory();
  const before = server.snapshot();
  await expect(open(OTHER)).rejects.toThrow(/in use, and does not say whose it is/);
  expect(server.snapshot() === before).toBe(true);
  await open(ESPOO);
  expect(remembered()).toBe('espoo');
});

test('of two cities that start at the same moment one has it', async () => {
  // Each has seen that nobody was remembered before the first writes.
  server.fault(({ kind, path }) => (kind === 'write' && path === 'directory' ? { delayMs: 300 } : 'pass'));
  const started = await Promise.allSettled([open(ESPOO), open({ ...OTHER, ownsOlderStorage: true })]);
  const refused = started.filter((one) => one.status === 'rejected');
  expect(refused.map(({ reason }) => reason.code)).toEqual(['wrong-city']);
  expect([ESPOO.id, OTHER.id]).toContain(remembered());
});

test('instances of one city may start at the same moment', async () => {
  await Promise.all([open(OTHER), open(OTHER), open(OTHER)]);
  expect(remembered()).toBe(OTHER.id);
});

test('its row stands where no version reads entries: the directory is the same with it', async () => {
  const { directory } = await open(ESPOO);
  expect(await directory.content()).toEqual(FIRST_DIRECTORY);
  expect(directory.unreadable()).toBe(0);
});
