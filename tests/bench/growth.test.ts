import { casesOf } from '../../bench/growth/city';
import { caseworkRows, registerRows } from '../../bench/growth/city-rows';
import type { Growth } from '../../bench/growth/measure';
import { growthGoals } from '../../bench/growth/report';
import { makeStories } from '../../bench/growth/stories';
import { verdict } from '../../bench/report/goals';
import { lineOf } from '../../bot/domain/listing/line';
import { ALL_EVENTS, openProcess } from '../contracts/casework-fixtures';
import { modelOf } from '../domain/lived-cases';
import { startTablesServer } from '../fixtures/tables-server/tables-server';

const SIZE = 60;

it('a city is made of the rows that the product itself would have written', async () => {
  const stories = makeStories();
  const [city, written] = await Promise.all([startTablesServer(), startTablesServer()]);
  const [here, there] = await Promise.all([city, written].map((server) => openProcess(server.connectionString)));
  if (!here || !there) throw new Error('Nothing was opened.');
  city.fill('casework', caseworkRows(casesOf(SIZE, stories)));
  city.fill('register', registerRows(casesOf(SIZE, stories)));
  for (const { case: made, events, todos, draft } of casesOf(SIZE, stories)) {
    await there.register.put(lineOf(modelOf(made.process), made, todos));
    expect((await here.drafts.read(draft.owner, draft.id))?.value).toEqual(draft);
    // Years that figures do not look at are left out.
    if (made.submittedAt < '2024') continue;
    expect((await here.cases.read(made.number))?.value).toEqual(made);
    expect((await here.cases.events(made.number, ALL_EVENTS)).items).toEqual(events);
    expect((await here.cases.todos(made.number)).items).toHaveLength(todos.length);
  }
  const rowsOf = (snapshot: string): readonly unknown[] =>
    JSON.parse(snapshot)
      .register.filter((row: { PartitionKey: string }) => !row.PartitionKey.startsWith('case|'))
      .map(({ Timestamp: _, 'odata.etag': __, ...row }: Record<string, unknown>) => row);
  expect(rowsOf(city.snapshot())).toEqual(rowsOf(written.snapshot()));
  await Promise.all([city.close(), written.close()]);
});

describe('growth is judged', () => {
  const asked = (calls: number, kb: number) => ({ calls, kb, ms: 1 });
  const moreMb = { heap: 20, resident: 20 };
  const run = { cases: 1, rows: 10, seconds: 1, moreMb, again: moreMb, keptMb: 1, calls: 1, mb: 1 };
  const three = [asked(1, 1), asked(1, 10), asked(1, 10)];
  const growth = (more: Partial<Growth['listings'][number]>, figures: Growth['figures'] = [run, run]): Growth => ({
    cities: [],
    listings: [
      { name: 'x', isFirstPage: true, against: 'smallest', asked: [asked(1, 10), asked(1, 10)], slower: 1, ...more },
    ],
    figures,
  });
  const missed = (of: Growth) =>
    growthGoals(of)
      .filter((goal) => verdict(goal) === 'missed')
      .map(({ what }) => what);

  it.each<[string, Growth, readonly string[]]>([
    ['what stays as it is', growth({}), []],
    ['more requests', growth({ asked: [asked(1, 10), asked(2, 10)] }), ['x: requests']],
    ['a first page of two requests, in whatever city', growth({ asked: [asked(2, 9), asked(2, 9)] }), ['x: requests']],
    ['another page of two requests', growth({ asked: [asked(2, 9), asked(2, 9)], isFirstPage: false }), []],
    ['more bytes', growth({ asked: [asked(1, 10), asked(1, 13)] }), ['x: bytes']],
    ['more bytes than in the smallest city', growth({ asked: three }), ['x: bytes']],
    ['more bytes than there, and as many as in the one before', growth({ asked: three, against: 'before' }), []],
    ['more time', growth({ slower: 1.3 }), ['x: time']],
    [
      'rows that take longer and more memory',
      growth({}, [run, { ...run, rows: 100, seconds: 13, again: { heap: 31, resident: 0 } }]),
      [
        "the year's figures: time for a row, against the city before",
        "the year's figures: more memory, in a process that has counted before",
      ],
    ],
    [
      'as much heap, and more memory of the machine',
      growth({}, [run, { ...run, again: { heap: 20, resident: 31 } }]),
      ["the year's figures: more memory, in a process that has counted before"],
    ],
  ])('%s', (_, of, expected) => {
    expect(missed(of)).toEqual(expected);
  });
});
