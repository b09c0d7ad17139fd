/** Counts the year's figures of a city and looks at its own memory meanwhile; a process of its own. */

import type { Tables } from '../../bot/adapters/tables/tables';
import { FigureCount, YEARS_AHEAD } from '../../bot/domain/listing/figures';
import { testContent } from '../../tests/fixtures/content';
import { YEAR } from './city';
import { openCity } from './listings';

export interface FiguresSettings {
  readonly connectionString: string;
}

export interface FiguresRun {
  readonly cases: number;
  /** Cases, events and to-dos. */
  readonly rows: number;
  readonly seconds: number;
  /** What the process had at most while it counted, over what it had before. */
  readonly moreMb: { readonly heap: number; readonly resident: number };
}

/** Cases from one look to the next: at all that is in use, or at what of it is left after a collection. */
const LOOK_EVERY = { peaks: 50, kept: 1_000 } as const;
type Look = keyof typeof LOOK_EVERY;
const MB = 1024 * 1024;

async function count(tables: Tables, look: Look): Promise<FiguresRun> {
  const { content, model } = testContent();
  const prefixes = [...content.processes.values()].map(({ casePrefix }) => casePrefix);
  global.gc?.();
  const before = process.memoryUsage();
  let [heap, resident] = [before.heapUsed, before.rss];
  const begun = performance.now();
  const figures = new FigureCount(YEAR, model);
  let [cases, rows] = [0, 0];
  for await (const counted of tables.cases.counted({ prefixes, from: YEAR - YEARS_AHEAD, to: YEAR })) {
    figures.add(counted);
    cases += 1;
    rows += 1 + counted.events.length + counted.todos.length;
    if (cases % LOOK_EVERY[look] !== 0) continue;
    if (look === 'kept') global.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    heap = Math.max(heap, heapUsed);
    resident = Math.max(resident, rss);
  }
  figures.figures();
  const seconds = (performance.now() - begun) / 1000;
  return {
    cases,
    rows,
    seconds,
    moreMb: { heap: (heap - before.heapUsed) / MB, resident: (resident - before.rss) / MB },
  };
}

async function main({ connectionString }: FiguresSettings): Promise<void> {
  const tables = await openCity(connectionString);
  process.once('disconnect', () => process.exit());
  process.on('message', (look: Look) => void count(tables, look).then((run) => process.send?.(run)));
  process.send?.({});
}

void main(JSON.parse(process.env.BENCH_SETTINGS ?? '{}'));
