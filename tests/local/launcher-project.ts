import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PortNumbers } from '../../bot/local/local-config';
import { whyNotFree } from '../../bot/local/port-numbers';
import { type Launcher, startLauncher } from './launcher-process';

const REPOSITORY = path.resolve(__dirname, '..', '..');

/** A project folder of its own with the real launcher, the real packages and a bot made for the test. */
export interface LauncherProject {
  readonly folder: string;
  readonly portNumbers: PortNumbers;
  readonly start: () => Launcher;
  /** The command lines of all processes that were started in this folder and live. */
  readonly processes: () => string[];
  /** Which of the ports somebody holds. */
  readonly portsTaken: () => Promise<number[]>;
  readonly remove: () => void;
}

/** The bot of the test alone, in plain JavaScript. */
const COMPILED = {
  compilerOptions: { allowJs: true, module: 'commonjs', outDir: 'dist', rootDir: '.', target: 'es2023', types: [] },
  files: ['bot/index.js'],
};

/** Makes a project folder. `bot` is the source of its bot. */
export async function makeProject(bot: string): Promise<LauncherProject> {
  // macOS shows the real path of its temporary folder in the process list.
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'launcher-')));
  for (const part of ['bot/local', 'tools/run-typescript.js']) {
    cpSync(path.join(REPOSITORY, part), path.join(folder, part), { recursive: true });
  }
  writeFileSync(path.join(folder, 'tsconfig.build.json'), JSON.stringify(COMPILED));
  writeFileSync(path.join(folder, 'bot', 'index.js'), bot);
  copyFileSync(path.join(REPOSITORY, '.m365agentsplayground.yml'), path.join(folder, '.m365agentsplayground.yml'));
  symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(folder, 'node_modules'), 'junction');

  const [botPort, playground, azurite] = await freePorts();
  const portNumbers = { bot: botPort, playground, azurite };
  return {
    folder,
    portNumbers,
    start: () => startLauncher(folder, portNumbers),
    processes: () =>
      execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => line.includes(folder)),
    portsTaken: async () => {
      const taken: number[] = [];
      for (const port of Object.values(portNumbers)) if ((await whyNotFree(port)) !== undefined) taken.push(port);
      return taken;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Three ports that are free now, below the range that outgoing connections take theirs from. */
export async function freePorts(): Promise<[number, number, number]> {
  const free: number[] = [];
  // Jest's workers run at the same time, so each looks in a range of its own.
  const range = 20_000 + 1_000 * (Number(process.env.JEST_WORKER_ID ?? 0) % 12);
  for (let port = range + Math.floor(Math.random() * 900); ; port += 1) {
    if ((await whyNotFree(port)) === undefined) free.push(port);
    const [first, second, third] = free;
    if (first !== undefined && second !== undefined && third !== undefined) return [first, second, third];
  }
}
