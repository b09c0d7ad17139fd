// Loaded into every child before its own code (`node --require`). The launcher holds the other end of the child's
// standard input and writes nothing to it; when it ends, the launcher is gone, even if it was killed with SIGKILL,
// and the child stops too instead of staying behind with its port.
const { isMainThread } = require('node:worker_threads');

// A worker thread loads this too, and its standard input ends at once.
if (isMainThread) {
  // SIGINT and not exit(): on SIGINT Azurite writes to disk what it has acknowledged.
  const stop = () => process.kill(process.pid, 'SIGINT');
  process.stdin.once('end', stop).once('error', stop).resume();
  // Listening must not keep a child alive that has nothing else left to do.
  if ('unref' in process.stdin) process.stdin.unref();
}
