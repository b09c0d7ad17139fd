import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Azurite, startAzurite } from '../fixtures/azurite';
import { startConnector } from '../fixtures/connector/start-connector';
import { PROCESSES } from '../fixtures/model';
import { ROOT } from '../fixtures/root';
import { teamsPerson } from '../fixtures/teams-person';
import { comingProgramme, walkToSummary } from '../playing/visit-walk';

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

  it('is ASCII, as whoever runs it reads it', () => {
    for (const file of ['index.bundle.js', 'command-line.js']) {
      expect(readFileSync(join(folder, 'app', file)).every((byte) => byte < 0x80)).toBe(true);
    }
  });

  it('has been compiled, which this Node takes as it is', () => {
    const look = `
      const { readFileSync } = require('node:fs');
      const source = require('node:module').wrap(readFileSync('index.bundle.js', 'utf8'));
      const cachedData = readFileSync('index.bundle.js.compiled');
      console.log(new (require('node:vm').Script)(source, { cachedData }).cachedDataRejected);`;
    const { stdout } = spawnSync(process.execPath, ['-e', look], { cwd: join(folder, 'app'), encoding: 'utf8' });
    expect(stdout).toBe('false\n');
  });

  it.each([
    ['was compiled by another Node', (file: string) => writeFileSync(file, 'what another Node made')],
    ['was not compiled', (file: string) => rmSync(file)],
  ])('runs where it %s', (_how, change) => {
    const copy = join(folder, 'copy');
    cpSync(join(folder, 'app'), copy, { recursive: true });
    change(join(copy, 'index.bundle.js.compiled'));
    const { stderr } = spawnSync(process.execPath, ['index.js'], { cwd: copy, env: {}, encoding: 'utf8' });
    expect(stderr).toContain('AZURE_STORAGE_CONNECTION_STRING');
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

function startBundle(): ChildProcess {
  return spawn(process.execPath, ['index.js'], {
    cwd: join(folder, 'app'),
    env: { ...environment(), PORT: String(10_000 + Math.floor(Math.random() * 10_000)) },
    stdio: ['ignore', 'pipe', 'pipe'],
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

  it('runs the Node that the tests are run on, not as root', () => {
    const [, node] = /^ARG NODE=node:(\d+\.\d+\.\d+)-/m.exec(dockerfile) ?? [];
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toContain(`LTS=${node}\n`);
    expect(dockerfile).toMatch(/\nUSER node\n[\s\S]*\nCMD \["node", "index.js"\]\n$/);
  });
});
