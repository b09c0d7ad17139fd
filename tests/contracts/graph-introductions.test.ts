import { createGraph } from '../../bot/adapters/graph/graph-client';
import { createGraphIntroductions } from '../../bot/adapters/graph/graph-introductions';
import { createLog } from '../../bot/adapters/log/log';
import type { Introduction } from '../../bot/ports';
import { type Failure, type GraphCallSeen, type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';

const PERSON = { id: '3f8a1c52-9b7e-4d06-8e21-6c5f0a9d4b13', tenant: '66666666-7777-4888-9999-aaaaaaaaaaaa' };

type Step = 'install' | 'list' | 'chat';

let graph: GraphStandIn;
let logged: string[];

beforeEach(async () => {
  logged = [];
  graph = await startGraph();
  graph.teamwork.users.push({
    id: PERSON.id,
    displayName: 'Aino Esimerkki',
    mail: 'aino.esimerkki@espoo.example',
    userPrincipalName: 'aino.esimerkki@espoo.example',
  });
});
afterEach(async () => {
  expect(graph.violations).toEqual([]);
  await graph.close();
});

interface Options {
  readonly person?: typeof PERSON;
  readonly catalogApp?: string;
  readonly token?: () => Promise<string>;
}

function meet({ person = PERSON, catalogApp = graph.teamwork.catalogApp, token }: Options = {}): Promise<Introduction> {
  const client = createGraph({
    baseUrl: graph.url,
    token: token ?? (async () => graph.token),
    answerWithinMs: 1_500,
  });
  const introductions = createGraphIntroductions({
    graph: client,
    catalogApp,
    chatText: (chatId, { id, tenant }) => `chat ${chatId} of ${id} in ${tenant}`,
    log: createLog('info', { write: (line: string) => void logged.push(line) }),
  });
  return introductions.chatWith(person);
}

const stepOf = ({ method, parts }: GraphCallSeen): Step =>
  method === 'POST' ? 'install' : parts.at(-1) === 'chat' ? 'chat' : 'list';
const steps = () => graph.calls.map(stepOf);
const failAt = (step: Step, failure: Failure) => graph.fail((call) => (stepOf(call) === step ? failure : undefined));
const chat = () => ({
  result: 'chat',
  chat: `chat ${graph.teamwork.installations[0]?.chat} of ${PERSON.id} in ${PERSON.tenant}`,
});

describe('somebody without a chat', () => {
  it('gets the app installed, and their chat is asked for: three calls', async () => {
    expect(await meet()).toEqual(chat());
    expect(steps()).toEqual(['install', 'list', 'chat']);
    expect(logged).toEqual([]);
  });

  it('who is asked for again has the same chat, and the app once', async () => {
    await meet();
    expect(await meet()).toEqual(chat());
    expect(graph.teamwork.installations).toHaveLength(1);
  });

  it('whom two workers meet at once has the app once', async () => {
    const met = await Promise.all([meet(), meet()]);
    expect(met).toEqual([chat(), chat()]);
    expect(graph.teamwork.installations).toHaveLength(1);
  });

  it('and whose installation is not listed yet is asked for later', async () => {
    graph.teamwork.slow = true;
    expect(await meet()).toEqual({ result: 'failed', failure: 'installation-not-listed' });
    graph.teamwork.slow = false;
    expect(await meet()).toEqual(chat());
    expect(graph.teamwork.installations).toHaveLength(1);
  });

  it('gets a mail where a copy of the app, uploaded by hand, stands in the way', async () => {
    failAt('install', { status: 409 });
    expect(await meet()).toEqual({ result: 'not-permitted' });
  });

  it('gets a mail where Graph knows no such person, or the catalogue no such app', async () => {
    const stranger = { ...PERSON, id: '00000000-1111-4222-8333-444444444444' };
    expect(await meet({ person: stranger })).toEqual({ result: 'not-permitted' });
    expect(await meet({ catalogApp: stranger.id })).toEqual({ result: 'not-permitted' });
    expect(graph.teamwork.installations).toEqual([]);
  });
});

const FAILURES: readonly [string, Failure, Introduction['result'], seconds?: number][] = [
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 'failed', 7],
  ['429 without it', { status: 429 }, 'failed'],
  ['500', { status: 500 }, 'failed'],
  ['500 after accepting', { status: 500, afterAccepting: true }, 'failed'],
  ['502 after accepting', { status: 502, afterAccepting: true }, 'failed'],
  ['503 with Retry-After', { status: 503, headers: { 'retry-after': '7' } }, 'failed', 7],
  ['503 after accepting', { status: 503, afterAccepting: true }, 'failed'],
  ['504', { status: 504 }, 'failed'],
  ['504 after accepting', { status: 504, afterAccepting: true }, 'failed'],
  ['a reset', 'reset', 'failed'],
  ['a reset after accepting', { reset: true, afterAccepting: true }, 'failed'],
  ['no answer in time, after accepting', { delayMs: 60_000, afterAccepting: true }, 'failed'],
  ['400', { status: 400 }, 'not-permitted'],
  ['401', { status: 401 }, 'not-permitted'],
  ['403', { status: 403 }, 'not-permitted'],
  ['404', { status: 404 }, 'not-permitted'],
];

describe.each(FAILURES)('when Graph answers with %s', (_what, failure, expected, seconds) => {
  it.each(['install', 'list', 'chat'] as const)(
    'at %s, it is asked once, and after the repair there is one installation',
    async (step) => {
      failAt(step, failure);
      const first = await meet();
      expect(first.result).toBe(expected);
      expect('retryAfterSeconds' in first ? first.retryAfterSeconds : undefined).toBe(seconds);
      expect(steps().filter((one) => one === step)).toHaveLength(1);
      expect(steps().at(-1)).toBe(step);
      expect(graph.teamwork.installations.length).toBeLessThanOrEqual(1);
      graph.fail();
      expect(await meet()).toEqual(chat());
      expect(graph.teamwork.installations).toHaveLength(1);
    },
  );
});

describe('a failure', () => {
  it('without a token, or where nobody listens, may be tried again', async () => {
    const none = () => Promise.reject(new Error('no identity here'));
    expect(await meet({ token: none })).toEqual({ result: 'failed', failure: 'no-token' });
    expect(graph.calls).toEqual([]);
    await graph.close();
    expect(await meet()).toEqual({ result: 'failed', failure: 'econnrefused' });
    graph = await startGraph();
  });

  it('is logged with ids and codes, and with nothing else', async () => {
    failAt('install', { status: 403 });
    await meet();
    expect(logged.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ event: 'introduction.failed' })]);
    expect(logged.join()).not.toMatch(/Bearer|a token of nobody|teamsApps/);
  });
});

describe('the stand-in', () => {
  it('refuses what Graph would not take', async () => {
    const client = createGraph({ baseUrl: graph.url, token: async () => graph.token });
    const path = `/users/${PERSON.id}/teamwork/installedApps`;
    const wrong = [
      client({ method: 'POST', path, body: { teamsApp: graph.teamwork.catalogApp } }),
      client({ method: 'GET', path, query: { $filter: `teamsApp/id eq '${graph.teamwork.catalogApp}'` } }),
      client({ method: 'GET', path, query: { $expand: 'teamsApp' } }),
    ];
    const answers = await Promise.allSettled(wrong);
    expect(answers).toEqual(
      wrong.map(() => expect.objectContaining({ reason: expect.objectContaining({ code: 'graph-400' }) })),
    );
    expect(graph.violations).toHaveLength(3);
    graph = await graph.close().then(() => startGraph());
  });
});
