/** Instances whose clocks are minutes apart share the outbox as if they were not: the time is storage's. */
import { StorageClock } from '../../bot/adapters/tables/rows/storage-clock';
import { type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';
import { type RunningAssistant, startAssistant } from '../fixtures/running-assistant';
import { storedRows } from '../playing/stored-rows';
import { walkToReceipt, walkToSummary } from '../playing/visit-walk';

const FIVE_MINUTES = 5 * 60_000;
const NOW = '2026-03-02T09:00:00.000Z';

let graph: GraphStandIn | undefined;
let assistant: RunningAssistant | undefined;

afterEach(async () => {
  await assistant?.close();
  await graph?.close();
  assistant = undefined;
  graph = undefined;
});

it.each([-FIVE_MINUTES, FIVE_MINUTES])(
  'a mail that one off by %i ms is sending is not sent by another',
  async (off) => {
    graph = await startGraph();
    const mail = graph;
    const options = { baseUrl: mail.url, token: async () => mail.token, answerWithinMs: 5_000 };
    assistant = await startAssistant({
      now: NOW,
      graph: { ...options, mailbox: mail.mailbox.address, accounts: mail.teamwork.users },
    });
    const bots = assistant;
    const right = assistant.bot;
    const wrong = await assistant.startAnother({ clockOffMs: off });
    assistant.sendTo(wrong);
    const person = assistant.person('Aino Esimerkki');
    await walkToSummary(person);
    let letGo: (() => void) | undefined;
    const held = new Promise<undefined>((resolve) => {
      letGo = () => resolve(undefined);
    });
    const arrived = new Promise<void>((resolve) => {
      mail.fail(() => {
        resolve();
        return held;
      });
    });
    await person.press('Send');
    await arrived;
    mail.fail();
    await right.worker.drain();
    letGo?.();
    const number = String(storedRows(bots.tables).cases[0]?.number);
    await assistant.settled(number);
    await Promise.all([right.worker.drain(), wrong.worker.drain()]);
    const subjects = mail.mailbox.sent.map(({ toRecipients }) => JSON.stringify(toRecipients));
    expect(new Set(subjects).size).toBe(3);
    expect(subjects).toHaveLength(3);
    const late = storedRows(bots.tables).entries.filter((row) => row.channel !== 'timer' && row.state !== 'sent');
    expect(late.filter(({ state }) => state !== 'obsolete')).toEqual([]);
  },
);

const HOURS = 3_600_000;

describe('an instance whose clock is off by', () => {
  it.each([
    ['25 hours', 25 * HOURS],
    ['two years', 2 * 8_766 * HOURS],
    ['two hours, behind', -2 * HOURS],
  ])('%s is not ready, and takes nothing until it agrees with storage', async (_, off) => {
    assistant = await startAssistant({ now: NOW });
    const right = assistant.bot;
    await right.worker.stop();
    const person = assistant.person('Aino Esimerkki');
    const number = await walkToReceipt(person);
    const wrong = await assistant.startAnother({ clockOffMs: off });
    const before = assistant.tables.snapshot();
    await wrong.worker.drain();
    await wrong.worker.drain(number);
    await wrong.nightly.run();
    expect(assistant.tables.snapshot()).toBe(before);
    expect((await fetch(`${wrong.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${right.url}/readyz`)).status).toBe(200);
    expect(assistant.logged.filter((line) => line.includes('clock.not-trusted'))).toHaveLength(1);
  });
});

describe('the clock of storage', () => {
  let own: Date;
  let clock: StorageClock;

  beforeEach(() => {
    own = new Date(NOW);
    clock = new StorageClock({ now: () => own });
  });
  const hears = (secondsAhead: number) => clock.heard(new Date(own.getTime() + secondsAhead * 1000).toUTCString());
  const seconds = () => (clock.now().getTime() - own.getTime()) / 1000;

  it.each([
    [300, 300],
    [-300, -300],
    [1, 0],
    [7_200, 0],
  ])('that is %i s ahead is followed by %i s', (ahead, followed) => {
    hears(ahead);
    expect(seconds()).toBe(followed);
  });

  it('goes on between two answers, and follows when the own clock is set right', () => {
    hears(300);
    own = new Date(own.getTime() + 60_000);
    expect(clock.now().toISOString()).toBe('2026-03-02T09:06:00.000Z');
    own = new Date(own.getTime() + 300_000);
    hears(0);
    expect(seconds()).toBe(0);
  });

  it('that is more than an hour off is neither followed nor trusted, until both agree again', () => {
    hears(-300);
    expect(clock.isTrusted()).toBe(true);
    for (const apart of [3_700, -90_000]) {
      hears(apart);
      expect([clock.isTrusted(), seconds()]).toEqual([false, 0]);
    }
    hears(300);
    expect([clock.isTrusted(), seconds()]).toEqual([true, 300]);
  });

  it('is not heard in an answer without a time', () => {
    clock.heard(undefined);
    clock.heard('soon');
    expect(seconds()).toBe(0);
  });
});
