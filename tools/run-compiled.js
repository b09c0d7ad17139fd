// Runs the bundle beside this file with what V8 made of it when it was bundled: compiling eight megabytes takes as long as
// everything else that a start does. What another Node has made V8 refuses by itself, and compiles anew.
const { readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { constants, Script } = require('node:vm');

const file = __filename.replace(/\.js$/, '.bundle.js');
// The bundle is ASCII (`tests/bundle` looks), and a byte for each character is half of what others would take.
const script = new Script(wrap(readFileSync(file, 'latin1')), {
  filename: file,
  // Columns in traces and profiles are those of the file, without what is wrapped around it.
  columnOffset: -wrap('').indexOf('\n'),
  cachedData: compiled(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
script.runInThisContext()(exports, require, module, file, __dirname);

/** Undefined where there is none: then it only takes longer. */
function compiled() {
  try {
    return readFileSync(`${file}.compiled`);
  } catch {
    return undefined;
  }
}
