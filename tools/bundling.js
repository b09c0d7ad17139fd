// How the bot becomes one file: for `npm run bundle` and for the bench, which measures just that.
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
  // A stack trace in the log has to name functions.
  keepNames: true,
  minifySyntax: true,
  minifyWhitespace: true,
  // They stand in LICENCES.txt, whole and each once.
  legalComments: 'none',
  logLevel: 'warning',
};

/** A bundle of the bot, without what it never calls. */
const BOT_BUNDLED = { ...BUNDLED, plugins: [standIns] };

module.exports = { BUNDLED, BOT_BUNDLED };
