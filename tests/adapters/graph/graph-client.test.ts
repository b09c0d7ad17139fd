import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraph } from '../../../bot/adapters/graph/graph-client';
import { GraphFailure } from '../../../bot/adapters/graph/graph-failure';

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it("an answer of Graph's that does not end is given up where it is longer than any can be, and let go of", async () => {
  const chunk = `"${'x'.repeat(65_536)}",`;
  let sent = 0;
  const ended = new Promise<void>((resolve) => {
    server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"value":[');
      const more = () => {
        sent += chunk.length;
        if (!response.destroyed) response.write(chunk, () => setImmediate(more));
      };
      response.on('close', resolve);
      more();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const graph = createGraph({
    token: async () => 'a token',
    baseUrl: `http://127.0.0.1:${port}`,
    answerWithinMs: 20_000,
  });
  const failure = await graph({ method: 'GET', path: '/users' }).catch((cause: unknown) => cause);
  expect(failure instanceof GraphFailure && failure.isUnsure).toBe(true);
  await ended;
  expect(sent).toBeLessThan(64 * 1024 * 1024);
});
