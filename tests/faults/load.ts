/** Many people at once, or fewer for long: how fast answers come, and whether memory stays. */
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { startAzurite } from '../fixtures/azurite';
import { startConnector } from '../fixtures/connector/start-connector';
import { idOf, TENANT } from '../fixtures/running-assistant';
import { startTablesServer } from '../fixtures/tables-server/tables-server';
import { type TeamsPerson, teamsPerson } from '../fixtures/teams-person';
import { comingProgramme, walkToReceipt } from '../playing/visit-walk';
import { type BotProcess, buildBot } from './bot-process';
import { seeded } from './seeded';

export interface LoadOptions {
  readonly seed: number;
  readonly people: number;
  /** How long somebody reads a card, on average. */
  readonly pauseMs: number;
  /** Everybody walks again until then; once when absent. */
  readonly minutes?: number;
  /** How many processes of the bot share one storage; each press goes to the next of them. One when absent. */
  readonly instances?: number;
  /** A real Azurite in place of the stand-in. */
  readonly azurite?: boolean;
}

export interface Load {
  readonly answers: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the first process of the bot, in MB. */
  readonly memoryBefore: number;
  readonly memoryAfter: number;
  /** Of the line through the samples after the first third, in MB from its beginning to its end. */
  readonly growth: number;
  /** Effects that the log tells of more than once: entries that were sent twice. */
  readonly doubles: readonly string[];
  readonly failed: readonly string[];
}

const REFUSED_SHARE = 0.05;
const SAMPLE_MS = 1_000;

/** Lets people walk, each the usual visit up to the receipt, while the connector refuses one call in twenty. */
export async function load({ seed, people, pauseMs, minutes, instances = 1, azurite }: LoadOptions): Promise<Load> {
  const random = seeded(seed);
  const bot = await buildBot();
  const [tables, connector] = await Promise.all([azurite ? startAzurite() : startTablesServer(), startConnector()]);
  connector.fail(({ itemId, method }) =>
    // What a person waits for in a turn is sent once; the worker's are tried again.
    random() < REFUSED_SHARE && !(method === 'POST' && itemId !== undefined) ? { status: 429 } : undefined,
  );
  const sent = new Map<string, number>();
  const onLine = (line: string) => {
    const { event, entry } = JSON.parse(line);
    if (event === 'delivery.sent') sent.set(entry, (sent.get(entry) ?? 0) + 1);
  };
  const env = { AZURE_STORAGE_CONNECTION_STRING: tables.connectionString };
  const running: BotProcess[] = [];
  // One after the other, so that only one of them makes tables and first directory.
  for (let at = 0; at < instances; at += 1) running.push(await bot.start(env, onLine));
  const [first] = running;
  if (!first) throw new RangeError('a load needs one instance at least');
  let sends = 0;
  const next = () => {
    sends += 1;
    return (running[sends % running.length] ?? first).url;
  };
  const memory: number[] = [];
  const sample = () => void residentMb(first.pid).then((resident) => memory.push(resident), gone);
  sample();
  const sampling = setInterval(sample, SAMPLE_MS);
  const took: number[] = [];
  const failed: string[] = [];
  const begun = performance.now();
  const isOver = () => minutes === undefined || performance.now() - begun > minutes * 60_000;

  async function walks(at: number): Promise<void> {
    await delay(random() * pauseMs);
    for (let walk = 0; walk === 0 || !isOver(); walk += 1) {
      const name = `Walker ${at}.${walk}`;
      const who = { name, aadObjectId: idOf(name), tenantId: TENANT, locale: 'en-GB' };
      const person = timed(teamsPerson({ bot: next, connector, ...who }), took);
      const pause = () => delay(random() * 2 * pauseMs);
      await walkToReceipt(person, { programme: comingProgramme(), atEachCard: pause }).catch((cause) =>
        failed.push(`${name}: ${cause.message}`),
      );
    }
  }

  try {
    await Promise.all(Array.from({ length: people }, (_, at) => walks(at)));
    const seconds = (performance.now() - begun) / 1000;
    const sorted = took.sort((one, other) => one - other);
    const part = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    return {
      answers: took.length,
      perSecond: Math.round(took.length / seconds),
      p50Ms: part(0.5),
      p99Ms: part(0.99),
      memoryBefore: memory[0] ?? 0,
      memoryAfter: memory.at(-1) ?? 0,
      growth: growthOf(memory.slice(Math.floor(memory.length / 3))),
      doubles: [...sent].filter(([, times]) => times > 1).map(([entry]) => entry),
      failed,
    };
  } finally {
    clearInterval(sampling);
    await Promise.all(running.map((each) => each.kill()));
    await Promise.all([tables.close(), connector.close()]);
    bot.remove();
  }
}

/** The same person, of whom it is written down how long each answer took. */
function timed(person: TeamsPerson, took: number[]): TeamsPerson {
  const time = async <T>(act: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const answer = await act();
    took.push(performance.now() - begun);
    return answer;
  };
  return {
    ...person,
    says: (...given) => time(() => person.says(...given)),
    press: (...given) => time(() => person.press(...given)),
  };
}

/** The process has ended, as it does when the run is interrupted: there is nothing more to sample. */
const gone = () => {};

async function residentMb(pid: number): Promise<number> {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

/** By how much the straight line that fits best rises. */
function growthOf(samples: readonly number[]): number {
  const middle = (samples.length - 1) / 2;
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  const slope =
    samples.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) /
    samples.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0);
  return Math.round(slope * (samples.length - 1)) || 0;
}
