const { spawnSync } = require('node:child_process');
const { chmodSync, copyFileSync, mkdirSync, readdirSync, renameSync } = require('node:fs');
const { dirname, join } = require('node:path');

/**
 * Puts in a bundle's place a file that runs it with what V8 has made of it, and lets `node` keep that: told nothing, the bot
 * ends as soon as all of it is loaded. Node 20 keeps nothing.
 */
function compileAhead(entry, node = process.execPath) {
  renameSync(entry, entry.replace(/\.js$/, '.bundle.js'));
  copyFileSync(join(__dirname, 'run-compiled.js'), entry);
  const compiled = join(dirname(entry), 'compiled');
  mkdirSync(compiled);
  spawnSync(node, [entry], { env: {} });
  for (const file of readdirSync(compiled, { recursive: true, withFileTypes: true })) {
    // Node keeps it from everybody else, and in production the files are not the bot's own.
    if (file.isFile()) chmodSync(join(file.parentPath, file.name), 0o644);
  }
}

module.exports = { compileAhead };
