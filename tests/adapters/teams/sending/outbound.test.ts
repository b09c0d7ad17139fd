import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '../../../../bot/adapters/log/log';
import { TeamsAuthentication } from '../../../../bot/adapters/teams/door/teams-authentication';
import { referenceText } from '../../../../bot/adapters/teams/sending/chat-reference';
import {
  type ConnectorUrls,
  loopbackConnectorUrls,
  teamsConnectorUrls,
} from '../../../../bot/adapters/teams/sending/connector-urls';
import { createMessenger } from '../../../../bot/adapters/teams/sending/messenger';
import { createCloudAdapter } from '../../../../bot/adapters/teams/turns/cloud-adapter';
import { type Connector, startConnector } from '../../../fixtures/connector/start-connector';
import { APP_ID, BOT_TOKEN, TokenAtHand } from '../../../fixtures/openid/token-at-hand';
import { TENANT } from '../../../fixtures/running-assistant';

const MESSAGE = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'A card' };
const PERSON = { id: 'aaaaaaaa-0000-4000-8000-000000000001', tenant: TENANT };

let connector: Connector;
let stranger: Server;
let strangerUrl: string;
/** What came to the stranger. */
let overheard: (string | undefined)[];
let credentials: TokenAtHand;

beforeEach(async () => {
  connector = await startConnector();
  connector.open({ id: 'a:1', type: 'personal', tenantId: TENANT });
  overheard = [];
  credentials = new TokenAtHand();
  stranger = createServer((request, response) => {
    overheard.push(request.headers.authorization);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
});
afterEach(async () => {
  stranger.closeAllConnections();
  await Promise.all([connector.close(), new Promise((resolve) => stranger.close(resolve))]);
});

/** Believes the connector of the tests to be Teams', and nothing else. */
const ours: ConnectorUrls = (url) => url === connector.url;

function messenger(connectorUrls: ConnectorUrls) {
  const adapter = createCloudAdapter({
    identity: { appId: APP_ID, tenantId: TENANT, credential: { kind: 'managed-identity' } },
    serviceHosts: [],
    clock: { now: () => new Date() },
    log: createLog('silent'),
    botFramework: { metadataUrl: 'http://127.0.0.1:9/', connectorUrls, credentials },
  });
  return createMessenger(adapter, APP_ID, createLog('silent'));
}

const chatAt = (serviceUrl: string) =>
  referenceText({ appId: APP_ID, conversationId: 'a:1', person: PERSON, serviceUrl });

describe("the bot's own token", () => {
  it("goes to Teams' connector", async () => {
    expect(await messenger(ours).send({ chat: chatAt(connector.url) }, MESSAGE)).toMatchObject({ result: 'sent' });
    expect(connector.calls.map(({ authorization }) => authorization)).toEqual([`Bearer ${BOT_TOKEN}`]);
  });

  it('goes nowhere else, whatever address a stored chat names: not even asked for, and refused for good', async () => {
    const refused = { result: 'refused', failure: 'foreign-service-url' };
    expect(await messenger(ours).send({ chat: chatAt(strangerUrl) }, MESSAGE)).toEqual(refused);
    expect(await messenger(ours).send({ chat: chatAt(strangerUrl), replaces: '1' }, MESSAGE)).toEqual(refused);
    expect(overheard).toEqual([]);
    expect(credentials.wanted).toBe(0);
  });

  it('does not open a chat elsewhere', async () => {
    expect(await messenger(ours).open(chatAt(strangerUrl))).toBeUndefined();
    expect(overheard).toEqual([]);
    expect(credentials.wanted).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])(
    'is not carried along by an answer with %i, nor is the message',
    async (status) => {
      for (const location of [strangerUrl, `${connector.url}/elsewhere`]) {
        connector.fail(() => ({ status, headers: { location } }));
        expect(await messenger(ours).send({ chat: chatAt(connector.url) }, MESSAGE)).toMatchObject({
          result: 'unsure',
        });
      }
      expect(overheard).toEqual([]);
      expect(connector.calls).toHaveLength(2);
    },
  );
});

it('a chat that Teams opens without saying which is none, and nothing is kept of it', async () => {
  connector.fail(() => ({ status: 202 }));
  expect(await messenger(ours).open(chatAt(connector.url))).toBeUndefined();
  expect(connector.calls).toHaveLength(1);
});

it.each(['', 'x', 'null', '{}', '{"conversation":{"id":"a:1"}}', '{"conversation":7,"serviceUrl":"http://127.0.0.1"}'])(
  'a stored chat that was spoiled (%j) is no chat: certainly nothing was sent',
  async (chat) => {
    const lost = { result: 'shut-out', failure: 'chat-unreadable' };
    expect(await messenger(ours).send({ chat }, MESSAGE)).toEqual(lost);
    expect(await messenger(ours).send({ chat, replaces: '1' }, MESSAGE)).toEqual(lost);
    expect(connector.calls).toEqual([]);
  },
);

describe('the addresses', () => {
  const teams = teamsConnectorUrls(['bot.espoo.example']);

  it.each([
    'https://smba.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net/emea/5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10/',
    'https://smba.onyx.prod.teams.trafficmanager.net/',
    'https://smba.infra.gcc.teams.microsoft.com/',
    'https://bot.espoo.example/',
  ])('of Teams include %s', (url) => expect([teams(url), loopbackConnectorUrls(url)]).toEqual([true, false]));

  it.each(['http://127.0.0.1:3979/_connector', 'http://localhost:3979', 'http://[::1]:3979/'])(
    'of this machine include %s',
    (url) => expect([teams(url), loopbackConnectorUrls(url)]).toEqual([false, true]),
  );

  it.each([
    '',
    'smba.trafficmanager.net',
    'https://smba.trafficmanager.net.evil.example/',
    'https://other.trafficmanager.net/',
    'https://sub.bot.espoo.example/',
    'https://127.0.0.1.evil.example/',
    'https://localhost@evil.example/',
    'https://evil.example#@smba.trafficmanager.net/',
    ' https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net\t.evil.example/',
    'ftp://smba.trafficmanager.net/',
    'http://0.0.0.0/',
    'http://169.254.169.254/metadata',
  ])('include no "%s"', (url) => expect([teams(url), loopbackConnectorUrls(url)]).toEqual([false, false]));
});

describe("the SDK's other ways in", () => {
  it.each(['authenticateStreamingRequest', 'authenticateChannelRequest'] as const)('%s is closed', async (way) => {
    const door = async () => Promise.reject(new Error('the door was asked'));
    const authentication = new TeamsAuthentication(door, ours, credentials);
    await expect(authentication[way]()).rejects.toMatchObject({ name: 'ClosedWay' });
  });
});
