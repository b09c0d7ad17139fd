import { StorageClock } from '../../../../bot/adapters/tables/rows/storage-clock';
import { tableClient } from '../../../../bot/adapters/tables/rows/table-client';
import { TableRows } from '../../../../bot/adapters/tables/rows/table-rows';
import { NO_TELEMETRY } from '../../../../bot/ports';
import { createCertificate } from '../../../fixtures/certificate';
import { startTablesServer, type TablesServer } from '../../../fixtures/tables-server/tables-server';

let server: TablesServer;
let sent: (string | undefined)[];
let asked: string[][];

const tls = createCertificate();

beforeAll(async () => {
  server = await startTablesServer({ tls, onHeaders: ({ authorization }) => void sent.push(authorization) });
});
afterAll(async () => {
  await server.close();
});
beforeEach(() => {
  sent = [];
  asked = [];
});

const open = (authority?: string) => {
  const credential = {
    getToken: async (scopes: string | string[]) => {
      asked.push([scopes].flat());
      return { token: 'the-token-of-the-bot', expiresOnTimestamp: Date.now() + 3_600_000 };
    },
  };
  const access = { endpoint: server.url, credential, ...(authority !== undefined && { authority }) };
  const clock = new StorageClock({ now: () => new Date() });
  return new TableRows(tableClient(access, 'sample', { deadlineMs: 20_000, clock, telemetry: NO_TELEMETRY }));
};

it('storage is read and written with a token for storage in place of a key, over https alone', async () => {
  const rows = open(tls.cert);
  await rows.prepare();
  const tag = await rows.insert({ partitionKey: 'p', rowKey: 'a', value: 1 });
  await rows.replace({ partitionKey: 'p', rowKey: 'a', value: 2 }, tag);
  await rows.commit([{ insert: { partitionKey: 'p', rowKey: 'b', value: 3 } }]);
  expect((await rows.all()).map(({ rowKey, value }) => [rowKey, value])).toEqual([
    ['a', 2],
    ['b', 3],
  ]);
  expect(sent.length).toBeGreaterThanOrEqual(5);
  expect(new Set(sent)).toEqual(new Set(['Bearer the-token-of-the-bot']));
  expect(new Set(asked.flat())).toEqual(new Set(['https://storage.azure.com/.default']));
});

it('a server that cannot prove who it is gets no token', async () => {
  await expect(open().prepare()).rejects.toThrow(/cannot be used/);
  expect(sent).toEqual([]);
});
