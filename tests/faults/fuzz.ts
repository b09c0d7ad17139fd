/** Mutated activities against the running endpoint: what Teams would never send, somebody will. */
import fc from 'fast-check';
import { readPress, verbs } from '../../bot/cards/verbs';
import { isObject, type JsonObject } from '../fixtures/json';
import { startAssistant } from '../fixtures/running-assistant';
import { BEGIN } from '../playing/visit-walk';

export interface Fuzzed {
  readonly sent: number;
  /** How many were answered with each status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

/** An invoke that is no press of a card: the SDK says that it is not implemented, without a word more. */
const DELIBERATE = 501;
/** Storage is compared after so many that must not write. */
const BATCH = 20;
const LEAK = /node_modules|\bat .+:\d+:\d+|(Type|Range|Syntax|Reference)?Error\b|Cannot read|is not a function|\.ts\b/;
const ODD: readonly unknown[] = [
  null,
  '',
  [],
  {},
  0,
  -1,
  1e308,
  true,
  'x'.repeat(5_000),
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  "' or PartitionKey ne '",
  '__proto__',
  'a|b/c\\d#e?f',
  '<at>Bot</at>',
  '2026-02-30',
  'V-2026-0000',
];

/** Sends so many mutated activities, the same for the same seed. */
export async function fuzz({ seed, count }: { seed: number; count: number }): Promise<Fuzzed> {
  const assistant = await startAssistant();
  const unhandled: string[] = [];
  const onUnhandled = (cause: unknown) => unhandled.push(`unhandled: ${cause}`);
  process.on('unhandledRejection', onUnhandled);
  const violations: string[] = [];
  const statuses: Record<string, number> = {};
  try {
    const activities = await realActivities(assistant);
    const mutated = fc.sample(mutation(activities), { numRuns: count, seed });
    let quiet: unknown[] = [];
    const post = async (activity: unknown) => {
      const answer = await fetch(`${assistant.bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      const text = await answer.text();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 500 && answer.status !== DELIBERATE)
        violations.push(`${answer.status} to ${short(activity)}`);
      if (answer.status !== 200 && LEAK.test(text))
        violations.push(`leaks ${text.slice(0, 200)} to ${short(activity)}`);
    };
    /** Sends together what must not write, and compares. */
    const flush = async () => {
      await assistant.bot.worker.drain();
      const before = assistant.tables.snapshot();
      await Promise.all(quiet.map(post));
      if (assistant.tables.snapshot() !== before) violations.push(`wrote for one of ${quiet.map(short).join('\n')}`);
      quiet = [];
    };
    for (const activity of mutated) {
      if (mayWrite(activity)) await post(activity);
      else quiet.push(activity);
      if (quiet.length >= BATCH) await flush();
    }
    await flush();
    const health = await fetch(`${assistant.bot.url}/healthz`);
    if (health.status !== 200) violations.push(`afterwards it is not alive: ${health.status}`);
    const person = assistant.person('Somebody Afterwards');
    await person.says('hi');
    if (person.cards().length === 0) violations.push('afterwards it does not answer');
  } finally {
    process.off('unhandledRejection', onUnhandled);
    await assistant.close();
  }
  return { sent: count, statuses, violations: [...violations, ...unhandled] };
}

/** What Teams sends: words, an installation, people that come, a press of every verb there is. */
async function realActivities(assistant: Awaited<ReturnType<typeof startAssistant>>): Promise<readonly JsonObject[]> {
  const person = assistant.person('Aino Esimerkki');
  await person.installs();
  const installed = person.last();
  await person.says(BEGIN.en);
  const said = person.last();
  await person.press(({ verb, data }) => verb === 'answer' && isObject(data) && data.value === true);
  const pressed = person.last();
  const { draft } = dataOf(pressed);
  const payload = {
    draft,
    revision: 1,
    item: 'dignitary',
    value: true,
    step: 'visitor',
    case: 'V-2026-0042',
    action: 'accept',
    event: 1,
    as: 'responsible',
    todo: 'planning.gifts',
    list: 'planning',
    text: 'words',
    process: 'visit-request',
    language: 'en',
    notify: 'daily',
    entry: 'V-2026-0042.request.sector.teams',
    wish: 'send',
  };
  const presses = Object.keys(verbs).map((verb): JsonObject => {
    const action = { type: 'Action.Execute', verb, data: payload };
    return { ...pressed, value: { action, trigger: 'manual' } };
  });
  return [said, installed, { ...installed, type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }, ...presses];
}

function dataOf(activity: JsonObject): JsonObject {
  const action = isObject(activity.value) && isObject(activity.value.action) ? activity.value.action : {};
  return isObject(action.data) ? action.data : {};
}

/** One or two members, however deep, taken away or replaced by something odd. */
function mutation(activities: readonly JsonObject[]): fc.Arbitrary<unknown> {
  const odd = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 2 }));
  const change = fc.record({ at: fc.nat(), drop: fc.boolean(), value: odd });
  return fc
    .tuple(fc.constantFrom(...activities), fc.array(change, { minLength: 1, maxLength: 2 }))
    .map(([activity, changes]) => {
      const copy: JsonObject = structuredClone(activity);
      for (const { at, drop, value } of changes) {
        const places = placesIn(copy);
        const place = places[at % places.length];
        if (!place) continue;
        // Where replies go is the connector; another host would only be waited for.
        if (place.name === 'serviceUrl') continue;
        if (drop) delete place.holder[place.name];
        else place.holder[place.name] = value;
      }
      return copy;
    });
}

interface Place {
  readonly holder: JsonObject;
  readonly name: string;
}

function placesIn(holder: JsonObject): readonly Place[] {
  return Object.entries(holder).flatMap(([name, value]) => [
    { holder, name },
    ...(isObject(value) ? placesIn(value) : []),
  ]);
}

/** Whether an activity is one that may write: words, an installation, or a press that passes its verb's schema. */
function mayWrite(activity: unknown): boolean {
  if (!isObject(activity)) return false;
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  if (activity.type === 'message') return true;
  if (activity.type !== 'invoke' || activity.name !== 'adaptiveCard/action' || !isObject(activity.value)) return false;
  const { action } = activity.value;
  return isObject(action) && readPress(action.verb, action.data) !== undefined;
}

function short(activity: unknown): string {
  return JSON.stringify(activity).slice(0, 1_500);
}
