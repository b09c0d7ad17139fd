// The first thing that `npm start` runs. Old syntax on purpose: a Node that is too old must be able to read this file
// far enough to say so in one sentence. Nothing is required here but what every Node has.
// biome-ignore-all lint/suspicious/noVar: an old Node must be able to parse this file
// biome-ignore-all lint/complexity/useArrowFunction: an old Node must be able to parse this file
// biome-ignore-all lint/style/useTemplate: an old Node must be able to parse this file
// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node does not know the node: prefix
var path = require('path');
var fs = require('fs');

var NEEDED_MAJOR = 20;
var NEEDED_MINOR = 19;

// npm writes the first one at the end of a finished install, so an interrupted install lacks it. The others are what
// the next steps of `npm start` run; an install without development packages lacks them.
var NEEDED_FILES = [
  'node_modules/.package-lock.json',
  'node_modules/@swc/core/package.json',
  'node_modules/typescript/package.json',
  'node_modules/azurite/package.json',
  'node_modules/@microsoft/m365agentsplayground/package.json',
  'node_modules/botbuilder/package.json',
];

/**
 * Says in one sentence why `npm start` cannot go on, with the remedy.
 *
 * @param {string} version what `process.version` says, e.g. `v20.20.2`
 * @param {function(string): boolean} hasFile whether the project has this file or folder
 * @returns {string | undefined} the sentence, or undefined when all is well
 */
function explain(version, hasFile) {
  var i;
  var parts = version.replace(/^v/, '').split('.');
  var major = Number(parts[0]);
  if (major < NEEDED_MAJOR || (major === NEEDED_MAJOR && Number(parts[1]) < NEEDED_MINOR)) {
    return (
      'This is Node ' +
      version.replace(/^v/, '') +
      ', but the assistant needs Node ' +
      NEEDED_MAJOR +
      '.' +
      NEEDED_MINOR +
      ' or newer: install one from https://nodejs.org, then run "npm ci" and "npm start" again.'
    );
  }
  if (!hasFile('node_modules')) {
    return 'The packages are not installed (there is no node_modules folder): run "npm ci", then "npm start" again.';
  }
  for (i = 0; i < NEEDED_FILES.length; i++) {
    if (!hasFile(NEEDED_FILES[i])) {
      return (
        'The packages are only partly installed (' +
        NEEDED_FILES[i] +
        ' is missing): run "npm ci", development packages included, then "npm start" again.'
      );
    }
  }
  return undefined;
}

module.exports = { explain: explain };

function main() {
  var root = path.join(__dirname, '..', '..');
  var sentence = explain(process.version, function (file) {
    return fs.existsSync(path.join(root, file));
  });
  if (sentence !== undefined) {
    console.error(sentence);
    process.exit(1);
  }
}

if (require.main === module) main();
