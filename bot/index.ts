/** The bot alone: `npm run serve`. */
import { readFileSync } from 'node:fs';
import { createLog } from './adapters/log/log';
import { type Bot, startBot } from './assembly';
import { ConfigError, readConfig } from './config';
import { projectRoot } from './project-root';

async function main(): Promise<void> {
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const log = createLog(config.logLevel);
  const clock = { now: () => new Date() };
  const bot = await startBot({ config, root: projectRoot(__dirname), clock, random: Math.random, log });
  process.once('SIGTERM', () => void stop(bot));
  process.once('SIGINT', () => void stop(bot));
}

async function stop(bot: Bot): Promise<void> {
  await bot.stop();
  process.exit(0);
}

main().catch((cause) => {
  // A setting that is wrong is told in one sentence; anything else with where it came from.
  console.error(cause instanceof ConfigError ? cause.message : cause);
  process.exit(1);
});
