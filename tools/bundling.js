// How the bot becomes one file: for `npm run bundle` and for the bench, which measures just that.
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { copyFileSync, existsSync, renameSync } = require('node:fs');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { standIns } = require('./never-called');

/** Optional speed-ups of `ws` and `node-fetch`, which are not installed and not missed. */
const ABSENT = ['bufferutil', 'utf-8-validate', 'encoding'];

/** A bundle of anything for Node, in production. */
const BUNDLED = {
  bundle: true,
  platform: 'node',
  // The oldest Node that the project runs on.
  target: 'node20.19',
  external: ABSENT,
  minifySyntax: true,
  minifyWhitespace: true,
  // They stand in LICENCES.txt, whole and each once.
  legalComments: 'none',
  logLevel: 'warning',
};

/** A bundle of the bot, without what it never calls. */
const BOT_BUNDLED = { ...BUNDLED, plugins: [standIns] };

/**
 * Keeps beside a bundle what V8 makes of it until the bot says that it has started, its rehearsal included, and puts in
 * the bundle's place a file that runs it with that. `settings` are the environment of that start.
 */
async function keepCompiled(entry, settings) {
  const bundle = entry.replace(/\.js$/, '.bundle.js');
  const compiled = `${bundle}.compiled`;
  renameSync(entry, bundle);
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', ...settings };
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'];
  const start = fork(join(__dirname, 'keep-compiled.js'), [bundle, compiled], { env, stdio });
  let said = '';
  start.stderr.on('data', (text) => {
    said += text;
  });
  createInterface(start.stdout).on('line', (line) => {
    said += `${line}\n`;
    if (line.includes('"bot.started"')) start.send('now');
  });
  await once(start, 'exit');
  if (!existsSync(compiled)) throw new Error(`What was compiled of ${entry} could not be kept. It said: ${said}`);
  copyFileSync(join(__dirname, 'run-compiled.js'), entry);
}

module.exports = { BUNDLED, BOT_BUNDLED, keepCompiled };
