/** Cities of every size side by side: each listing is asked of all of them by turns, so that they share what disturbs them. */
import { join } from 'node:path';
import { type Child, startChild } from '../child';
import { median } from '../report/summary';
import type { StorageCall } from '../storage/tables';
import type { FiguresRun, FiguresSettings } from './count-figures';
import { type Listing, listingsOf } from './listings';
import type { CityReady, CitySettings } from './serve-city';

/** What a listing asks of storage, and how long it takes, in one city. */
export interface Asked {
  readonly calls: number;
  readonly kb: number;
  readonly ms: number;
}

export interface Growth {
  readonly cities: readonly { readonly size: number; readonly rows: CityReady['rows'] }[];
  readonly listings: readonly {
    readonly name: string;
    readonly isFirstPage: boolean;
    readonly against: Listing['against'];
    /** By city. */
    readonly asked: readonly Asked[];
    /** The median of the rounds' ratios of the largest city to the one that it is compared with. */
    readonly slower: number;
  }[];
  /** By city. */
  readonly figures: readonly CountedFigures[];
}

/** What the figures cost. */
export interface CountedFigures extends FiguresRun {
  /** Heap in use after collections, at most, over what was in use before. */
  readonly keptMb: number;
  /** What was more at most when it counted once more, as a bot that has been running for long does. */
  readonly again: FiguresRun['moreMb'];
  readonly calls: number;
  /** From storage. */
  readonly mb: number;
}

type City = Child<CityReady> & { readonly size: number };

const RUN_TYPESCRIPT = join(__dirname, '../../tools/run-typescript.js');
const ROUNDS = 180;
const WARM_UP = 60;

function start<Ready>(file: string, settings: unknown, flags: readonly string[]): Promise<Child<Ready>> {
  return startChild<Ready>(RUN_TYPESCRIPT, settings, { args: [join(__dirname, file)], flags });
}

/** Fills the cities, asks, counts. `say` hears what it is at. */
export async function measureGrowth(sizes: readonly number[], say: (line: string) => void): Promise<Growth> {
  const cities: City[] = [];
  try {
    say('filling the cities');
    const started = sizes.map(async (size) => {
      const flags = ['--max-old-space-size=7000', '--max-semi-space-size=64', '--expose-gc'];
      const child = await start<CityReady>('serve-city.ts', { size } satisfies CitySettings, flags);
      say(`a city of ${size}`);
      cities.push({ ...child, size });
    });
    await Promise.all(started);
    cities.sort((one, other) => one.size - other.size);
    const listings = await askInTurn(cities, say);
    const figures: CountedFigures[] = [];
    for (const city of cities) {
      say(`figures of ${city.size}`);
      figures.push(await countFigures(city));
    }
    return { cities: cities.map(({ size, ready }) => ({ size, rows: ready.rows })), listings, figures };
  } finally {
    await Promise.all(cities.map((city) => city.stop()));
  }
}

async function askInTurn(cities: readonly City[], say: (line: string) => void): Promise<Growth['listings']> {
  const ofCities = await Promise.all(cities.map(({ ready }) => listingsOf(ready.connectionString)));
  const results: Growth['listings'][number][] = [];
  for (const [index, { name, isFirstPage, against }] of (ofCities[0] ?? []).entries()) {
    say(name);
    const here = ofCities.flatMap((listings) => listings[index] ?? []);
    const asked: Omit<Asked, 'ms'>[] = [];
    for (const [at, city] of cities.entries()) asked.push(await callsOf(city, here[at]));
    const times = cities.map((): number[] => []);
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      for (const [at, listing] of here.entries()) {
        const ms = await timeOf(listing);
        if (round >= WARM_UP) times[at]?.push(ms);
      }
    }
    const [compared = [], largest = []] = [times.at(against === 'smallest' ? 0 : -2), times.at(-1)];
    results.push({
      name,
      isFirstPage,
      against,
      asked: asked.map((one, at) => ({ ...one, ms: median(times[at] ?? []) })),
      slower: median(largest.map((ms, round) => ms / (compared[round] ?? Number.NaN))),
    });
  }
  return results;
}

async function callsOf(city: City, listing: Listing | undefined): Promise<Omit<Asked, 'ms'>> {
  await city.ask('calls');
  await listing?.ask();
  return callsSince(city);
}

/** What storage was asked since it last said so. */
async function callsSince(city: City): Promise<Omit<Asked, 'ms'>> {
  const calls = await city.ask<readonly StorageCall[]>('calls');
  return { calls: calls.length, kb: calls.reduce((sum, { bytesOut }) => sum + bytesOut, 0) / 1000 };
}

async function timeOf({ ask }: Listing): Promise<number> {
  const begun = performance.now();
  await ask();
  return performance.now() - begun;
}

/** In a process of its own, so that only its own memory is looked at. */
async function countFigures(city: City): Promise<CountedFigures> {
  const { connectionString } = city.ready;
  const child = await start('count-figures.ts', { connectionString } satisfies FiguresSettings, ['--expose-gc']);
  try {
    await city.ask('calls');
    const first = await child.ask<FiguresRun>('peaks');
    const { calls, kb } = await callsSince(city);
    const again = await child.ask<FiguresRun>('peaks');
    const kept = await child.ask<FiguresRun>('kept');
    return { ...first, again: again.moreMb, keptMb: kept.moreMb.heap, calls, mb: kb / 1000 };
  } finally {
    await child.stop();
  }
}
