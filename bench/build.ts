/** Builds the servers of the bench: the assistant as `npm run bundle` builds it, the others as their packages are meant to run. */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BOT_BUNDLED, compileAhead } from '../tools/bundling';
import { type NodeRelease, OWN_NODE } from './production-node';

export const BENCH = __dirname;
const ROOT = join(BENCH, '..');
const DIST = join(BENCH, 'dist');

/** The references that run on the product's own packages; two more need those of `bench/package.json`. */
export const REFERENCES = [
  'limit',
  'data-tables',
  'conversation-state',
  'dialogs',
  'teams-ai',
  'teams-ai-sample',
  'agents-hosting',
  'teams-apps',
] as const;

/** The file that a server has been built into. */
export const builtFile = (name: string): string => join(DIST, `${name}.js`);

/** Installs what `bench/package.json` names, unless it is there. */
export function installPackages(): void {
  if (existsSync(join(BENCH, 'node_modules'))) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', BENCH], { stdio: 'inherit' });
}

/** Builds them all into `bench/dist`, and the tables beside them; the assistant to be started by that Node. */
export async function buildServers(node: NodeRelease = OWN_NODE): Promise<void> {
  rmSync(DIST, { recursive: true, force: true });
  const served = { outdir: DIST, bundle: true, platform: 'node', target: 'node20.19', logLevel: 'warning' } as const;
  const peer = (name: string) => join(BENCH, 'peers', `${name}.ts`);
  // The map beside it is for the profile; nothing reads it while the bot runs.
  const mapped = { outdir: DIST, sourcemap: 'external', absWorkingDir: ROOT } as const;
  await Promise.all([
    build({ ...served, packages: 'external', entryPoints: REFERENCES.map(peer) }),
    build({ ...served, packages: 'external', entryPoints: [join(BENCH, 'storage', 'serve-tables.ts')] }),
    build({ ...BOT_BUNDLED, ...mapped, entryPoints: [peer('assistant')] }),
  ]);
  compileAhead(builtFile('assistant'), node.path);
}
