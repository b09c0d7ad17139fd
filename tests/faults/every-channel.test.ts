/**
 * Every way in which the platform is known to fail, in every channel: nothing goes out twice, what nobody knows of is not
 * guessed about, what was given up is listed, and a minute after the repair nothing is left.
 */
import { createGraph } from '../../bot/adapters/graph/graph-client';
import { KEY_PROPERTY } from '../../bot/adapters/graph/graph-mailer';
import { provisionList } from '../../bot/adapters/graph/sharepoint-list';
import type { Call, Failure } from '../fixtures/connector/start-connector';
import { type GraphCallSeen, type GraphStandIn, startGraph } from '../fixtures/graph/start-graph';
import { objectsIn } from '../fixtures/json';
import { type RunningAssistant, startAssistant } from '../fixtures/running-assistant';
import type { TeamsPerson } from '../fixtures/teams-person';
import { memberOf } from '../fixtures/unit-members';
import { type Row, storedRows } from '../playing/stored-rows';
import { cardText, walkToReceipt, walkToSummary, wordsIn } from '../playing/visit-walk';

const FAILURES: readonly (readonly [string, Failure])[] = [
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '20' } }],
  ['429 without', { status: 429 }],
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['503 with Retry-After', { status: 503, headers: { 'retry-after': '20' } }],
  ['504 after accepting', { status: 504, afterAccepting: true }],
  ['a reset after accepting', { reset: true, afterAccepting: true }],
  ['401', { status: 401 }],
  ['403', { status: 403 }],
  ['404', { status: 404 }],
  ['412', { status: 412 }],
];
const START = Date.parse('2026-03-02T09:00:00Z');
/** Teams gives a press longer; the product promises this. */
const ANSWERED_WITHIN_MS = 3_000;

let graph: GraphStandIn;
let assistant: RunningAssistant;
let aino: TeamsPerson;
let eero: TeamsPerson;
let grace: TeamsPerson;

beforeEach(async () => {
  graph = await startGraph();
  const options = { baseUrl: graph.url, token: async () => graph.token, answerWithinMs: 1_500 };
  const place = { siteId: graph.site.id, list: 'Kv' };
  await provisionList(createGraph(options), place);
  assistant = await startAssistant({
    now: new Date(START).toISOString(),
    graph: {
      ...options,
      accounts: graph.teamwork.users,
      mailbox: graph.mailbox.address,
      sharepoint: { ...place, library: graph.site.libraries[1]?.webUrl ?? '' },
      catalogApp: graph.teamwork.catalogApp,
    },
  });
  const person = (name: string) => assistant.person(name);
  [aino, eero, grace] = [person('Aino Esimerkki'), person('Eero Malliperhe'), person('Grace Placeholder')];
  await assistant.setMembers('international-affairs', { members: [memberOf(grace)] });
  await assistant.setMembers('espoo-marketing-business', { members: [memberOf(eero)] });
  await Promise.all([grace.says('hi'), eero.says('hi')]);
  // The directory is refreshed behind the first question after a minute.
  assistant.setNow(new Date(START + 61_000).toISOString());
  await grace.says('hi');
});
afterEach(async () => {
  expect([...assistant.violations(), ...graph.violations]).toEqual([]);
  await assistant.close();
  await graph.close();
});

const entries = (number: string): readonly Row[] =>
  storedRows(assistant.tables).entries.filter((row) => row.case === number && row.channel !== 'timer');

/** What each channel has carried out for a case, by outbox entry or kind: every number must be one at most. */
function effects(number: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const { activity } of assistant.connector.conversation(eero.conversationId).messages) {
    if (JSON.stringify(activity).includes(number)) count('card to Eero');
  }
  for (const { singleValueExtendedProperties } of graph.mailbox.sent) {
    for (const { id, value } of objectsIn(singleValueExtendedProperties)) if (id === KEY_PROPERTY) count(String(value));
  }
  for (const { fields } of graph.site.lists.flatMap(({ items }) => items))
    if (fields.CaseNumber === number) count('line');
  for (const { folders } of graph.site.libraries) for (const name of folders) if (name === number) count('folder');
  return counts;
}

/** Whether a request belongs to the channel that is made to fail. */
const inTeams = ({ body }: Call) => JSON.stringify(body ?? '').includes('V-2026-') && !isAnswer(body);
const isAnswer = (body: unknown) => JSON.stringify(body).includes(wordsIn('en').own('home.hello.title'));
const isMail = ({ parts }: GraphCallSeen) => parts.includes('messages') || parts.includes('sendMail');
const isSharepoint = ({ parts }: GraphCallSeen) => parts[0] === 'sites' || parts[0] === 'drives';

type Channel = 'teams' | 'mail' | 'sharepoint';

function fail(channel: Channel, failure: Failure | undefined): void {
  assistant.connector.fail((call) => (channel === 'teams' && inTeams(call) ? failure : undefined));
  graph.fail((call) => {
    const isMeant = channel === 'mail' ? isMail(call) : channel === 'sharepoint' && isSharepoint(call);
    return isMeant ? failure : undefined;
  });
}

/** The worker looks every quarter of a minute; so does the time of this test. */
async function aMinutePasses(from: number): Promise<void> {
  for (let seconds = 15; seconds <= 60; seconds += 15) {
    assistant.setNow(new Date(from + seconds * 1000).toISOString());
    await assistant.bot.worker.drain();
  }
}

describe.each<Channel>(['teams', 'mail', 'sharepoint'])('while %s answers', (channel) => {
  it.each(FAILURES)(
    '%s: at most one effect each, and nothing left a minute after the repair',
    async (_name, failure) => {
      await walkToSummary(aino);
      fail(channel, failure);
      const pressed = performance.now();
      await aino.press('Send');
      expect(performance.now() - pressed).toBeLessThan(ANSWERED_WITHIN_MS);
      expect(aino.texts()).toContain(wordsIn('en').own('receipt.title'));
      const number = String(storedRows(assistant.tables).cases[0]?.number);
      await assistant.settled(number);
      const failedAt = START + 61_000;
      await aMinutePasses(failedAt);
      // What perhaps went out, and cannot be looked for, was tried once.
      for (const entry of entries(number).filter(({ state }) => state === 'unknown' && channel === 'teams')) {
        expect(entry).toMatchObject({ attempts: 1 });
      }

      fail(channel, undefined);
      const repaired = failedAt + 60_000;
      await aMinutePasses(repaired);
      const left = entries(number).filter(({ state }) => state !== 'sent' && state !== 'obsolete');
      for (const { state } of left) expect(['dead', 'unknown']).toContain(state);
      const counted = effects(number);
      for (const [what, times] of Object.entries(counted)) expect([what, times]).toEqual([what, 1]);
      // What was sent has its one effect; only what is stuck may lack it.
      const expected = {
        'card to Eero': 1,
        [`${number}.request.espoo-marketing-business.mail`]: 1,
        [`${number}.information.service-development.mail`]: 1,
        [`${number}.information.sustainable-development.mail`]: 1,
        line: 1,
        folder: 1,
      };
      if (left.length === 0) expect(counted).toEqual(expected);

      await grace.says('undelivered');
      for (const { entry } of left) {
        const purpose = String(entry).split('.')[1] as 'receipt' | 'request' | 'information' | 'folder' | 'line-2';
        const name = purpose === 'line-2' ? 'line' : purpose;
        expect(cardText(grace)).toContain(wordsIn('en').own(`undelivered.purpose.${name}`));
      }
      if (left.length === 0) expect(cardText(grace)).toContain(wordsIn('en').own('undelivered.none'));
    },
  );
});

it('a person answers, asks and is answered in time while nothing at all goes out', async () => {
  assistant.connector.fail((call) => (inTeams(call) ? { delayMs: 60_000 } : undefined));
  graph.fail(() => ({ delayMs: 60_000 }));
  const started = performance.now();
  await walkToReceipt(aino);
  expect(performance.now() - started).toBeLessThan(10_000);
});
