import { TableClient } from '@azure/data-tables';
import type { Log } from '../../bot/ports';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { FIRST_DIRECTORY, openProcess, requestsOf, STORAGES, settableClock } from './casework-fixtures';

const tableOf = (connectionString: string) =>
  TableClient.fromConnectionString(connectionString, 'directory', { allowInsecureConnection: true });

describe.each(STORAGES)('the directory over $name', ({ start }) => {
  let storage: { readonly connectionString: string; close(): Promise<void> };

  beforeEach(async () => {
    storage = await start();
  });
  afterEach(() => storage.close());

  test('it begins with the first content, also when several processes start at once', async () => {
    const processes = await Promise.all([1, 2, 3].map(() => openProcess(storage.connectionString)));
    for (const { directory } of processes) expect(await directory.content()).toEqual(FIRST_DIRECTORY);
  });

  test("a start adds what is missing and leaves an administrator's edits alone", async () => {
    await openProcess(storage.connectionString);
    const table = tableOf(storage.connectionString);
    const [first, second, third] = FIRST_DIRECTORY.units;
    if (!first || !second || !third) throw new Error('The first directory has too few units.');
    const edited = { ...first, contact: { address: 'someone.else@espoo.fi' } };
    await table.updateEntity({ partitionKey: 'units', rowKey: first.id, content: JSON.stringify(edited) }, 'Merge');
    await table.updateEntity({ partitionKey: 'units', rowKey: second.id, retired: true }, 'Merge');
    await table.deleteEntity('units', third.id);
    const added = { ...first, id: 'added-unit' };
    await table.createEntity({ partitionKey: 'units', rowKey: added.id, content: JSON.stringify(added) });

    const { units } = await (await openProcess(storage.connectionString)).directory.content();
    expect(units).toEqual([edited, ...FIRST_DIRECTORY.units.slice(2), added]);
  });
});

describe('the directory and the way to storage', () => {
  let server: TablesServer;
  const clock = settableClock();
  const errors: string[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (event) => errors.push(event) };

  beforeEach(async () => {
    server = await startTablesServer();
    errors.length = 0;
  });
  afterEach(() => server.close());

  test('it is read once a minute, and once for all who ask at the same time', async () => {
    const { directory } = await openProcess(server.connectionString, { clock });
    expect(await requestsOf(server, () => directory.content())).toEqual([]);
    clock.advance(60);
    const together = () => Promise.all([directory.content(), directory.content()]);
    expect(await requestsOf(server, together)).toEqual(['query']);
    expect(await requestsOf(server, together)).toEqual([]);
  });

  test('while it cannot be read the last good content is used, and not every press tries again', async () => {
    const { directory } = await openProcess(server.connectionString, { clock, log });
    clock.advance(60);
    server.fault(() => ({ status: 500 }));
    expect(await directory.content()).toEqual(FIRST_DIRECTORY);
    expect(errors).toEqual(['directory-not-refreshed']);
    expect(await requestsOf(server, () => directory.content())).toEqual([]);
    server.fault();
    clock.advance(10);
    expect(await requestsOf(server, () => directory.content())).toEqual(['query']);
  });

  test('for who may do what it is a minute old at most, or there is no answer', async () => {
    const { directory } = await openProcess(server.connectionString, { clock, log });
    expect(await requestsOf(server, () => directory.current())).toEqual([]);
    clock.advance(60);
    server.fault(() => ({ delayMs: 400 }));
    expect(await requestsOf(server, () => directory.current())).toEqual(['query']);
    clock.advance(60);
    server.fault(() => 'reset-before');
    await expect(directory.current()).rejects.toMatchObject({ code: 'unavailable' });
    // Names and choices can be older.
    expect(await directory.content()).toEqual(FIRST_DIRECTORY);
    server.fault();
    expect(await directory.current()).toEqual(FIRST_DIRECTORY);
  });

  test('an edit that breaks it is not taken over, and a start with it uses the first content', async () => {
    const { directory } = await openProcess(server.connectionString, { clock, log });
    const row = { partitionKey: 'units', rowKey: 'international-affairs', content: '{"id": 1}' };
    await tableOf(server.connectionString).updateEntity(row, 'Merge');
    clock.advance(60);
    expect(await directory.content()).toEqual(FIRST_DIRECTORY);
    const restarted = await openProcess(server.connectionString, { clock, log });
    expect(await restarted.directory.content()).toEqual(FIRST_DIRECTORY);
    expect(errors).toEqual(['directory-not-refreshed', 'directory-not-refreshed']);
  });

  test('a restart with nothing to add reads and does not write', async () => {
    await openProcess(server.connectionString);
    const kinds = await requestsOf(server, () => openProcess(server.connectionString));
    // Four tables that exist already, what is there, and the content.
    expect(kinds).toEqual(['write', 'write', 'write', 'write', 'query', 'query']);
  });

  test('without storage there is no start', async () => {
    server.fault(() => 'reset-before');
    await expect(openProcess(server.connectionString)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
