import { TableClient } from '@azure/data-tables';
import type { Bot } from '../../../bot/start/assembly';
import type { Call } from '../../fixtures/connector/start-connector';
import type { Fault } from '../../fixtures/tables-server/fault';
import { storedRows } from '../../playing/stored-rows';
import { isDelivered } from '../history/delivered';
import { oneOf, seeded } from '../seeded';
import { interleaved, SENDERS } from './interleaved';
import { KILLED } from './killed';
import { leaves } from './leaving';
import { lives } from './lives';
import { isRolledBack } from './rolled-back';
import type { Outcome, Scenario } from './scenario';
import { spoiledDirectory } from './spoiled-directory';
import { caseOf, type Stage, setStage } from './stage';
import { PRESSES_OF_A_WALK, pressed, walks } from './walk';

const FIVE_MINUTES = 5 * 60_000;
const AINO = 'Aino Esimerkki';
/** The faulty request is one of the first so many behind a press. */
const REQUESTS = 8;
/** The client repeats a request twice by itself. */
const ATTEMPTS = 3;
const SILENCE: Fault = { delayMs: 60_000 };
const FAULTS: readonly [Fault, ...Fault[]] = [
  'reset-after',
  'reset-before',
  { status: 500 },
  { status: 503 },
  { status: 412, code: 'UpdateConditionNotSatisfied' },
  { status: 409, code: 'EntityAlreadyExists' },
];

function scenario(
  name: string,
  runs: Scenario['runs'],
  play: (stage: Stage, seed: number) => Promise<void>,
  people = 1,
): Scenario {
  return {
    name,
    runs,
    walks: people,
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

const drainsOf = (bots: readonly Bot[]) => bots.map((bot) => () => bot.worker.drain());
const drainAll = (bots: readonly Bot[]) => async () => void (await Promise.all(drainsOf(bots).map((drain) => drain())));

export const SCENARIOS: readonly Scenario[] = [
  KILLED,
  scenario(
    'presses repeated and reordered, one bot',
    { full: 80, quick: 1 },
    (stage, seed) => interleaved(stage, seed, [stage.assistant.bot], drainAll([stage.assistant.bot])),
    SENDERS.length,
  ),
  scenario(
    'presses repeated and reordered, two bots',
    { full: 180, quick: 1 },
    async (stage, seed) => {
      const bots = [stage.assistant.bot, await stage.assistant.startAnother()];
      await interleaved(stage, seed, bots, drainAll(bots));
    },
    SENDERS.length,
  ),

  scenario('a storage request behind each press goes wrong', { full: 100, quick: 4 }, async (stage, seed) => {
    const { assistant, random, recorder } = stage;
    const silentAt = Math.floor(random() * 2 * PRESSES_OF_A_WALK);
    let plan = { press: -1, at: 0, times: 0, fault: 'pass' as Fault };
    let count = 0;
    assistant.tables.fault(() => {
      const press = recorder.count();
      if (press !== plan.press) {
        count = 0;
        const fault = press === silentAt ? SILENCE : oneOf(random, FAULTS);
        plan = { press, at: Math.floor(random() * REQUESTS), times: random() < 0.5 ? ATTEMPTS : 1, fault };
      }
      count += 1;
      return count > plan.at && count <= plan.at + plan.times ? plan.fault : 'pass';
    });
    const person = stage.person(AINO);
    await walks(stage, person);
    await lives(stage, person, seed, drainAll([assistant.bot]));
    assistant.tables.fault();
  }),

  scenario('storage is slow', { full: 8, quick: 1 }, async (stage, seed) => {
    const { assistant, random } = stage;
    const slow = 1_000 + random() * 1_000;
    assistant.tables.fault(() => ({ delayMs: random() < 0.3 ? slow : 5 }));
    const person = stage.person(AINO);
    await walks(stage, person);
    await lives(stage, person, seed, async () => {});
    assistant.tables.fault();
  }),

  scenario('workers whose clocks are off by five minutes', { full: 30, quick: 1 }, async (stage, seed) => {
    const { assistant, random } = stage;
    const bots = [
      assistant.bot,
      await assistant.startAnother({ clockOffMs: FIVE_MINUTES }),
      await assistant.startAnother({ clockOffMs: -FIVE_MINUTES }),
    ];
    const slow = random() * 40;
    assistant.connector.fail(({ method }) => (method === 'POST' && random() < 0.5 ? { delayMs: slow } : undefined));
    await interleaved(stage, seed, bots, drainAll(bots), [AINO]);
    assistant.connector.fail();
  }),

  scenario(
    'a poison entry',
    { full: 30, quick: 2 },
    async (stage) => {
      const { assistant, random } = stage;
      await assistant.bot.worker.stop();
      for (const name of [AINO, 'Eero Malliperhe']) await walks(stage, stage.person(name));
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
    },
    2,
  ),

  scenario(
    'a newer version was here',
    { full: 30, quick: 1 },
    async (stage, seed) => {
      const { assistant } = stage;
      const bots = [assistant.bot, await assistant.startAnother()];
      const [aino, eero] = [stage.person(AINO), stage.person('Eero Malliperhe')];
      await walks(stage, aino);
      await stage.passes(30, drainsOf(bots));
      await Promise.all(bots.map((bot) => bot.worker.stop()));
      await walks(stage, eero);
      await isRolledBack(stage, { goesOn: caseOf(stage, aino), isInNewerState: caseOf(stage, eero) });
      await assistant.restart();
      // Another life than the first seed's elsewhere: few runs play all of them then, whatever goes wrong in the others.
      await lives(stage, aino, seed + 3, drainAll([assistant.bot]));
    },
    2,
  ),
  scenario('a spoiled row of the directory', { full: 40, quick: 2 }, spoiledDirectory, 2),

  scenario('storage is gone for a minute', { full: 30, quick: 2 }, async (stage, seed) => {
    const { assistant, random, recorder } = stage;
    const person = stage.person(AINO);
    const bots = [assistant.bot, await assistant.startAnother()];
    // In one of eight runs not behind a press, but in the middle of the deliveries.
    const away = Math.floor(random() * (PRESSES_OF_A_WALK + 1));
    const fault = oneOf<Fault>(random, ['reset-before', { status: 503 }, { status: 500 }]);
    let presses = 0;
    await walks(stage, person, async (step) => {
      presses += 1;
      if (presses - 1 !== away) return;
      const now = person.seen();
      await assistant.bot.worker.drain();
      assistant.tables.fault(() => fault);
      await recorder.refused(person, 'press while it is gone', () => person.press(step.choice, step.inputs, step.card));
      await stage.passes(60, drainsOf(bots));
      assistant.tables.fault();
      await pressed(stage, person, step);
      if (person.seen().card === now.card) person.looksAt(now.messageId);
    });
    assistant.tables.fault(({ kind }) => (kind === 'transaction' && random() < 0.5 ? fault : 'pass'));
    await stage.passes(60, drainsOf(bots));
    assistant.tables.fault();
    await lives(stage, person, seed, drainAll(bots));
  }),

  scenario('who has a case is out of the unit', { full: 100, quick: 3 }, (stage) =>
    leaves(stage, drainAll([stage.assistant.bot])),
  ),

  scenario('the connector is slow or down', { full: 30, quick: 2 }, async (stage, seed) => {
    const { assistant, random } = stage;
    const isDelivery = ({ method, body }: Call) => method === 'PUT' || (method === 'POST' && isDelivered(body));
    const failures: readonly Parameters<typeof assistant.connector.fail>[0][] = [
      (call) => (isDelivery(call) ? { delayMs: 60 } : undefined),
      (call) => (isDelivery(call) ? { delayMs: 6_000 } : undefined),
      (call) => (isDelivery(call) ? { status: 503 } : undefined),
      (call) => (isDelivery(call) ? { reset: true, afterAccepting: random() < 0.5 } : undefined),
      (call) => (isDelivery(call) ? { status: 429, headers: { 'retry-after': '20' } } : undefined),
    ];
    assistant.connector.fail(failures[seed % failures.length]);
    const person = stage.person(AINO);
    await walks(stage, person);
    // Nobody waits here for what is delivered: a press must not, either.
    await lives(stage, person, seed, async () => {});
    // The clock has stood still; what is tried again is tried while it is down, too.
    await stage.passes(60, drainsOf([assistant.bot]));
    assistant.connector.fail();
  }),
];
