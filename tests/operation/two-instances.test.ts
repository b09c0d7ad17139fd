import type { Bot } from '../../bot/start/assembly';
import { RECEIVED } from '../fixtures/model';
import { type GuardedAssistant, startGuardedAssistant } from '../fixtures/openid/guarded-assistant';

/** Two instances as they run in production, behind their doors, on one storage. */
let guarded: GuardedAssistant;
let instances: readonly Bot[];

beforeAll(async () => {
  guarded = await startGuardedAssistant();
  const { assistant } = guarded;
  instances = [assistant.bot, await assistant.startAnother()];
  await Promise.all(instances.map(({ worker }) => worker.stop()));
});
afterAll(() => guarded.close());

const [FIRST, ...OTHERS] = Object.entries(RECEIVED).map(([item, value]) => ['answer', { item, value }] as const);
/** Every press up to the outcome, with the form on the way. */
const PRESSES = [FIRST, ['fill', { step: 'what-and-when', 'main-theme': 'innovation' }] as const, ...OTHERS];

/** The draft and the revision that a card shows. */
function placeOn(card: unknown): { readonly draft: string; readonly revision: number } {
  const [, draft = '', revision = ''] = /"draft":"([^"]+)","revision":(\d+)/.exec(JSON.stringify(card)) ?? [];
  return { draft, revision: Number(revision) };
}

it('answer the presses of one walk by turns, each for a read and a write', async () => {
  const { assistant, activity, post } = guarded;
  await post(activity({ text: 'new visit request' }));
  let place = placeOn(assistant.connector.calls.at(-1));
  for (const [at, [verb, data] = ['', {}]] of PRESSES.entries()) {
    assistant.sendTo(instances[(at + 1) % instances.length] as Bot);
    assistant.tables.resetRequests();
    const action = { type: 'Action.Execute', verb, data: { ...place, ...data } };
    const press = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      text: undefined,
      value: { action, trigger: 'manual' },
    };
    const { status, body } = await post(activity(press));
    expect([status, placeOn(body)]).toEqual([200, { ...place, revision: place.revision + 1 }]);
    expect(assistant.tables.requests.map(({ kind }) => kind)).toEqual(['read', 'write']);
    place = placeOn(body);
  }
  expect(place.revision).toBe(PRESSES.length);
  expect(assistant.violations()).toEqual([]);
});

it('let nobody in without a token, neither of them', async () => {
  const { assistant, activity } = guarded;
  for (const instance of instances) {
    assistant.sendTo(instance);
    expect(await guarded.post(activity(), 'Bearer none')).toEqual({ status: 401, body: undefined });
  }
});
