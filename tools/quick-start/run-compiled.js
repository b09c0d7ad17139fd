// Runs the bundle beside this file with what V8 made of it when it was bundled: compiling nine megabytes takes as long as
// everything else that a start does. Node keeps that for its own version, for the user and the path, and compiles anew
// where anything of it differs; Node 20 keeps nothing.
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

const compiled = join(__dirname, 'compiled');
if (existsSync(compiled)) enableCompileCache?.(compiled);
require(__filename.replace(/\.js$/, '.bundle.js'));
