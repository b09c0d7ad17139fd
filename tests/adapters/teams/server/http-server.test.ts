import { mkdirSync, writeFileSync } from 'node:fs';
import { get, request } from 'node:http';
import { join } from 'node:path';
import { BEGIN, question } from '../../../playing/visit-walk';
import { withAssistant } from '../../../playing/with-assistant';

const assistant = withAssistant();
beforeAll(async () => {
  await assistant.bot.worker.stop();
});
afterEach(async () => {
  assistant.tables.fault();
  expect(assistant.violations()).toEqual([]);
  expect((await fetch(`${assistant.bot.url}/healthz`)).status).toBe(200);
});

const JSON_TYPE = { 'content-type': 'application/json' };

function posts(body: string | undefined, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  const answer = fetch(`${assistant.bot.url}/api/messages`, { method: 'POST', headers, ...(body && { body }) });
  return answer;
}

describe('a body that is no activity', () => {
  it.each([
    ['broken JSON', '{"type":', 400],
    ['no JSON at all', 'hello', 400],
    ['nothing', undefined, 400],
    ['an empty text', '', 400],
    ['a text', '"message"', 400],
    ['a number', '7', 400],
    ['null', 'null', 400],
    ['a list', '[{"type":"message"}]', 400],
    ['an object without a type', '{"text":"hi"}', 400],
    ['a type that is a number', '{"type":1}', 400],
    ['a type that is null', '{"type":null}', 400],
    ['something that reaches into the prototype', '{"__proto__":{"type":"message"}}', 400],
    ['a right one that reaches into the prototype', '{"type":"typing","__proto__":{"a":1}}', 400],
    ['a right one that reaches into the constructor', '{"type":"typing","constructor":{"prototype":{"a":1}}}', 400],
    ['more than a quarter of a megabyte', JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) }), 413],
  ])('%s is answered with its status and no word', async (_what, body, status) => {
    const answer = await posts(body);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe('');
  });

  it('of another kind than JSON is answered with 415 and no word', async () => {
    const answer = await posts('type=message', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer.status).toBe(415);
    expect(await answer.text()).toBe('');
  });

  it('nested a thousand times over does no harm', async () => {
    const nested = `{"type":"message","value":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const answer = await posts(nested);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe('');
  });

  it.each([
    [64, 200],
    [65, 400],
  ])('nested %i times over is answered with %i', async (depth, status) => {
    const value = `${'['.repeat(depth - 1)}"]]]{{{\\""${']'.repeat(depth - 1)}`;
    const answer = await posts(`{"type":"typing","serviceUrl":"${assistant.connector.url}","value":${value}}`);
    expect(answer.status).toBe(status);
  });

  it('is not told by brackets in a text', async () => {
    const text = '"'.concat('[{'.repeat(100));
    const answer = await posts(JSON.stringify({ type: 'typing', serviceUrl: assistant.connector.url, text }));
    expect(answer.status).toBe(200);
  });

  it('that breaks off in the middle leaves the next person unharmed', async () => {
    const { port } = new URL(assistant.bot.url);
    await new Promise<void>((resolve) => {
      const headers = { ...JSON_TYPE, 'content-length': '1000' };
      const broken = request({ port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers });
      broken.on('error', () => resolve());
      broken.write('{"type":"mess', () => broken.destroy(new Error('gone')));
    });
    const person = assistant.person('Next one');
    await person.says(BEGIN.en);
    expect(person.texts()).toContain(question('dignitary'));
  });
});

describe('an activity that the SDK does not like', () => {
  it.each([
    ['an unknown type', { type: 'somethingNew' }],
    ['only a type', { type: 'message' }],
    ['a type that is a name of Object', { type: 'constructor' }],
    ['an invoke without a name', { type: 'invoke' }],
    ['an invoke with an unknown name', { type: 'invoke', name: 'config/fetch' }],
    ['members that are no list', { type: 'conversationUpdate', membersAdded: 'all' }],
    ['a conversation that is a text', { type: 'message', conversation: 'x', from: { id: '1' }, text: 'hi' }],
  ])('%s is answered without a word', async (_what, activity) => {
    const answer = await posts(
      JSON.stringify({ channelId: 'msteams', serviceUrl: assistant.connector.url, ...activity }),
    );
    expect([200, 202, 400, 500, 501]).toContain(answer.status);
    expect(await answer.text()).toBe('');
  });
});

describe('in local mode, where everybody is believed,', () => {
  it.each([
    ['an address beyond this machine', { serviceUrl: 'http://10.0.0.4/' }],
    ["Teams' own address", { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['a name that is only alike', { serviceUrl: 'http://localhost.evil.example/' }],
    ['no address', {}],
  ])('nothing is sent to %s', async (_what, where) => {
    const answer = await posts(JSON.stringify({ ...activity(), ...where }));
    expect([answer.status, await answer.text()]).toEqual([403, '']);
  });

  it.each([
    ['a name that was let lead here', { host: 'rebound.example' }],
    ['that name with the port', { host: 'rebound.example:3978' }],
    ['a name that only begins alike', { host: '127.0.0.1.rebound.example' }],
    ['our name, from a page of somebody', { host: 'localhost', origin: 'https://elsewhere.example' }],
    ['our name, from a page that does not say whose', { host: 'localhost', origin: 'null' }],
  ])('nobody is answered who asks for %s', async (_what, headers) => {
    for (const path of ['/healthz', '/readyz', '/api/messages', '/nowhere']) {
      expect([path, await statusOf(path, headers)]).toEqual([path, 403]);
    }
  });

  it.each(['127.0.0.1:3978', 'localhost', '[::1]:3978'])('whoever asks for %s is answered', async (host) => {
    expect(await statusOf('/healthz', { host })).toBe(200);
    expect(await statusOf('/healthz', { host, origin: 'http://localhost:3979' })).toBe(200);
  });

  it('the bot is reached over loopback only, and says in what mode it is', () => {
    expect(new URL(assistant.bot.url).hostname).toBe('127.0.0.1');
    const told = assistant.logged.map((line) => JSON.parse(line)).find(({ event }) => event === 'bot.local-mode');
    expect(told).toMatchObject({ level: 40, hint: expect.stringContaining('Not for production') });
  });

  function activity() {
    return { type: 'message', channelId: 'msteams', text: 'hi', from: { id: '1' }, conversation: { id: 'a:1' } };
  }

  /** The status of a GET with headers that `fetch` lets nobody choose. */
  function statusOf(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      get(`${assistant.bot.url}${path}`, { headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  }
});

describe('the paths', () => {
  it('/healthz says that the bot is alive', async () => {
    const answer = await fetch(`${assistant.bot.url}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { alive: true }]);
  });

  it('/readyz says that everything behind it can be reached', async () => {
    const answer = await fetch(`${assistant.bot.url}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
  });

  it.each([
    ['GET', '/api/messages'],
    ['PUT', '/api/messages'],
    ['GET', '/'],
    ['GET', '/.env'],
    ['GET', '/api/messages/../../package.json'],
  ])('%s %s is not there', async (method, path) => {
    const answer = await fetch(`${assistant.bot.url}${path}`, { method });
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it('that cannot be read are answered without quoting them', async () => {
    const answer = await fetch(`${assistant.bot.url}/%c3%28`);
    expect([answer.status, await answer.text()]).toEqual([400, '']);
  });

  it('are told apart from other methods and tell nothing of the software', async () => {
    const answer = await fetch(`${assistant.bot.url}/healthz`);
    expect(answer.headers.get('server')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });
});

describe('the folder of a case, in local mode', () => {
  const NUMBER = 'V-2026-0042';
  const PATH = `/local/documents/${NUMBER}`;
  beforeAll(() => {
    mkdirSync(join(assistant.mirrorFolder, 'documents', NUMBER), { recursive: true });
    writeFileSync(join(assistant.mirrorFolder, 'documents', NUMBER, 'ohjelma <1>.html'), '<script>alert(1)</script>');
  });

  it('opens as a page, and its files are handed out to be kept, not run', async () => {
    const page = await fetch(`${assistant.bot.url}${PATH}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const [, link = ''] = /href="([^"]+)"/.exec(await page.text()) ?? [];
    const file = await fetch(new URL(link, page.url));
    expect([file.status, await file.text()]).toEqual([200, '<script>alert(1)</script>']);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toBe('attachment');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    '/local/documents/V-2026-0043',
    '/local/documents/..',
    '/local/documents/%2e%2e',
    `${PATH}/%2e%2e%2f%2e%2e%2findex.html`,
    `${PATH}/..%2f..%2findex.html`,
    `${PATH}/%00`,
    '/local/documents/%2e%2e/index.html',
  ])('leads nowhere else: %s', async (path) => {
    const { hostname, port } = new URL(assistant.bot.url);
    // `fetch` would tidy the path up.
    const status = await new Promise((resolve) => {
      get({ hostname, port, path, agent: false }, (answer) => resolve(answer.resume().statusCode));
    });
    expect(status).toBe(404);
  });

  it('is shown to this machine alone, and changed by nobody', async () => {
    const { hostname, port } = new URL(assistant.bot.url);
    const status = await new Promise((resolve) => {
      get({ hostname, port, path: PATH, agent: false, headers: { host: 'rebound.example' } }, (answer) =>
        resolve(answer.resume().statusCode),
      );
    });
    expect(status).toBe(403);
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await fetch(`${assistant.bot.url}${PATH}`, { method })).status).toBe(404);
    }
  });
});
