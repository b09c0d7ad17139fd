import { createLog } from '../../../../bot/adapters/log/log';
import { Refusal } from '../../../../bot/adapters/teams/door/refusal';
import { createSigningKeys, type SigningKeys } from '../../../../bot/adapters/teams/door/signing-keys';
import type { JsonObject } from '../../../fixtures/json';
import { channelKey } from '../../../fixtures/openid/channel-key';
import { type OpenId, startOpenId } from '../../../fixtures/openid/start-openid';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const first = channelKey('first');
const second = channelKey('second');
const silent = createLog('silent');

let openId: OpenId;
let now: number;
let keys: SigningKeys;

beforeEach(async () => {
  openId = await startOpenId(first);
  now = Date.parse('2026-03-02T09:00:00Z');
  keys = createSigningKeys({ metadataUrl: openId.metadataUrl, clock: { now: () => new Date(now) }, log: silent });
});
afterEach(() => openId.close());

const unavailable = expect.objectContaining({ status: 503, reason: 'keys-unavailable' });
const found = (id: string) => keys(id).then((key) => key !== undefined);

/** Waits until they have been looked at so often: that goes on behind whoever asks. */
async function looked(times: number): Promise<void> {
  while (openId.asked < times) await new Promise((resolve) => setImmediate(resolve));
}

describe('the keys of the Bot Framework', () => {
  it('are fetched once for everybody who asks at once, and kept for a day', async () => {
    expect(await Promise.all([found('first'), found('first'), found('other')])).toEqual([true, true, false]);
    now += DAY - MINUTE;
    expect(await found('first')).toBe(true);
    expect(openId.asked).toBe(1);
    now += 2 * MINUTE;
    expect(await found('first')).toBe(true);
    await looked(2);
  });

  it('that are withdrawn are believed for a day, and until the look that begins then is over', async () => {
    await found('first');
    openId.publish(second);
    now += DAY + MINUTE;
    expect(await found('first')).toBe(true);
    // Whose key is not kept waits for that look, and so knows when it is over.
    expect(await found('second')).toBe(true);
    expect(await found('first')).toBe(false);
    expect(openId.asked).toBe(2);
  });

  it('that are kept are waited for by nobody while the new ones are fetched', async () => {
    await found('first');
    const answer = openId.hang();
    openId.publish(second);
    now += DAY + MINUTE;
    for (let times = 0; times < 20; times += 1) expect(await found('first')).toBe(true);
    const newOne = found('second');
    answer();
    expect(await newOne).toBe(true);
    expect(openId.asked).toBe(2);
  });

  it('that are new are found five minutes after the last look at the latest', async () => {
    await found('first');
    openId.publish(first, second);
    now += 6 * MINUTE;
    expect(await found('second')).toBe(true);
    expect(await found('first')).toBe(true);
  });

  it('are not fetched again for every id that somebody invents', async () => {
    await found('first');
    for (let invented = 0; invented < 20; invented += 1) {
      now += 10_000;
      expect(await found(`invented ${invented}`)).toBe(false);
    }
    expect(openId.asked).toBe(1);
  });

  it.each<[string, JsonObject]>([
    ['of another kind than RSA', { kty: 'EC' }],
    ['without an id', { kid: undefined }],
    ['without a number', { n: undefined }],
    ['whose number is none', { n: '!' }],
    ['that is short enough to be broken', { n: Buffer.alloc(128, 1).toString('base64url') }],
    ['with endorsements that are no list', { endorsements: 'msteams' }],
  ])('are judged one by one: one %s is left out, and the others are used', async (_what, published) => {
    openId.publish({ ...first, published: { ...first.published, ...published } }, second);
    expect([await found('first'), await found('second')]).toEqual([false, true]);
  });
});

describe('where they cannot be fetched', () => {
  const outages: readonly [string, () => void | Promise<void>][] = [
    ['answers with 500', () => openId.fail(500)],
    ['answers with a redirection to nowhere', () => openId.fail(302)],
    ['is away', () => openId.close()],
    ['publishes no key that can be used', () => openId.publish({ ...first, published: { kid: 7 } })],
    ['publishes none', () => openId.publish()],
    [
      'publishes more than anybody reads',
      () => openId.publish({ ...first, published: { ...first.published, x5c: 'x'.repeat(2 ** 20) } }),
    ],
  ];

  it.each(outages)('and none are kept, Teams is asked to try again: it %s', async (_what, breakIt) => {
    await breakIt();
    await expect(keys('first')).rejects.toEqual(unavailable);
    await expect(keys('first')).rejects.toBeInstanceOf(Refusal);
  });

  it.each(outages)('those that are kept are used for five days: it %s', async (_what, breakIt) => {
    await found('first');
    await breakIt();
    now += 5 * DAY - MINUTE;
    expect(await found('first')).toBe(true);
    // An id that is not among them may be new.
    await expect(keys('second')).rejects.toEqual(unavailable);
    expect(await found('first')).toBe(true);
    now += 2 * MINUTE;
    await expect(keys('first')).rejects.toEqual(unavailable);
  });

  it('it is not tried at every activity, and soon again', async () => {
    openId.fail(503);
    for (let times = 0; times < 5; times += 1) await expect(keys('first')).rejects.toEqual(unavailable);
    expect(openId.asked).toBe(1);
    openId.fail();
    now += 11_000;
    expect(await found('first')).toBe(true);
  });
});
