/** The bot alone: `npm run serve`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLog } from './adapters/log/log';
import { type Bot, startBot } from './assembly';
import { ConfigError, readConfig } from './config';

async function main(): Promise<void> {
  const config = readConfig(process.env);
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

/** The folder with the data files: this file runs from `bot/` and from `dist/bot/`. */
function projectRoot(from: string): string {
  if (existsSync(join(from, 'adaptive-cards'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('adaptive-cards/ is nowhere above the bot: deploy it together with bot/.');
  return projectRoot(parent);
}

main().catch((cause) => {
  // A setting that is wrong is told in one sentence; anything else with where it came from.
  console.error(cause instanceof ConfigError ? cause.message : cause);
  process.exit(1);
});
