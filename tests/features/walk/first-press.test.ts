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
