/** Whether what is asked stays as it was while the cities grow, and the tables that show it. */
import type { Goal } from '../report/goals';
import { figure, goalTable, table } from '../report/tables';
import type { Growth } from './measure';

/** The largest against the smallest city: more than chance on a busy machine, less than any growth. */
const FLAT = 1.2;
const MOST_MORE_MB = 30;

/** What is to stay flat, and what may grow with the rows and no faster. */
export function growthGoals({ listings, figures }: Growth): readonly Goal[] {
  const flat = listings.flatMap(({ name, isFirstPage, against, asked, slower }): Goal[] => {
    const [first, last] = [asked.at(against === 'smallest' ? 0 : -2), asked.at(-1)];
    if (!first || !last) return [];
    const most = (what: string, measured: number, goal = FLAT, unit = '×'): Goal => ({
      what: `${name}: ${what}`,
      measured,
      sense: 'most',
      goal,
      unit,
    });
    return [
      isFirstPage ? most('requests', last.calls, 1, '') : most('requests', last.calls / first.calls),
      most('bytes', last.kb / first.kb),
      most('time', slower),
    ];
  });
  const [before, last] = figures.slice(-2);
  if (!before || !last) return flat;
  return [
    ...flat,
    {
      what: "the year's figures: time for a row, against the city before",
      measured: last.seconds / last.rows / (before.seconds / before.rows),
      sense: 'most',
      goal: FLAT,
      unit: '×',
    },
    {
      what: "the year's figures: more memory, in a process that has counted before",
      measured: Math.max(last.again.heap, last.again.resident),
      sense: 'most',
      goal: MOST_MORE_MB,
      unit: ' MB',
    },
  ];
}

/** All tables, each under its heading. */
export function growthTables(growth: Growth): string {
  const { cities, listings, figures } = growth;
  const sizes = cities.map(({ size }) => size.toLocaleString('en'));
  const sections = [
    ['Goals', goalTable(growthGoals(growth))],
    [
      'Requests / kB / ms, by how many cases there are',
      table(
        ['', ...sizes, 'time, largest against smallest'],
        listings.map(({ name, against, asked, slower }) => [
          name,
          ...asked.map(({ calls, kb, ms }) => `${calls} / ${figure(kb)} / ${figure(ms)}`),
          `${figure(slower)}×${against === 'before' ? ' (the one before)' : ''}`,
        ]),
      ),
    ],
    [
      "The year's figures",
      table(
        ['cases', 'cases counted', 'rows', 'requests', 'MB', 's', 'µs for a row'],
        figures.map(({ cases, rows, calls, mb, seconds }, at) => [
          sizes[at] ?? '',
          ...[cases, rows, calls, mb, seconds, (seconds * 1e6) / rows].map(figure),
        ]),
      ),
    ],
    [
      'Their memory: more than before, at most, in MB',
      table(
        ['cases', 'heap', 'resident', 'heap, counted again', 'resident, counted again', 'kept'],
        figures.map(({ moreMb, again, keptMb }, at) => [
          sizes[at] ?? '',
          ...[moreMb.heap, moreMb.resident, again.heap, again.resident, keptMb].map(figure),
        ]),
      ),
    ],
    [
      'Rows',
      table(
        ['cases', 'casework', 'register'],
        cities.map(({ rows }, at) => [sizes[at] ?? '', figure(rows.casework), figure(rows.register)]),
      ),
    ],
  ];
  return sections.map(([heading, content]) => `### ${heading}\n\n${content}\n`).join('\n');
}
