// Keeps what V8 makes of a bundle: node tools/keep-compiled.js <bundle> <where to>, as a child that is told when. The
// bundle runs with the settings that are given until then, so that what is kept is what such a run has compiled.
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname } = require('node:path');
const { constants, Script } = require('node:vm');

const [file, place] = process.argv.splice(2);
const script = new Script(wrap(readFileSync(file, 'latin1')), {
  filename: file,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
process.once('message', () => {
  writeFileSync(place, script.createCachedData());
  process.exit();
});
script.runInThisContext()(exports, createRequire(file), module, file, dirname(file));
