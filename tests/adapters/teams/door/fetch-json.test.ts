import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchJson } from '../../../../bot/adapters/teams/door/fetch-json';

let server: Server;
let answer: RequestListener;
const LIMITS = { withinMs: 5_000, mostBytes: 1_000 };
const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('fetching JSON', () => {
  it('follows what was moved', async () => {
    answer = (request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end('{"keys":["ä"]}');
    };
    expect(await fetchJson(url('/old'), LIMITS)).toEqual({ keys: ['ä'] });
  });

  it.each<[string, RequestListener, string]>([
    ['goes in a circle', (_, response) => response.writeHead(302, { location: '/again' }).end(), 'answered 302'],
    [
      'leads to another protocol',
      (_, response) => response.writeHead(302, { location: 'https://127.0.0.1/' }).end(),
      '302',
    ],
    ['leads nowhere', (_, response) => response.writeHead(302, { location: 'http://' }).end(), 'answered 302'],
    ['is not there', (_, response) => response.writeHead(404).end(), 'answered 404'],
    ['is not JSON', (_, response) => response.end('<html>'), 'JSON'],
    ['breaks off', (request, response) => void response.write('{', () => request.socket.destroy()), 'aborted'],
  ])('rejects what %s', async (_what, listener, message) => {
    answer = listener;
    await expect(fetchJson(url('/'), LIMITS)).rejects.toThrow(message);
  });

  it.each<[string, RequestListener]>([
    ['never comes', () => {}],
    ['stops in its middle', (_, response) => response.writeHead(200).write('{"keys":[')],
  ])('gives up in time on what %s', async (_what, listener) => {
    answer = listener;
    await expect(fetchJson(url('/'), { ...LIMITS, withinMs: 50 })).rejects.toThrow('aborted');
  });

  it('takes in no more than it has room for, and lets go of who sends more', async () => {
    let sent = 0;
    const ended = new Promise<void>((resolve) => {
      answer = (_, response) => {
        const more = () => {
          sent += 1;
          if (!response.destroyed) response.write(`${'[ '.repeat(500)}`, () => setImmediate(more));
        };
        response.on('close', resolve);
        more();
      };
    });
    await expect(fetchJson(url('/'), { ...LIMITS, mostBytes: 100_000 })).rejects.toThrow('more than 100000 bytes');
    await ended;
    expect(sent).toBeLessThan(100_000);
  });

  it('reads what just fits', async () => {
    const text = JSON.stringify('ä'.repeat(499));
    answer = (_, response) => response.end(text);
    expect(await fetchJson(url('/'), LIMITS)).toBe('ä'.repeat(499));
    answer = (_, response) => response.end(`${text} `);
    await expect(fetchJson(url('/'), LIMITS)).rejects.toThrow('more than 1000 bytes');
  });

  it('reads nothing of an answer that is moved or refused', async () => {
    const ended = new Promise<void>((resolve) => {
      answer = (_, response) => {
        response.on('close', resolve);
        response.writeHead(404).write('x'.repeat(100_000));
      };
    });
    await expect(fetchJson(url('/'), LIMITS)).rejects.toThrow('answered 404');
    await ended;
  });
});
