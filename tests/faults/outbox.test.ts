import { type Call, type Failure, failFirst } from '../fixtures/connector/start-connector';
import type { TeamsPerson } from '../fixtures/teams-person';
import { mailsIn } from '../playing/mails';
import { entryStates, type Row, storedRows } from '../playing/stored-rows';
import { walkToReceipt, walkToSummary, wordsIn } from '../playing/visit-walk';
import { withAssistant } from '../playing/with-assistant';

const RECEIPT = 'receipt.requester.teams';
const REQUEST = 'request.espoo-marketing-business.teams';
const MAILS = {
  'request.espoo-marketing-business.mail': 'sent',
  'information.service-development.mail': 'sent',
  'information.sustainable-development.mail': 'sent',
};
const NOW = '2026-03-02T09:00:00.000Z';

let person: TeamsPerson;

const assistant = withAssistant({ now: NOW }, { forEachTest: true });
beforeEach(async () => {
  person = assistant.person('Aino Esimerkki');
});

const isUpdate = ({ method }: Call) => method === 'PUT';

/** The receipt's update in place, or the unit's card: what the outbox sends, not what a person gets as an answer. */
const isDelivery = (call: Call) => isUpdate(call) || JSON.stringify(call.body).includes('Local mode');

const deliveries = () => assistant.connector.calls.filter(isDelivery);

/** Submits while the connector fails what is delivered; resolves when everything was tried. */
async function submitWhile(failure: Failure): Promise<string> {
  await walkToSummary(person);
  assistant.connector.fail((call) => (isDelivery(call) ? failure : undefined));
  await person.press('Send');
  expect(person.texts()).toContain(wordsIn('en').own('receipt.title'));
  const number = String(storedRows(assistant.tables).cases[0]?.number);
  await assistant.settled(number);
  return number;
}

function entry(number: string, name: string): Row {
  const found = storedRows(assistant.tables).entries.find((row) => row.entry === `${number}.${name}`);
  if (found === undefined) throw new Error(`no entry ${name}`);
  return found;
}

/** How many seconds from now an entry is due. */
const dueIn = (row: Row) => (Date.parse(String(row.due)) - Date.parse(NOW)) / 1000;

describe('when Teams answers', () => {
  it('429 with Retry-After: both wait at least that long, are sent then, and nothing went out twice', async () => {
    const number = await submitWhile({ status: 429, headers: { 'retry-after': '120' } });
    for (const name of [RECEIPT, REQUEST]) {
      expect(entry(number, name)).toMatchObject({ state: 'due', failure: 'connector-429', attempts: 1 });
      expect(dueIn(entry(number, name))).toBe(120);
    }
    expect(deliveries()).toHaveLength(2);
    assistant.connector.fail();
    assistant.setNow('2026-03-02T09:01:59Z');
    await assistant.bot.worker.drain();
    expect(deliveries()).toHaveLength(2);
    assistant.setNow('2026-03-02T09:02:00Z');
    await assistant.bot.worker.drain();
    expect(entryStates(storedRows(assistant.tables), number)).toEqual({
      ...MAILS,
      [RECEIPT]: 'sent',
      [REQUEST]: 'sent',
    });
    expect(deliveries()).toHaveLength(4);
  });

  it('429 without it: both are tried again after a few seconds', async () => {
    const number = await submitWhile({ status: 429 });
    for (const name of [RECEIPT, REQUEST]) {
      expect(entry(number, name)).toMatchObject({ state: 'due', failure: 'connector-429' });
      expect(dueIn(entry(number, name))).toBeGreaterThanOrEqual(2.5);
      expect(dueIn(entry(number, name))).toBeLessThanOrEqual(5);
    }
  });

  it.each([409, 412])('%i, because of another operation: both are tried again after growing pauses', async (status) => {
    const number = await submitWhile({ status });
    for (const name of [RECEIPT, REQUEST]) {
      expect(entry(number, name)).toMatchObject({ state: 'due', failure: `connector-${status}` });
      expect(dueIn(entry(number, name))).toBeLessThanOrEqual(5);
    }
    assistant.setNow('2026-03-02T09:00:06Z');
    await assistant.bot.worker.drain();
    expect(dueIn(entry(number, REQUEST))).toBeGreaterThan(6 + 5 - 0.001);
    assistant.connector.fail();
    assistant.setNow('2026-03-02T09:01:00Z');
    await assistant.bot.worker.drain();
    expect(entryStates(storedRows(assistant.tables), number)).toMatchObject({ [RECEIPT]: 'sent', [REQUEST]: 'sent' });
    expect(deliveries().filter((call) => !isUpdate(call))).toHaveLength(3);
  });

  it('403, because the person has blocked the assistant: they get no more there, and it goes by mail', async () => {
    const number = await submitWhile({ status: 403 });
    await assistant.bot.worker.drain();
    for (const name of [RECEIPT, REQUEST]) {
      // Nobody knows an address of hers, and of the unit only its mailbox, which has its mail.
      expect(entry(number, name)).toMatchObject({ channel: 'mail' });
    }
    expect(entry(number, RECEIPT)).toMatchObject({ state: 'dead', failure: 'no-address' });
  });

  it.each([400, 401, 404, 413])('%i: nobody tries again what was refused', async (status) => {
    const number = await submitWhile({ status });
    expect(entryStates(storedRows(assistant.tables), number)).toEqual({
      ...MAILS,
      [RECEIPT]: 'dead',
      [REQUEST]: 'dead',
    });
    expect(entry(number, RECEIPT)).toMatchObject({ failure: `connector-${status}` });
    expect(deliveries()).toHaveLength(2);
  });

  it.each<[string, Failure, string]>([
    ['408', { status: 408 }, 'connector-408'],
    ['500', { status: 500 }, 'connector-500'],
    ['502 although the message stands there', { status: 502, afterAccepting: true }, 'connector-502'],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '1' } }, 'connector-503'],
    ['nothing: the connection breaks', 'reset', 'econnreset'],
    ['nothing, although the message stands there', { reset: true, afterAccepting: true }, 'econnreset'],
  ])('%s: a new message is never sent a second time, an update in place is', async (_what, failure, code) => {
    const number = await submitWhile(failure);
    expect(entry(number, REQUEST)).toMatchObject({ state: 'unknown', failure: code, attempts: 1 });
    expect(entry(number, RECEIPT)).toMatchObject({ state: 'due', failure: code, attempts: 1 });
    expect(deliveries()).toHaveLength(2);
    assistant.connector.fail();
    assistant.setNow('2026-03-02T12:00:00Z');
    await assistant.bot.worker.drain();
    expect(entry(number, REQUEST)).toMatchObject({ state: 'unknown' });
    expect(entry(number, RECEIPT)).toMatchObject({ state: 'sent' });
    expect(deliveries().filter((call) => !isUpdate(call))).toHaveLength(1);
    person.reloads();
    person.looksAt(person.cards()[0]?.messageId ?? '');
    expect(person.texts()).toContain(number);
  });

  it('with trouble for a while: the pauses grow, and it gets through in the end', async () => {
    const number = await submitWhile({ status: 500 });
    const pauses = [dueIn(entry(number, RECEIPT))];
    let now = Date.parse(NOW);
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      now = Date.parse(String(entry(number, RECEIPT).due));
      assistant.setNow(new Date(now).toISOString());
      await assistant.bot.worker.drain();
      pauses.push((Date.parse(String(entry(number, RECEIPT).due)) - now) / 1000);
    }
    for (const [at, pause] of pauses.entries()) {
      // At most forty seconds, so that all is out within a minute once the trouble is over.
      const longest = Math.min(5 * 2 ** at, 40);
      expect(pause).toBeGreaterThanOrEqual(longest / 2);
      expect(pause).toBeLessThanOrEqual(longest);
    }
    assistant.connector.fail();
    assistant.setNow('2026-03-03T09:00:00Z');
    await assistant.bot.worker.drain();
    expect(entry(number, RECEIPT)).toMatchObject({ state: 'sent', attempts: 6 });
    expect(entry(number, RECEIPT).failure).toBeUndefined();
  });
});

describe('an answer in a turn', () => {
  it('is sent once, too, when the connector answers 500', async () => {
    assistant.connector.fail(failFirst(1, { status: 500, afterAccepting: true }));
    await person.says('hi');
    expect(assistant.connector.calls).toHaveLength(1);
    expect(person.cards()).toHaveLength(1);
  });
});

describe('the worker', () => {
  it('is woken by a submit and does not wait for its turn', async () => {
    await walkToReceipt(person);
    await assistant.connector.waitFor(isDelivery, { timeoutMs: 3_000 });
  });

  it('of a second instance delivers what the first left behind, each once', async () => {
    await assistant.bot.worker.stop();
    const number = await walkToReceipt(person);
    expect(Object.values(entryStates(storedRows(assistant.tables), number))).toEqual(Array(5).fill('due'));
    await assistant.restart();
    await assistant.settled(number);
    expect(Object.values(entryStates(storedRows(assistant.tables), number))).toEqual(Array(5).fill('sent'));
    expect(deliveries()).toHaveLength(2);
  });

  it('and another one at the same time send everything exactly once', async () => {
    await assistant.bot.worker.stop();
    const numbers = [];
    for (const name of ['One', 'Two', 'Three']) numbers.push(await walkToReceipt(assistant.person(name)));
    const [one, two] = await Promise.all([assistant.startAnother(), assistant.startAnother()]);
    await Promise.all([one.worker.drain(), two.worker.drain(), one.worker.drain(), two.worker.drain()]);
    for (const number of numbers) await assistant.settled(number);
    expect(deliveries()).toHaveLength(6);
    expect(deliveries().filter(isUpdate)).toHaveLength(3);
    expect(mailsIn(assistant.mailFolder)).toHaveLength(9);
    const sent = assistant.logged
      .filter((line) => line.includes('delivery.sent'))
      .map((line) => JSON.parse(line).entry);
    // Receipt, card, three mails, the lines in register and list, and the folder, of each of the three.
    expect(new Set(sent).size).toBe(24);
    expect(sent).toHaveLength(24);
  });

  it.each([
    ['an update in place, is replaced: it is repeated', RECEIPT, 'sent'],
    ['a new message, is not guessed about: it is left for somebody to look at', REQUEST, 'unknown'],
  ])('that went silent over %s', async (_what, name, state) => {
    await walkToSummary(person);
    const { promise: held, resolve: letGo } = withResolvers();
    const isHeld = (call: Call) => isDelivery(call) && isUpdate(call) === (name === RECEIPT);
    assistant.connector.fail((call) => (isHeld(call) ? held : undefined));
    await person.press('Send');
    const number = String(storedRows(assistant.tables).cases[0]?.number);
    await assistant.connector.waitFor(isHeld, { at: 'arrival' });
    expect(entry(number, name)).toMatchObject({ state: 'claimed' });
    assistant.connector.fail();
    assistant.setNow('2026-03-02T09:00:59Z');
    const other = await assistant.startAnother();
    await other.worker.drain();
    expect(entry(number, name)).toMatchObject({ state: 'claimed' });
    assistant.setNow('2026-03-02T09:01:01Z');
    await other.worker.drain();
    expect(entry(number, name)).toMatchObject({ state });
    letGo();
    await assistant.settled(number);
    expect(entry(number, name)).toMatchObject({ state });
  });
});

/** A promise to be kept later. */
function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<undefined>((done) => {
    resolve = () => done(undefined);
  });
  return { promise, resolve };
}
