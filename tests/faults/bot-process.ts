import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TableClient } from '@azure/data-tables';
import { build } from 'esbuild';
import { BOT_BUNDLED } from '../../tools/bundling';
import { type Azurite, startAzurite } from '../fixtures/azurite';
import { type Connector, startConnector } from '../fixtures/connector/start-connector';
import { ROOT } from '../fixtures/root';
import { TENANT } from '../fixtures/running-assistant';
import { type TeamsPerson, teamsPerson } from '../fixtures/teams-person';
import { type Row, type StoredRows, sortRows } from '../playing/stored-rows';

/** The bot as its own process on a real Azurite, to be killed and started again. */
export interface KillableBot {
  readonly connector: Connector;
  /** Of Azurite. */
  readonly connectionString: string;
  person(name: string, aadObjectId: string): TeamsPerson;
  /** Ends the process with SIGKILL, wherever it is. */
  kill(): Promise<void>;
  /** Goes on with another process on the same storage, which has heard of nothing yet; it was starting meanwhile. */
  start(): Promise<void>;
  /** What is stored. */
  rows(): Promise<StoredRows>;
  close(): Promise<void>;
}

/** A process of the bot. */
export interface BotProcess {
  readonly url: string;
  readonly pid: number;
  /** Sends the signal and does not wait. */
  signal(signal: NodeJS.Signals): void;
  /** Resolves to its exit code when it has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  kill(): Promise<void>;
}

/** A built bot in a folder of its own, inside the project, where it finds its packages and its data. */
export interface BuiltBot {
  readonly folder: string;
  /** Starts a process of it; every line that it logs is told to `onLine`. */
  start(env: NodeJS.ProcessEnv, onLine?: (line: string) => void): Promise<BotProcess>;
  remove(): void;
}

/** Below the ephemeral range, so that no outgoing connection takes the port in between. */
const PORTS = { lowest: 15_000, count: 5_000 };

/** Builds the bot, starts Azurite, a connector stand-in and the bot. */
export async function startKillableBot(): Promise<KillableBot> {
  const bot = await buildBot();
  const [azurite, connector] = await Promise.all([startAzurite(), startConnector()]);
  const env = { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString };
  // Starting takes a second or two of which a test should lose none: the next process starts while this one works.
  let running = await bot.start(env);
  let next = bot.start(env);
  return {
    connector,
    connectionString: azurite.connectionString,
    person: (name, aadObjectId) =>
      teamsPerson({ bot: () => running.url, connector, name, aadObjectId, tenantId: TENANT, locale: 'en-GB' }),
    kill: () => running.kill(),
    async start() {
      running = await next;
      next = bot.start(env);
    },
    rows: () => readRows(azurite),
    async close() {
      await Promise.all([running.kill(), next.then((spare) => spare.kill())]);
      await Promise.all([azurite.close(), connector.close()]);
      bot.remove();
    },
  };
}

/** Builds the bot, in one file: it starts in half the time that it takes to find its packages one by one. */
export async function buildBot(): Promise<BuiltBot> {
  mkdirSync(join(ROOT, '.local'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.local/test-'));
  const built = join(folder, 'build');
  await build({ ...BOT_BUNDLED, absWorkingDir: ROOT, entryPoints: ['bot/index.ts'], outdir: join(built, 'bot') });
  const own = {
    BOT_MODE: 'local',
    LOG_LEVEL: 'info',
    LOCAL_MAIL_FOLDER: join(folder, 'mail'),
    LOCAL_MIRROR_FOLDER: join(folder, 'sharepoint'),
  };
  return {
    folder,
    start: (env, onLine) => startBuilt(built, { ...process.env, ...own, ...env }, onLine),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Starts a process of the bot that was built into this folder. */
export function startBuilt(
  build: string,
  env: NodeJS.ProcessEnv,
  onLine?: (line: string) => void,
): Promise<BotProcess> {
  return startBotProcess([join(build, 'bot/index.js')], env, onLine);
}

/** Starts a process of the bot by what Node is to run. Rejects with what it said where it ends before it listens. */
export async function startBotProcess(
  run: readonly string[],
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void = () => {},
): Promise<BotProcess> {
  const child = spawn(process.execPath, run, {
    env: { ...env, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await ended;
  };
  // A test run that ends early must not leave the process behind.
  const atExit = () => child.kill('SIGKILL');
  process.once('exit', atExit);
  child.once('exit', () => process.off('exit', atExit));
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const started = /"event":"bot.started","url":"([^"]+)"/.exec(printed)?.[1];
      if (started !== undefined) resolve(started);
    };
    child.stdout.on('data', read);
    createInterface(child.stdout).on('line', onLine);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code} before it listened:\n${printed}`)));
  });
  return { url, pid: child.pid ?? 0, signal: (signal) => void child.kill(signal), ended, kill };
}

async function readRows({ connectionString }: Azurite): Promise<StoredRows> {
  const table = TableClient.fromConnectionString(connectionString, 'casework', { allowInsecureConnection: true });
  const rows: Row[] = [];
  for await (const row of table.listEntities()) rows.push({ ...row });
  return sortRows(rows);
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.lowest + Math.floor(Math.random() * PORTS.count);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
