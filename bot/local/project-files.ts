import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start';
import type { LocalConfig } from './local-config';

/**
 * Makes sure that the Playground's people are there, and makes the folders that the children write to. Whether the packages
 * are installed was looked at before this could run (`preflight.cjs`).
 *
 * @throws CannotStart naming what is missing, or the folder that cannot be made, and the remedy
 */
export function prepareFiles(config: LocalConfig): void {
  if (!existsSync(config.playgroundConfigFile)) {
    const file = path.relative(config.root, config.playgroundConfigFile);
    throw new CannotStart(
      `${file} is missing, so the Playground has no users: restore it with "git checkout ${file}".`,
    );
  }
  for (const folder of [config.tablesFolder, config.logsFolder]) makeFolder(config, folder);
}

function makeFolder(config: LocalConfig, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CannotStart(
      `${path.relative(config.root, folder)} cannot be made (${code}), so there is nowhere to keep local data: ` +
        'give yourself the right to write in the project folder, and free space on its disk.',
    );
  }
}
