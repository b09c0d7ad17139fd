import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { azuriteScript } from './azurite';
import { botScript } from './bot-process';
import { CannotStart } from './cannot-start';
import type { LocalConfig } from './local-config';
import { playgroundScript } from './playground';

/**
 * Makes sure that every file that the children need is there, and makes the folders they write to.
 *
 * @throws CannotStart naming the first file that is missing, or the folder that cannot be made, and the remedy
 */
export function prepareFiles(config: LocalConfig): void {
  const needed: [file: string, remedy: string][] = [
    [azuriteScript(config), 'the storage emulator is not installed: run "npm ci", then "npm start" again'],
    [playgroundScript(config), 'the Agents Playground is not installed: run "npm ci", then "npm start" again'],
    [botScript(config), 'the bot is not built: run "npm run build", then "npm start" again'],
    [
      config.playgroundConfigFile,
      'the Playground has no users: restore it with "git checkout .m365agentsplayground.yml"',
    ],
  ];
  for (const [file, remedy] of needed) {
    if (!existsSync(file)) throw new CannotStart(`${path.relative(config.root, file)} is missing, so ${remedy}.`);
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
