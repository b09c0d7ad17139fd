/** `npm run package -- --env dev`: writes the app package of an environment, ready for the organisation's catalogue. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { cityFolder } from '../../tools/city-folder';
import { buildPackage } from './build-package';
import { readEnvironment } from './environment';

const FOLDER = join(__dirname, '..');
const ROOT = join(FOLDER, '..');

/** Answers the exit code: 1 where something is missing or wrong. */
function main(): number {
  const { values } = parseArgs({ options: { env: { type: 'string' } } });
  const name = values.env ?? process.env.TEAMSFX_ENV ?? 'dev';
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const built = buildPackage({
    readFile: (file) => readFileSync(join(cityFolder(process.env), 'app', file)),
    env: { ...readEnvironment(join(ROOT, 'env'), name, process.env), APP_VERSION: version },
  });
  if ('problems' in built) {
    const lines = built.problems.map((problem) => `✗ ${problem}`);
    process.stderr.write(
      `${lines.join('\n')}\nNo package for "${name}". What an environment lacks goes into env/.env.${name} or is set as a ` +
        'variable. One made of invented values: npm run package -- --env playground\n',
    );
    return 1;
  }
  const file = join(FOLDER, 'build', `appPackage.${name}.zip`);
  mkdirSync(join(FOLDER, 'build'), { recursive: true });
  writeFileSync(file, built.zip);
  const digest = createHash('sha256').update(built.zip).digest('hex');
  process.stdout.write(
    `✓ ${relative(process.cwd(), file)}: version ${version} for "${name}", ${built.zip.length} bytes, SHA-256 ${digest}\n`,
  );
  return 0;
}

try {
  process.exitCode = main();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
