import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableConnectionString } from '../../bot/local/azurite';
import { ROOT } from '../fixtures/root';
import { startLauncher } from '../local/launcher-process';
import { freePorts } from '../local/launcher-project';

/** What `npm start` reads from the project's folder as it stands. */
const READ_IN_PLACE = ['package.json', 'adaptive-cards', 'node_modules'];
/** What is compiled there: a compiler follows links, and would write beside what they lead to. */
const COPIED = ['bot', 'tools', 'tsconfig.json', 'tsconfig.build.json', '.m365agentsplayground.yml'];

/** Storage, bot and Agents Playground as `npm start` runs them, with data of their own. */
export interface LocalAssistant {
  /** The address that `npm start` says to open. */
  readonly url: string;
  /** Where the bot listens. */
  readonly botUrl: string;
  /** Opens the tables that the bot writes to. */
  readonly connectionString: string;
  readonly mailFolder: string;
  /** Ctrl-C. Resolves with what `npm start` ended with, when everything has stopped and its data are removed. */
  stop(): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/**
 * Starts the project through the real launcher, which compiles it, on free ports, in a folder of its own: what it keeps
 * under `.local` there (tables, logs, mails) is not the developer's.
 *
 * @throws Error with what the compiler or the launcher said, if it does not start
 */
export async function startLocally(): Promise<LocalAssistant> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'e2e-')));
  try {
    for (const name of READ_IN_PLACE) symlinkSync(join(ROOT, name), join(folder, name), 'junction');
    for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    const [bot, playground, azurite] = await freePorts();
    const launcher = startLauncher(folder, { bot, playground, azurite });
    const opened = launcher.line(/^Open /);
    await opened.catch(async () => {
      throw new Error(`npm start did not come up: ${(await launcher.ended).stderr}`);
    });
    return {
      url: `http://127.0.0.1:${playground}`,
      botUrl: `http://127.0.0.1:${bot}`,
      connectionString: tableConnectionString(azurite),
      mailFolder: join(folder, '.local', 'mail'),
      stop: async () => {
        launcher.signalGroup('SIGINT');
        const { code, stderr } = await launcher.ended;
        rmSync(folder, { recursive: true });
        return { code, stderr };
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
