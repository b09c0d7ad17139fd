import { type Middleware, RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import { createGraph } from '../../bot/adapters/graph/graph-client';
import { type ListPlace, provisionList } from '../../bot/adapters/graph/sharepoint-list';
import { createSharepointMirror } from '../../bot/adapters/graph/sharepoint-mirror';
import { createLog } from '../../bot/adapters/log/log';
import { reconcile } from '../../bot/commands/reconciliation';
import type { Delivery } from '../../bot/domain/outbox/attempts';
import {
  type Failure,
  failFirst,
  type GraphCallSeen,
  type GraphStandIn,
  startGraph,
} from '../fixtures/graph/start-graph';
import { aCase } from './mirrored-cases';

const log = createLog('silent');

let graph: GraphStandIn;
let place: ListPlace;

beforeEach(async () => {
  graph = await startGraph();
  place = { siteId: graph.site.id, list: "KV-asiat: Espoo's" };
});
afterEach(async () => {
  await graph.close();
  expect(graph.violations).toEqual([]);
});

const client = (between: readonly Middleware[] = []) =>
  createGraph({ baseUrl: graph.url, token: async () => graph.token, answerWithinMs: 1_500, between });
const mirror = (between?: readonly Middleware[]) => createSharepointMirror({ graph: client(between), place, log });
const provision = () => provisionList(client(), place);
const items = () => graph.site.lists[0]?.items ?? [];
const writes = () => graph.calls.filter(({ method }) => method !== 'GET');

describe('provisioning', () => {
  it('makes the list with its columns, and the second time nothing', async () => {
    expect(await provision()).toEqual({ created: true, added: [], changed: [] });
    expect(graph.site.lists[0]?.columns).toContainEqual(
      expect.objectContaining({ name: 'CaseNumber', indexed: true, enforceUniqueValues: true }),
    );
    const before = writes().length;
    expect(await provision()).toEqual({ created: false, added: [], changed: [] });
    expect(writes()).toHaveLength(before);
  });

  it('brings an older list up to date and takes nothing away', async () => {
    await provision();
    const [list] = graph.site.lists;
    const columns = list?.columns ?? [];
    const number = columns.find(({ name }) => name === 'CaseNumber');
    Object.assign(number ?? {}, { indexed: false, enforceUniqueValues: false });
    columns.splice(
      columns.findIndex(({ name }) => name === 'CaseUnit'),
      1,
    );
    columns.push({ id: 'own', name: 'OurNotes', text: {} });
    expect(await provision()).toEqual({ created: false, added: ['CaseUnit'], changed: ['CaseNumber'] });
    expect(number).toMatchObject({ indexed: true, enforceUniqueValues: true });
    expect(columns.map(({ name }) => name)).toContain('OurNotes');
  });

  it('gives people columns of their own to a list that was made before there were any', async () => {
    await provision();
    const columns = graph.site.lists[0]?.columns ?? [];
    for (const name of ['CaseHolderPerson', 'CaseRequesterPerson', 'CaseHeadCount', 'CaseCountry']) {
      const at = columns.findIndex((column) => column.name === name);
      columns.splice(at, 1);
    }
    const added = ['CaseRequesterPerson', 'CaseHolderPerson', 'CaseCountry', 'CaseHeadCount'];
    expect(await provision()).toEqual({ created: false, added, changed: [] });
    expect(columns).toContainEqual(
      expect.objectContaining({ name: 'CaseHolderPerson', personOrGroup: expect.anything() }),
    );
  });

  it('indexes what is filtered, and leaves the city half of the indexes that a list can have', async () => {
    await provision();
    const indexed = (graph.site.lists[0]?.columns ?? []).filter(({ indexed }) => indexed === true);
    expect(indexed.map(({ name }) => name)).toEqual([
      'CaseNumber',
      'CaseProcess',
      'CaseState',
      'CaseUnit',
      'CaseOrganisation',
      'CaseCity',
      'CaseCountry',
      'CaseTheme',
      'CaseSubmittedAt',
    ]);
  });

  it('can be run again after it broke half-way', async () => {
    graph.fail(failFirst(1, { status: 504, afterAccepting: true }, ({ method }) => method === 'POST'));
    await expect(provision()).rejects.toMatchObject({ code: 'graph-504' });
    graph.fail();
    expect(await provision()).toEqual({ created: false, added: [], changed: [] });
    expect(graph.site.lists).toHaveLength(1);
  });
});

describe('a case', () => {
  beforeEach(() => provision());

  it('becomes a line, once, and follows the case', async () => {
    expect(await mirror().put(aCase())).toEqual({ result: 'sent' });
    expect(await mirror().put(aCase())).toEqual({ result: 'sent' });
    expect(graph.site.written).toEqual({ created: 1, changed: 0, removed: 0 });
    expect(await mirror().put(aCase(42, { state: 'Hyväksytty', revision: 3 }))).toEqual({ result: 'sent' });
    expect(items().map(({ fields }) => fields)).toEqual([
      expect.objectContaining({
        CaseNumber: 'V-2026-0042',
        CaseState: 'Hyväksytty',
        CaseSubmittedAt: '2026-03-02T09:00:00Z',
      }),
    ]);
  });

  it('is not put back to how it was by a late writer', async () => {
    await mirror().put(aCase(42, { state: 'Hyväksytty', revision: 3 }));
    expect(await mirror().put(aCase())).toEqual({ result: 'sent' });
    expect(items()[0]?.fields.CaseState).toBe('Hyväksytty');
  });

  it('is cut to what a line holds', async () => {
    const title = `${'x'.repeat(254)}😀${'y'.repeat(300)}`;
    expect(await mirror().put(aCase(42, { title, outcome: '' }))).toEqual({ result: 'sent' });
    expect(await mirror().put(aCase(42, { title, outcome: '' }))).toEqual({ result: 'sent' });
    expect(graph.site.written).toEqual({ created: 1, changed: 0, removed: 0 });
  });

  it('written by two workers at once is one line', async () => {
    const results = await Promise.all([mirror().put(aCase()), mirror().put(aCase()), mirror().put(aCase())]);
    expect(results).toEqual(Array(3).fill({ result: 'sent' }));
    expect(items()).toHaveLength(1);
  });

  it('waits for a list that is not made yet', async () => {
    place = { ...place, list: 'Elsewhere' };
    expect(await mirror().put(aCase())).toEqual({ result: 'failed', failure: 'graph-404' });
  });
});

describe.each<[string, Failure, Delivery['result']]>([
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 'failed'],
  ['429 without it', { status: 429 }, 'failed'],
  ['500 after accepting', { status: 500, afterAccepting: true }, 'failed'],
  ['502 after accepting', { status: 502, afterAccepting: true }, 'failed'],
  ['503 with Retry-After', { status: 503, headers: { 'retry-after': '7' } }, 'failed'],
  ['504 after accepting', { status: 504, afterAccepting: true }, 'failed'],
  ['a reset after accepting', { reset: true, afterAccepting: true }, 'failed'],
  ['no answer in time, after accepting', { delayMs: 60_000, afterAccepting: true }, 'failed'],
  ['401', { status: 401 }, 'refused'],
  ['403', { status: 403 }, 'refused'],
  ['404', { status: 404 }, 'failed'],
  ['412', { status: 412 }, 'failed'],
])('when Graph answers with %s', (_what, failure, expected) => {
  it.each(['POST', 'PATCH'])('to a %s, it is asked once, and after the repair the line is right', async (method) => {
    await provision();
    if (method === 'PATCH') await mirror().put(aCase());
    const isWrite = (call: GraphCallSeen) => call.method === method;
    const before = graph.calls.filter(isWrite).length;
    graph.fail((call) => (isWrite(call) ? failure : undefined));
    const next = aCase(42, { state: 'Hyväksytty', revision: 3 });
    expect((await mirror().put(next)).result).toBe(expected);
    expect(graph.calls.filter(isWrite)).toHaveLength(before + 1);
    graph.fail();
    expect(await mirror().put(next)).toEqual({ result: 'sent' });
    expect(items().map(({ fields }) => fields.CaseState)).toEqual(['Hyväksytty']);
    expect(graph.site.written.created).toBe(1);
  });
});

it("with the SDK's own retries switched on again a write is asked for twice, which these tests would show", async () => {
  await provision();
  const isWrite = ({ method }: GraphCallSeen) => method === 'POST';
  const before = graph.calls.filter(isWrite).length;
  graph.fail(failFirst(1, { status: 504, headers: { 'retry-after': '0' } }, isWrite));
  await mirror([new RetryHandler(new RetryHandlerOptions(0, 1))]).put(aCase());
  expect(graph.calls.filter(isWrite)).toHaveLength(before + 2);
});

const RIGHT = { missing: [], different: [], surplus: [], unread: [], mended: 0, failed: 0 };

describe('a list damaged by hand', () => {
  const cases = Array.from({ length: 250 }, (_, index) => aCase(32 + index));
  const look = (mend: boolean) => reconcile({ mirror: mirror(), cases: () => cases, log, mend });

  beforeEach(async () => {
    await provision();
    expect(await look(true)).toMatchObject({ mended: 250, failed: 0 });
  });

  it('is found right while nobody has touched it, over several pages', async () => {
    expect(await look(false)).toEqual(RIGHT);
    expect(graph.calls.filter(({ query }) => query.has('$skiptoken')).length).toBeGreaterThanOrEqual(1);
  });

  it('is compared, then mended, and right again', async () => {
    items().splice(7, 1);
    Object.assign(items()[3]?.fields ?? {}, { CaseState: 'Oma teksti', CaseRevision: 99 });
    delete items()[5]?.fields.CaseUnit;
    items().push({ id: 'by-hand', version: 1, fields: { Title: 'Oma rivi' } });
    const found = await look(false);
    expect(found.missing.map(({ number }) => number)).toEqual(['V-2026-0039']);
    expect(found.different.map(({ item, columns }) => [item.shown.number, columns])).toEqual([
      ['V-2026-0035', ['state', 'revision']],
      ['V-2026-0037', ['unit']],
    ]);
    expect(found.surplus.map(({ id }) => id)).toEqual(['by-hand']);
    expect(await look(true)).toMatchObject({ mended: 4, failed: 0 });
    expect(await look(true)).toEqual(RIGHT);
    expect(items()).toHaveLength(250);
  });

  it('takes out nothing when the cases cannot be read to the end', async () => {
    async function* broken() {
      yield* cases.slice(0, 10);
      throw new Error('storage is away');
    }
    await expect(reconcile({ mirror: mirror(), cases: broken, log, mend: true })).rejects.toThrow('storage is away');
    expect(items()).toHaveLength(250);
  });

  it('changed by somebody between looking and mending is left, and told', async () => {
    Object.assign(items()[3]?.fields ?? {}, { CaseState: 'Oma teksti' });
    const item = items()[3];
    graph.fail((call) => {
      if (call.method === 'PATCH' && item) item.version += 1;
      return undefined;
    });
    expect(await look(true)).toMatchObject({ mended: 0, failed: 1 });
    graph.fail();
    expect(await look(true)).toMatchObject({ mended: 1, failed: 0 });
  });
});
