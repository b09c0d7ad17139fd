import { createGraph } from '../../bot/adapters/graph/graph-client';
import { provisionList } from '../../bot/adapters/graph/sharepoint-list';
import { createSharepointMirror } from '../../bot/adapters/graph/sharepoint-mirror';
import { createLog } from '../../bot/adapters/log/log';
import type { CaseMirror } from '../../bot/ports';
import { type GraphCallSeen, type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';
import { FAILURES } from './graph-failures';
import { aCase } from './mirrored-cases';

const AINO = '0f6a1f0e-4a0b-4c7d-8f61-111111111111';
const VEIKKO = '0f6a1f0e-4a0b-4c7d-8f61-222222222222';
const STRANGER = '0f6a1f0e-4a0b-4c7d-8f61-333333333333';
const SENT = { result: 'sent' };

let graph: GraphStandIn;
let mirror: CaseMirror;
let logged: string[];

beforeEach(async () => {
  graph = await startGraph();
  graph.teamwork.users.push(
    { id: AINO, userPrincipalName: "aino.o'esimerkki@espoo.example", mail: null, displayName: 'Aino Esimerkki' },
    {
      id: VEIKKO,
      userPrincipalName: 'veikko@tenant.example',
      mail: 'veikko.nayte@espoo.example',
      displayName: 'Veikko',
    },
    { id: STRANGER, userPrincipalName: 'new@espoo.example', mail: 'new@espoo.example', displayName: 'Uusi Tulija' },
  );
  graph.site.met({ id: '7', UserName: "aino.o'esimerkki@espoo.example" });
  graph.site.met({ id: '9', UserName: 'veikko@older.example', EMail: 'veikko.nayte@espoo.example' });
  const client = createGraph({ baseUrl: graph.url, token: async () => graph.token });
  const place = { siteId: graph.site.id, list: 'Asiat' };
  logged = [];
  const log = createLog('info', { write: (line: string) => void logged.push(line) });
  await provisionList(client, place);
  mirror = createSharepointMirror({ graph: client, place, log });
});
afterEach(async () => {
  await graph.close();
  expect(graph.violations).toEqual([]);
});

const asked = (from = 0) =>
  graph.calls.slice(from).map(({ method, parts }) => `${method} ${parts[0]}/${parts[2] ?? ''}`);
const fields = () => graph.site.lists[0]?.items[0]?.fields ?? {};
const people = () => [fields().CaseRequesterPersonLookupId, fields().CaseHolderPersonLookupId];
const taken = aCase(42, { people: { requester: AINO, holder: VEIKKO }, holder: 'Veikko Näyte' });

it('people are found by user name or by address, and shown as people beside their names', async () => {
  expect(await mirror.put(taken)).toEqual(SENT);
  expect(people()).toEqual(['7', '9']);
  expect(fields()).toMatchObject({ CaseRequester: 'Aino Esimerkki', CaseHolder: 'Veikko Näyte' });
});

it('who was found is not asked for again, and a line that is right is not written again', async () => {
  await mirror.put(taken);
  const before = graph.calls.length;
  await mirror.put(taken);
  await mirror.put(aCase(43, { people: { requester: AINO } }));
  expect(asked(before)).toEqual(['GET sites/lists', 'GET sites/lists', 'POST sites/lists']);
  expect(graph.site.written).toEqual({ created: 2, changed: 0, removed: 0 });
});

it('somebody whom the site has not met leaves the column empty, until it has', async () => {
  const asksNew = aCase(42, { requester: 'Uusi Tulija', people: { requester: STRANGER } });
  expect(await mirror.put(asksNew)).toEqual(SENT);
  expect(people()).toEqual([undefined, undefined]);
  graph.site.met({ id: '11', UserName: 'new@espoo.example' });
  expect(await mirror.put(asksNew)).toEqual(SENT);
  expect(people()).toEqual(['11', undefined]);
  expect(graph.site.written).toEqual({ created: 1, changed: 1, removed: 0 });
});

it('somebody who is not in the directory leaves the column empty', async () => {
  const gone = aCase(42, { people: { requester: '0f6a1f0e-0000-4c7d-8f61-999999999999' } });
  expect(await mirror.put(gone)).toEqual(SENT);
  expect(people()).toEqual([undefined, undefined]);
});

it('a holder who gives the case back, or passes it to somebody unknown, is not shown any more', async () => {
  await mirror.put(taken);
  await mirror.put({ ...taken, holder: '', people: { requester: AINO }, revision: 3 });
  expect(people()).toEqual(['7', undefined]);
  await mirror.put({ ...taken, revision: 4 });
  const passedOn = { holder: 'Uusi Tulija', people: { requester: AINO, holder: STRANGER } };
  await mirror.put({ ...taken, ...passedOn, revision: 5 });
  expect(people()).toEqual(['7', undefined]);
});

it('whoever is shown stays while the directory does not answer', async () => {
  await mirror.put(taken);
  graph.fail(({ parts }) => (parts[0] === 'users' ? { status: 503 } : undefined));
  const client = createGraph({ baseUrl: graph.url, token: async () => graph.token });
  const place = { siteId: graph.site.id, list: 'Asiat' };
  const another = createSharepointMirror({ graph: client, place, log: createLog('silent') });
  expect(await another.put({ ...taken, state: 'Hyväksytty', revision: 3 })).toEqual(SENT);
  expect(people()).toEqual(['7', '9']);
  expect(fields().CaseState).toBe('Hyväksytty');
});

it.each(['put', 'change', 'overwrite'])(
  'a person whom the site refuses costs the person, not the line (%s)',
  async (how) => {
    await mirror.put(aCase(41, { people: taken.people ?? {} }));
    if (how !== 'put') await mirror.put(aCase(42));
    graph.site.forget('9');
    const [item] = (await mirror.items()).filter(({ shown }) => shown.number === taken.number);
    const later = { ...taken, state: 'Hyväksytty', revision: 3 };
    expect(await (how === 'overwrite' && item ? mirror.overwrite(item, later) : mirror.put(later))).toEqual(SENT);
    expect(graph.site.lists[0]?.items[1]?.fields).toMatchObject({
      CaseHolder: 'Veikko Näyte',
      CaseState: 'Hyväksytty',
    });
    expect(logged.join()).toContain('mirror.people-refused');
  },
);

it('the log names nobody', async () => {
  graph.fail(({ parts }) => (parts[0] === 'users' ? { status: 403 } : undefined));
  await mirror.put(taken);
  expect(logged.join()).toMatch(/graph-403/);
  expect(logged.join()).not.toMatch(/Aino|Veikko|@/);
});

/** What a first write of a case with two people asks, in order. */
const STEPS: readonly (readonly [string, (call: GraphCallSeen) => boolean, 'line' | 'people'])[] = [
  [
    'finding the line',
    ({ method, query }) => method === 'GET' && /CaseNumber eq/.test(query.get('$filter') ?? ''),
    'line',
  ],
  ['reading a user', ({ parts }) => parts[0] === 'users', 'people'],
  [
    'finding the list of people',
    ({ method, parts }) => method === 'GET' && parts[2] === 'lists' && parts.length === 3,
    'people',
  ],
  ['finding a person by user name', ({ query }) => /UserName eq/.test(query.get('$filter') ?? ''), 'people'],
  ['finding a person by address', ({ query }) => /EMail eq/.test(query.get('$filter') ?? ''), 'people'],
  ['making the line', ({ method }) => method === 'POST', 'line'],
];

describe.each(STEPS)('%s', (_step, isStep, matters) => {
  it.each(FAILURES)(
    'that meets %s makes at most one line, and is put right by the next attempt',
    async (_what, failure, expected) => {
      const before = graph.calls.length;
      graph.fail((call) => (isStep(call) ? failure : undefined));
      expect((await mirror.put(taken)).result).toBe(matters === 'line' ? expected : 'sent');
      expect(graph.calls.slice(before).some(isStep)).toBe(true);
      expect(graph.site.written.created).toBeLessThanOrEqual(1);
      expect(graph.calls.slice(before).filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(1);
      graph.fail();
      expect(await mirror.put(taken)).toEqual(SENT);
      expect(graph.site.written.created).toBe(1);
      expect(graph.site.lists[0]?.items).toHaveLength(1);
      expect(people()).toEqual(['7', '9']);
    },
  );
});
