import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { tableConnectionString } from '../../bot/local/azurite';
import { launch } from '../../bot/local/launch';
import { readLocalConfig } from '../../bot/local/local-config';
import { lineProgress } from '../../bot/local/progress';
import { FAKE_BOT } from './fake-bot';
import { type LauncherProject, makeProject } from './launcher-project';

let project: LauncherProject;

afterEach(() => {
  // A test that failed must not leave its processes to the next one.
  expect(project.processes()).toEqual([]);
  project.remove();
});

function tables(): TableClient {
  const connection = tableConnectionString(project.portNumbers.azurite);
  return TableClient.fromConnectionString(connection, 'kept', { allowInsecureConnection: true });
}

/** Whether somebody listens on a port at this machine's address in its network. Undefined when it has none. */
async function reachableFromOutside(port: number): Promise<boolean | undefined> {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  if (outside === undefined) return undefined;
  return new Promise((resolve) => {
    const socket = net.connect(port, outside.address);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });
}

/** The status of a GET with these headers; undefined where the connection is closed instead. */
function statusFor(port: number, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asked = http.get({ host: '127.0.0.1', port, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', () => resolve(undefined));
  });
}

describe('npm start', () => {
  it('brings everything up, stops all of it on Ctrl-C, and keeps the tables', async () => {
    project = await makeProject(FAKE_BOT);
    const first = project.start();

    await expect(first.line(/^Open /)).resolves.toBe(
      `Open http://127.0.0.1:${project.portNumbers.playground} in a browser. Ctrl-C stops everything.`,
    );
    await tables().createTable();
    await tables().createEntity({ partitionKey: 'a', rowKey: '1', word: 'written just before Ctrl-C' });
    first.signalGroup('SIGINT');
    await first.line(/^Stopping/);
    first.signalGroup('SIGINT');

    const { code, stdout, stderr } = await first.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^✓ Storage \(Azurite\) ready \d+\.\d s$/m);
    expect(stdout).toMatch(/^✓ Bot ready \d+\.\d s$/m);
    expect(stdout).toMatch(/^✓ Agents Playground ready \d+\.\d s$/m);
    expect(stdout).toMatch(
      /in a browser.*\nStopping …\nEverything is stopped; the tables are kept in .local\/azurite.\n$/,
    );
    expect(project.processes()).toEqual([]);
    expect(await project.portsTaken()).toEqual([]);
    const log = readFileSync(path.join(project.folder, '.local', 'logs', 'bot.log'), 'utf8');
    expect(log).toBe('at my end {"playground":false,"azurite":true}\n');

    const second = project.start();
    await second.line(/^Open /);
    expect(await tables().getEntity('a', '1')).toMatchObject({ word: 'written just before Ctrl-C' });
    second.signal('SIGTERM');
    expect((await second.ended).code).toBe(0);
    expect(await project.portsTaken()).toEqual([]);
    expect(existsSync(path.join(project.folder, 'devTools'))).toBe(false);
  });

  it('shows the invented users, gives the bot its environment, and is not reachable from the network', async () => {
    project = await makeProject(FAKE_BOT);
    const launcher = project.start();
    await launcher.line(/^Open /);
    const { bot, playground, azurite } = project.portNumbers;

    const config = await (await fetch(`http://127.0.0.1:${playground}/_internal/v1/config`)).json();
    expect(JSON.stringify(config)).toContain('Aino Esimerkki');
    const environment = await (await fetch(`http://127.0.0.1:${bot}/env`)).json();
    expect(environment).toMatchObject({
      BOT_MODE: 'local',
      PORT: String(bot),
      AZURE_STORAGE_CONNECTION_STRING: tableConnectionString(azurite),
    });
    for (const port of Object.values(project.portNumbers)) expect(await reachableFromOutside(port)).not.toBe(true);
    for (const port of [playground, azurite]) {
      expect(await statusFor(port, { host: `localhost:${port}`, origin: `http://127.0.0.1:${port}` })).not.toBe(403);
      expect(await statusFor(port, { host: `rebound.example:${port}` })).toBe(403);
      expect(await statusFor(port, { origin: 'https://elsewhere.example' })).toBe(403);
      const upgrade = { connection: 'upgrade', upgrade: 'websocket' };
      expect([403, undefined]).toContain(await statusFor(port, { ...upgrade, host: 'rebound.example' }));
    }

    // Even a launcher that could not clean up leaves nobody behind.
    launcher.signal('SIGKILL');
    await launcher.ended;
    // A process that is just ending loses its command line before it gives back its port, so both are waited for.
    while (project.processes().length > 0 || (await project.portsTaken()).length > 0) await nextTurn();
  });

  it('can be stopped while it compiles, and before it does anything', async () => {
    project = await makeProject(FAKE_BOT);
    const launcher = project.start();
    await launcher.line(/^Compiling/);
    launcher.signal('SIGINT');
    expect(await launcher.ended).toMatchObject({ code: 0, stderr: '' });
    expect(project.processes()).toEqual([]);

    const said: string[] = [];
    const { bot, playground, azurite } = project.portNumbers;
    const env = { PORT: `${bot}`, PLAYGROUND_PORT: `${playground}`, AZURITE_TABLE_PORT: `${azurite}` };
    const config = readLocalConfig(env, project.folder);
    await launch({ config, progress: lineProgress((line) => said.push(line)), stop: AbortSignal.abort() });
    expect(said).toEqual(['Stopping …\n', 'Everything is stopped; the tables are kept in .local/azurite.\n']);
  });

  it('can be stopped while it starts', async () => {
    project = await makeProject('setInterval(() => undefined, 1000);');
    const launcher = project.start();
    await launcher.line(/^✓ Storage/);
    launcher.signal('SIGINT');
    expect(await launcher.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await project.portsTaken()).toEqual([]);
  });
});
