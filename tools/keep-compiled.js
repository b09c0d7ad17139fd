// Keeps what V8 makes of a bundle: node tools/keep-compiled.js <bundle> <where to>. The bundle is run without settings, at
// which every entry of ours ends, so that what is kept is what a start has compiled once everything is loaded.
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const [file, place] = process.argv.splice(2);
const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file });
process.on('exit', () => writeFileSync(place, script.createCachedData()));
script.runInThisContext()(exports, createRequire(file), module, file, dirname(file));
