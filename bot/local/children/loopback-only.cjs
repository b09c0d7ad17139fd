// Loaded into the Playground and the storage emulator before their own code (`node --require`). Neither asks who calls:
// whoever reaches them can speak as any of the invented users, or read the tables with a key that is the same everywhere.
const http = require('node:http');
const { Server } = require('node:net');

// The Playground calls `server.listen(port)`, which listens on every network interface, and has no flag to change that.
// A port without a host becomes a port on loopback.
const listen = Server.prototype.listen;

Server.prototype.listen = function (...args) {
  const [port, host] = args;
  if (typeof port === 'number' && typeof host !== 'string') args.splice(1, 0, '127.0.0.1');
  return listen.apply(this, args);
};

// A page from anywhere can let its own name lead to loopback (DNS rebinding), and the browser then sends that name. The bot
// itself asks the same of whoever calls it (`adapters/teams/own-machine.ts`).
const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const isOwn = (url) => URL.canParse(url) && OWN_NAMES.includes(new URL(url).hostname);
const isOfOwnMachine = ({ host, origin }) => isOwn(`http://${host}`) && (origin === undefined || isOwn(origin));

const emit = http.Server.prototype.emit;

http.Server.prototype.emit = function (event, ...args) {
  const [request, answer] = args;
  if (!(request instanceof http.IncomingMessage) || isOfOwnMachine(request.headers)) {
    return emit.call(this, event, ...args);
  }
  // What comes with an upgrade is the bare connection.
  if (answer instanceof http.ServerResponse) answer.writeHead(403).end();
  else answer.destroy();
  return true;
};
