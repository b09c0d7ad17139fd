import { ConfigError, readConfig as read } from '../../bot/settings/config';

const ID = '11111111-2222-4333-8444-555555555555';
const TENANT = '66666666-7777-4888-9999-aaaaaaaaaaaa';
const STORAGE = 'DefaultEndpointsProtocol=https;AccountName=sample;AccountKey=c2FtcGxl;EndpointSuffix=core.windows.net';

/** What is mounted. */
const FILES: Readonly<Record<string, string>> = {
  '/run/secret': 'mounted secret\n',
  '/run/empty': '\n',
  '/run/cert.pem': '-----BEGIN CERTIFICATE-----\nsample\n-----END CERTIFICATE-----\n',
  '/run/key.pem': '-----BEGIN PRIVATE KEY-----\nsample\n-----END PRIVATE KEY-----\n',
};

const readConfig = (env: Record<string, string | undefined>) =>
  read(env, (path) => {
    const text = FILES[path];
    if (text === undefined) throw new Error(`ENOENT: ${path}`);
    return text;
  });

/** The least that production needs. */
const PRODUCTION = {
  AZURE_STORAGE_CONNECTION_STRING: STORAGE,
  MicrosoftAppId: ID,
  MicrosoftAppTenantId: TENANT,
  BOT_CREDENTIAL: 'managed-identity',
};

describe('in production', () => {
  it('four variables are enough', () => {
    expect(readConfig(PRODUCTION)).toEqual({
      mode: 'production',
      host: '0.0.0.0',
      port: 3978,
      storage: { connectionString: STORAGE },
      logLevel: 'info',
      telemetry: { to: 'nowhere' },
      identity: { appId: ID, tenantId: TENANT, credential: { kind: 'managed-identity' } },
      serviceHosts: [],
      mailFolder: undefined,
      confirmedContactsOnly: true,
      allowGuests: false,
    });
  });

  describe('storage', () => {
    const { AZURE_STORAGE_CONNECTION_STRING: _, ...KEYLESS } = PRODUCTION;
    const ENDPOINT = 'https://sample.table.core.windows.net';

    it.each([ENDPOINT, `${ENDPOINT}/`])('is reached as the bot itself at an address: %s', (address) => {
      expect(readConfig({ ...KEYLESS, AZURE_TABLES_ENDPOINT: address }).storage).toEqual({ endpoint: ENDPOINT });
    });

    it.each([
      'http://sample.table.core.windows.net',
      'sample.table.core.windows.net',
      `${ENDPOINT}/casework`,
      `${ENDPOINT}?sv=2019&sig=secret`,
      'https://key@sample.table.core.windows.net',
    ])('at "%s" stops the start', (address) => {
      expect(() => readConfig({ ...KEYLESS, AZURE_TABLES_ENDPOINT: address })).toThrow(
        /^AZURE_TABLES_ENDPOINT is ".*", which cannot be used: set it to the https address /,
      );
    });

    it('with a key as well stops the start, because the key is not needed', () => {
      expect(() => readConfig({ ...PRODUCTION, AZURE_TABLES_ENDPOINT: ENDPOINT })).toThrow(
        /^AZURE_STORAGE_CONNECTION_STRING and AZURE_TABLES_ENDPOINT are both set: leave the connection string out/,
      );
    });

    it('with neither stops the start, and both ways are named', () => {
      expect(() => readConfig(KEYLESS)).toThrow(
        /^AZURE_STORAGE_CONNECTION_STRING is not set: .* or AZURE_TABLES_ENDPOINT to /,
      );
    });
  });

  it('guests are served where the city says so', () => {
    expect(readConfig({ ...PRODUCTION, ALLOW_GUESTS: 'true' }).allowGuests).toBe(true);
  });

  it('the others are read where they are set', () => {
    const env = {
      ...PRODUCTION,
      HOST: '10.0.0.4',
      PORT: '8080',
      LOG_LEVEL: 'debug',
      ALLOWED_SERVICE_HOSTS: 'a.example, B.Example',
    };
    expect(readConfig(env)).toMatchObject({
      host: '10.0.0.4',
      port: 8080,
      logLevel: 'debug',
      serviceHosts: ['a.example', 'b.example'],
    });
  });

  it.each(Object.keys(PRODUCTION))('without %s there is no start, and the sentence names it and the remedy', (name) => {
    for (const value of [undefined, '']) {
      const read = () => readConfig({ ...PRODUCTION, [name]: value });
      expect(read).toThrow(ConfigError);
      expect(read).toThrow(new RegExp(`^${name} is not set: set it to .+\\.$`));
    }
  });

  it.each([
    ['BOT_MODE', 'Local'],
    ['BOT_MODE', 'test'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3978.5'],
    ['PORT', 'http'],
    ['LOG_LEVEL', 'loud'],
    ['MicrosoftAppId', 'my-bot'],
    ['MicrosoftAppId', `${ID} `],
    ['MicrosoftAppTenantId', 'espoo.fi'],
    ['BOT_CREDENTIAL', 'password'],
    ['ALLOWED_SERVICE_HOSTS', '*.trafficmanager.net'],
    ['ALLOWED_SERVICE_HOSTS', 'https://smba.trafficmanager.net'],
    ['ALLOWED_SERVICE_HOSTS', 'smba.trafficmanager.net:8443'],
    ['ALLOWED_SERVICE_HOSTS', 'smba.trafficmanager.net,'],
    ['GRAPH_MAILBOX', 'international'],
    ['TEAMS_CATALOG_APP_ID', 'espoo-international'],
    ['ALLOW_GUESTS', 'yes'],
    ['FIRST_COORDINATOR', ID],
    ['FIRST_COORDINATOR', 'Aino Esimerkki'],
    ['FIRST_COORDINATOR', 'aino.esimerkki@espoo.fi Aino Esimerkki'],
    ['SHAREPOINT_SITE_ID', 'https://espoo.sharepoint.com/sites/kv'],
    ['SHAREPOINT_SITE_ID', 'espoo.sharepoint.com,1c8d6f8e-2f0b-4a55-9a3b-0d9f8e7c6b5a'],
  ])('%s as "%s" stops the start, and the sentence names it, what it is and what it may be', (name, value) => {
    const read = () => readConfig({ ...PRODUCTION, [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      new RegExp(`^${name} is "${value.replaceAll('*', '\\*')}", which cannot be used: set it to .+\\.$`),
    );
  });

  it('an app id is asked for, and the way to try without one is told', () => {
    const { MicrosoftAppId: _, ...env } = PRODUCTION;
    expect(() => readConfig(env)).toThrow('BOT_MODE=local');
  });

  describe('what the bot proves itself with', () => {
    const credential = (env: Record<string, string>) => readConfig({ ...PRODUCTION, ...env }).identity?.credential;

    it('has to be chosen, and the three choices are told', () => {
      expect(() => credential({ BOT_CREDENTIAL: '' })).toThrow(
        /^BOT_CREDENTIAL is not set: set it to managed-identity .+, secret .+ or certificate .+\.$/,
      );
    });

    it.each([
      ['a secret from the environment', { BOT_CREDENTIAL: 'secret', MicrosoftAppPassword: 's' }, { secret: 's' }],
      [
        'a secret from a mounted file',
        { BOT_CREDENTIAL: 'secret', MicrosoftAppPasswordFile: '/run/secret' },
        { secret: 'mounted secret' },
      ],
      [
        'a certificate and its key from mounted files',
        {
          BOT_CREDENTIAL: 'certificate',
          MicrosoftAppCertificateFile: '/run/cert.pem',
          MicrosoftAppCertificateKeyFile: '/run/key.pem',
        },
        { certificate: FILES['/run/cert.pem'], privateKey: FILES['/run/key.pem'] },
      ],
    ])('can be %s', (_what, env, expected) => {
      expect(credential(env)).toEqual({ kind: env.BOT_CREDENTIAL, ...expected });
    });

    it('is not guessed from what else is set', () => {
      expect(credential({ MicrosoftAppPassword: 'left over' })).toEqual({ kind: 'managed-identity' });
    });

    it.each([
      ['MicrosoftAppPassword is not set', { BOT_CREDENTIAL: 'secret' }],
      [
        'MicrosoftAppPassword and MicrosoftAppPasswordFile are both set',
        { BOT_CREDENTIAL: 'secret', MicrosoftAppPassword: 's3cret', MicrosoftAppPasswordFile: '/run/secret' },
      ],
      [
        'MicrosoftAppPasswordFile is "/run/none", which cannot be read',
        { BOT_CREDENTIAL: 'secret', MicrosoftAppPasswordFile: '/run/none' },
      ],
      [
        'MicrosoftAppPasswordFile is "/run/empty", which is empty',
        { BOT_CREDENTIAL: 'secret', MicrosoftAppPasswordFile: '/run/empty' },
      ],
      ['MicrosoftAppCertificateFile is not set', { BOT_CREDENTIAL: 'certificate' }],
      [
        'MicrosoftAppCertificateKeyFile is not set',
        { BOT_CREDENTIAL: 'certificate', MicrosoftAppCertificateFile: '/run/cert.pem' },
      ],
      [
        'MicrosoftAppCertificateFile is "/run/key.pem", which holds no CERTIFICATE',
        { BOT_CREDENTIAL: 'certificate', MicrosoftAppCertificateFile: '/run/key.pem' },
      ],
      [
        'MicrosoftAppCertificateKeyFile is "/run/cert.pem", which holds no PRIVATE KEY',
        {
          BOT_CREDENTIAL: 'certificate',
          MicrosoftAppCertificateFile: '/run/cert.pem',
          MicrosoftAppCertificateKeyFile: '/run/cert.pem',
        },
      ],
    ])('stops the start with the remedy, and without the secret: %s', (sentence, env) => {
      const failure = failureOf(() => credential(env));
      expect(failure).toBeInstanceOf(ConfigError);
      expect(failure.message.startsWith(`${sentence}: `)).toBe(true);
      expect(failure.message).not.toContain('s3cret');
    });
  });

  it('nothing goes through Graph unless it is set', () => {
    expect(readConfig(PRODUCTION).mailbox).toBeUndefined();
    expect(readConfig({ ...PRODUCTION, GRAPH_MAILBOX: 'international@espoo.fi' }).mailbox).toBe(
      'international@espoo.fi',
    );
    expect(readConfig(PRODUCTION).catalogApp).toBeUndefined();
    expect(readConfig({ ...PRODUCTION, TEAMS_CATALOG_APP_ID: ID }).catalogApp).toBe(ID);
  });

  it('the first of the international affairs team is named by id and name', () => {
    expect(readConfig(PRODUCTION).firstCoordinator).toBeUndefined();
    const FIRST_COORDINATOR = 'ABCDEF01-2222-4333-8444-555555555555  Aino Esimerkki';
    expect(readConfig({ ...PRODUCTION, FIRST_COORDINATOR }).firstCoordinator).toEqual({
      id: 'abcdef01-2222-4333-8444-555555555555',
      name: 'Aino Esimerkki',
    });
    expect(readConfig({ ...PRODUCTION, FIRST_COORDINATOR, BOT_MODE: 'local' }).firstCoordinator).toBeUndefined();
  });

  it('mail goes to confirmed contacts only, and in local mode to all of them', () => {
    expect(readConfig(PRODUCTION).confirmedContactsOnly).toBe(true);
    expect(readConfig({ ...PRODUCTION, BOT_MODE: 'local' }).confirmedContactsOnly).toBe(false);
  });

  it('mails are not written to a folder, nor cases', () => {
    const env = { ...PRODUCTION, LOCAL_MAIL_FOLDER: '/tmp/mail', LOCAL_MIRROR_FOLDER: '/tmp/list' };
    expect(readConfig(env)).toMatchObject({ mailFolder: undefined, mirrorFolder: undefined });
  });

  describe('SharePoint', () => {
    const SITE = { ...PRODUCTION, SHAREPOINT_SITE_ID: `espoo.sharepoint.com,${ID},${TENANT}` };
    const LIBRARY = 'https://espoo.sharepoint.com/sites/kv/Jaetut%20asiakirjat';

    it('is left alone unless a site is set', () => {
      expect(readConfig({ ...PRODUCTION, SHAREPOINT_LIST: 'Asiat' }).sharepoint).toBeUndefined();
    });

    it('needs its site only; list and library can be chosen', () => {
      expect(readConfig(SITE).sharepoint).toEqual({ siteId: SITE.SHAREPOINT_SITE_ID });
      const env = { ...SITE, SHAREPOINT_LIST: "KV-asiat: Espoo's", SHAREPOINT_LIBRARY: `${LIBRARY}/` };
      expect(readConfig(env).sharepoint).toEqual({
        siteId: SITE.SHAREPOINT_SITE_ID,
        list: "KV-asiat: Espoo's",
        library: LIBRARY,
      });
    });

    it('a library without a site stops the start, and the remedy is told', () => {
      expect(() => readConfig({ ...PRODUCTION, SHAREPOINT_LIBRARY: LIBRARY })).toThrow(
        /^SHAREPOINT_LIBRARY is set without its site: set SHAREPOINT_SITE_ID to /,
      );
    });

    it.each([
      ['SHAREPOINT_LIST', 'sites/kv'],
      ['SHAREPOINT_LIST', 'x'.repeat(256)],
      ['SHAREPOINT_LIBRARY', 'Asiakirjat'],
      ['SHAREPOINT_LIBRARY', 'http://espoo.sharepoint.com/sites/kv/Asiakirjat'],
      ['SHAREPOINT_LIBRARY', 'https://elsewhere.example/sites/kv/Asiakirjat'],
      ['SHAREPOINT_LIBRARY', 'https://somebody@espoo.sharepoint.com/sites/kv/Asiakirjat'],
      ['SHAREPOINT_LIBRARY', `${LIBRARY}?id=1`],
    ])('%s as "%s" stops the start', (name, value) => {
      expect(() => readConfig({ ...SITE, [name]: value })).toThrow(
        new RegExp(`^${name} is ".*", which cannot be used: set it to `),
      );
    });
  });
});

describe('in local mode', () => {
  const LOCAL = { BOT_MODE: 'local', AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' };

  it('the bot authenticates nobody and listens on loopback only, whatever else is set', () => {
    const config = readConfig({ ...LOCAL, HOST: '0.0.0.0', MicrosoftAppId: ID, MicrosoftAppTenantId: TENANT });
    expect(config).toMatchObject({ mode: 'local', host: '127.0.0.1', identity: undefined, mailFolder: '.local/mail' });
  });

  it('nothing goes through Graph, whatever else is set', () => {
    const SHAREPOINT_SITE_ID = `espoo.sharepoint.com,${ID},${TENANT}`;
    const cloud = { GRAPH_MAILBOX: 'international@espoo.fi', TEAMS_CATALOG_APP_ID: ID, SHAREPOINT_SITE_ID };
    expect(readConfig({ ...LOCAL, ...cloud })).toMatchObject({
      mailbox: undefined,
      catalogApp: undefined,
      sharepoint: undefined,
    });
  });

  it('the folders of mails and of what SharePoint would show can be chosen', () => {
    expect(readConfig({ ...LOCAL, LOCAL_MAIL_FOLDER: '/tmp/mail' }).mailFolder).toBe('/tmp/mail');
    expect(readConfig(LOCAL).mirrorFolder).toBe('.local/sharepoint');
    expect(readConfig({ ...LOCAL, LOCAL_MIRROR_FOLDER: '/tmp/list' }).mirrorFolder).toBe('/tmp/list');
  });

  it('storage is needed all the same', () => {
    expect(() => readConfig({ BOT_MODE: 'local' })).toThrow(/^AZURE_STORAGE_CONNECTION_STRING is not set/);
  });
});

it('a secret never stands in an error', () => {
  const env = { ...PRODUCTION, MicrosoftAppPassword: 'very secret', MicrosoftAppId: 'wrong' };
  expect(() => readConfig(env)).toThrow(expect.not.stringContaining('very secret'));
});

function failureOf(act: () => unknown): Error {
  try {
    act();
  } catch (cause) {
    if (cause instanceof Error) return cause;
  }
  throw new Error('nothing was thrown');
}
