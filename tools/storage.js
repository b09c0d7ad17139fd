// Table storage for as long as something is built: Azurite, which keeps everything in memory.
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { createServer } = require('node:net');

// The account that Microsoft publishes for its emulators: it opens nothing else.
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** A port on this machine that nobody listens on. */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Resolves when it answers, to where it is and how it is stopped. */
async function startStorage() {
  const port = await freePort();
  const options = ['--silent', '--disableTelemetry', '--inMemoryPersistence', '--skipApiVersionCheck'];
  const storage = spawn(
    process.execPath,
    [require.resolve('azurite/dist/src/table/main.js'), ...options, '--tablePort', String(port)],
    { env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const endpoint = `http://127.0.0.1:${port}/${ACCOUNT}`;
  await answers(storage);
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};TableEndpoint=${endpoint}`,
    stop: () => storage.kill(),
  };
}

function answers(storage) {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text) => {
      said += text;
      if (said.includes('successfully started')) resolve();
    };
    storage.stdout.on('data', hear);
    storage.stderr.on('data', hear);
    storage.once('exit', () => reject(new Error(`Azurite ended before it was ready:\n${said}`)));
  });
}

module.exports = { freePort, startStorage };
