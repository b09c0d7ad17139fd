import { TableClient } from '@azure/data-tables';
import type { Bot } from '../../../bot/assembly';
import { storedRows } from '../../features/stored-rows';
import { wordsIn } from '../../features/visit-walk';
import type { Call } from '../../fixtures/connector/start-connector';
import type { Fault } from '../../fixtures/tables-server/fault';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { oneOf, seeded } from '../seeded';
import { KILLED } from './killed';
import type { Outcome, Scenario } from './scenario';
import { begins, lives, presses, type Stage, setStage, WALK } from './stage';

/** The sentences in place of a card while storage is away, or does what it never should. */
const IN_VAIN = [wordsIn('en').own('notice.unavailable.title'), wordsIn('en').own('notice.failed.title')];
const MOST_ATTEMPTS = 4;
const FIVE_MINUTES = 5 * 60_000;
/** The faulty request is one of the first so many behind one of the presses of a walk and a life. */
const PRESSES = 24;
const REQUESTS = 8;
const FAULTS: readonly [string, Fault][] = [
  ['a timeout', { delayMs: 60_000 }],
  ['a reset after the commit', 'reset-after'],
  ['a reset before it', 'reset-before'],
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['412', { status: 412, code: 'UpdateConditionNotSatisfied' }],
  ['409', { status: 409, code: 'EntityAlreadyExists' }],
];

function scenario(name: string, runs: Scenario['runs'], play: (stage: Stage, seed: number) => Promise<void>): Scenario {
  return {
    name,
    runs,
    open: async () => ({
      async run(seed): Promise<Outcome> {
        const stage = await setStage(`${name}, seed ${seed}`, seeded(seed));
        try {
          await play(stage, seed);
        } catch (cause) {
          const outcome = await stage.ends();
          const what = `the run broke: ${cause instanceof Error ? cause.stack : cause}`;
          return { ...outcome, violations: [...outcome.violations, { rule: 'in-time', what }] };
        }
        return stage.ends();
      },
      close: async () => {},
    }),
  };
}

/** Sends the last press again as Teams and people do: not, the same, with a new id, or both at the same moment. */
async function again({ recorder, random, assistant }: Stage, person: TeamsPerson, bots: readonly Bot[]): Promise<void> {
  const newId = random() < 0.5;
  const repeat = () => {
    const bot = bots[Math.floor(random() * bots.length)];
    if (bot) assistant.sendTo(bot);
    return recorder.does(person, 'repeat', () => person.repeatLast({ newId }));
  };
  const times = Math.floor(random() * 3);
  await Promise.all(Array.from({ length: times }, repeat));
}

/** The walk, with every press perhaps repeated at the same moment and older ones coming late, on any of the bots. */
async function tangledWalk(stage: Stage, person: TeamsPerson, bots: readonly Bot[]): Promise<void> {
  const { recorder, random, assistant } = stage;
  const elsewhere = () => {
    const bot = bots[Math.floor(random() * bots.length)];
    if (bot) assistant.sendTo(bot);
  };
  const late: (() => Promise<unknown>)[] = [];
  await begins(stage, person);
  for (const [what, choice, inputs] of WALK) {
    elsewhere();
    const card = person.seen();
    if (!(await presses(stage, person, what, choice, inputs))) break;
    if (random() < 0.3) await again(stage, person, bots);
    if (random() < 0.3)
      late.push(() => recorder.does(person, `late ${what}`, () => person.press(choice, inputs, card)));
    const straggler = random() < 0.3 ? late.shift() : undefined;
    if (straggler) {
      const now = person.seen();
      elsewhere();
      await straggler();
      person.looksAt(now.messageId);
    }
  }
  elsewhere();
  await again(stage, person, bots);
  await Promise.all(late.map((press) => press()));
}

async function interleaved(stage: Stage, instances: 1 | 2): Promise<void> {
  const { assistant, random } = stage;
  const bots = [assistant.bot, ...(instances === 2 ? [await assistant.startAnother()] : [])];
  const drain = async () => void (await Promise.all(bots.map(({ worker }) => worker.drain())));
  const people = ['Aino Esimerkki', 'Eero Malliperhe'].map((name) => stage.person(name));
  await Promise.all(people.map((person) => tangledWalk(stage, person, bots)));
  for (const person of people) {
    await lives(stage, person, drain, (who) => (random() < 0.5 ? again(stage, who, bots) : Promise.resolve()));
  }
}

/** A walk and a life, going on after whatever went wrong: what was pressed in vain is pressed again. */
async function stubbornWalk(stage: Stage, person: TeamsPerson): Promise<void> {
  await begins(stage, person);
  for (const [what, choice, inputs] of WALK) {
    const card = person.seen();
    if (!(await presses(stage, person, what, choice, inputs))) return;
    // The old card, pressed again, leads on, whether the press was lost or carried out.
    for (
      let attempt = 0;
      attempt < MOST_ATTEMPTS && IN_VAIN.some((title) => person.texts().includes(title));
      attempt += 1
    ) {
      await stage.recorder.does(person, `again ${what}`, () => person.press(choice, inputs, card));
    }
  }
}

export const SCENARIOS: readonly Scenario[] = [
  KILLED,
  scenario('presses repeated and reordered, one bot', { full: 400, quick: 1 }, (stage) => interleaved(stage, 1)),
  scenario('presses repeated and reordered, two bots', { full: 800, quick: 2 }, (stage) => interleaved(stage, 2)),

  scenario('one storage request goes wrong', { full: 700, quick: 4 }, async (stage, seed) => {
    const { assistant } = stage;
    const [, fault] = FAULTS[seed % FAULTS.length] ?? ['', 'pass' as const];
    const press = Math.floor(stage.random() * PRESSES);
    const at = Math.floor(stage.random() * REQUESTS);
    // The client repeats a request twice by itself.
    const times = stage.random() < 0.5 ? 4 : 1;
    let count = 0;
    assistant.tables.fault(() => {
      if (stage.recorder.count() < press) return 'pass';
      count += 1;
      return count > at && count <= at + times ? fault : 'pass';
    });
    const person = stage.person('Aino Esimerkki');
    await stubbornWalk(stage, person);
    await lives(stage, person, () => assistant.bot.worker.drain());
    assistant.tables.fault();
  }),

  scenario('workers whose clocks are off by five minutes', { full: 200, quick: 2 }, async (stage) => {
    const { assistant, random } = stage;
    const bots = [
      assistant.bot,
      await assistant.startAnother({ clockOffMs: FIVE_MINUTES }),
      await assistant.startAnother({ clockOffMs: -FIVE_MINUTES }),
    ];
    const slow = random() * 40;
    assistant.connector.fail(({ method }) => (method === 'POST' && random() < 0.5 ? { delayMs: slow } : undefined));
    const person = stage.person('Aino Esimerkki');
    await tangledWalk(stage, person, bots);
    const drain = async () => void (await Promise.all(bots.map(({ worker }) => worker.drain())));
    await drain();
    await lives(stage, person, drain);
    assistant.connector.fail();
  }),

  scenario('a poison entry', { full: 100, quick: 2 }, async (stage) => {
    const { assistant, random } = stage;
    await assistant.bot.worker.stop();
    const [one, other] = ['Aino Esimerkki', 'Eero Malliperhe'].map((name) => stage.person(name));
    for (const person of [one, other]) if (person) await stubbornWalk(stage, person);
    const options = { allowInsecureConnection: true };
    const table = TableClient.fromConnectionString(assistant.tables.connectionString, 'casework', options);
    const waiting = storedRows(assistant.tables).entries.filter(({ channel }) => channel !== 'timer');
    const victim = waiting[Math.floor(random() * waiting.length)];
    const spoiled = oneOf<Readonly<Record<string, string>>>(random, [
      { target: '{' },
      { state: '' },
      { due: 'soon' },
      { case: 'V-2026-0001' },
      { case: '' },
    ]);
    const key = { partitionKey: String(victim?.PartitionKey), rowKey: String(victim?.RowKey) };
    await table.updateEntity({ ...key, ...spoiled }, 'Merge');
    await assistant.restart();
  }),

  scenario('storage is gone for a minute', { full: 150, quick: 2 }, async (stage) => {
    const { assistant, random } = stage;
    const person = stage.person('Aino Esimerkki');
    const bots = [assistant.bot, await assistant.startAnother()];
    const drains = bots.map(
      ({ worker }) =>
        () =>
          worker.drain(),
    );
    await begins(stage, person);
    const away = Math.floor(random() * (WALK.length + 1));
    const fault = oneOf<Fault>(random, ['reset-before', { status: 503 }, { status: 500 }]);
    for (const [at, [what, choice, inputs]] of WALK.entries()) {
      if (at === away) {
        assistant.tables.fault(() => fault);
        await stage.recorder.refused(person, what, () => person.press(choice, inputs));
        const [bad] = [person.seen()];
        await stage.passes(60, drains);
        assistant.tables.fault();
        person.reloads();
        person.looksAt(bad.messageId);
        await begins(stage, person);
        return void (await stubbornWalk(stage, person));
      }
      await presses(stage, person, what, choice, inputs);
    }
    // In the middle of the deliveries.
    assistant.tables.fault(({ kind }) => (kind === 'transaction' && random() < 0.5 ? fault : 'pass'));
    await stage.passes(60, drains);
    assistant.tables.fault();
  }),

  scenario('the connector is slow or down', { full: 100, quick: 2 }, async (stage) => {
    const { assistant, random } = stage;
    const person = stage.person('Aino Esimerkki');
    const isDelivery = ({ method, itemId }: Call) => method === 'PUT' || (method === 'POST' && itemId === undefined);
    const failure = oneOf<Parameters<typeof assistant.connector.fail>[0]>(random, [
      (call) => (isDelivery(call) ? { delayMs: 60 } : undefined),
      (call) => (isDelivery(call) ? { status: 503 } : undefined),
      (call) => (isDelivery(call) ? { reset: true, afterAccepting: random() < 0.5 } : undefined),
      (call) => (isDelivery(call) ? { status: 429, headers: { 'retry-after': '20' } } : undefined),
    ]);
    assistant.connector.fail(failure);
    await stubbornWalk(stage, person);
    await lives(stage, person, () => assistant.bot.worker.drain());
    assistant.connector.fail();
  }),
];
