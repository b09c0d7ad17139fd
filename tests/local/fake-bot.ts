/**
 * A bot for the launcher's tests: answers the readiness probe, breaks when asked to, and when it is stopped notes who of
 * the others still listens.
 */
export const FAKE_BOT = `
const http = require('node:http');
const net = require('node:net');
const server = http.createServer((request, response) => {
  if (request.url === '/break') throw new Error('the fake bot broke');
  response.end(request.url === '/env' ? JSON.stringify(process.env) : 'ready');
});
server.listen(Number(process.env.PORT), '127.0.0.1');
const listens = (port) => new Promise((resolve) => {
  const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
  socket.on('error', () => resolve(false));
});
process.on('SIGTERM', async () => {
  const playground = await listens(Number(process.env.PLAYGROUND_PORT));
  const azurite = await listens(Number(process.env.AZURITE_TABLE_PORT));
  console.log('at my end', JSON.stringify({ playground, azurite }));
  process.exit(0);
});
`;
