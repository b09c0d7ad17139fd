import type { Tables } from '../../bot/adapters/tables/tables';
import { withTodo } from '../../bot/domain/case/filled-in/with-todo';
import type { CountedCase } from '../../bot/domain/listing/counted-facts';
import { startTablesServer } from '../fixtures/tables-server/tables-server';
import { answered, NOW, newDraft, newPerson, openProcess, requestsOf, sent } from './casework-fixtures';
import { overEveryStorage } from './over-every-storage';

const OF_2026 = { prefixes: ['V'], from: 2026, to: 2026 };

async function submitted(tables: Tables, prefix = 'V', at = NOW): Promise<string> {
  const made = await sent(tables, answered(newDraft(newPerson()), { 'group-size': 12 }), { prefix, at });
  return made.case.number;
}

async function countedOf({ cases }: Tables, of = OF_2026): Promise<readonly CountedCase[]> {
  const all: CountedCase[] = [];
  for await (const counted of cases.counted(of)) all.push(counted);
  return all;
}

overEveryStorage('cases to be counted', ({ storage }) => {
  test('are those of the years and processes asked for, with their history and to-dos and nothing else', async () => {
    const tables = await openProcess(storage.connectionString);
    const number = await submitted(tables);
    const stored = await tables.cases.read(number);
    const [todo] = (await tables.cases.todos(number)).items;
    if (!stored || !todo) throw new Error(`${number} is not there, or has no to-do.`);
    const ticked = { ...todo, revision: 1, answers: { 'head-count': 17 } };
    const by = { id: stored.value.requester.id, name: stored.value.requester.name };
    await tables.cases.change(stored, withTodo(stored.value, ticked, 'todo-done', { who: by, now: NOW }));
    await submitted(tables, 'V', new Date('2025-06-01T09:00:00.000Z'));
    await submitted(tables, 'V', new Date('2027-06-01T09:00:00.000Z'));
    await submitted(tables, 'P');
    const whole = await tables.cases.whole(number);
    const [found, ...others] = await countedOf(tables);
    expect(others).toEqual([]);
    expect(whole?.value.case).toMatchObject(found?.case ?? {});
    expect(found?.case).toMatchObject({ process: 'visit-request', answers: { 'group-size': 12 } });
    expect(found?.events).toEqual(whole?.value.events.map(({ type, at, data }) => ({ type, at, data })));
    expect(found?.todos).toEqual([{ answers: { 'head-count': 17 } }]);
    expect(await countedOf(tables, { prefixes: ['P', 'V'], from: 2025, to: 2027 })).toHaveLength(4);
    expect(await countedOf(tables, { ...OF_2026, from: 2030, to: 2031 })).toEqual([]);
  });
});

describe('cases to be counted, and the way to storage', () => {
  const at = '2026-03-02T09:00:00.000Z';
  const caseRow = (number: string) => ({
    rowKey: `case|${number}`,
    properties: {
      year: 2026,
      process: number,
      state: 'held',
      submittedAt: at,
      answers: '{}',
      outcome: 'x',
      responsibleUnit: 'u',
    },
  });
  const eventRow = (number: string) => ({
    rowKey: `case|${number}|event|000001`,
    properties: { sequence: 1, type: 'submitted', at, data: JSON.stringify({ of: number }) },
  });
  const todoRow = (number: string) => ({
    rowKey: `case|${number}|todo|a.b`,
    properties: { revision: 1, answers: `{"of":"${number}"}` },
  });
  const entryRow = (number: string) => ({
    rowKey: `case|${number}|entry|k|op`,
    properties: { entry: 'k', event: 1, attempts: 1 },
  });
  const filled = async (
    rows: readonly { rowKey: string; properties: Record<string, string | number> }[],
    pageSize?: number,
  ) => {
    const server = await startTablesServer(pageSize === undefined ? {} : { pageSize });
    const tables = await openProcess(server.connectionString);
    server.fill(
      'casework',
      rows.map((row) => ({ partitionKey: 'b07', ...row })),
    );
    return { server, tables };
  };

  test.each([1, 2, 1000])('keep their own though longer numbers stand in between, in pages of %d', async (pageSize) => {
    const numbers = ['V-2026-1000', 'V-2026-10000', 'V-2026-100000', 'V-2026-1001', 'V-2026-10010'];
    const rows = numbers.flatMap((number) => [caseRow, eventRow, todoRow, entryRow].map((row) => row(number)));
    const { server, tables } = await filled([...rows, eventRow('V-2026-10001'), todoRow('V-2026-1002')], pageSize);
    const found = await countedOf(tables);
    expect(found.map(({ case: { process } }) => process).sort()).toEqual([...numbers].sort());
    for (const {
      case: { process: number },
      events,
      todos,
    } of found) {
      expect(events.map(({ data }) => data)).toEqual([{ of: number }]);
      expect(todos).toEqual([{ answers: { of: number } }]);
    }
    await server.close();
  });

  test('cost a query for each bucket and letter, and one more for each thousand rows: ten times as many cases, no more', async () => {
    const costs: number[] = [];
    for (const cases of [1_000, 10_000]) {
      const numbers = Array.from({ length: cases }, (_, serial) => `V-2026-${10_000 + serial}`);
      const { server, tables } = await filled(numbers.flatMap((number) => [caseRow(number), eventRow(number)]));
      costs.push((await requestsOf(server, () => countedOf(tables))).length);
      await server.close();
    }
    expect(costs).toEqual([32 + 1, 32 + 19]);
  });
});
