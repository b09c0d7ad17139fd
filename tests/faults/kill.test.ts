import { setTimeout as delay } from 'node:timers/promises';
import { createLog } from '../../bot/adapters/log/log';
import { openTables } from '../../bot/adapters/tables/tables';
import { createWorker } from '../../bot/deliveries/worker';
import { NO_TELEMETRY } from '../../bot/ports';
import { testContent } from '../fixtures/content';
import { type ActionChoice, type Inputs, texts } from '../fixtures/teams-person';
import type { Row } from '../playing/stored-rows';
import {
  answering,
  BEGIN,
  comingDays,
  comingProgramme,
  numberOn,
  PROGRAMME,
  THEME,
  VISITOR,
  walkToSummary,
  wordsIn,
} from '../playing/visit-walk';
import { type KillableBot, startKillableBot } from './bot-process';
import { seeded } from './seeded';

const LATE = {
  given: { dignitary: false, 'in-time': false, 'late-response': 'decline' },
  programme: comingProgramme(),
};

/** Every press of a walk, from the first question to the summary, left for later and nearly thrown away on the way. */
const PRESSES: readonly (readonly [ActionChoice, Inputs])[] = [
  [answering('dignitary', false), {}],
  ['fill', comingDays()],
  [answering('in-time', false), {}],
  [answering('late-response', 'decline'), {}],
  ['acknowledge', {}],
  ['fill', VISITOR],
  ['save', {}],
  ['resume', {}],
  ['fill', PROGRAMME],
  ['cancel', {}],
  ['keep', {}],
  ['fill', THEME],
  [answering('partner', false), {}],
];

/** The receipt, card and mail to the responsible unit, a mail to each of two units told, two lines, a folder, three timers. */
const ENTRIES = 11;
const ROUNDS = 5;
/** A submit takes some twenty milliseconds; beyond that the outbox is at work. */
const LATEST_KILL_MS = 60;
const SEED = 20_260_302;

let bot: KillableBot;

beforeAll(async () => {
  bot = await startKillableBot();
}, 60_000);
afterAll(() => bot.close());

it('a walk goes on where it was, however often the bot is killed: after every press, right after its answer', async () => {
  const person = bot.person('Aino Esimerkki', 'a1b2c3d4-0000-4000-8000-000000000001');
  await person.says(BEGIN.en);
  for (const [choice, inputs] of PRESSES) {
    await person.press(choice, inputs);
    const seen = person.texts({ opened: true });
    await bot.kill();
    await bot.start();
    // The old card, pressed again, is answered with the one that was seen last: the draft is where it was.
    const { card } = await person.repeatLast({ newId: true });
    expect(card && texts(card, { opened: true })).toEqual(seen);
  }
  await person.press('submit');
  expect(bot.connector.violations).toEqual([]);
  const { cases, drafts } = await bot.rows();
  expect(cases.map((row) => row.number)).toEqual([numberOn(person)]);
  expect(drafts).toHaveLength(1);
}, 90_000);

/** The person's case with all that belongs to it, or nothing of it. */
async function wholeCaseOf(name: string): Promise<Row | undefined> {
  const { cases, drafts, events, entries } = await bot.rows();
  const [draft] = drafts.filter((row) => row.ownerName === name);
  const made = cases.filter((row) => row.requesterName === name);
  expect(made.length).toBeLessThanOrEqual(1);
  const [found] = made;
  expect(draft).toMatchObject(found ? { status: 'closed', case: found.number } : { status: 'open' });
  expect(events.filter((row) => row.case === found?.number)).toHaveLength(found ? 2 : 0);
  const keys = entries.filter((row) => found && row.case === found.number).map((row) => row.entry);
  expect(new Set(keys).size).toBe(found ? ENTRIES : 0);
  return found;
}

it('a submit is recorded once or not at all, whenever the bot is killed, and pressed again answers with the receipt', async () => {
  const random = seeded(SEED);
  for (let round = 0; round < ROUNDS; round += 1) {
    const name = `Sender ${round}`;
    const person = bot.person(name, `a1b2c3d4-0000-4000-8000-00000000010${round}`);
    await walkToSummary(person, LATE);
    const card = person.seen();
    // Not waited for: the process dies somewhere on the way. Only in the last round has it certainly answered.
    const sending = person.press('Send').catch(() => undefined);
    await (round === ROUNDS - 1 ? sending : delay(round === 0 ? 0 : random() * LATEST_KILL_MS));
    await bot.kill();
    await sending;
    const recorded = await wholeCaseOf(name);
    if (round === ROUNDS - 1) expect(recorded).toBeDefined();
    await bot.start();
    await person.press('Send', {}, card);
    expect(person.texts()).toContain(wordsIn('en').own('receipt.title'));
    const number = numberOn(person);
    expect(await wholeCaseOf(name)).toMatchObject({ number });
    if (recorded) expect(number).toBe(recorded.number);
  }
}, 90_000);

it('what the killed ones left in the outbox is delivered by whoever comes later, or told as unknown', async () => {
  await bot.kill();
  const later = new Date(Date.now() + 120_000);
  const clock = { now: () => later, isTrusted: () => true };
  const { firstDirectory } = testContent().content;
  const { outbox } = await openTables({ access: { connectionString: bot.connectionString }, clock, firstDirectory });
  const log = createLog('silent');
  const deliver = async () => ({ result: 'sent' }) as const;
  await createWorker({
    outbox,
    deliver,
    isFamiliar: async () => true,
    clock,
    random: Math.random,
    log,
    telemetry: NO_TELEMETRY,
    giveWay: async () => {},
    every: 15_000,
  }).drain();
  const { entries } = await bot.rows();
  expect(new Set(entries.map((row) => row.entry)).size).toBe(entries.length);
  expect(entries).toHaveLength((ROUNDS + 1) * ENTRIES);
  for (const { state, channel } of entries)
    expect(channel === 'timer' ? ['due'] : ['sent', 'unknown']).toContain(state);
});
