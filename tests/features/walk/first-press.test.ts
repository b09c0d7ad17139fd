import { RECEIVED } from '../../fixtures/model';
import { type GuardedAssistant, startGuardedAssistant } from '../../fixtures/openid/guarded-assistant';

let guarded: GuardedAssistant;
beforeAll(async () => {
  guarded = await startGuardedAssistant();
  await guarded.assistant.bot.worker.stop();
});
afterAll(() => guarded.close());

const [[item, value] = []] = Object.entries(RECEIVED);

const answer = (draft: string, revision: number) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  text: undefined,
  value: {
    action: { type: 'Action.Execute', verb: 'answer', data: { draft, revision, item, value } },
    trigger: 'manual',
  },
});

it('the first press after ready asks nobody for keys, and storage for no more than any press that finds nothing remembered', async () => {
  const { assistant, openId, activity, post } = guarded;
  expect(openId.asked).toBe(1);
  await post(activity({ text: 'new visit request' }));
  const [, draft = '', revision = ''] =
    /"draft":"([^"]+)","revision":(\d+)/.exec(JSON.stringify(assistant.connector.calls.at(-1))) ?? [];
  expect(draft).not.toBe('');
  await assistant.restart();
  expect(openId.asked).toBe(2);
  await assistant.bot.worker.stop();
  assistant.tables.resetRequests();
  const { status, body } = await post(activity(answer(draft, Number(revision))));
  expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining(`"revision":${Number(revision) + 1}`)]);
  expect(openId.asked).toBe(2);
  expect(assistant.tables.requests.map(({ kind }) => kind)).toEqual(['read', 'write']);
});

it('the rehearsal before it gets the card of each walk, and leaves no trace', async () => {
  const { assistant } = guarded;
  await assistant.bot.worker.stop();
  const calls = assistant.connector.calls.length;
  const rows = JSON.stringify(assistant.tables.snapshot());
  const lines = assistant.logged.length;
  assistant.tables.resetRequests();
  await assistant.restart();
  await assistant.bot.worker.stop();
  expect(assistant.connector.calls).toHaveLength(calls);
  expect(JSON.stringify(assistant.tables.snapshot())).toBe(rows);
  const asked = assistant.tables.requests.filter(({ path }) => path.includes("RowKey='draft|"));
  // Each write is refused, and whoever is refused looks whether that was his own work.
  expect(asked.map(({ method }) => method).sort()).toEqual([...Array(6).fill('GET'), ...Array(3).fill('PUT')]);
  const told = assistant.logged.slice(lines).map((line) => JSON.parse(line));
  const { presses, cards } = told.find(({ event }) => event === 'bot.started').rehearsal;
  // As many as there was time for.
  expect(presses).toBeGreaterThan(0);
  expect(cards).toBe(presses);
  expect(told.map(({ event }) => event)).toEqual(['bot.stopped', 'bot.started']);
});

it('storage that does not know what is asked of it at a rehearsal keeps nobody from starting', async () => {
  const { assistant, activity, post } = guarded;
  assistant.tables.fault(({ path }) => (path.includes("RowKey='draft|") ? { status: 400 } : 'pass'));
  await assistant.restart();
  await assistant.bot.worker.stop();
  assistant.tables.fault();
  expect(JSON.parse(assistant.logged.at(-1) ?? '')).toMatchObject({ event: 'bot.started' });
  expect((await post(activity({ text: 'new visit request' }))).status).toBe(200);
});
