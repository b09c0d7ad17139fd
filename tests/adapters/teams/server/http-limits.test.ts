import { connect } from 'node:net';
import { type RunningAssistant, startAssistant } from '../../../fixtures/running-assistant';

let assistant: RunningAssistant;

beforeAll(async () => {
  assistant = await startAssistant({ httpLimits: { headersWithinMs: 300, requestWithinMs: 2_500, lookEveryMs: 50 } });
  await assistant.bot.worker.stop();
});
afterEach(async () => expect((await fetch(`${assistant.bot.url}/healthz`)).status).toBe(200));
afterAll(() => assistant.close());

const HEAD = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

interface Said {
  readonly text: string;
  /** Until the bot closed the connection. */
  readonly ms: number;
}

/** Says the first part at once and then the second again and again, until the bot closes; resolves with its answer. */
function converse(first: string, again?: string): Promise<Said> {
  const began = Date.now();
  const { port } = new URL(assistant.bot.url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(first));
    const trickle = setInterval(() => again !== undefined && socket.write(again), 50);
    const late = setTimeout(() => {
      reject(new Error(`the bot still listens, and said: ${text}`));
      socket.destroy();
    }, 10_000);
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
    });
    // Writing to a connection that the bot has just closed is no failure here.
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(trickle);
      clearTimeout(late);
      resolve({ text, ms: Date.now() - began });
    });
  });
}

/** Nothing but a status and what HTTP needs. */
const bare = (status: string) => `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;

describe('the bot closes the connection of somebody who', () => {
  it.each([
    ['says nothing', '', undefined],
    ['sends headers one by one', HEAD, 'X-More: 1\r\n'],
    ['sends a header letter by letter', `${HEAD}X-Long: `, 'a'],
  ])('%s', async (_what, first, again) => {
    const { text, ms } = await converse(first, again);
    expect(text).toBe(bare('408 Request Timeout'));
    expect(ms).toBeLessThan(2_400);
  });

  it('sends a body letter by letter', async () => {
    const { text, ms } = await converse(`${HEAD}Content-Length: 1000\r\n\r\n{"type":"`, 'a');
    expect(text).toBe(bare('408 Request Timeout'));
    expect(ms).toBeGreaterThan(2_400);
  });

  it('sends more header than Teams ever does', async () => {
    const { text } = await converse(`${HEAD}X-Big: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(text).toBe(bare('431 Request Header Fields Too Large'));
  });

  it.each([
    ['speaks no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n\r\n'],
    ['gives two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    ['gives a length and chunks', `${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ])('%s', async (_what, first) => {
    expect((await converse(first)).text).toBe(bare('400 Bad Request'));
  });

  it('sends garbage behind a right request, which is answered first', async () => {
    const { text } = await converse('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n\0\0garbage\r\n\r\n');
    expect(text).toContain('{"alive":true}');
    expect(text).toContain('HTTP/1.1 400 Bad Request');
    expect(text).not.toMatch(/error|message|stack/i);
  });
});
