import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with the data files: what runs is in `bot/` or in `dist/bot/` below it. */
export function projectRoot(from: string): string {
  if (existsSync(join(from, 'adaptive-cards'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('adaptive-cards/ is nowhere above the bot: deploy it together with bot/.');
  return projectRoot(parent);
}
