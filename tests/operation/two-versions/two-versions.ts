// node tools/run-typescript.js tests/operation/two-versions/two-versions.ts <older commit> <newer commit>
// A rolling update and a roll back for real: both commits are checked out and built in temporary folders, and their bots run
// on one Azurite, one after the other and together. People walk and act; what neither version knows is put among the rows.
// Prints what held and what did not; ends with 1 where a rule is broken. Takes two minutes.
import { setTimeout as delay } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import type { BotProcess } from '../../faults/bot-process';
import { type Azurite, startAzurite } from '../../fixtures/azurite';
import { type Connector, startConnector } from '../../fixtures/connector/start-connector';
import { idOf, TENANT } from '../../fixtures/running-assistant';
import { type TeamsPerson, teamsPerson, texts } from '../../fixtures/teams-person';
import { memberOf, putMembers } from '../../fixtures/unit-members';
import { type Row, type StoredRows, sortRows } from '../../playing/stored-rows';
import { comingProgramme, walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { checkOut, type Version } from './checkout';
import { broken, type Planted, plant, waiting } from './rules';

const words = wordsIn('en');
const UNIT = 'espoo-marketing-business';
/** The worker looks every quarter of a minute, and a claim of whoever was stopped runs out after one. */
const SETTLED_WITHIN_MS = 90_000;
const LOOK_EVERY_MS = 1_000;

interface Stage {
  readonly azurite: Azurite;
  readonly connector: Connector;
  /** Whoever is there answers by turns, as behind a load balancer. */
  readonly running: Map<string, BotProcess>;
  readonly problems: string[];
}

function personAt({ connector, running }: Stage, name: string): TeamsPerson {
  let turn = 0;
  const next = () => {
    const all = [...running.values()];
    turn += 1;
    return all[turn % all.length]?.url ?? '';
  };
  return teamsPerson({ bot: next, connector, name, aadObjectId: idOf(name), tenantId: TENANT, locale: 'en-GB' });
}

async function begin(stage: Stage, version: Version, as: string): Promise<void> {
  const onLine = (line: string) => {
    const { event, entry } = JSON.parse(line);
    if (event === 'turn.failed' || event === 'delivery.broke') stage.problems.push(`${as}: ${event} ${entry ?? ''}`);
  };
  stage.running.set(as, await version.start(stage.azurite.connectionString, onLine));
}

async function end({ running }: Stage, as: string): Promise<void> {
  const bot = running.get(as);
  running.delete(as);
  bot?.signal('SIGTERM');
  await bot?.ended;
}

async function stored({ azurite }: Stage): Promise<StoredRows> {
  const read = async (name: string) => {
    const table = TableClient.fromConnectionString(azurite.connectionString, name, { allowInsecureConnection: true });
    const rows: Row[] = [];
    for await (const row of table.listEntities()) rows.push({ ...row });
    return rows;
  };
  return sortRows(await read('casework'), await read('people'));
}

/** Waits until nothing waits but what was planted, or for as long as it may take. */
async function settled(stage: Stage, planted?: Planted): Promise<void> {
  const keys = new Set(planted?.entries.map(({ entry }) => entry));
  const late = Date.now() + SETTLED_WITHIN_MS;
  while (waiting(await stored(stage), keys).length > 0 && Date.now() < late) await delay(LOOK_EVERY_MS);
}

/** Says or presses, and notes an answer that is none. */
async function tries(stage: Stage, person: TeamsPerson, what: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
    if (texts(person.card()).includes(words.own('notice.failed.title'))) stage.problems.push(`${what}: went wrong`);
  } catch (cause) {
    stage.problems.push(`${what}: ${cause instanceof Error ? cause.message : cause}`);
  }
}

async function play(stage: Stage, older: Version, newer: Version): Promise<Planted> {
  const [aino, eero, grace] = ['Aino Esimerkki', 'Eero Malliperhe', 'Grace Placeholder'].map((name) =>
    personAt(stage, name),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson];
  const acts = (what: string, number: string, action: 'accept' | 'plan' | 'hold') =>
    tries(stage, grace, what, async () => {
      await grace.says(number);
      await grace.press(words.own(`life.do.${action}`));
    });
  await putMembers(stage.azurite.connectionString, UNIT, { members: [memberOf(grace)] });

  await begin(stage, older, 'older');
  await grace.says('hi');
  const first = await walkToReceipt(aino, { programme: comingProgramme() });
  console.log(`${older.commit} alone: ${first} was sent`);

  await begin(stage, newer, 'newer');
  const second = await walkToReceipt(eero, { programme: comingProgramme() });
  await acts('accept, both', first, 'accept');
  await settled(stage);
  console.log(`${older.commit} and ${newer.commit} together: ${second} was sent, ${first} taken on`);

  await end(stage, 'older');
  await acts('plan, newer', first, 'plan');
  await settled(stage);
  console.log(`${newer.commit} alone: ${first} is planned`);

  await end(stage, 'newer');
  const planted = await plant(stage.azurite.connectionString, await stored(stage), {
    goesOn: first,
    isInNewerState: second,
  });
  await begin(stage, older, 'older');
  await acts('hold, rolled back', first, 'hold');
  await tries(stage, eero, 'on hold, rolled back', () => eero.says(second));
  await tries(stage, aino, 'my cases, rolled back', () => aino.says('my cases'));
  await settled(stage, planted);
  console.log(`${older.commit} alone, rolled back: ${first} was held`);
  return planted;
}

async function main([from, to]: readonly string[]): Promise<number> {
  if (from === undefined || to === undefined) throw new Error('Name two commits: the older, and the newer one.');
  const versions = [checkOut(from), checkOut(to)] as const;
  const [azurite, connector] = await Promise.all([startAzurite(), startConnector()]);
  const stage: Stage = { azurite, connector, running: new Map(), problems: [] };
  try {
    const planted = await play(stage, ...versions);
    const rows = await stored(stage);
    const found = { ...broken(rows, planted), 'every press answered': [...stage.problems, ...connector.violations] };
    for (const [rule, what] of Object.entries(found)) {
      console.log(`${what.length === 0 ? 'holds ' : 'BROKEN'}  ${rule}${what.length === 0 ? '' : ` (${what.length})`}`);
      for (const one of what.slice(0, 5)) console.log(`          ${one}`);
    }
    return Object.values(found).every((what) => what.length === 0) ? 0 : 1;
  } finally {
    await Promise.all([...stage.running.values()].map((bot) => bot.kill()));
    await Promise.all([azurite.close(), connector.close()]);
    for (const version of versions) version.remove();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (cause) => {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exitCode = 1;
  },
);
