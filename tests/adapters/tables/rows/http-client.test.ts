import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createGate, type Socket } from 'node:net';
import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { createHttpClient } from '../../../../bot/adapters/tables/rows/http-client';
import { createCertificate } from '../../../fixtures/certificate';

let server: Server;
/** What the server does with the next request. */
let answer: RequestListener;
let connections: number;

beforeEach(async () => {
  connections = 0;
  server = createServer((request, response) => answer(request, response));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const client = createHttpClient();
const send = (more: { readonly timeout?: number; readonly allowInsecureConnection?: boolean; body?: string } = {}) => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/table?a=1`;
  const request = createPipelineRequest({
    url,
    method: 'PUT',
    allowInsecureConnection: true,
    timeout: 10_000,
    ...more,
  });
  return client.sendRequest(request);
};

describe('the way to storage', () => {
  it('takes a text there and an answer back, over connections that are kept', async () => {
    answer = (request, response) => {
      request.setEncoding('utf8').on('data', (text) => {
        response.writeHead(200, { etag: 'W/"1"', 'x-method': `${request.method} ${request.url}` }).end(`${text}, Åbo`);
      });
    };
    for (const body of ['Espoo', 'Hyvinkää', 'Ingå', 'Pähkinärinne', 'Sjundeå', 'Öster-Esbo']) {
      const { status, headers, bodyAsText } = await send({ body });
      expect([status, headers.get('ETag'), bodyAsText]).toEqual([200, 'W/"1"', `${body}, Åbo`]);
      expect(headers.get('x-method')).toBe('PUT /table?a=1');
    }
    // One rests until the next turn of the loop before it is used again.
    expect(connections).toBeLessThanOrEqual(2);
  });

  it.each<[string, RequestListener]>([
    ['nothing is answered', () => {}],
    ['an answer stops in the middle', (_request, response) => response.writeHead(200).write('{"value":[')],
  ])('gives up in time where %s', async (_what, listener) => {
    answer = listener;
    await expect(send({ timeout: 50 })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each<[string, RequestListener]>([
    ['before an answer', (request) => request.socket.destroy()],
    [
      'in the middle of one',
      (request, response) => void response.writeHead(200).write('{', () => request.socket.destroy()),
    ],
  ])('tells a connection that breaks %s, so that it is tried again', async (_when, listener) => {
    answer = listener;
    await expect(send()).rejects.toMatchObject({ name: 'RestError', code: 'ECONNRESET' });
  });

  it('sends nothing that was given up while it waited for a connection', async () => {
    const { key, cert } = createCertificate();
    const asked: string[] = [];
    const secure = createSecureServer({ key, cert }, (request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const arrived: Socket[] = [];
    // Takes connections, but does not speak until it is told to.
    const gate = createGate((socket) => void arrived.push(socket));
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
    try {
      const careful = createHttpClient(cert);
      const ask = (path: string, timeout: number) => {
        const url = `https://127.0.0.1:${(gate.address() as AddressInfo).port}${path}`;
        return careful.sendRequest(createPipelineRequest({ url, method: 'PUT', timeout }));
      };
      await expect(ask('/late', 50)).rejects.toMatchObject({ name: 'AbortError' });
      const next = ask('/next', 10_000);
      gate.on('connection', (socket) => secure.emit('connection', socket));
      for (const socket of arrived) secure.emit('connection', socket);
      expect((await next).status).toBe(200);
      expect((await ask('/last', 10_000)).status).toBe(200);
      expect(asked).toEqual(['/next', '/last']);
    } finally {
      for (const socket of arrived) socket.destroy();
      gate.close();
    }
  });

  it('is not taken without encryption, unless that is allowed', async () => {
    answer = (_request, response) => void response.end();
    await expect(send({ allowInsecureConnection: false })).rejects.toThrow('by http');
    expect(connections).toBe(0);
  });
});
