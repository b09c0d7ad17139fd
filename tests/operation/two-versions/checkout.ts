import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type BotProcess, startBuilt } from '../../faults/bot-process';
import { unpack } from '../unpack';

/** The bot of one commit, built in a folder of its own. */
export interface Version {
  /** The commit, short. */
  readonly commit: string;
  /** Starts a process of it on a storage; every line that it logs is told to `onLine`. */
  start(connectionString: string, onLine: (line: string) => void): Promise<BotProcess>;
  remove(): void;
}

/** Checks a commit out into a temporary folder and builds it there, with the packages that are installed here. */
export function checkOut(revision: string): Version {
  const { commit, folder, remove } = unpack(revision);
  execFileSync(join(folder, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], { cwd: folder });
  const env = {
    BOT_MODE: 'local',
    LOG_LEVEL: 'info',
    LOCAL_MAIL_FOLDER: join(folder, 'mail'),
    LOCAL_MIRROR_FOLDER: join(folder, 'sharepoint'),
  };
  return {
    commit,
    start: (connectionString, onLine) =>
      startBuilt(
        join(folder, 'dist'),
        { ...process.env, ...env, AZURE_STORAGE_CONNECTION_STRING: connectionString },
        onLine,
      ),
    remove,
  };
}
