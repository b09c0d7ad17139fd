// Makes the folder that runs in production, `dist/bundle/` or the one that is named: the bot and its commands in one
// file each, the data they read, and the licences of what is inside. Nothing else is needed there but Node.
const { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { basename, join, resolve } = require('node:path');
const { build } = require('esbuild');
const { BOT_BUNDLED, compileAhead } = require('./bundling');
const { cityFolder } = require('./city-folder');

const ROOT = resolve(__dirname, '..');

/** What the bot reads at its start, by these paths (`bot/adapters/content/content.ts`). */
const DATA = ['adaptive-cards', 'bot/locales', 'bot/phrases', 'bot/places'];
/** Of a city, by the same: what is its app package's goes to Teams. A bundle is of one city. */
const OF_CITY = ['city.json', 'processes', 'directory'];

async function main(folder) {
  const city = cityFolder(process.env);
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    ...BOT_BUNDLED,
    absWorkingDir: ROOT,
    entryPoints: ['bot/index.ts', 'bot/command-line.ts'],
    outdir: folder,
    metafile: true,
  });
  for (const path of DATA) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  for (const path of OF_CITY)
    cpSync(join(city, path), join(folder, 'bot/city', basename(city), path), { recursive: true });
  // Telemetry says which version it comes from.
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, private: true })}\n`);
  compileAhead(join(folder, 'index.js'));
  writeFileSync(join(folder, 'LICENCES.txt'), licences(Object.keys(metafile.inputs)));
}

/** The licences want to go where the code goes. */
function licences(inputs) {
  const packages = new Set(inputs.flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  const texts = [...packages].map(licenceOf).sort();
  const own = ['NOTICE', 'LICENSE'].map((file) => readFileSync(join(ROOT, file), 'utf8'));
  return [...own, ...texts].join(`\n${'-'.repeat(100)}\n\n`);
}

function licenceOf(path) {
  const folder = join(ROOT, path);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version}: ${license ?? 'see below'}`, ...texts].join('\n\n').concat('\n');
}

if (!existsSync(join(ROOT, 'node_modules'))) throw new Error('The packages are not installed: run npm ci.');
main(resolve(process.argv[2] ?? join(ROOT, 'dist/bundle'))).catch((cause) => {
  console.error(cause);
  process.exit(1);
});
