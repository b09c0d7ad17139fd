import { type Middleware, RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import { createGraph } from '../../bot/adapters/graph/graph-client';
import { createGraphMailer, KEY_PROPERTY } from '../../bot/adapters/graph/graph-mailer';
import { createLog } from '../../bot/adapters/log/log';
import type { Delivery, Earlier } from '../../bot/domain/outbox/attempts';
import type { Mailer } from '../../bot/ports';
import {
  type Failure,
  failFirst,
  type GraphCallSeen,
  type GraphStandIn,
  startGraph,
} from '../fixtures/graph/start-graph';

const MAIL = {
  key: "V-2026-0042.request.o'sector.mail",
  to: { name: 'Kulttuuri & liikunta', address: 'culture@espoo.example' },
  subject: 'Vierailupyyntö V-2026-0042',
  text: 'Hei',
  html: '<html lang="fi"><body><p>Hei &amp; tervetuloa</p></body></html>',
};

const CREATE = 'POST users/*/messages';
const SEND = 'POST users/*/messages/*/send';
const LOOK = 'GET users/*/messages';
const LOOK_IN_DRAFTS = 'GET users/*/mailFolders/*/messages';

let graph: GraphStandIn;
let logged: string[];

beforeEach(async () => {
  graph = await startGraph();
  logged = [];
});
afterEach(async () => {
  expect(graph.violations).toEqual([]);
  await graph.close();
});

interface Options {
  readonly between?: readonly Middleware[];
  readonly token?: () => Promise<string>;
}

function mailer({ between = [], token = async () => graph.token }: Options = {}): Mailer {
  const client = createGraph({ baseUrl: graph.url, token, answerWithinMs: 1_500, between });
  const log = createLog('info', { write: (line: string) => void logged.push(line) });
  return createGraphMailer({ graph: client, mailbox: graph.mailbox.address, log });
}

const send = (earlier: Earlier = 'none') => mailer().send(MAIL, earlier);
const shapes = () => graph.calls.map(({ shape }) => shape);
const at = (shape: string) => (call: GraphCallSeen) => call.shape === shape;
const failAt = (shape: string, failure: Failure) => graph.fail((call) => (call.shape === shape ? failure : undefined));

/** What the worker would say of the next attempt. */
const earlierAfter = ({ result }: Delivery): Earlier => (result === 'unsure' ? 'unsure' : 'failed');

describe('a mail', () => {
  it('becomes a draft that carries its key, and is sent: two calls', async () => {
    expect(await send()).toEqual({ result: 'sent' });
    expect(shapes()).toEqual([CREATE, SEND]);
    expect(graph.mailbox.sent).toEqual([
      expect.objectContaining({
        subject: MAIL.subject,
        body: { contentType: 'html', content: MAIL.html },
        toRecipients: [{ emailAddress: MAIL.to }],
        singleValueExtendedProperties: [{ id: KEY_PROPERTY, value: MAIL.key }],
      }),
    ]);
  });

  it('that was sent is found in whatever folder, and not sent again', async () => {
    await send();
    const [mail] = graph.mailbox.mails;
    for (const folder of ['sentitems', 'deleteditems'] as const) {
      if (mail) graph.mailbox.move(mail, folder);
      expect(await send('unsure')).toEqual({ result: 'sent' });
      expect(await send('failed')).toEqual({ result: 'sent' });
    }
    expect(graph.mailbox.sent).toHaveLength(1);
  });

  it('on its way is waited for', async () => {
    graph.mailbox.slow = true;
    await send();
    expect(await send('unsure')).toEqual({ result: 'unsure', failure: 'mail-on-its-way' });
    const [mail] = graph.mailbox.mails;
    if (mail) graph.mailbox.move(mail, 'sentitems');
    expect(await send('unsure')).toEqual({ result: 'sent' });
    expect(graph.mailbox.sent).toHaveLength(1);
  });

  it('of another key is another mail', async () => {
    await send();
    expect(await mailer().send({ ...MAIL, key: 'V-2026-0042.information.sector.mail' }, 'unsure')).toEqual({
      result: 'sent',
    });
    expect(graph.mailbox.sent).toHaveLength(2);
  });

  it('goes at most four at once, whoever asks', async () => {
    const one = mailer();
    graph.fail(() => ({ delayMs: 20 }));
    await Promise.all([...Array(12).keys()].map((index) => one.send({ ...MAIL, key: `key ${index}` }, 'none')));
    expect(graph.mailbox.sent).toHaveLength(12);
    expect(graph.mostAtOnce).toBe(4);
  });
});

const FAILURES: readonly [string, Failure, sent: Delivery['result'], drafted: Delivery['result']][] = [
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 'failed', 'failed'],
  ['429 without it', { status: 429 }, 'failed', 'failed'],
  ['500', { status: 500 }, 'unsure', 'failed'],
  ['500 after accepting', { status: 500, afterAccepting: true }, 'unsure', 'failed'],
  ['502 after accepting', { status: 502, afterAccepting: true }, 'unsure', 'failed'],
  ['503 with Retry-After', { status: 503, headers: { 'retry-after': '7' } }, 'unsure', 'failed'],
  ['503 after accepting', { status: 503, afterAccepting: true }, 'unsure', 'failed'],
  ['504', { status: 504 }, 'unsure', 'failed'],
  ['504 after accepting', { status: 504, afterAccepting: true }, 'unsure', 'failed'],
  ['a reset', 'reset', 'unsure', 'failed'],
  ['a reset after accepting', { reset: true, afterAccepting: true }, 'unsure', 'failed'],
  ['no answer in time, after accepting', { delayMs: 60_000, afterAccepting: true }, 'unsure', 'failed'],
  ['401', { status: 401 }, 'refused', 'refused'],
  ['403', { status: 403 }, 'refused', 'refused'],
  ['404', { status: 404 }, 'unsure', 'refused'],
  ['412', { status: 412 }, 'failed', 'failed'],
];

describe.each(FAILURES)('when Graph answers with %s', (_what, failure, whenSending, whenDrafting) => {
  it.each([
    [SEND, whenSending],
    [CREATE, whenDrafting],
  ])('at %s, one request goes out, and after the repair there is one mail', async (shape, expected) => {
    failAt(shape, failure);
    const first = await send();
    expect(first.result).toBe(expected);
    expect(graph.calls.filter(at(shape))).toHaveLength(1);
    expect(graph.mailbox.sent.length).toBeLessThanOrEqual(1);
    const before = graph.calls.length;
    graph.fail();
    expect(await send(earlierAfter(first))).toEqual({ result: 'sent' });
    expect(graph.mailbox.sent).toHaveLength(1);
    expect(graph.mailbox.mails).toHaveLength(1);
    expect(graph.calls[before]?.shape).toBe(LOOK);
  });

  it.each(['failed', 'unsure'] as const)('while looking after an attempt that %s, nothing is sent', async (earlier) => {
    await send();
    const before = graph.calls.length;
    failAt(LOOK, failure);
    const { result } = await send(earlier);
    expect(result).toBe(earlier === 'unsure' ? 'unsure' : whenDrafting);
    expect(graph.calls).toHaveLength(before + 1);
    expect(graph.mailbox.sent).toHaveLength(1);
  });
});

describe('a failure', () => {
  it.each([429, 503])('%i with Retry-After tells how long to wait', async (status) => {
    failAt(SEND, { status, headers: { 'retry-after': '7' } });
    expect(await send()).toMatchObject({ failure: `graph-${status}`, retryAfterSeconds: 7 });
    failAt(LOOK, { status, headers: { 'retry-after': new Date(Date.now() + 60_000).toUTCString() } });
    const again = await send('unsure');
    expect(again).toMatchObject({ result: 'unsure', failure: `graph-${status}` });
    expect('retryAfterSeconds' in again && again.retryAfterSeconds).toBeGreaterThan(55);
  });

  it('is certain where nobody listens, and where there is no token', async () => {
    const without = await mailer({ token: () => Promise.reject(new Error('no identity here')) }).send(MAIL, 'none');
    expect(without).toEqual({ result: 'failed', failure: 'no-token' });
    expect(graph.calls).toEqual([]);
    await graph.close();
    expect(await send()).toEqual({ result: 'failed', failure: 'econnrefused' });
    graph = await startGraph();
  });

  it('is logged with step and codes, and with nothing that was sent', async () => {
    failAt(SEND, { status: 403 });
    await send();
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ event: 'mail.failed', step: 'send', entry: MAIL.key }),
    ]);
    expect(logged.join()).not.toMatch(/culture@|tervetuloa|Bearer|a token of nobody/);
  });

  it('in the drafts while looking leaves the draft for later', async () => {
    failAt(SEND, { status: 429 });
    await send();
    failAt(LOOK_IN_DRAFTS, { status: 500 });
    expect(await send('failed')).toEqual({ result: 'failed', failure: 'graph-500' });
    graph.fail();
    expect(await send('failed')).toEqual({ result: 'sent' });
    expect(graph.mailbox.mails).toHaveLength(1);
  });
});

describe('two workers with the same mail', () => {
  it('that both found the draft send it once: the mailbox has no such draft any more', async () => {
    failAt(SEND, { status: 429 });
    await send();
    graph.fail((call) => (call.shape === SEND ? { delayMs: 50 } : undefined));
    const results = await Promise.all([send('unsure'), send('unsure')]);
    expect(results.map(({ result }) => result).sort()).toEqual(['sent', 'unsure']);
    expect(graph.mailbox.sent).toHaveLength(1);
    graph.fail();
    expect(await send('unsure')).toEqual({ result: 'sent' });
  });
});

describe("with the SDK's own retries switched on again", () => {
  const retries = () => [new RetryHandler(new RetryHandlerOptions(0, 1))];

  it.each([429, 503, 504])('%i is asked for again, which these tests would show', async (status) => {
    graph.fail(failFirst(1, { status, headers: { 'retry-after': '0' }, afterAccepting: true }, at(CREATE)));
    await mailer({ between: retries() }).send(MAIL, 'none');
    expect(graph.calls.filter(at(CREATE))).toHaveLength(2);
    expect(graph.mailbox.mails).toHaveLength(2);
  });
});

describe('the stand-in', () => {
  it('refuses a body that Graph would not take', async () => {
    const client = createGraph({ baseUrl: graph.url, token: async () => graph.token });
    const path = `/users/${encodeURIComponent(graph.mailbox.address)}/messages`;
    await expect(client({ method: 'POST', path, body: { subjekt: 'x' } })).rejects.toMatchObject({ code: 'graph-400' });
    expect(graph.violations).toHaveLength(1);
    graph = await graph.close().then(() => startGraph());
  });
});

describe('the client', () => {
  it('sends its token nowhere else, also when an answer links there', async () => {
    const token = jest.fn(async () => graph.token);
    const client = createGraph({ baseUrl: graph.url, token });
    for (const path of ['https://elsewhere.example/v1.0/me', 'https://graph.microsoft.com.evil.example/v1.0/me']) {
      await expect(client({ method: 'GET', path })).rejects.toMatchObject({ code: 'foreign-address' });
    }
    expect(token).not.toHaveBeenCalled();
  });

  it('is refused without the right token', async () => {
    const other = await mailer({ token: async () => 'another' }).send(MAIL, 'none');
    expect(other).toEqual({ result: 'refused', failure: 'graph-401' });
  });
});
