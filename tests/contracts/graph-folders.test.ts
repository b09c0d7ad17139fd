import { createGraph } from '../../bot/adapters/graph/graph-client';
import { createSharepointFolders } from '../../bot/adapters/graph/sharepoint-folders';
import { createLog } from '../../bot/adapters/log/log';
import { type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';
import { FAILURES } from './graph-failures';

const SENT = { result: 'sent' };
const NUMBER = 'V-2026-0042';

let graph: GraphStandIn;

beforeEach(async () => {
  graph = await startGraph();
});
afterEach(async () => {
  await graph.close();
  expect(graph.violations).toEqual([]);
});

const library = () => graph.site.libraries[1];
const foldersIn = (address: string) =>
  createSharepointFolders({
    graph: createGraph({ baseUrl: graph.url, token: async () => graph.token }),
    siteId: graph.site.id,
    library: address,
    log: createLog('silent'),
  });
const folders = () => foldersIn('https://espoo.sharepoint.com/sites/kv/Asiakirjat');

it('a folder is made once, in its library alone, which is looked for once', async () => {
  const one = folders();
  expect(await one.make(NUMBER)).toEqual(SENT);
  expect(await one.make(NUMBER)).toEqual(SENT);
  expect(graph.site.libraries.map(({ folders }) => folders)).toEqual([[], [NUMBER]]);
  expect(graph.calls.filter(({ parts, query }) => parts[2] === 'drives' && !query.has('$skiptoken'))).toHaveLength(1);
});

it('made by several at once it is one folder', async () => {
  const results = await Promise.all([1, 2, 3].map(() => folders().make(NUMBER)));
  expect(results).toEqual([SENT, SENT, SENT]);
  expect(library()?.made).toBe(1);
});

it.each([
  'https://espoo.sharepoint.com/sites/kv/Shared Documents',
  'https://espoo.sharepoint.com/sites/KV/shared%20documents',
])('a library is known by its address, however it is written: %s', async (address) => {
  expect(await foldersIn(address).make(NUMBER)).toEqual(SENT);
  expect(graph.site.libraries[0]?.folders).toEqual([NUMBER]);
});

it('a library that is not made yet is waited for', async () => {
  const elsewhere = foldersIn('https://espoo.sharepoint.com/sites/kv/Muut');
  expect(await elsewhere.make(NUMBER)).toEqual({ result: 'failed', failure: 'no-such-library' });
});

it('a library that was deleted and made again is found again', async () => {
  const one = folders();
  await one.make('V-2026-0032');
  graph.fail(({ method }) => (method === 'POST' ? { status: 404 } : undefined));
  expect(await one.make(NUMBER)).toEqual({ result: 'failed', failure: 'graph-404' });
  graph.fail();
  const before = graph.calls.length;
  expect(await one.make(NUMBER)).toEqual(SENT);
  expect(graph.calls.slice(before).some(({ parts }) => parts[2] === 'drives')).toBe(true);
});

it('a conflict of another kind is no folder', async () => {
  graph.fail(({ method }) => (method === 'POST' ? { status: 409 } : undefined));
  expect(await folders().make(NUMBER)).toEqual({ result: 'failed', failure: 'graph-409' });
  expect(library()?.made).toBe(0);
});

it('the address of a folder stands before the folder does', () => {
  expect(folders().addressOf(NUMBER)).toBe(`https://espoo.sharepoint.com/sites/kv/Asiakirjat/${NUMBER}`);
  expect(folders().addressOf('a b/c')).toBe('https://espoo.sharepoint.com/sites/kv/Asiakirjat/a%20b%2Fc');
});

describe.each([
  ['finding the library', 'GET'],
  ['making the folder', 'POST'],
])('%s', (_step, method) => {
  it.each(FAILURES)(
    'that meets %s makes at most one folder, and the next attempt finds it right',
    async (_what, failure, expected) => {
      const one = folders();
      graph.fail((call) => (call.method === method ? failure : undefined));
      expect((await one.make(NUMBER)).result).toBe(expected);
      expect(graph.calls.filter((call) => call.method === method)).toHaveLength(1);
      graph.fail();
      expect(await one.make(NUMBER)).toEqual(SENT);
      expect(library()?.made).toBe(1);
    },
  );
});

it('what Graph says about waiting is passed on', async () => {
  graph.fail(() => ({ status: 429, headers: { 'retry-after': '7' } }));
  expect(await folders().make(NUMBER)).toEqual({ result: 'failed', failure: 'graph-429', retryAfterSeconds: 7 });
});
