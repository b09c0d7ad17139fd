import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../bot/config';
import { ROOT } from '../fixtures/root';
import { type BicepFile, bicepReader, type ReadBicep, valuesIn } from './bicep';

const INFRA = join(ROOT, 'infra');
const source = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const named = (folder: string, ending: string) =>
  readdirSync(join(INFRA, folder)).filter((name) => name.endsWith(ending));

const BICEP = ['main.bicep', ...named('modules', '.bicep').map((name) => `modules/${name}`)];
const ENVIRONMENTS = ['dev', 'test', 'prod'];
const QUERIES = named('queries', '.kql');

let read: ReadBicep;
let main: BicepFile;
const moduleOf = (name: string) => read(`modules/${name}.bicep`);

beforeAll(async () => {
  read = await bicepReader();
  main = read('main.bicep');
});

describe.each(BICEP)('%s', (path) => {
  it('is Bicep, as far as the grammar knows', () => {
    expect(read(path).mistakes).toEqual([]);
  });

  it('uses every name that it declares, and no other', () => {
    const { declared, used, parameters, modules } = read(path);
    expect(used.filter((name) => ![...declared, 'az'].includes(name))).toEqual([]);
    const values = [...parameters.map(({ name }) => name), ...modules.map(({ name }) => name)];
    // A module that gives nothing back is used by being there.
    const silent = modules.filter((one) => read(one.path).outputs.length === 0).map(({ name }) => name);
    expect(values.filter((name) => !used.includes(name) && !silent.includes(name))).toEqual([]);
  });

  it('pins released versions of every type', () => {
    const versions = read(path).resources.filter((resource) => resource.includes('/'));
    expect(versions.filter((resource) => !/^Microsoft\.[\w/]+@\d{4}-\d{2}-\d{2}(-preview)?$/.test(resource))).toEqual(
      [],
    );
    // Diagnostic settings have never had a version that was not called a preview.
    expect(versions.filter((one) => one.endsWith('-preview') && !one.includes('/diagnosticSettings@'))).toEqual([]);
  });

  it('asks for no key and holds no secret', () => {
    expect(read(path).text).not.toMatch(/list(Keys|Credentials|Secrets|AccountSas)\(|AccountKey|sharedKey:|password/i);
  });
});

describe('main.bicep', () => {
  it('gives each module what it requires, and nothing that it does not know', () => {
    const wrong = main.modules.flatMap(({ name, path, given }) => {
      const { parameters } = read(path);
      const missing = parameters.filter((one) => one.required && !given.includes(one.name)).map((one) => one.name);
      const unknown = given.filter((one) => !parameters.some((parameter) => parameter.name === one));
      return [...missing.map((one) => `${name} lacks ${one}`), ...unknown.map((one) => `${name} knows no ${one}`)];
    });
    expect(wrong).toEqual([]);
  });

  it('uses every module file', () => {
    expect(main.modules.map(({ path }) => path).sort()).toEqual(BICEP.filter((path) => path !== 'main.bicep').sort());
  });

  it('reads outputs that there are', () => {
    const there = main.modules.flatMap(({ name, path }) => read(path).outputs.map((output) => `${name}.${output}`));
    expect(main.outputsUsed.filter((output) => !there.includes(output))).toEqual([]);
  });
});

describe.each(ENVIRONMENTS)('parameters/%s.bicepparam', (environment) => {
  const file = `${environment}.bicepparam`;

  it('is Bicep, as far as the grammar knows, and for main.bicep', () => {
    const { mistakes, text } = read(`parameters/${file}`);
    expect(mistakes).toEqual([]);
    expect(text).toContain("using '../main.bicep'");
  });

  it('gives everything that is required, and nothing unknown', () => {
    const given = [...valuesIn(file).keys()];
    const known = main.parameters.map(({ name }) => name);
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
    expect(main.parameters.filter(({ name, required }) => required && !given.includes(name))).toEqual([]);
  });

  it('chooses among what is allowed', () => {
    const values = valuesIn(file);
    const choices = main.parameters.flatMap(({ name, allowed }) =>
      allowed ? [{ value: values.get(name), allowed }] : [],
    );
    expect(choices.length).toBeGreaterThan(3);
    for (const { value, allowed } of choices) expect([undefined, ...allowed]).toContain(value);
    expect(values.get('environment')).toBe(`'${environment}'`);
  });

  it('names nobody: what belongs to the tenant comes from whoever deploys', () => {
    expect(read(`parameters/${file}`).text).not.toMatch(/@\w|[0-9a-f]{8}-[0-9a-f]{4}-/i);
  });
});

describe('production', () => {
  const values = valuesIn('prod.bicepparam');

  it('has two instances at least, copies in another zone or region, a lock, and alerts', () => {
    expect(Number(/least: (\d+)/.exec(values.get('instances') ?? '')?.[1])).toBeGreaterThanOrEqual(2);
    expect(values.get('storageRedundancy')).toMatch(/ZRS|GRS/);
    expect(values.get('lockData')).toBe('true');
    expect(values.get('alertsEnabled')).toBe('true');
  });
});

describe('the settings of the host', () => {
  /** What production does without: a secret, certificate or key, another address to listen on, telemetry on the console. */
  const NOT_HERE =
    /^(HOST|MicrosoftAppPassword(File)?|MicrosoftAppCertificate(Key)?File|AZURE_STORAGE_CONNECTION_STRING|TELEMETRY)$/;
  const SITE = 'espoo.sharepoint.com,00000000-0000-4000-8000-000000000001,00000000-0000-4000-8000-000000000002';
  const SAMPLES: Readonly<Record<string, string>> = {
    BOT_MODE: 'production',
    PORT: '3978',
    LOG_LEVEL: 'info',
    AZURE_TABLES_ENDPOINT: 'https://sample.table.core.windows.net/',
    MicrosoftAppId: '00000000-0000-4000-8000-000000000003',
    MicrosoftAppTenantId: '00000000-0000-4000-8000-000000000004',
    BOT_CREDENTIAL: 'managed-identity',
    ALLOWED_SERVICE_HOSTS: 'smba.example.com',
    GRAPH_MAILBOX: 'international@espoo.example',
    TEAMS_CATALOG_APP_ID: '00000000-0000-4000-8000-000000000005',
    SHAREPOINT_SITE_ID: SITE,
    SHAREPOINT_LIST: 'Kansainväliset asiat',
    SHAREPOINT_LIBRARY: 'https://espoo.sharepoint.com/sites/kv/Asiakirjat',
    ALLOW_GUESTS: 'false',
    FIRST_COORDINATOR: '00000000-0000-4000-8000-000000000006 Kaisa Keksitty',
    APPLICATIONINSIGHTS_CONNECTION_STRING:
      'InstrumentationKey=sample;IngestionEndpoint=https://sample.applicationinsights.azure.com/',
  };

  it('are exactly those that bot/config.ts reads', () => {
    const asked = new Set<string>();
    const env = new Proxy(SAMPLES, {
      get(samples, name) {
        asked.add(String(name));
        return Reflect.get(samples, name);
      },
    });
    readConfig(env, () => '');
    const given = main.keysOf('settings');
    expect(given.filter((name) => !asked.has(name))).toEqual([]);
    expect([...asked].filter((name) => !given.includes(name) && !NOT_HERE.test(name))).toEqual([]);
  });

  it('say yes and no as bot/config.ts does, and not as Bicep would', () => {
    expect(main.text).toContain("ALLOW_GUESTS: allowGuests ? 'true' : 'false'");
    expect(main.text).not.toContain('string(allowGuests)');
  });
});

describe('storage', () => {
  it('knows no keys and is not on the internet', () => {
    const { text } = moduleOf('storage');
    expect(text).toContain('allowSharedKeyAccess: false');
    expect(text).toContain("publicNetworkAccess: 'Disabled'");
    expect(text).toContain("groupIds: ['table']");
  });

  it('has the tables that the bot opens', () => {
    const opened = [...source('bot/adapters/tables/tables.ts').matchAll(/\btable\('(\w+)'\)/g)].map(([, name]) => name);
    const [, made = ''] = /var tableNames = \[(.*)\]/.exec(moduleOf('storage').text) ?? [];
    expect(opened.length).toBeGreaterThan(0);
    expect(made.match(/\w+/g)?.sort()).toEqual(opened.sort());
  });
});

describe('the host', () => {
  it('is asked at paths that the bot answers', () => {
    const answered = source('bot/adapters/teams/http-server.ts');
    const asked = [...moduleOf('host').text.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
    expect(new Set(asked)).toEqual(new Set(['/healthz', '/readyz']));
    for (const path of asked) expect(answered).toContain(`server.get('${path}'`);
    expect(answered).toContain("server.post('/api/messages'");
    expect(main.text).toContain('/api/messages');
  });

  it('is asked no more often in vain than Container Apps allows', () => {
    const failures = [...moduleOf('host').text.matchAll(/failureThreshold: (\d+)/g)].map(([, times]) => Number(times));
    expect(failures).toHaveLength(3);
    expect(Math.max(...failures)).toBeLessThanOrEqual(10);
  });
});

describe('the registration of the bot', () => {
  it('is proved by the identity, in Teams alone', () => {
    const { text, resources } = moduleOf('bot');
    expect(text).toContain("msaAppType: 'UserAssignedMSI'");
    expect(resources.filter((type) => type.includes('channels'))).toEqual(['channels']);
    expect(text).toContain("channelName: 'MsTeamsChannel'");
  });
});

describe('the alerts', () => {
  /** What telemetry reports; a query that asks for anything else would never answer. */
  const METRICS = ['outbox.oldest.age', 'outbox.entries', 'turn.duration', 'signin.refused'];

  it('load every query, and only such that there are', () => {
    const loaded = [...moduleOf('alerts').text.matchAll(/loadTextContent\('\.\.\/queries\/([^']+)'\)/g)];
    expect(loaded.map(([, name]) => name).sort()).toEqual([...QUERIES].sort());
  });

  it('ask for each metric that there is, and for errors', () => {
    const asked = QUERIES.flatMap((name) => [...source(`infra/queries/${name}`).matchAll(/name == "([^"]+)"/g)]);
    expect(new Set(asked.map(([, metric]) => metric))).toEqual(new Set(METRICS));
    expect(source('infra/queries/errors.kql')).toMatch(/exceptions[\s\S]*traces/);
  });

  it.each(QUERIES)('%s says first what it looks for, and answers only when somebody should look', (name) => {
    expect(source(`infra/queries/${name}`)).toMatch(/^\/\/ \S[\s\S]*\n\| where [^\n]+\n$/);
  });
});

describe('the workbook', () => {
  const page: { items: { name: string; content: { query?: string } }[] } = JSON.parse(source('infra/workbook.json'));
  const queries = page.items.flatMap(({ content }) => content.query ?? []);
  const telemetry =
    source('bot/adapters/telemetry/open-telemetry.ts') + source('bot/adapters/telemetry/observe-outbox.ts');

  it('is what its module deploys', () => {
    expect(moduleOf('workbook').text).toContain("loadTextContent('../workbook.json')");
  });

  it('shows every metric that the bot sends, and asks for no other', () => {
    const timed = [...telemetry.matchAll(/^ {2}(\w+): SpanKind/gm)].map(([, what]) => `${what}.duration`);
    const others = [...telemetry.matchAll(/'((?:signin|case|outbox)\.[a-z.]+)'/g)].map(([, name]) => name);
    const asked = queries.flatMap((query) => [...query.matchAll(/name == "([^"]+)"/g)].map(([, name]) => name));
    expect(timed.length).toBeGreaterThan(2);
    expect(new Set(asked)).toEqual(new Set([...timed, ...others]));
  });

  it('reads dimensions under the names that the bot gives them', () => {
    const given = [
      'bot/router.ts',
      'bot/worker.ts',
      'bot/adapters/tables/table-client.ts',
      'bot/features/submit-draft.ts',
    ]
      .concat(['bot/features/act-on-case.ts', 'bot/adapters/teams/http-server.ts'])
      .map(source)
      .concat(telemetry)
      .join('\n');
    for (const query of queries) {
      const [, metric = ''] = /name == "([^"]+)"/.exec(query) ?? [];
      for (const [, dimension] of query.matchAll(/customDimensions\["(\w+)"\]/g)) {
        expect([metric, given.match(new RegExp(`[{ ,]${dimension}\\b[:, }]`))?.length]).toEqual([metric, 1]);
      }
    }
  });

  it('opens and closes what it writes, and uses names that it made', () => {
    for (const query of queries) {
      const count = (mark: RegExp) => query.match(mark)?.length ?? 0;
      expect([query, count(/\(/g)]).toEqual([query, count(/\)/g)]);
      expect([query, count(/"/g) % 2]).toEqual([query, 0]);
      const made = [...query.matchAll(/(\w+) = /g)].map(([, name]) => name);
      const [, by = ''] = / by (.*)$/m.exec(query.replace(/order by.*$/m, '')) ?? [];
      const grouped = by.split(', ').filter((name) => /^\w+$/.test(name));
      expect(grouped.filter((name) => !made.includes(name))).toEqual([]);
    }
  });
});
