import { TableClient } from '@azure/data-tables';
import type { FaultHook } from '../fixtures/tables-server/fault';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';

describe('the stand-in for Azure Tables, beyond the protocol', () => {
  let server: TablesServer;
  let client: TableClient;

  const clientOf = (target: TablesServer) =>
    TableClient.fromConnectionString(target.connectionString, 'cases', {
      allowInsecureConnection: true,
      retryOptions: { maxRetries: 0 },
    });

  beforeEach(async () => {
    server = await startTablesServer();
    client = clientOf(server);
    await client.createTable();
    server.resetRequests();
  });
  afterEach(() => server.close());

  describe('the log of requests', () => {
    test('each request is one entry with its kind, a transaction too', async () => {
      await client.createEntity({ partitionKey: 'p', rowKey: "it's" });
      await client.getEntity('p', "it's");
      for await (const _ of client.listEntities());
      await client.submitTransaction([
        ['create', { partitionKey: 'p', rowKey: 'a' }],
        ['create', { partitionKey: 'p', rowKey: 'b' }],
      ]);
      expect(server.requests.map(({ method, path, kind }) => `${method} ${path} ${kind}`)).toEqual([
        'POST cases write',
        "GET cases(PartitionKey='p',RowKey='it''s') read",
        'GET cases() query',
        'POST $batch transaction',
      ]);
      expect(server.requests.every(({ bytesOut }, index) => index === 0 || bytesOut > 0)).toBe(true);
      expect(server.requests[0]?.bytesIn).toBe(Buffer.byteLength(`{"PartitionKey":"p","RowKey":"it's"}`));
    });

    test('it is empty after a reset', async () => {
      await client.createEntity({ partitionKey: 'p', rowKey: 'r' });
      server.resetRequests();
      expect(server.requests).toEqual([]);
    });
  });

  describe('the snapshot', () => {
    test('it is the same after reads and refusals, and another after a write of the same values', async () => {
      const entity = { partitionKey: 'p', rowKey: 'r', value: 1 };
      await client.createEntity(entity);
      const before = server.snapshot();
      await client.getEntity('p', 'r');
      await expect(client.createEntity(entity)).rejects.toMatchObject({ statusCode: 409 });
      expect(server.snapshot()).toBe(before);
      await client.upsertEntity(entity, 'Replace');
      expect(server.snapshot()).not.toBe(before);
    });

    test('with a given clock it is the same in every run, in whatever order the properties come', async () => {
      const snapshots = [
        { b: 1n, a: 'x' },
        { a: 'x', b: 1n },
      ].map(async (properties) => {
        const still = await startTablesServer({ now: () => Date.UTC(2026, 0, 1) });
        await clientOf(still).createTable();
        await clientOf(still).createEntity({ partitionKey: 'p', rowKey: 'r', ...properties });
        const snapshot = still.snapshot();
        await still.close();
        return snapshot;
      });
      const [first, second] = await Promise.all(snapshots);
      expect(first).toBe(second);
      expect(JSON.parse(String(first))).toMatchObject({
        cases: [{ PartitionKey: 'p', RowKey: 'r', a: 'x', b: '1', 'b@odata.type': 'Edm.Int64' }],
      });
    });
  });

  describe('faults', () => {
    const create = (rowKey: string) => client.createEntity({ partitionKey: 'p', rowKey });
    const onWrites =
      (fault: ReturnType<FaultHook>): FaultHook =>
      ({ kind }) =>
        kind === 'write' ? fault : 'pass';

    test('a status is answered instead of the work', async () => {
      server.fault(onWrites({ status: 503, code: 'ServerBusy' }));
      await expect(create('r')).rejects.toMatchObject({
        statusCode: 503,
        details: { odataError: { code: 'ServerBusy' } },
      });
      await expect(client.getEntity('p', 'r')).rejects.toMatchObject({ statusCode: 404 });
    });

    test('a reset before leaves no trace of the work, a reset after does', async () => {
      server.fault(onWrites('reset-before'));
      await expect(create('before')).rejects.toMatchObject({ code: 'ECONNRESET' });
      server.fault(onWrites('reset-after'));
      await expect(create('after')).rejects.toMatchObject({ code: 'ECONNRESET' });
      server.fault();
      await expect(client.getEntity('p', 'before')).rejects.toMatchObject({ statusCode: 404 });
      await expect(client.getEntity('p', 'after')).resolves.toMatchObject({ rowKey: 'after' });
      expect(server.requests.map(({ bytesOut }) => bytesOut > 0)).toEqual([false, false, true, true]);
    });

    test('a transaction whose answer is lost is carried out as a whole', async () => {
      server.fault(({ kind }) => (kind === 'transaction' ? 'reset-after' : 'pass'));
      const transaction = client.submitTransaction([
        ['create', { partitionKey: 'p', rowKey: 'a' }],
        ['create', { partitionKey: 'p', rowKey: 'b' }],
      ]);
      await expect(transaction).rejects.toMatchObject({ code: 'ECONNRESET' });
      expect(JSON.parse(server.snapshot())).toMatchObject({ cases: [{ RowKey: 'a' }, { RowKey: 'b' }] });
    });

    test('a delayed request is answered as usual, but not before its time', async () => {
      const delayMs = 50;
      server.fault(onWrites({ delayMs }));
      const from = performance.now();
      await create('late');
      // Timers count whole milliseconds, so one may seem to end a little early.
      expect(performance.now() - from).toBeGreaterThan(delayMs - 2);
      await expect(client.getEntity('p', 'late')).resolves.toMatchObject({ rowKey: 'late' });
    });

    test('a server with a delayed request still closes at once', async () => {
      const other = await startTablesServer();
      const arrived = new Promise<void>((resolve) => {
        other.fault(() => {
          resolve();
          return { delayMs: 60_000 };
        });
      });
      const outcome = expect(clientOf(other).createTable()).rejects.toMatchObject({ code: 'ECONNRESET' });
      await arrived;
      await other.close();
      await outcome;
    });
  });

  describe('limits of the real service that Azurite does not enforce', () => {
    const at = { partitionKey: 'p', rowKey: 'r' };
    const properties = (count: number, value: unknown) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`part${index}`, value]));
    const refused = (code: string) => ({ statusCode: 400, details: { odataError: { code } } });

    test('an entity is inserted up to 1 MiB, counted in UTF-16', async () => {
      const half = 'x'.repeat(32 * 1024);
      await client.createEntity({ ...at, ...properties(15, half) });
      const larger = client.createEntity({ ...at, rowKey: 'larger', ...properties(16, half) });
      await expect(larger).rejects.toMatchObject(refused('EntityTooLarge'));
      const merged = client.updateEntity({ ...at, more: half }, 'Merge');
      await expect(merged).rejects.toMatchObject(refused('EntityTooLarge'));
    });

    test('an entity has at most 252 properties, named like identifiers', async () => {
      await client.createEntity({ ...at, ...properties(252, 1n) });
      const more = client.upsertEntity({ ...at, ...properties(253, 1n) }, 'Replace');
      await expect(more).rejects.toMatchObject(refused('TooManyProperties'));
      const dashed = client.upsertEntity({ ...at, 'due-time': 1 });
      await expect(dashed).rejects.toMatchObject(refused('PropertyNameInvalid'));
    });

    test('a page of more than 1,000 rows is refused', async () => {
      const page = client.listEntities().byPage({ maxPageSize: 1001 }).next();
      await expect(page).rejects.toMatchObject(refused('InvalidInput'));
    });

    test('pages can be made small, as the service may do at any time', async () => {
      const small = await startTablesServer({ pageSize: 2 });
      const cases = clientOf(small);
      await cases.createTable();
      for (const rowKey of ['a', 'b', 'c']) await cases.createEntity({ partitionKey: 'p', rowKey });
      const sizes: number[] = [];
      for await (const page of cases.listEntities().byPage()) sizes.push(page.length);
      expect(sizes).toEqual([2, 1]);
      await small.close();
    });

    test('a page ends when so many rows have been looked at, full or not, as the service does after a while', async () => {
      const tiring = await startTablesServer({ mostLookedAt: 2 });
      const cases = clientOf(tiring);
      await cases.createTable();
      for (const rowKey of ['a', 'b', 'c', 'd', 'e']) {
        await cases.createEntity({ partitionKey: 'p', rowKey, open: rowKey === 'd' });
      }
      const sizes: number[] = [];
      const queryOptions = { filter: "PartitionKey eq 'p' and open eq true" };
      for await (const page of cases.listEntities({ queryOptions }).byPage()) sizes.push(page.length);
      expect(sizes).toEqual([0, 1, 0]);
      await tiring.close();
    });

    test('rows that a table was filled with are read and written as if they had been written one by one', async () => {
      const filled = await startTablesServer();
      const cases = clientOf(filled);
      await cases.createTable();
      const keys = Array.from({ length: 3_000 }, (_, at) => `k${String((at * 7) % 3_000).padStart(4, '0')}`);
      filled.fill(
        'cases',
        keys.map((rowKey, at) => ({ partitionKey: `p${at % 3}`, rowKey, properties: { at } })),
      );
      await cases.createEntity({ partitionKey: 'p1', rowKey: 'k0000a' });
      const found: string[] = [];
      for await (const { partitionKey, rowKey } of cases.listEntities()) found.push(`${partitionKey}/${rowKey}`);
      expect(found).toHaveLength(3_001);
      expect(found).toEqual([...found].sort());
      const [rowKey = ''] = keys;
      const { at, etag } = await cases.getEntity<{ at: number }>('p0', rowKey);
      expect(at).toBe(0);
      await cases.deleteEntity('p0', rowKey, { etag });
      await expect(cases.getEntity('p0', rowKey)).rejects.toMatchObject({ statusCode: 404 });
      await filled.close();
    });

    test('a batch over two partitions is refused; the client itself never sends one', async () => {
      const endpoint = /TableEndpoint=([^;]+)/.exec(server.connectionString)?.[1];
      const part = (partitionKey: string) =>
        '--changeset_x\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n' +
        `POST ${endpoint}/cases HTTP/1.1\r\nContent-Type: application/json\r\n\r\n` +
        `{"PartitionKey":"${partitionKey}","RowKey":"r"}\r\n`;
      const response = await fetch(`${endpoint}/$batch`, {
        method: 'POST',
        headers: { 'Content-Type': 'multipart/mixed; boundary=batch_x' },
        body:
          '--batch_x\r\nContent-Type: multipart/mixed; boundary=changeset_x\r\n\r\n' +
          `${part('one')}${part('two')}--changeset_x--\r\n--batch_x--\r\n`,
      });
      expect(await response.text()).toMatch(/HTTP\/1\.1 400 .*CommandsInBatchActOnDifferentPartitions.*"1:/s);
      expect(JSON.parse(server.snapshot())).toEqual({ cases: [] });
    });
  });
});
