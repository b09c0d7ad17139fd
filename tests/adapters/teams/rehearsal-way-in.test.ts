import type { Activity } from 'botbuilder';
import { rehearsalWayIn, type WayIn } from '../../../bot/adapters/teams/rehearsal-way-in';

const SERVICE_URL = 'http://127.0.0.1';
const TENANT = 'nowhere';
const NOW = new Date('2026-03-02T09:00:00Z');
const MINUTES = 60_000;
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

let now: Date;
beforeEach(() => {
  now = NOW;
});
const wayIn = () =>
  rehearsalWayIn({ serviceUrl: SERVICE_URL, tenantId: TENANT, clock: { now: () => now }, log: SILENT });

const activity = {
  type: 'invoke',
  name: 'adaptiveCard/action',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: 'nobody' },
  recipient: { id: 'bot' },
  conversation: { id: 'rehearsal', tenantId: TENANT },
} as Activity;

/** Whether it came in. */
async function comesIn({ adapter }: WayIn, authorization: string, other: Partial<Activity> = {}): Promise<boolean> {
  let isIn = false;
  await adapter.receive({ ...activity, ...other }, authorization, async () => {
    isIn = true;
  });
  return isIn;
}

describe('the way in of the rehearsal', () => {
  it('is open for its own token', async () => {
    const way = wayIn();
    expect(await comesIn(way, way.authorization)).toBe(true);
  });

  it('is closed for that of another start: each has a key of its own', async () => {
    await expect(comesIn(wayIn(), wayIn().authorization)).rejects.toMatchObject({ status: 401, reason: 'signature' });
  });

  it('is closed without a token, for another tenant, and for an address that is not this machine', async () => {
    const way = wayIn();
    const { authorization } = way;
    await expect(comesIn(way, '')).rejects.toMatchObject({ reason: 'no-token' });
    await expect(
      comesIn(way, authorization, { conversation: { ...activity.conversation, tenantId: 'another' } }),
    ).rejects.toMatchObject({ reason: 'tenant' });
    await expect(
      comesIn(way, authorization, { serviceUrl: 'https://smba.trafficmanager.net/emea/' }),
    ).rejects.toMatchObject({ reason: 'service-url' });
  });

  it('is closed when a rehearsal is long over', async () => {
    const way = wayIn();
    now = new Date(NOW.getTime() + 7 * MINUTES);
    await expect(comesIn(way, way.authorization)).rejects.toMatchObject({ reason: 'expired' });
  });
});
