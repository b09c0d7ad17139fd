/** The assistant itself, put together as in production, but for a connector and a Bot Framework on this machine. */
import { createLog } from '../../bot/adapters/log/log';
import { loopbackConnectorUrls, teamsConnectorUrls } from '../../bot/adapters/teams/sending/connector-urls';
import { startBot } from '../../bot/start/assembly';
import { credentialsOf } from './bot-framework';
import { announce, settings } from './peer';

const given = settings();
const { connectionString, metadataUrl, appId, tenantId } = given;
const teams = teamsConnectorUrls([]);

void startBot({
  config: {
    cityFolder: undefined,
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    storage: { connectionString },
    logLevel: 'info',
    telemetry: { to: 'nowhere' },
    identity: { appId, tenantId, credential: { kind: 'managed-identity' } },
    serviceHosts: [],
    mailFolder: undefined,
    mailbox: undefined,
    catalogApp: undefined,
    sharepoint: undefined,
    mirrorFolder: undefined,
    allowGuests: false,
    confirmedContactsOnly: true,
    firstCoordinator: undefined,
  },
  root: process.cwd(),
  clock: { now: () => new Date() },
  random: Math.random,
  log: createLog('info', process.stdout),
  botFramework: {
    metadataUrl,
    connectorUrls: (url) => teams(url) || loopbackConnectorUrls(url),
    credentials: credentialsOf(given),
  },
}).then(({ url }) => announce(Number(new URL(url).port)));
