import { rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { FAKE_BOT } from './fake-bot';
import { type LauncherProject, makeProject } from './launcher-project';

let project: LauncherProject;

afterEach(() => {
  expect(project.processes()).toEqual([]);
  project.remove();
});

describe('npm start that cannot go on: one sentence, code 1, and nothing left', () => {
  it('says that the bot broke, and stops the rest', async () => {
    project = await makeProject(FAKE_BOT);
    const launcher = project.start();
    await launcher.line(/^Open /);

    await fetch(`http://127.0.0.1:${project.portNumbers.bot}/break`).catch(() => undefined);

    const { code, stderr } = await launcher.ended;
    expect(code).toBe(1);
    expect(stderr).toBe(
      'Bot ended by itself (exit code 1), saying "Error: the fake bot broke" (its log is .local/logs/bot.log), ' +
        'so everything else was stopped: mend the cause and run "npm start" again.\n',
    );
    expect(await project.portsTaken()).toEqual([]);
  });

  it('says what is wrong with the Playground’s users', async () => {
    project = await makeProject(FAKE_BOT);
    writeFileSync(path.join(project.folder, '.m365agentsplayground.yml'), 'users: []\n');
    const { code, stderr } = await project.start().ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Agents Playground ended by itself \(exit code 1\), saying ".*ConfigFileParseError.*\n$/);
    expect(await project.portsTaken()).toEqual([]);
  });

  it('says which port is taken, and starts nothing', async () => {
    project = await makeProject(FAKE_BOT);
    const other = net.createServer();
    await new Promise<void>((resolve) => {
      other.listen(project.portNumbers.playground, '127.0.0.1', resolve);
    });
    const launcher = project.start();
    const { code, stdout, stderr } = await launcher.ended;
    other.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `Port ${project.portNumbers.playground} is taken by another program, so the Agents Playground cannot start: stop ` +
        'that program (an earlier "npm start", perhaps), or choose another port with PLAYGROUND_PORT=<port>.\n',
    );
  });

  it('says what the compiler found, and stops the rest', async () => {
    project = await makeProject('const broken = ;');
    const { code, stdout, stderr } = await project.start().ended;
    expect(code).toBe(1);
    expect(stdout).not.toContain('✓ Compiled');
    expect(stderr).toBe(
      'The bot could not be compiled: bot/index.js(1,16): error TS1109: Expression expected. (all of it is in ' +
        '.local/logs/build.log): mend it and run "npm start" again.\n',
    );
    expect(await project.portsTaken()).toEqual([]);
  });

  it('says that the Playground has no users', async () => {
    project = await makeProject(FAKE_BOT);
    rmSync(path.join(project.folder, '.m365agentsplayground.yml'));
    const { code, stdout, stderr } = await project.start().ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^\.m365agentsplayground\.yml is missing, so the Playground has no users: restore/);
    expect(stderr.split('\n')).toHaveLength(2);
  });
});
