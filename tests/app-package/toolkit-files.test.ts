/** The files that the Microsoft 365 Agents Toolkit and VS Code read: that what one names, the other has. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { environmentsIn } from '../../appPackage/packaging/environment';
import { placeholdersIn } from '../../appPackage/packaging/placeholders';
import { LANGUAGES } from '../../bot/domain/language/language';
import { lineProgress } from '../../bot/local/progress';
import { readConfig } from '../../bot/settings/config';
import { isObject, objectsIn } from '../fixtures/json';
import { validatePublished } from '../fixtures/published-schemas';
import { ROOT } from '../fixtures/root';
import { lockedPackages, manifest as npm } from '../supply-chain/packages';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const readJson = (path: string) => JSON.parse(read(path));

/** Which file the Toolkit reads for which environments. */
const PROJECTS: Readonly<Record<string, readonly string[]>> = {
  'm365agents.yml': ['dev', 'test', 'prod'],
  'm365agents.local.yml': ['local'],
  'm365agents.playground.yml': ['playground'],
};
const files = Object.keys(PROJECTS);
const environments = environmentsIn(join(ROOT, 'env'));
const variablesOf = (environment: string) => parseEnv(read(`env/.env.${environment}`));

const actionsOf = (file: string) => {
  const { provision, deploy, publish } = parse(read(file));
  return [provision, deploy, publish].flatMap(objectsIn);
};
const tasks = objectsIn(readJson('.vscode/tasks.json').tasks);
const launch = readJson('.vscode/launch.json');
const scripts = Object.keys((npm as unknown as { scripts: object }).scripts);

/** The npm scripts that a text runs. */
const scriptsIn = (text: string) => [
  ...[...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name),
  ...[...text.matchAll(/\bnpm (start|test)\b/g)].map(([, name = '']) => name),
];

describe('the project files of the Agents Toolkit', () => {
  it('are all that there are, one for each environment', () => {
    expect(
      readdirSync(ROOT)
        .filter((name) => /^m365agents.*\.yml$/.test(name))
        .sort(),
    ).toEqual([...files].sort());
    expect(Object.values(PROJECTS).flat().sort()).toEqual(environments);
  });

  it.each(files)('%s runs scripts that there are', (file) => {
    for (const { uses, with: given } of actionsOf(file).filter(({ uses }) => uses === 'cli/runNpmCommand')) {
      const { args } = given as { args: string };
      expect([uses, args, args === 'ci' || scriptsIn(`npm ${args}`).some((name) => scripts.includes(name))]).toEqual([
        uses,
        args,
        true,
      ]);
    }
  });

  it.each(files)('%s uses variables that an environment declares, or an action before has written', (file) => {
    for (const environment of PROJECTS[file] ?? []) {
      const declared = Object.keys(variablesOf(environment));
      const written = new Set<string>();
      const unknown = actionsOf(file).flatMap((action) => {
        const used = placeholdersIn(action).filter((name) => !declared.includes(name) && !written.has(name));
        for (const name of writtenBy(action)) written.add(name);
        return used.map((name) => `${environment}: ${name} in ${action.uses}`);
      });
      expect(unknown).toEqual([]);
    }
  });

  it.each(files)('%s writes to variables that its environments declare, or keep secret', (file) => {
    for (const environment of PROJECTS[file] ?? []) {
      const kept = actionsOf(file)
        .flatMap(writtenBy)
        .filter((name) => !name.startsWith('SECRET_'));
      expect(kept.filter((name) => !(name in variablesOf(environment)))).toEqual([]);
    }
  });

  it.each(files)('%s hands over the package that our command makes', (file) => {
    for (const { with: given } of actionsOf(file)) {
      const path = isObject(given) ? given.appPackagePath : undefined;
      if (path === undefined) continue;
      const made = (PROJECTS[file] ?? []).map((environment) => `./appPackage/build/appPackage.${environment}.zip`);
      const named = (PROJECTS[file] ?? []).map((environment) => String(path).replace('${{TEAMSFX_ENV}}', environment));
      expect(named).toEqual(made);
    }
  });
});

/** The variables that an action writes into the environment's file. */
function writtenBy({ writeToEnvironmentFile }: Readonly<Record<string, unknown>>): readonly string[] {
  return isObject(writeToEnvironmentFile) ? Object.values(writeToEnvironmentFile).map(String) : [];
}

describe('the schema of the Agents Toolkit', () => {
  it.each(files)('takes %s', (file) => {
    expect(validatePublished('m365agents-yml', parse(read(file)))).toEqual([]);
  });

  it('refuses an action that nobody knows', () => {
    expect(validatePublished('m365agents-yml', { version: 'v1.13', deploy: [{ uses: 'teamsApp/send' }] })).not.toEqual(
      [],
    );
  });
});

describe('the environments', () => {
  const inThePackage = placeholdersIn(
    ['manifest', ...LANGUAGES].map((name) => readJson(`bot/city/espoo/app/${name}.json`)),
  );

  it.each(environments)('%s declares what the package asks for, and says which it is', (environment) => {
    const variables = variablesOf(environment);
    expect(inThePackage.filter((name) => name !== 'APP_VERSION' && !(name in variables))).toEqual([]);
    expect(variables.TEAMSFX_ENV).toBe(environment);
  });

  it.each(environments)('%s declares nothing that nobody uses', (environment) => {
    const [file = ''] = files.filter((name) => PROJECTS[name]?.includes(environment));
    const used = [
      ...inThePackage,
      ...placeholdersIn(actionsOf(file)),
      ...actionsOf(file).flatMap(writtenBy),
      'TEAMSFX_ENV',
    ];
    expect(Object.keys(variablesOf(environment)).filter((name) => !used.includes(name))).toEqual([]);
  });

  it('hold no secret, and git does not know where secrets go', () => {
    for (const environment of environments) {
      const suspect = Object.entries(variablesOf(environment)).filter(
        ([name, value]) => /^SECRET_|PASSWORD|KEY|TOKEN/.test(name) || /[A-Za-z0-9+/~_.-]{40,}/.test(value ?? ''),
      );
      expect(suspect).toEqual([]);
    }
    const ignored = read('.gitignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['env/.env.*.user', '.local/', 'appPackage/build/']));
  });
});

describe('VS Code', () => {
  const labels = tasks.map(({ label }) => label);

  it('has each task once, and every task that another or a start names', () => {
    expect(new Set(labels).size).toBe(labels.length);
    const starts = [...objectsIn(launch.configurations), ...objectsIn(launch.compounds)];
    const named = [
      ...starts.map(({ preLaunchTask }) => preLaunchTask),
      ...tasks.flatMap(({ dependsOn }) => dependsOn ?? []),
    ];
    expect(named.filter((label) => label !== undefined && !labels.includes(label))).toEqual([]);
  });

  it('has every start that a compound or an end names', () => {
    const names = objectsIn(launch.configurations).map(({ name }) => name);
    const named = [...objectsIn(launch.compounds), ...objectsIn(launch.configurations)].flatMap(
      ({ configurations, cascadeTerminateToConfigurations }) =>
        [configurations, cascadeTerminateToConfigurations].flat(),
    );
    expect(named.filter((name) => name !== undefined && !names.includes(name))).toEqual([]);
  });

  it('begins in the Playground on F5: the first start needs neither an account nor an extension', () => {
    const [first] = objectsIn(launch.configurations);
    expect(first).toMatchObject({ type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['start'] });
    const before = tasks.find(({ label }) => label === first?.preLaunchTask);
    expect(before).toMatchObject({ type: 'shell' });
    const ready = first?.serverReadyAction;
    const said: string[] = [];
    lineProgress((line) => said.push(line)).open('http://127.0.0.1:3979');
    expect(new RegExp(isObject(ready) ? String(ready.pattern) : 'none').exec(said.join(''))?.[1]).toBe(
      'http://127.0.0.1:3979',
    );
  });

  it('runs scripts, programs and environments that there are', () => {
    const ran = tasks.flatMap(({ type, script, command }) =>
      type === 'npm' ? [String(script)] : scriptsIn(String(command)),
    );
    expect(ran.filter((name) => !scripts.includes(name))).toEqual([]);
    expect(lockedPackages.map(({ name }) => name)).toContain('azurite');
    expect(existsSync(join(ROOT, 'node_modules/.bin/azurite-table'))).toBe(true);
    const teamsfx = tasks.filter(({ type }) => type === 'teamsfx').map(({ args }) => (args as { env?: string }).env);
    expect(teamsfx.filter((name) => name !== undefined && !environments.includes(name))).toEqual([]);
    const [choice] = objectsIn(readJson('.vscode/tasks.json').inputs);
    expect([choice?.options].flat().sort()).toEqual(environments);
  });

  it('hands the tunnel over in variables that the environment has, and the bot what the Toolkit wrote', () => {
    const tunnel = tasks.find(({ command }) => command === 'debug-start-local-tunnel')?.args as {
      ports: { writeToEnvironmentFile: object }[];
    };
    const written = tunnel.ports.flatMap(({ writeToEnvironmentFile }) => Object.values(writeToEnvironmentFile));
    expect(written.filter((name) => !(name in variablesOf('local')))).toEqual([]);
    const target = actionsOf('m365agents.local.yml').map(({ with: given }) =>
      isObject(given) ? given.target : undefined,
    );
    const files = objectsIn(launch.configurations).flatMap(({ envFile }) =>
      envFile === undefined ? [] : [String(envFile)],
    );
    expect(files.map((file) => file.replace('${workspaceFolder}', '.'))).toEqual(
      target.filter((file) => file !== undefined),
    );
  });
});

describe("what the Toolkit writes for the bot on a developer's machine", () => {
  it('is what the bot starts with', () => {
    const [action] = actionsOf('m365agents.local.yml').filter(
      ({ uses }) => uses === 'file/createOrUpdateEnvironmentFile',
    );
    const envs = isObject(action?.with) && isObject(action.with.envs) ? action.with.envs : {};
    const id = '0d4f7b9e-105e-43f0-81a7-b424d8e9a612';
    const filled = Object.entries(envs).map(([name, value]) => [
      name,
      String(value).startsWith('$') ? id : String(value),
    ]);
    const config = readConfig(Object.fromEntries(filled), () => '');
    expect(config).toMatchObject({
      mode: 'production',
      host: '127.0.0.1',
      identity: { appId: id, credential: { kind: 'secret' } },
    });
    const tunnel = tasks.find(({ command }) => command === 'debug-start-local-tunnel')?.args;
    expect(tunnel).toMatchObject({ ports: [{ portNumber: config.port }] });
  });
});
