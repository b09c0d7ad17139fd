// Runs a TypeScript file of this project as it stands, without a build: node tools/run-typescript.js <file>
//
// In place and not compiled into another folder, so that code which reads its templates and words from beside itself
// finds them. Types are not checked here, just as in the tests: `npm run check` does that.
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};

process.setSourceMapsEnabled(true);
const [file] = process.argv.splice(2, 1);
if (!file) throw new Error('Say which TypeScript file to run.');
require(resolve(file));
