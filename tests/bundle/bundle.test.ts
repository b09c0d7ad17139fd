import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Azurite, startAzurite } from '../fixtures/azurite';
import { startConnector } from '../fixtures/connector/start-connector';
import { PROCESSES } from '../fixtures/model';
import { ROOT } from '../fixtures/root';
import { startTablesServer } from '../fixtures/tables-server/tables-server';
import { teamsPerson } from '../fixtures/teams-person';
import { comingProgramme, walkToSummary } from '../playing/visit-walk';
import { startProductionPlaces } from './production-places';

/** The button of this verb that is about something. */
const about =
  (verb: string, data: string) =>
  (action: { readonly verb?: unknown; readonly data?: unknown }): boolean =>
    action.verb === verb && JSON.stringify(action.data).includes(data);

/** Of Node 22 and later; the types are those of 20. */
const { enableCompileCache } = module as { readonly enableCompileCache?: unknown };

// What the image holds, made as the Dockerfile makes it, in a folder with no packages anywhere above it.
let folder: string;
let azurite: Azurite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  execFileSync(process.execPath, [join(ROOT, 'tools/bundle.js'), join(folder, 'app')]);
  azurite = await startAzurite();
}, 120_000);

afterAll(async () => {
  await azurite.close();
  rmSync(folder, { recursive: true, force: true });
});

const environment = () => ({
  PATH: process.env.PATH,
  BOT_MODE: 'local',
  PORT: '3000',
  LOCAL_MAIL_FOLDER: join(folder, 'mail'),
  LOCAL_MIRROR_FOLDER: join(folder, 'mirror'),
  AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
});

describe('the bundle', () => {
  it('starts where nothing else is installed, is ready, and ends when it is told to', async () => {
    const bot = startBundle();
    try {
      const { url, processes } = await started(bot);
      const answer = await fetch(`${url}/readyz`);
      expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
      expect(processes).toEqual(readdirSync(PROCESSES));
    } finally {
      bot.kill('SIGTERM');
    }
    const [code] = await once(bot, 'exit');
    expect(code).toBe(0);
  }, 60_000);

  it('takes a walk from the first words to what the unit is told, and reaches nothing that was left out', async () => {
    const [bot, connector] = [startBundle(), await startConnector()];
    const said = linesOf(bot);
    try {
      const { url } = await started(bot);
      const person = teamsPerson({
        bot: url,
        connector,
        name: 'Aino Esimerkki',
        aadObjectId: 'a1a1a1a1-0000-4000-8000-000000000001',
        tenantId: '5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10',
      });
      await walkToSummary(person, { programme: comingProgramme() });
      await person.press('submit');
      await connector.waitFor(({ method }) => method === 'PUT');
      expect(person.texts()).toContain('Recorded');
      expect(said.filter((line) => line.includes('"level":50'))).toEqual([]);
    } finally {
      bot.kill('SIGTERM');
      await Promise.all([once(bot, 'exit'), connector.close()]);
    }
  }, 60_000);

  it('does the same in production, past mail and list by Graph, managed identity and telemetry', async () => {
    const [places, storage] = await Promise.all([startProductionPlaces(), startTablesServer()]);
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, places.monitor.authority);
    const env = {
      ...places.environment,
      PATH: process.env.PATH,
      AZURE_STORAGE_CONNECTION_STRING: storage.connectionString,
      NODE_EXTRA_CA_CERTS: authority,
    };
    const provisioning = spawn(process.execPath, ['command-line.js', 'mirror', 'provision'], {
      cwd: join(folder, 'app'),
      env,
      stdio: 'ignore',
    });
    expect(await once(provisioning, 'exit')).toEqual([0, null]);
    const bot = startBundle(env);
    const said = linesOf(bot);
    const delivered = [/"delivery.sent".*\.mail"/, /"delivery.sent".*\.line[^"]*\.sharepoint"/].map((line) =>
      says(bot, line),
    );
    try {
      const { url } = await started(bot);
      // No unit's mail goes out before the team has confirmed where its own goes.
      const kaisa = places.person('Kaisa Keksitty', url);
      await kaisa.says('before you begin');
      await kaisa.press(about('before-you-begin', '"list":"units"'));
      await kaisa.press(about('directory-check', '"id":"international-affairs"'));
      const person = places.person('Aino Esimerkki', url);
      await walkToSummary(person, { programme: comingProgramme() });
      await person.press('submit');
      await Promise.all(delivered);
      expect(person.texts()).toContain('Recorded');
    } finally {
      bot.kill('SIGTERM');
      await once(bot, 'exit');
      await Promise.all([places.close(), storage.close()]);
    }
    const { graph, connector, monitor, tokensFor } = places;
    expect(said.filter((line) => line.includes('"level":50'))).toEqual([]);
    expect([...graph.violations, ...connector.violations]).toEqual([]);
    expect([...tokensFor].sort()).toEqual(['api.botframework.com', 'graph.microsoft.com', 'monitor.azure.com']);
    expect(graph.mailbox.sent.length).toBeGreaterThan(0);
    expect(graph.site.written.created).toBe(1);
    expect(monitor.received.map(({ data }) => data.baseData.message)).toContain('bot.started');
  }, 60_000);

  it('has been compiled where Node keeps that, and only reads what was kept', async () => {
    const kept = () =>
      readdirSync(join(folder, 'app/compiled'), { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => statSync(join(file.parentPath, file.name)))
        .map(({ mode, size, mtimeMs }) => [(mode & 0o777).toString(8), size > 1_000_000, mtimeMs] as const);
    const before = kept();
    // Whoever runs it need not be who made it.
    expect(before.map(([mode, isWhole]) => [mode, isWhole])).toEqual(enableCompileCache ? [['644', true]] : []);
    const { stderr } = spawnSync(process.execPath, ['index.js'], {
      cwd: join(folder, 'app'),
      env: { NODE_DEBUG_NATIVE: 'COMPILE_CACHE' },
      encoding: 'utf8',
    });
    expect(stderr.includes('was accepted')).toBe(enableCompileCache !== undefined);
    expect(kept()).toEqual(before);
  });

  it('runs where it was not compiled', () => {
    const copy = join(folder, 'copy');
    cpSync(join(folder, 'app'), copy, { recursive: true });
    rmSync(join(copy, 'compiled'), { recursive: true });
    const { stderr } = spawnSync(process.execPath, ['index.js'], { cwd: copy, env: {}, encoding: 'utf8' });
    expect(stderr).toContain('AZURE_STORAGE_CONNECTION_STRING');
    expect(existsSync(join(copy, 'compiled'))).toBe(false);
    rmSync(copy, { recursive: true });
  });

  it('has the commands of the operator, too', () => {
    const { status, stdout } = spawnSync(process.execPath, ['command-line.js', 'register', 'rebuild'], {
      cwd: join(folder, 'app'),
      env: environment(),
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/: \d+\./)]);
  }, 60_000);

  it('brings the licences of what is inside', () => {
    const licences = readFileSync(join(folder, 'app/LICENCES.txt'), 'utf8');
    expect(licences).toContain(readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
    for (const name of ['botbuilder 4', 'fastify 5', '@azure/data-tables 13', 'date-holidays 3']) {
      expect(licences).toContain(`\n${name}`);
    }
    expect(licences).not.toContain('@swc/core');
  });
});

function startBundle(env: NodeJS.ProcessEnv = environment()): ChildProcess {
  return spawn(process.execPath, ['index.js'], {
    cwd: join(folder, 'app'),
    env: { ...env, PORT: String(10_000 + Math.floor(Math.random() * 10_000)) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves when it says such a line. */
function says(bot: ChildProcess, expected: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    if (bot.stdout) createInterface(bot.stdout).on('line', (line) => expected.test(line) && resolve());
    bot.once('exit', () => reject(new Error(`The bundle ended, and said nothing like ${expected}.`)));
  });
}

/** All that it says, as it comes. */
function linesOf(bot: ChildProcess): readonly string[] {
  const said: string[] = [];
  for (const stream of [bot.stdout, bot.stderr]) {
    if (stream) createInterface(stream).on('line', (line) => said.push(line));
  }
  return said;
}

/** What the bot logs when it listens; rejects with what it said when it ended instead. */
function started(bot: ChildProcess): Promise<{ readonly url: string; readonly processes: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    for (const stream of [bot.stdout, bot.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        said.push(line);
        if (line.includes('"bot.started"')) resolve(JSON.parse(line));
      });
    }
    bot.once('exit', (code) => reject(new Error(`The bundle ended with ${code}:\n${said.join('\n')}`)));
  });
}

describe('the image', () => {
  const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  const ignore = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');

  it('copies files that there are, and that the build is given', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(copied.length).toBeGreaterThan(5);
    for (const name of copied) {
      expect([name, existsSync(join(ROOT, name))]).toEqual([name, true]);
      expect(ignore).toContain(`!${name}`);
    }
    expect(ignore).toContain('*');
  });

  it('is built on bytes that whoever releases has to name, in both stages', () => {
    expect(dockerfile).toContain('\nARG NODE_DIGEST\n');
    const from = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(from).toEqual(['${NODE}@${NODE_DIGEST}', '${NODE}@${NODE_DIGEST}']);
    expect(readFileSync(join(ROOT, 'docs/infrastructure.md'), 'utf8')).toContain(
      '--build-arg NODE_DIGEST=$node_digest',
    );
  });

  it('is bundled by the user and at the path that run it: for no other does Node take what V8 has made', () => {
    const [, build = '', runs = ''] = dockerfile.split(/^FROM .*$/m);
    const [, place] = /\nUSER node\n[\s\S]*\nRUN npm run bundle -- (\S+)\n/.exec(build) ?? [];
    expect(runs).toContain(`\nWORKDIR ${place}\n`);
    expect(runs).toContain(`--from=build --chown=root:root ${place} ${place}\n`);
  });

  it('runs the Node that the tests are run on, not as root', () => {
    const [, node] = /^ARG NODE=node:(\d+\.\d+\.\d+)-/m.exec(dockerfile) ?? [];
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toContain(`LTS=${node}\n`);
    expect(dockerfile).toMatch(/\nUSER node\n[\s\S]*\nCMD \["node", "index.js"\]\n$/);
  });
});
