// Runs as it stands, without a build (`tools/run-typescript.js`): the launcher compiles the bot itself.
import path from 'node:path';
import { CannotStart } from './cannot-start';
import { launch } from './launch';
import { readLocalConfig } from './local-config';
import { lineProgress } from './progress';

/** The project's folder. */
const ROOT = path.resolve(__dirname, '..', '..');

const LOOK_FOR_NPM_MS = 500;

async function main(): Promise<void> {
  const stop = new AbortController();
  // Kept for as long as the process lives: a second Ctrl-C must not cut short the orderly stop of the first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  // npm that is killed outright cannot pass anything on; then this process gets another parent.
  const parent = process.ppid;
  const looksForNpm = setInterval(() => process.ppid === parent || stop.abort(), LOOK_FOR_NPM_MS).unref();
  if (process.env.npm_lifecycle_event === undefined) clearInterval(looksForNpm);
  // A terminal that was closed cannot be written to any more; the children are stopped all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  try {
    const config = readLocalConfig(process.env, ROOT);
    await launch({ config, progress: lineProgress((line) => process.stdout.write(line)), stop: stop.signal });
  } catch (error) {
    process.exitCode = 1;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(error instanceof CannotStart ? `${message}\n` : `The launcher failed: ${message}\n`);
  }
}

void main();
