import { KEY_PROPERTY } from '../../bot/adapters/graph/graph-mailer';
import { type Failure, type GraphCallSeen, type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';
import { objectsIn } from '../fixtures/json';
import { type RunningAssistant, startAssistant } from '../fixtures/running-assistant';
import { entryStates, storedRows } from '../playing/stored-rows';
import { walkToReceipt } from '../playing/visit-walk';

let graph: GraphStandIn;
let assistant: RunningAssistant;

beforeEach(async () => {
  graph = await startGraph();
  const options = { baseUrl: graph.url, token: async () => graph.token, answerWithinMs: 1_500 };
  const mailbox = graph.mailbox.address;
  assistant = await startAssistant({
    now: '2026-03-02T09:00:00Z',
    graph: { ...options, mailbox, accounts: graph.teamwork.users },
  });
});
afterEach(async () => {
  expect([...assistant.violations(), ...graph.violations]).toEqual([]);
  await assistant.close();
  await graph.close();
});

const isSend = ({ shape }: GraphCallSeen) => shape.endsWith('/send');
const isDraft = ({ shape }: GraphCallSeen) => shape === 'POST users/*/messages';

/** The states of a case's mails, each once. */
function mailStates(number: string): readonly unknown[] {
  const states = Object.entries(entryStates(storedRows(assistant.tables), number));
  return [...new Set(states.filter(([key]) => key.endsWith('.mail')).map(([, state]) => state))];
}

/** The outbox keys of the mails that have left the mailbox. */
function sentKeys(): readonly unknown[] {
  const properties = graph.mailbox.sent.flatMap((message) => objectsIn(message.singleValueExtendedProperties));
  return properties.filter(({ id }) => id === KEY_PROPERTY).map(({ value }) => value);
}

function expectEachOnce(number: string): void {
  expect(mailStates(number)).toEqual(['sent']);
  expect([...sentKeys()].sort()).toEqual([
    `${number}.information.service-development.mail`,
    `${number}.information.sustainable-development.mail`,
    `${number}.request.espoo-marketing-business.mail`,
  ]);
}

it('mails go through Graph where a mailbox is set, and the start says so', async () => {
  const number = await walkToReceipt(assistant.person('Aino Esimerkki'));
  await assistant.settled(number);
  expectEachOnce(number);
  expect(assistant.logged.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ event: 'bot.started', channels: expect.objectContaining({ mail: 'graph' }) }),
  );
});

describe.each<[string, Failure, unknown]>([
  ['429', { status: 429, headers: { 'retry-after': '20' } }, 'due'],
  ['500', { status: 500, afterAccepting: true }, 'unknown'],
  ['503', { status: 503, headers: { 'retry-after': '20' } }, 'unknown'],
  ['504', { status: 504, afterAccepting: true }, 'unknown'],
  ['a broken connection', { reset: true, afterAccepting: true }, 'unknown'],
  ['nothing', { delayMs: 60_000, afterAccepting: true }, 'unknown'],
])('when Graph answers %s to what sends', (_what, failure, state) => {
  it('nothing is sent twice, and a minute after the repair everything has been sent', async () => {
    graph.fail((call) => (isSend(call) ? failure : undefined));
    const number = await walkToReceipt(assistant.person('Aino Esimerkki'));
    await assistant.settled(number);
    expect(mailStates(number)).toEqual([state]);
    graph.fail();
    const before = graph.calls.length;
    assistant.setNow('2026-03-02T09:00:15Z');
    await assistant.bot.worker.drain();
    if (state === 'unknown') expect(graph.calls).toHaveLength(before);
    assistant.setNow('2026-03-02T09:01:00Z');
    await assistant.bot.worker.drain();
    expectEachOnce(number);
    // Every second attempt begins by looking.
    const again = graph.calls.slice(before).filter(({ method }) => method === 'POST');
    expect(again.filter(isDraft)).toEqual([]);
  });
});

it('a worker that went silent while it sent is replaced, and the mails go out once', async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<undefined>((resolve) => {
    letGo = () => resolve(undefined);
  });
  graph.fail((call) => (isSend(call) ? held : undefined));
  const number = await walkToReceipt(assistant.person('Aino Esimerkki'));
  const other = await assistant.startAnother();
  assistant.setNow('2026-03-02T09:01:01Z');
  graph.fail();
  await other.worker.drain();
  letGo();
  await assistant.settled(number);
  assistant.setNow('2026-03-02T09:02:02Z');
  await other.worker.drain();
  expectEachOnce(number);
});

it('a person who presses is answered while Graph does not answer at all', async () => {
  graph.fail(() => ({ delayMs: 60_000 }));
  const person = assistant.person('Aino Esimerkki');
  const before = performance.now();
  const number = await walkToReceipt(person);
  // The whole walk, some fifteen presses.
  expect(performance.now() - before).toBeLessThan(10_000);
  expect(number).toMatch(/^V-2026-/);
});
