import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start';
import type { LocalConfig } from './local-config';

/** Where the compiler's script is. */
function compilerScript(config: LocalConfig): string {
  return path.join(config.root, 'node_modules', 'typescript', 'bin', 'tsc');
}

/**
 * Compiles the bot into `dist`, as `npm run build` does.
 *
 * @param over ends the compiler: the developer wants to stop, or something else has failed
 * @returns how long it took, in milliseconds
 * @throws CannotStart with the first thing that the compiler found; the reason of `over` when that comes first
 */
export async function buildBot(config: LocalConfig, over: AbortSignal): Promise<number> {
  const begin = performance.now();
  const logFile = path.join(config.logsFolder, 'build.log');
  const log = openSync(logFile, 'w');
  const compiler = spawn(process.execPath, [compilerScript(config), '-p', 'tsconfig.build.json', '--pretty', 'false'], {
    cwd: config.root,
    env: config.env,
    // A group of its own: the script hands the work to a program that would outlive it.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const end = () => endGroup(compiler);
  over.addEventListener('abort', end);
  const [code] = await once(compiler, 'exit');
  over.removeEventListener('abort', end);
  over.throwIfAborted();
  if (code !== 0) {
    throw new CannotStart(
      `The bot could not be compiled: ${firstLine(logFile)} (all of it is in ${path.relative(config.root, logFile)}): ` +
        'mend it and run "npm start" again.',
    );
  }
  return performance.now() - begin;
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself just now.
  }
}

function firstLine(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n')[0] ?? '';
}
