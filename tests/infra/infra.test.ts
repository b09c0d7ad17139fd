import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../bot/settings/config';
import { ROOT } from '../fixtures/root';
import { BICEP_FILES, filesIn, keysOf, PARAMETER_FILES, readInfra, resourcesIn, valuesIn } from './bicep';
import { findingsIn } from './findings';

const source = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const main = readInfra('main.bicep');
const moduleOf = (name: string) => readInfra(`modules/${name}.bicep`);
const QUERIES = filesIn('queries', '.kql');

describe.each(BICEP_FILES)('%s', (path) => {
  it('asks for no preview of a type, of which something may change', () => {
    const previews = resourcesIn(readInfra(path)).filter((resource) => resource.endsWith('-preview'));
    // Diagnostic settings have never had a version that was not called a preview.
    expect(previews.filter((one) => !one.includes('/diagnosticSettings@'))).toEqual([]);
  });

  it('asks for no key and holds no secret', () => {
    expect(readInfra(path)).not.toMatch(/list(Keys|Credentials|Secrets|AccountSas)\(|AccountKey|sharedKey:|password/i);
  });

  it('is deployed', () => {
    const modules = [...main.matchAll(/^module \w+ '([^']+)'/gm)].map(([, used]) => used);
    expect(['main.bicep', ...modules]).toContain(path);
  });
});

describe.each(PARAMETER_FILES)('%s', (path) => {
  it('is for main.bicep, and for the environment that it is called after', () => {
    expect(readInfra(path)).toContain("using '../main.bicep'");
    expect(path).toBe(`parameters/${valuesIn(path).get('environment')?.replaceAll("'", '')}.bicepparam`);
  });

  it('names nobody: what belongs to the tenant comes from whoever deploys', () => {
    expect(readInfra(path)).not.toMatch(/@\w|[0-9a-f]{8}-[0-9a-f]{4}-/i);
  });
});

describe('production', () => {
  const values = valuesIn('parameters/prod.bicepparam');

  it('has two instances at least, copies in another zone or region, a lock, and alerts', () => {
    expect(Number(/least: (\d+)/.exec(values.get('instances') ?? '')?.[1])).toBeGreaterThanOrEqual(2);
    expect(values.get('storageRedundancy')).toMatch(/ZRS|GRS/);
    expect(values.get('lockData')).toBe('true');
    expect(values.get('alertsEnabled')).toBe('true');
  });

  it('keeps who read what, and has a ceiling for its logs', () => {
    expect(values.get('logReads')).toBe('true');
    expect(Number(values.get('logGigabytesPerDay'))).toBeLessThanOrEqual(5);
    expect(moduleOf('monitoring')).toContain('workspaceCapping: { dailyQuotaGb: logGigabytesPerDay }');
  });
});

describe('the settings of the host', () => {
  /** What production does without: a secret, certificate or key, another address to listen on, telemetry on the console; and an image has its city. */
  const NOT_HERE =
    /^(CITY_FOLDER|HOST|MicrosoftAppPassword(File)?|MicrosoftAppCertificate(Key)?File|AZURE_STORAGE_CONNECTION_STRING|TELEMETRY)$/;
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

  it('are exactly those that bot/settings/config.ts reads', () => {
    const asked = new Set<string>();
    const env = new Proxy(SAMPLES, {
      get(samples, name) {
        asked.add(String(name));
        return Reflect.get(samples, name);
      },
    });
    readConfig(env, () => '');
    const given = keysOf(main, 'settings');
    expect(given.filter((name) => !asked.has(name))).toEqual([]);
    expect([...asked].filter((name) => !given.includes(name) && !NOT_HERE.test(name))).toEqual([]);
  });

  it('say yes and no as bot/settings/config.ts does, and not as Bicep would', () => {
    expect(main).toContain("ALLOW_GUESTS: allowGuests ? 'true' : 'false'");
    expect(main).not.toContain('string(allowGuests)');
  });
});

describe('storage', () => {
  it('knows no keys and is not on the internet', () => {
    const text = moduleOf('storage');
    expect(text).toContain('allowSharedKeyAccess: false');
    expect(text).toContain("publicNetworkAccess: 'Disabled'");
    expect(text).toContain("groupIds: ['table']");
  });

  it('has the tables that the bot opens', () => {
    const opened = [...source('bot/adapters/tables/tables.ts').matchAll(/\btable\('(\w+)'\)/g)].map(([, name]) => name);
    const [, made = ''] = /var tableNames = \[(.*)\]/.exec(moduleOf('storage')) ?? [];
    expect(opened.length).toBeGreaterThan(0);
    expect(made.match(/\w+/g)?.sort()).toEqual(opened.sort());
  });
});

describe('the access log of storage', () => {
  it('goes where logs are kept, with every change of a table and every row that is taken away', () => {
    expect(moduleOf('storage')).toMatch(
      /diagnosticSettings@[\s\S]*scope: account::tableService[\s\S]*StorageRead[\s\S]*'StorageWrite', enabled: true[\s\S]*'StorageDelete', enabled: true/,
    );
  });
});

describe('the host', () => {
  it('is asked at paths that the bot answers', () => {
    const answered = source('bot/adapters/teams/server/http-server.ts');
    const asked = [...moduleOf('host').matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
    expect(new Set(asked)).toEqual(new Set(['/healthz', '/readyz']));
    for (const path of asked) expect(answered).toContain(`server.get('${path}'`);
    expect(answered).toContain("server.post('/api/messages'");
    expect(main).toContain('/api/messages');
  });

  it('is asked no more often in vain than Container Apps allows', () => {
    const failures = [...moduleOf('host').matchAll(/failureThreshold: (\d+)/g)].map(([, times]) => Number(times));
    expect(failures).toHaveLength(3);
    expect(Math.max(...failures)).toBeLessThanOrEqual(10);
  });
});

describe('the registration of the bot', () => {
  it('is proved by the identity, in Teams alone', () => {
    const text = moduleOf('bot');
    expect(text).toContain("msaAppType: 'UserAssignedMSI'");
    expect(text.match(/'channels'/g)).toHaveLength(1);
    expect(text).toContain("channelName: 'MsTeamsChannel'");
  });
});

describe('the alerts', () => {
  /** What telemetry reports; a query that asks for anything else would never answer. */
  const METRICS = ['outbox.oldest.age', 'outbox.entries', 'turn.duration', 'signin.refused'];

  it('load every query, and only such that there are', () => {
    const loaded = [...moduleOf('alerts').matchAll(/loadTextContent\('\.\.\/queries\/([^']+)'\)/g)];
    expect(loaded.map(([, name]) => name).sort()).toEqual([...QUERIES].sort());
  });

  it('ask for each metric that there is, and for errors', () => {
    const asked = QUERIES.flatMap((name) => [...source(`infra/queries/${name}`).matchAll(/name == "([^"]+)"/g)]);
    expect(new Set(asked.map(([, metric]) => metric))).toEqual(new Set(METRICS));
    expect(source('infra/queries/errors.kql')).toMatch(/exceptions[\s\S]*traces/);
  });

  it('tell of a single nightly job that failed, by the event that the bot logs for it', () => {
    const query = source('infra/queries/nightly-failed.kql');
    const [, event = 'none'] = /event == "([^"]+)"/.exec(query) ?? [];
    expect(source('bot/commands/nightly.ts')).toContain(`log.error('${event}'`);
    expect(query).toMatch(/exceptions[\s\S]*traces[\s\S]*failed > 0/);
    // Told once, and not taken back when its window has passed.
    expect(moduleOf('alerts')).toMatch(/name: 'nightly-failed'[^}]*once: true\n {2}\}/);
    expect(moduleOf('alerts')).toContain('autoMitigate: !rule.once');
    expect(moduleOf('alerts')).toContain("muteActionsDuration: rule.once ? 'PT12H' : null");
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
    expect(moduleOf('workbook')).toContain("loadTextContent('../workbook.json')");
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
      'bot/answering/error-boundary.ts',
      'bot/deliveries/worker.ts',
      'bot/adapters/tables/rows/table-client.ts',
      'bot/features/walk/submit-draft.ts',
    ]
      .concat(['bot/features/case/act-on-case.ts', 'bot/adapters/teams/server/http-server.ts'])
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

describe("the compiler's findings", () => {
  it('are told once each, by the path in the project, and warnings like errors', () => {
    const finding =
      '/home/kaisa/assistant/infra/modules/registry.bicep(14,42) : Warning BCP037: The property is not known.';
    expect(findingsIn(`${finding}\n${finding}\n\n`, '/home/kaisa/assistant')).toEqual([
      'infra/modules/registry.bicep(14,42) : Warning BCP037: The property is not known.',
    ]);
    expect(findingsIn('\n', '/home/kaisa/assistant')).toEqual([]);
  });

  it("are errors for each of the linter's rules but those that docs/infrastructure.md gives a reason for", () => {
    const { rules }: { rules: Record<string, { level: string }> } = JSON.parse(readInfra('bicepconfig.json')).analyzers
      .core;
    const lenient = Object.keys(rules).filter((name) => rules[name]?.level !== 'error');
    expect(Object.keys(rules).length).toBeGreaterThan(40);
    expect(lenient.filter((name) => !source('docs/infrastructure.md').includes(`\`${name}\``))).toEqual([]);
  });
});
