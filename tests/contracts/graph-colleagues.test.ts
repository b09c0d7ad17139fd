import { createGraph } from '../../bot/adapters/graph/graph-client';
import { createGraphColleagues } from '../../bot/adapters/graph/graph-colleagues';
import { Unavailable } from '../../bot/domain/errors';
import { type Failure, type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';

const AINO = {
  id: '3f8a1c52-9b7e-4d06-8e21-6c5f0a9d4b13',
  displayName: 'Aino Esimerkki',
  mail: "aino.o'esimerkki@espoo.example",
  userPrincipalName: 'aino_1#ext#@espoo.example',
};
const FOUND = { id: AINO.id, name: AINO.displayName, address: AINO.mail };

let graph: GraphStandIn;

beforeEach(async () => {
  graph = await startGraph();
  graph.teamwork.users.push(AINO);
});
afterEach(async () => {
  expect(graph.violations).toEqual([]);
  await graph.close();
});

const find = (idOrAddress: string, token = async () => graph.token) =>
  createGraphColleagues({ graph: createGraph({ baseUrl: graph.url, token, answerWithinMs: 500 }) }).find(idOrAddress);

describe('somebody of the tenant', () => {
  it.each([
    ['the object id', AINO.id, 1],
    ['the name they sign in with', AINO.userPrincipalName, 1],
    ['an address that is another than that', AINO.mail, 2],
    ['the address in capitals', AINO.mail.toUpperCase(), 2],
  ])('is found by %s', async (_what, text, calls) => {
    expect(await find(text)).toEqual(FOUND);
    expect(graph.calls).toHaveLength(calls);
  });

  it('without a mailbox has no address, and without a display name the name they sign in with', async () => {
    graph.teamwork.users[0] = { ...AINO, displayName: null, mail: null };
    expect(await find(AINO.id)).toEqual({ id: AINO.id, name: AINO.userPrincipalName });
  });
});

describe('nobody', () => {
  it('is who is not there', async () => {
    expect(await find('00000000-1111-4222-8333-444444444444')).toBeUndefined();
    expect(await find('somebody@elsewhere.example')).toBeUndefined();
  });

  it('is whom Graph cannot read', async () => {
    graph.fail(() => ({ status: 400 }));
    expect(await find('$aino@espoo.example')).toBeUndefined();
  });

  it('is who shares an address with others', async () => {
    graph.teamwork.users.push({
      ...AINO,
      id: '00000000-1111-4222-8333-444444444444',
      userPrincipalName: 'x@y.example',
    });
    expect(await find(AINO.mail)).toBeUndefined();
  });

  it.each(['', ' ', '.', '..', '../groups', 'Aino', `${AINO.id}/messages`, `${AINO.id}?x`, 'a b@espoo.example'])(
    'is meant by "%s", and Graph is not asked',
    async (text) => {
      expect(await find(text)).toBeUndefined();
      expect(graph.calls).toEqual([]);
    },
  );

  it.each(['../groups@espoo.example', 'a/messages?x#y&z@espoo.example', 'a%2Fb@espoo.example'])(
    'is meant by "%s", which reaches Graph as one name',
    async (text) => {
      expect(await find(text)).toBeUndefined();
      expect(graph.calls[0]?.parts).toEqual(['users', text]);
    },
  );
});

const FAILURES: readonly [string, Failure][] = [
  ['401', { status: 401 }],
  ['403', { status: 403 }],
  ['429', { status: 429, headers: { 'retry-after': '7' } }],
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['504', { status: 504 }],
  ['a reset', 'reset'],
  ['no answer in time', { delayMs: 60_000 }],
];

describe.each(FAILURES)('when Graph answers with %s', (what, failure) => {
  it('nobody can be asked, which is not to say that there is nobody', async () => {
    graph.fail(() => failure);
    await expect(find(AINO.id)).rejects.toBeInstanceOf(Unavailable);
    expect(graph.calls).toHaveLength(1);
    await expect(find(AINO.mail)).rejects.toThrow(
      /^4/.test(what) && what !== '429' ? 'User.Read.All' : 'Ask again later',
    );
    graph.fail();
    expect(await find(AINO.id)).toEqual(FOUND);
  });

  it('to the second question, the same', async () => {
    graph.fail(({ parts }) => (parts.length === 1 ? failure : undefined));
    await expect(find(AINO.mail)).rejects.toBeInstanceOf(Unavailable);
  });
});

it('without a token nobody can be asked', async () => {
  await expect(find(AINO.id, () => Promise.reject(new Error('no identity here')))).rejects.toThrow('no-token');
});
