// How the bot becomes one file: for `npm run bundle` and for the bench, which measures just that.
const { compileAhead, standIns } = require('./quick-start/quick-start');

/** Optional speed-ups of `ws` and `node-fetch`, which are not installed and not missed. */
const ABSENT = ['bufferutil', 'utf-8-validate', 'encoding'];

/** A bundle of the bot for Node, in production. */
const BOT_BUNDLED = {
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
  plugins: [standIns],
};

module.exports = { BOT_BUNDLED, compileAhead };
