/** One measurement each: presses, whole walks, one start, one press at a time with its calls to storage. */

import type { NodeRelease } from '../production-node';
import type { StorageCall, Tables } from '../storage/tables';
import { type Running, startContestant, type World } from './contestants';
import { type Amount, begin, press, repeat, type Walker } from './walker';

export interface PressRound {
  /** Of each press, in milliseconds. */
  readonly took: readonly number[];
  readonly perSecond: number;
  readonly cpuMsPerPress: number;
}

export interface Start {
  readonly readyMs: number;
  /** From the start of the process. */
  readonly firstAnswerMs: number;
  readonly firstPressMs: number;
}

export interface Calls {
  /** Of each of the presses of a walk. */
  readonly perPress: readonly (readonly StorageCall[])[];
  readonly inWalk: number;
  readonly messages: number;
}

/** How many walks are begun at a time before presses are measured. */
const BEGIN_AT_ONCE = 16;

/** Begins walks, then measures the presses of all of them. Each of the two ends when its time is over. */
export async function pressRound(world: World, running: Running, amount: Amount): Promise<PressRound> {
  const { teams, work } = world;
  const { post } = running;
  const walkers = await repeat({ ...amount, together: Math.max(BEGIN_AT_ONCE, amount.together) }, () =>
    begin(teams, post),
  );
  const took: number[] = [];
  const before = await running.usage();
  const begun = performance.now();
  const isOver = () => performance.now() - begun > amount.seconds * 1000;
  await repeat({ ...amount, count: walkers.length }, async (at) => {
    const walker = walkers[at] as Walker;
    for (const answer of work.answers) {
      took.push(await press(teams, post, walker, answer));
      if (isOver()) return;
    }
  });
  const seconds = (performance.now() - begun) / 1000;
  const after = await running.usage();
  return { took, perSecond: took.length / seconds, cpuMsPerPress: (after.cpuMs - before.cpuMs) / took.length };
}

/** Whole walks in a second, from the first words to the outcome. */
export async function walkRound({ teams, work }: World, { post }: Running, amount: Amount): Promise<number> {
  const begun = performance.now();
  const walks = await repeat(amount, async () => {
    const walker = await begin(teams, post);
    for (const answer of work.answers) await press(teams, post, walker, answer);
  });
  return walks.length / ((performance.now() - begun) / 1000);
}

/** Walks until a server is warm: so many presses, or so many seconds where it is slow. */
export async function warmUp(world: World, running: Running, presses: number, seconds: number): Promise<void> {
  const count = Math.ceil(presses / world.work.answers.length);
  await walkRound(world, running, { count, together: BEGIN_AT_ONCE, seconds });
}

/**
 * Walks, press by press, with what each press asks of storage and what the whole walk sends: the least of them, because a
 * server also does something by itself now and then.
 */
export async function countCalls(world: World, running: Running, tables: Tables): Promise<Calls> {
  const walks = [];
  for (const _walk of [1, 2, 3]) walks.push(await countOnce(world, running, tables));
  return walks.reduce((least, walk) => (walk.inWalk < least.inWalk ? walk : least));
}

async function countOnce({ teams, work }: World, { post }: Running, tables: Tables): Promise<Calls> {
  await tables.forget();
  const sentBefore = teams.calls;
  const walker = await begin(teams, post);
  let inWalk = (await tables.calls()).length;
  const perPress: (readonly StorageCall[])[] = [];
  for (const answer of work.answers) {
    await press(teams, post, walker, answer);
    const calls = await tables.calls();
    perPress.push(calls);
    inWalk += calls.length;
  }
  return { perPress, inWalk, messages: teams.calls - sentBefore };
}

/** A new process of a kind takes over a walk that another of its kind began: what every person meets after a deployment. */
export async function measureStart(world: World, begunBy: Running, node: NodeRelease): Promise<Start> {
  const { contestant } = begunBy;
  const { teams, work } = world;
  const walker = await begin(teams, begunBy.post);
  const [first] = work.answers;
  if (!first) throw new Error('There is no question.');
  const activity = teams.press(walker.person, walker.place, ...first);
  const begun = performance.now();
  const fresh = await startContestant(contestant, world, node);
  const ready = performance.now();
  const { status, body } = await fresh.post(activity);
  const answered = performance.now();
  // A server that keeps walks in memory has lost this one; it answers with a card all the same.
  if (status !== 200) throw new Error(`${contestant.name} answered its first press with ${status}: ${body}`);
  await fresh.stop();
  return { readyMs: ready - begun, firstAnswerMs: answered - begun, firstPressMs: answered - ready };
}

/** What the first press on a process that does not know the walk asks of storage, besides what the process does by itself. */
export async function countCold(world: World, begunBy: Running, tables: Tables): Promise<readonly StorageCall[]> {
  const walker = await begin(world.teams, begunBy.post);
  const fresh = await startContestant(begunBy.contestant, world);
  const [, second] = world.work.answers;
  const [first] = world.work.answers;
  if (!first || !second) throw new Error('There are not two questions.');
  // Keys and connections come with the first press of all; that of somebody else takes them out of the way.
  const other = await begin(world.teams, fresh.post);
  await press(world.teams, fresh.post, other, first);
  await tables.forget();
  await press(world.teams, fresh.post, walker, first);
  const calls = await tables.calls();
  await fresh.stop();
  return calls;
}
