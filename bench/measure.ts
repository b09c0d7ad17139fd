/** Carries the plan out: all servers run side by side, one is measured at a time, and they take turns. */
import { startAzurite } from '../tests/fixtures/azurite';
import { CONTESTANTS, type Name, type Running, startContestant, type World } from './load/contestants';
import {
  type Calls,
  countCalls,
  countCold,
  measureStart,
  type PressRound,
  pressRound,
  type Start,
  walkRound,
  warmUp,
} from './load/rounds';
import { startTeams } from './load/teams';
import { DELAY_MS, LEVELS, type Level, type Plan } from './plan';
import type { NodeRelease } from './production-node';
import { type Profile, readProfile } from './report/profile';
import { type StorageCall, startTables, type Tables } from './storage/tables';
import { makeWork } from './work/make-work';

/** What is measured of a server over and over, a value for each round. */
interface Repeated {
  readonly rounds: Readonly<Record<Level, PressRound[]>>;
  readonly walksPerSecond: number[];
  readonly starts: Start[];
  readonly azurite: PressRound[];
}

/** What is looked at once. */
interface Single {
  readonly calls: Calls;
  readonly cold: readonly StorageCall[];
  /** At one at a time: as it is, and with {@link DELAY_MS} more for each call to storage. */
  readonly slowStorage: { readonly plain: PressRound; readonly delayed: PressRound };
  readonly memoryMb: number;
}

/** All that was measured of one server. */
export type Measured = Repeated & Single;

export interface Measurement {
  readonly of: ReadonlyMap<Name, Measured>;
  /** The version of the Node that the starts were measured on. */
  readonly startedOn: string;
  readonly profile: Profile;
}

type Say = (line: string) => void;

/** Carries it out, the starts on that Node, and says what it is at. */
export async function measure(plan: Plan, node: NodeRelease, say: Say): Promise<Measurement> {
  const begun = performance.now();
  const amount = (together: Level) => ({ count: plan.walksAt[together], together, seconds: plan.seconds });
  const [tables, teams] = await Promise.all([startTables(), startTeams()]);
  const world: World = { teams, work: makeWork(), connectionString: tables.connectionString };
  const servers: Running[] = [];
  try {
    for (const contestant of CONTESTANTS) {
      say(`warming ${contestant.title}`);
      const running = await startContestant(contestant, world);
      servers.push(running);
      await warmUp(world, running, plan.warmUp.presses, plan.warmUp.seconds);
      await tables.forget();
    }
    const measured = new Map(CONTESTANTS.map(({ name }) => [name, nothingYet()]));
    const single = new Map<Name, Single>();
    const repeated = ({ contestant: { name } }: Running) => measured.get(name) ?? nothingYet();
    const isLate = () => performance.now() - begun > plan.roundsUntilSeconds * 1000;
    for (let round = 1; round <= plan.rounds && !isLate(); round += 1) {
      say(`round ${round} of ${plan.rounds}`);
      for (const running of inTurn(servers, round)) {
        const { rounds, walksPerSecond } = repeated(running);
        for (const level of LEVELS) rounds[level].push(await pressRound(world, running, amount(level)));
        walksPerSecond.push(await walkRound(world, running, { ...amount(64), count: plan.wholeWalks }));
        await tables.forget();
      }
    }
    say('calls, slow storage');
    for (const running of servers) single.set(running.contestant.name, await lookOnce(world, running, tables, plan));
    for (let start = 1; start <= plan.starts; start += 1) {
      say(`start ${start} of ${plan.starts}`);
      for (const running of inTurn(servers, start)) {
        repeated(running).starts.push(await measureStart(world, running, node));
      }
    }
    say('profile');
    const [assistant] = servers;
    if (!assistant) throw new Error('The assistant is not among the contestants.');
    const profile = await profileOf(world, assistant, plan.profileSeconds);
    await Promise.all(servers.splice(0).map((running) => running.stop()));
    if (plan.azurite) await measureOnAzurite(plan.azurite, world, say, repeated);
    const of = new Map(
      [...single].map(([name, once]) => [name, { ...(measured.get(name) ?? nothingYet()), ...once }] as const),
    );
    return { of, startedOn: node.version, profile };
  } finally {
    await Promise.all(servers.map((running) => running.stop()));
    await Promise.all([tables.stop(), teams.close()]);
  }
}

const nothingYet = (): Repeated => ({ rounds: { 1: [], 16: [], 64: [] }, walksPerSecond: [], starts: [], azurite: [] });

/** Each round begins with another server, so that none always follows the same neighbour. */
function inTurn<T>(all: readonly T[], round: number): readonly T[] {
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

async function lookOnce(world: World, running: Running, tables: Tables, plan: Plan): Promise<Single> {
  const calls = await countCalls(world, running, tables);
  const cold = running.contestant.keepsWalks ? await countCold(world, running, tables) : [];
  const oneByOne = { count: 12, together: 1, seconds: plan.oneByOneSeconds };
  const plain = await pressRound(world, running, oneByOne);
  await tables.delay(DELAY_MS);
  const delayed = await pressRound(world, running, oneByOne).finally(() => tables.delay(0));
  const { memoryMb } = await running.usage();
  return { calls, cold, slowStorage: { plain, delayed }, memoryMb };
}

async function profileOf(world: World, assistant: Running, seconds: number): Promise<Profile> {
  await assistant.ask('start-profile');
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) await pressRound(world, assistant, { count: 64, together: 16, seconds });
  return readProfile(await assistant.ask('stop-profile'));
}

async function measureOnAzurite(
  plan: NonNullable<Plan['azurite']>,
  { work, teams }: World,
  say: Say,
  repeated: (running: Running) => Repeated,
): Promise<void> {
  const azurite = await startAzurite();
  const world = { work, teams, connectionString: azurite.connectionString };
  const servers: Running[] = [];
  try {
    for (const contestant of CONTESTANTS) {
      say(`Azurite: warming ${contestant.title}`);
      const running = await startContestant(contestant, world);
      servers.push(running);
      await warmUp(world, running, 3_000, plan.warmUpSeconds);
    }
    say('Azurite');
    for (const running of servers) {
      const amount = { count: plan.walks, together: 16, seconds: 2 };
      repeated(running).azurite.push(await pressRound(world, running, amount));
    }
  } finally {
    await Promise.all(servers.map((running) => running.stop()));
    await azurite.close();
  }
}
