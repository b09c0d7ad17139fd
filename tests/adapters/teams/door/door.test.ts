import type { RefusalReason } from '../../../../bot/adapters/teams/door/refusal';
import type { WireActivity } from '../../../fixtures/connector/start-connector';
import type { JsonObject } from '../../../fixtures/json';
import {
  channelKey,
  signedToken,
  tokenSignedWithPublicKey,
  tokenWithoutSignature,
} from '../../../fixtures/openid/channel-key';
import { type GuardedAssistant, NOW, startGuardedAssistant } from '../../../fixtures/openid/guarded-assistant';
import { APP_ID, BOT_TOKEN } from '../../../fixtures/openid/token-at-hand';
import { TENANT } from '../../../fixtures/running-assistant';

const OTHER_TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const SECONDS = Date.parse(NOW) / 1000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const later = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();
const ENTRA_V1 = `https://sts.windows.net/${TENANT}/`;
const ENTRA_V2 = `https://login.microsoftonline.com/${TENANT}/v2.0`;

const forger = channelKey('first');
const unpublished = channelKey('unpublished');
const unendorsed = channelKey('unendorsed', []);
const withoutEndorsements = channelKey('without-endorsements', null);
const forOthers = channelKey('for-others', ['webchat', 'directline']);

let door: GuardedAssistant;

beforeAll(async () => {
  door = await startGuardedAssistant({ published: [unendorsed, forOthers, withoutEndorsements] });
  await door.assistant.bot.worker.stop();
});
afterAll(() => door.close());

interface Sent {
  readonly activity?: JsonObject;
  readonly claims?: JsonObject;
  readonly header?: JsonObject;
  /** Instead of a token that is right but for claims and header. */
  readonly authorization?: (right: string) => string;
}

const at = (serviceUrl: string): Sent => ({ activity: { serviceUrl }, claims: { serviceurl: serviceUrl } });

/** What is sent with an otherwise right request, the status it must get, and why. */
const WRONG: readonly (readonly [string, Sent, number, RefusalReason])[] = [
  ['no header', { authorization: () => '' }, 401, 'no-token'],
  ['an empty bearer', { authorization: () => 'Bearer ' }, 401, 'no-token'],
  ['a name and a password', { authorization: () => 'Basic YWlubzpzYWxhc2FuYQ==' }, 401, 'no-token'],
  [
    'the right token under another scheme',
    { authorization: (right) => right.replace('Bearer', 'Token') },
    401,
    'no-token',
  ],
  ['the right token with words after it', { authorization: (right) => `${right} and more` }, 401, 'no-token'],
  ['garbage', { authorization: () => 'Bearer garbage' }, 401, 'no-jwt'],
  ['three parts of garbage', { authorization: () => 'Bearer a.b.c' }, 401, 'no-jwt'],
  ['a token with a fourth part', { authorization: (right) => `${right}.more` }, 401, 'no-jwt'],
  ['a token with an unknown critical extension', { header: { crit: ['exp'] } }, 401, 'no-jwt'],
  ['a token without a key id', { header: { kid: undefined } }, 401, 'no-jwt'],
  ['a token without an end', { claims: { exp: undefined } }, 401, 'no-jwt'],
  ['a token for several apps', { claims: { aud: [APP_ID, OTHER_TENANT] } }, 401, 'no-jwt'],
  ['a token for another app', { claims: { aud: OTHER_TENANT } }, 401, 'audience'],
  ['a token for nobody', { claims: { aud: '' } }, 401, 'audience'],
  ['a token of another issuer', { claims: { iss: 'https://evil.example' } }, 401, 'issuer'],
  [
    'a token of an issuer that only begins alike',
    { claims: { iss: 'https://api.botframework.com.evil.example' } },
    401,
    'issuer',
  ],
  ["the government cloud's issuer", { claims: { iss: 'https://api.botframework.us' } }, 401, 'issuer'],
  ["the emulator's token, version 1", { claims: { iss: ENTRA_V1, ver: '1.0', appid: APP_ID } }, 401, 'issuer'],
  ["the emulator's token, version 2", { claims: { iss: ENTRA_V2, ver: '2.0', azp: APP_ID } }, 401, 'issuer'],
  [
    'a token of another bot, as skills get them',
    { claims: { iss: ENTRA_V2, ver: '2.0', azp: OTHER_TENANT } },
    401,
    'issuer',
  ],
  ['a token that ended six minutes ago', { claims: { exp: SECONDS - 360 } }, 401, 'expired'],
  ['a token that begins in six minutes', { claims: { nbf: SECONDS + 360 } }, 401, 'not-yet-valid'],
  [
    'a token without a signature',
    { authorization: () => `Bearer ${tokenWithoutSignature(door.key, door.claims())}` },
    401,
    'algorithm',
  ],
  [
    'a token signed with the published key',
    { authorization: () => `Bearer ${tokenSignedWithPublicKey(door.key, door.claims())}` },
    401,
    'algorithm',
  ],
  ['an algorithm that is a name of Object', { header: { alg: 'constructor' } }, 401, 'algorithm'],
  [
    'a signature by somebody else',
    { authorization: () => `Bearer ${signedToken(forger, door.claims())}` },
    401,
    'signature',
  ],
  [
    'a signature of another algorithm than it says',
    { authorization: (right) => swapHeader(right, { alg: 'RS512', kid: 'first' }) },
    401,
    'signature',
  ],
  [
    'claims changed after signing',
    { authorization: (right) => swapClaims(right, door.claims({ exp: SECONDS + 9999 })) },
    401,
    'signature',
  ],
  ['no signature behind a right token', { authorization: (right) => right.replace(/[^.]+$/, '') }, 401, 'signature'],
  [
    'an unpublished key',
    { authorization: () => `Bearer ${signedToken(unpublished, door.claims())}` },
    401,
    'unknown-key',
  ],
  ['a key id that is a name of Object', { header: { kid: 'constructor' } }, 401, 'unknown-key'],
  [
    'a key that is endorsed for nothing',
    { authorization: () => `Bearer ${signedToken(unendorsed, door.claims())}` },
    401,
    'endorsement',
  ],
  [
    'a key without endorsements',
    { authorization: () => `Bearer ${signedToken(withoutEndorsements, door.claims())}` },
    401,
    'endorsement',
  ],
  [
    'a key endorsed for other channels',
    { authorization: () => `Bearer ${signedToken(forOthers, door.claims())}` },
    401,
    'endorsement',
  ],
  ['a token bound to no address', { claims: { serviceurl: undefined } }, 401, 'service-url-claim'],
  [
    'a token bound to another address',
    { claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } },
    401,
    'service-url-claim',
  ],
  [
    'a token bound to the address but for a slash',
    {
      activity: { serviceUrl: 'https://smba.trafficmanager.net/emea' },
      claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' },
    },
    401,
    'service-url-claim',
  ],
  ['no address', { activity: { serviceUrl: undefined } }, 400, 'no-service-url'],
  ['an empty address', at(''), 400, 'no-service-url'],
  [
    'an address that is no text',
    { activity: { serviceUrl: { host: 'smba.trafficmanager.net' } } },
    400,
    'no-service-url',
  ],
  ['an address that is none', at('smba.trafficmanager.net'), 403, 'service-url'],
  ['another host', at('https://evil.example/emea/'), 403, 'service-url'],
  ["Teams' host without https", at('http://smba.trafficmanager.net/emea/'), 403, 'service-url'],
  ['a host that anybody can register', at('https://espoo.trafficmanager.net/emea/'), 403, 'service-url'],
  ["a host below Teams'", at('https://evil.smba.trafficmanager.net/emea/'), 403, 'service-url'],
  ["a host that begins like Teams'", at('https://smba.trafficmanager.net.evil.example/'), 403, 'service-url'],
  ["Teams' host as a user's name", at('https://smba.trafficmanager.net@evil.example/'), 403, 'service-url'],
  ["a user's name before Teams' host", at('https://evil@smba.trafficmanager.net/'), 403, 'service-url'],
  ["Teams' host with a dot behind it", at('https://smba.trafficmanager.net./emea/'), 403, 'service-url'],
  ["Teams' host on another port", at('https://smba.trafficmanager.net:8443/emea/'), 403, 'service-url'],
  [
    "another host before a backslash and Teams'",
    at('https://evil.example\\@smba.trafficmanager.net/'),
    403,
    'service-url',
  ],
  [
    "another host in what follows Teams'",
    at('https://smba.trafficmanager.net?https://evil.example/'),
    403,
    'service-url',
  ],
  ['another machine in the city', at('http://10.0.0.4:8080/'), 403, 'service-url'],
  ['AseChannel', { activity: { channelId: 'AseChannel' } }, 403, 'channel'],
  ['the emulator', { activity: { channelId: 'emulator' } }, 403, 'channel'],
  ['a channel that the key is endorsed for too', { activity: { channelId: 'webchat' } }, 403, 'channel'],
  ['no channel', { activity: { channelId: undefined } }, 403, 'channel'],
  [
    'another tenant',
    { activity: { conversation: inTenant(OTHER_TENANT), channelData: { tenant: { id: OTHER_TENANT } } } },
    403,
    'tenant',
  ],
  ['another tenant in the conversation', { activity: { conversation: inTenant(OTHER_TENANT) } }, 403, 'tenant'],
  [
    'another tenant in the channel data',
    { activity: { channelData: { tenant: { id: OTHER_TENANT } } } },
    403,
    'tenant',
  ],
  ['no tenant', { activity: { conversation: inTenant(undefined), channelData: undefined } }, 403, 'tenant'],
  ['an empty tenant', { activity: { conversation: inTenant(''), channelData: undefined } }, 403, 'tenant'],
];

describe('a request that differs from a right one in one thing', () => {
  it.each(WRONG)('%s is refused, without a word and without a trace', async (_what, sent, status, reason) => {
    const { assistant, openId } = door;
    const before = assistant.tables.snapshot();
    const calls = assistant.connector.calls.length;
    const lines = assistant.logged.length;
    const right = `Bearer ${signedToken(door.key, door.claims(sent.claims), sent.header)}`;
    const answer = await door.post(door.activity(sent.activity), sent.authorization?.(right) ?? right);
    expect(answer).toEqual({ status, body: undefined });
    expect(assistant.tables.snapshot()).toBe(before);
    expect(assistant.connector.calls).toHaveLength(calls);
    const told = assistant.logged.slice(lines).map((line) => JSON.parse(line));
    expect(told.map(({ event, reason }) => [event, reason])).toEqual([['door.refused', reason]]);
    // Nobody can make the bot fetch keys again and again.
    expect(openId.asked).toBeLessThanOrEqual(1);
  });
});

describe('a right request', () => {
  it("is let in and answered, with the bot's own token", async () => {
    const { assistant } = door;
    expect(await door.post(door.activity())).toEqual({ status: 200, body: undefined });
    const call = await assistant.connector.waitFor(({ method }) => method === 'POST');
    expect(call.authorization).toBe(`Bearer ${BOT_TOKEN}`);
    expect(assistant.violations()).toEqual([]);
  });

  it.each([
    ['RS384', { header: { alg: 'RS384' } }],
    ['RS512', { header: { alg: 'RS512' } }],
    ['the app id in upper case', { claims: { aud: APP_ID.toUpperCase() } }],
    ['a token that ended four minutes ago', { claims: { exp: SECONDS - 240 } }],
    ['a token that begins in four minutes', { claims: { nbf: SECONDS + 240 } }],
    ['a token without a beginning', { claims: { nbf: undefined } }],
    ["Teams' host", at('https://smba.trafficmanager.net/emea/')],
    ["Teams' host in upper case", at('https://SMBA.TrafficManager.net/emea/')],
    ["Teams' host with its usual port", at('https://smba.trafficmanager.net:443/emea/')],
    ['a tenant that only the channel data names', { activity: { conversation: inTenant(undefined) } }],
    ['a tenant that only the conversation names', { activity: { channelData: undefined } }],
  ] satisfies [string, Sent][])('may have %s', async (_what, { activity, claims, header }: Sent) => {
    // Somebody is typing: nothing is answered, so nothing leaves for the address.
    const typing = door.activity({ ...activity, type: 'typing', text: undefined });
    const token = signedToken(door.key, door.claims(claims), header);
    expect(await door.post(typing, `Bearer ${token}`)).toEqual({ status: 200, body: undefined });
  });
});

describe('a token that comes again', () => {
  /** A bot of its own, which has just let the token in; what it says to the same token with something else. */
  async function acquainted() {
    const bot = await startGuardedAssistant();
    const status = async (activity: JsonObject = {}, token = signedToken(bot.key, bot.claims())) => {
      const typing = bot.activity({ type: 'typing', text: undefined, ...activity });
      return (await bot.post(typing, `Bearer ${token}`)).status;
    };
    expect(await status()).toBe(200);
    expect(await status()).toBe(200);
    return { bot, status };
  }

  it('is good for its own address, tenant and channel only', async () => {
    const { bot, status } = await acquainted();
    expect(await status({ serviceUrl: 'https://smba.trafficmanager.net/emea/' })).toBe(401);
    expect(await status({ conversation: inTenant(OTHER_TENANT) })).toBe(403);
    expect(await status({ channelId: 'webchat' })).toBe(403);
    await bot.close();
  });

  it('is good until it ends', async () => {
    const { bot, status } = await acquainted();
    bot.assistant.setNow(later(HOUR + 6 * MINUTE));
    expect(await status()).toBe(401);
    await bot.close();
  });

  it('says nothing for one that begins alike, nor for a forged one that has been refused before', async () => {
    const { bot, status } = await acquainted();
    const forged = signedToken(forger, bot.claims());
    expect(await status({}, forged)).toBe(401);
    expect(await status({}, forged)).toBe(401);
    expect(await status({}, signedToken(bot.key, bot.claims()).replace(/[^.]+$/, ''))).toBe(401);
    await bot.close();
  });

  it('is looked at anew when another key is published under the old id', async () => {
    const { bot, status } = await acquainted();
    const lasting = signedToken(bot.key, bot.claims({ exp: SECONDS + 100 * 3600 }));
    expect(await status({}, lasting)).toBe(200);
    bot.openId.publish(channelKey('first'));
    bot.assistant.setNow(later(25 * HOUR));
    // The look at the keys begins behind this one; whose key is unknown waits for it.
    expect(await status({}, lasting)).toBe(200);
    expect(await status({}, signedToken(unpublished, bot.claims({ exp: SECONDS + 100 * 3600 })))).toBe(401);
    expect(await status({}, lasting)).toBe(401);
    await bot.close();
  });
});

describe('where the keys cannot be fetched', () => {
  it('Teams is asked to try again, then believed, through the next outage too, and with the next key', async () => {
    const cold = await startGuardedAssistant({ unreachable: true });
    const rolledOver = channelKey('second');
    const claims = cold.claims({ exp: SECONDS + 100 * 3600 });
    const status = async (key = cold.key) => {
      const typing = cold.activity({ type: 'typing', text: undefined });
      const answer = await cold.post(typing, `Bearer ${signedToken(key, claims)}`);
      expect(answer.body).toBeUndefined();
      return answer.status;
    };
    expect(await status()).toBe(503);
    cold.openId.fail();
    cold.assistant.setNow(later(15_000));
    expect(await status()).toBe(200);
    cold.openId.fail(500);
    cold.assistant.setNow(later(26 * HOUR));
    expect(await status()).toBe(200);
    expect(await status(rolledOver)).toBe(503);
    cold.openId.fail();
    cold.openId.publish(rolledOver);
    cold.assistant.setNow(later(27 * HOUR));
    expect(await status(rolledOver)).toBe(200);
    expect(await status()).toBe(401);
    expect(cold.assistant.logged.join('')).toContain('door.keys-not-fetched');
    await cold.close();
  });
});

function inTenant(tenantId: string | undefined): WireActivity['conversation'] {
  return { id: 'a:1', conversationType: 'personal', tenantId } as WireActivity['conversation'];
}

function swapHeader(right: string, header: JsonObject): string {
  return right.replace(/^Bearer [^.]+/, `Bearer ${Buffer.from(JSON.stringify(header)).toString('base64url')}`);
}

function swapClaims(right: string, claims: JsonObject): string {
  return right.replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`);
}
