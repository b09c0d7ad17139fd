import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLocalConfig } from '../../bot/local/local-config';
import { readConfig } from '../../bot/settings/config';
import { ROOT } from '../fixtures/root';
import { loggedEvents, namesInTable } from './sources';

const RUNBOOK = 'docs/operate.md';
const runbook = readFileSync(join(ROOT, RUNBOOK), 'utf8');

const GUID = '00000000-0000-4000-8000-000000000003';
const PRODUCTION = {
  BOT_MODE: 'production',
  MicrosoftAppId: GUID,
  MicrosoftAppTenantId: GUID,
  AZURE_TABLES_ENDPOINT: 'https://sample.table.core.windows.net/',
  SHAREPOINT_SITE_ID: `espoo.sharepoint.com,${GUID},${GUID}`,
  SHAREPOINT_LIBRARY: 'https://espoo.sharepoint.com/sites/kv/Asiakirjat',
};
/** Between them they come past every setting. */
const ENVIRONMENTS: readonly Readonly<Record<string, string>>[] = [
  { BOT_MODE: 'local', AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
  { ...PRODUCTION, BOT_CREDENTIAL: 'managed-identity' },
  { ...PRODUCTION, BOT_CREDENTIAL: 'secret', MicrosoftAppPasswordFile: 'secret' },
  {
    ...PRODUCTION,
    BOT_CREDENTIAL: 'certificate',
    MicrosoftAppCertificateFile: 'certificate',
    MicrosoftAppCertificateKeyFile: 'key',
  },
];
const FILES: Readonly<Record<string, string>> = {
  secret: 'a secret',
  certificate: '-----BEGIN CERTIFICATE-----',
  key: '-----BEGIN PRIVATE KEY-----',
};

/** The names that somebody asks an environment for. */
function asked(
  env: Readonly<Record<string, string>>,
  use: (env: Readonly<Record<string, string>>) => unknown,
): string[] {
  const names: string[] = [];
  use(
    new Proxy(env, {
      get(values, name) {
        names.push(String(name));
        return Reflect.get(values, name);
      },
    }),
  );
  return names;
}

it('the table of settings has every setting that is read, and no other', () => {
  const read = ENVIRONMENTS.flatMap((env) => asked(env, (seen) => readConfig(seen, (path) => FILES[path] ?? '')));
  const launched = asked({}, (seen) => readLocalConfig(seen, ROOT));
  expect(new Set(namesInTable(RUNBOOK, '## Settings'))).toEqual(new Set([...read, ...launched]));
});

it('the table of events has every event that the log can hold, and no other', () => {
  const logged = [...loggedEvents()].sort();
  expect(logged.length).toBeGreaterThan(50);
  expect([...namesInTable(RUNBOOK, '## Events in the log')].sort()).toEqual(logged);
});

it('the table of alerts has every alert that is deployed', () => {
  const deployed = [
    ...readFileSync(join(ROOT, 'infra/modules/alerts.bicep'), 'utf8').matchAll(/^ {4}name: '([a-z-]+)'$/gm),
  ];
  expect([...namesInTable(RUNBOOK, '## Alerts')].sort()).toEqual(deployed.map(([, name]) => name).sort());
});

it('every npm command that it names is there', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const named = [...runbook.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
