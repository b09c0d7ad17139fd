import { createDelivery, createFamiliarity, type Deliveries } from '../../bot/deliveries/by-subject';
import { Unreadable } from '../../bot/domain/errors';
import type { Delivery } from '../../bot/domain/outbox/attempts';
import { timerOf } from '../fixtures/kites';

const SENT: Delivery = { result: 'sent' };
const timer = timerOf({ id: 'kite-1' }, '2026-03-02T09:00:00.000Z');

/** What of an entry of a kite is known and done where kites go out like this, and what the log says. */
async function asked(kite: Deliveries, entry = timer) {
  const logged: string[] = [];
  const log = { info() {}, warn() {}, error: (event: string) => void logged.push(event) };
  const subjects = { case: { isFamiliar: async () => true, ways: {} }, kite };
  const isFamiliar = await createFamiliarity(subjects, { log })(entry);
  return { isFamiliar, delivery: await createDelivery(subjects)(entry, 'none'), logged };
}

const timed: Deliveries = { isFamiliar: async () => true, ways: { timer: async () => SENT } };

it('goes the way of its subject', async () => {
  expect(await asked(timed)).toEqual({ isFamiliar: true, delivery: SENT, logged: [] });
});

it('is left to a version that has the way, and told as nothing that happened, where the subject has none here', async () => {
  const letter = { ...timer, channel: 'mail' } as const;
  expect(await asked(timed, letter)).toMatchObject({ isFamiliar: false, delivery: { result: 'refused' }, logged: [] });
});

it('is left to a version that has the subject', async () => {
  for (const subject of ['balloon', 'constructor']) {
    expect(await asked(timed, { ...timer, subject })).toMatchObject({ isFamiliar: false });
  }
});

it('is left where its subject cannot be read, which the log tells', async () => {
  const isFamiliar = () => Promise.reject(new Unreadable('Row kite-1', { why: 'it was spoiled by hand' }));
  expect(await asked({ ...timed, isFamiliar })).toMatchObject({
    isFamiliar: false,
    logged: ['delivery.kite-unreadable'],
  });
});
