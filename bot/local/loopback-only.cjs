// Loaded into the Agents Playground before its own code (`node --require`). It calls `server.listen(port)`, which
// listens on every network interface, and has no flag to change that: anyone in the same network could talk to the
// bot as any of the invented users. A port without a host becomes a port on loopback.
const { Server } = require('node:net');

const listen = Server.prototype.listen;

Server.prototype.listen = function (...args) {
  const [port, host] = args;
  if (typeof port === 'number' && typeof host !== 'string') args.splice(1, 0, '127.0.0.1');
  return listen.apply(this, args);
};
