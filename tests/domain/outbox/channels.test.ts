import { afterAttempt, claimed, isWaiting } from '../../../bot/domain/outbox/attempts';
import { CHANNELS, type Channel, channelsIn, mayRepeat } from '../../../bot/domain/outbox/channels';
import type { OutboxEntry } from '../../../bot/domain/outbox/entry';

const NOW = new Date('2026-11-21T12:00:00.000Z');

function unsureBy(channel: Channel): OutboxEntry {
  const entry: OutboxEntry = {
    key: 'V-2026-0042.request.sector',
    case: 'V-2026-0042',
    purpose: 'request',
    channel,
    target: { kind: 'unit', unit: 'sector', deliverTo: 'sector' },
    event: 2,
    due: '2026-11-21T11:00:00.000Z',
    attempts: 0,
    state: 'due',
  };
  return afterAttempt(claimed(entry, NOW), { result: 'unsure', failure: 'timeout' }, NOW, 1);
}

it('only what a channel declares is repeated by itself', () => {
  const repeated = CHANNELS.filter((channel) => isWaiting(unsureBy(channel)));
  expect(repeated).toEqual(['mail', 'sharepoint', 'register', 'timer', 'fan-out']);
});

it('a channel without a declaration is not repeated, whatever its name', () => {
  for (const name of ['pager', 'constructor']) {
    expect(mayRepeat(name as Channel)).toBe(false);
    expect(isWaiting(unsureBy(name as Channel))).toBe(false);
  }
});

it('every channel has one lane', () => {
  const lanes = (['house', 'sharepoint', 'mail', 'teams'] as const).flatMap(channelsIn);
  expect([...lanes].sort()).toEqual([...CHANNELS].sort());
});
