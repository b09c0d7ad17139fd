/** What a bot in production has around it, on this machine, and the settings that lead it there. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Connector, startConnector } from '../fixtures/connector/start-connector';
import { type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';
import { type Monitor, startMonitor } from '../fixtures/monitor';
import { channelKey, signedToken } from '../fixtures/openid/channel-key';
import { startOpenId } from '../fixtures/openid/start-openid';
import { APP_ID } from '../fixtures/openid/token-at-hand';
import { idOf, TENANT } from '../fixtures/running-assistant';
import { type TeamsPerson, teamsPerson } from '../fixtures/teams-person';

/** Where activities from Teams say that they come from. */
const SERVICE_URL = 'https://smba.trafficmanager.net';

export interface ProductionPlaces {
  readonly connector: Connector;
  readonly graph: GraphStandIn;
  readonly monitor: Monitor;
  /** What tokens have been asked for, of the identity that the bot runs under. */
  readonly tokensFor: ReadonlySet<string>;
  /** With everything switched on: mail, list, introductions and telemetry. */
  readonly environment: Readonly<Record<string, string>>;
  /** Somebody of the tenant, whose activities are signed as the Bot Framework signs them. */
  person(name: string, bot: string): TeamsPerson;
  close(): Promise<void>;
}

/** Starts all of them. Whoever talks to the monitor has to believe its authority. */
export async function startProductionPlaces(): Promise<ProductionPlaces> {
  const key = channelKey('first');
  const [connector, graph, monitor, openId] = await Promise.all([
    startConnector(),
    startGraph(),
    startMonitor(),
    startOpenId(key),
  ]);
  const identity = await startIdentity((resource) =>
    resource.includes('graph.microsoft.com') ? graph.token : 'a token',
  );
  const places = {
    'login.botframework.com': new URL(openId.metadataUrl).origin,
    'smba.trafficmanager.net': connector.url,
    'graph.microsoft.com': graph.url,
  };
  return {
    connector,
    graph,
    monitor,
    tokensFor: identity.askedFor,
    environment: {
      NODE_OPTIONS: `--require=${join(__dirname, 'to-stand-ins.cjs')}`,
      STAND_INS: JSON.stringify(places),
      HOST: '127.0.0.1',
      MicrosoftAppId: APP_ID,
      MicrosoftAppTenantId: TENANT,
      BOT_CREDENTIAL: 'managed-identity',
      IDENTITY_ENDPOINT: identity.url,
      IDENTITY_HEADER: 'of this host',
      FIRST_COORDINATOR: `${idOf('Kaisa Keksitty')} Kaisa Keksitty`,
      GRAPH_MAILBOX: graph.mailbox.address,
      SHAREPOINT_SITE_ID: graph.site.id,
      TEAMS_CATALOG_APP_ID: graph.teamwork.catalogApp,
      APPLICATIONINSIGHTS_CONNECTION_STRING: monitor.connectionString,
    },
    person(name, bot) {
      const id = idOf(name);
      graph.teamwork.users.push({ id, displayName: name, mail: null, userPrincipalName: `${id}@espoo.example` });
      const now = Date.now() / 1000;
      const claims = { iss: 'https://api.botframework.com', aud: APP_ID, nbf: now - 60, exp: now + 3600 };
      const authorization = `Bearer ${signedToken(key, { ...claims, serviceurl: SERVICE_URL })}`;
      return teamsPerson({
        bot,
        connector: Object.create(connector, { url: { value: SERVICE_URL } }),
        name,
        aadObjectId: id,
        tenantId: TENANT,
        locale: 'en-GB',
        headers: () => ({ authorization }),
      });
    },
    async close() {
      await Promise.all([connector, graph, monitor, openId, identity].map((place) => place.close()));
    },
  };
}

/** The endpoint of a host in Azure that gives the tokens of a managed identity. */
async function startIdentity(tokenFor: (resource: string) => string) {
  const askedFor = new Set<string>();
  const server = createServer((request, response) => {
    const resource = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('resource') ?? '';
    askedFor.add(new URL(resource).host);
    const token = { access_token: tokenFor(resource), expires_on: Math.floor(Date.now() / 1000) + 86_400 };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...token, resource, token_type: 'Bearer', client_id: APP_ID }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`,
    askedFor,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
