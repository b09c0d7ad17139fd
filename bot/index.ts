/** The bot alone: `npm run serve`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCredential } from './adapters/entra/credential';
import { createLog } from './adapters/log/log';
import { WrongCity } from './domain/errors';
import { ConfigError, readConfig } from './settings/config';
import { startBot } from './start/assembly';
import { endOnSignal } from './start/ending';
import { projectRoot } from './start/project-root';
import { openTelemetry } from './start/telemetry';

async function main(): Promise<void> {
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const root = projectRoot(__dirname);
  const credential = config.identity && createCredential(config.identity);
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const opened = openTelemetry(config.telemetry, { version, credential, env: process.env });
  const log = createLog(config.logLevel, toAll(process.stdout, opened.lines));
  const bot = await startBot({
    config,
    root,
    clock: { now: () => new Date() },
    random: Math.random,
    log,
    telemetry: opened.telemetry,
    ...(credential && { credential }),
  });
  const stop = async () => {
    await bot.stop();
    await opened.stop();
  };
  endOnSignal({ process, stop, log });
}

interface Lines {
  write(line: string): unknown;
}

function toAll(output: Lines, lines: Lines | undefined): Lines {
  if (!lines) return output;
  return {
    write(line) {
      output.write(line);
      lines.write(line);
    },
  };
}

main().catch((cause) => {
  // A setting that is wrong is told in one sentence; anything else with where it came from.
  console.error(cause instanceof ConfigError || cause instanceof WrongCity ? cause.message : cause);
  process.exit(1);
});
