import { entryRow } from '../../bot/adapters/tables/casework/entry-row';
import { createOutbox } from '../../bot/adapters/tables/casework/outbox-table';
import { CASE_ROWS, ONLY_CASES } from '../../bot/adapters/tables/casework/subjects';
import { openRawTables } from '../../bot/adapters/tables/raw-tables';
import { createRowReader } from '../../bot/adapters/tables/rows/row-reader';
import type { TableRows } from '../../bot/adapters/tables/rows/table-rows';
import { claimed } from '../../bot/domain/outbox/attempts';
import type { CopiedRow, Outbox } from '../../bot/ports';
import { caseworkRows, KITE_BUCKET, lend, timerOf, WITH_KITES } from '../fixtures/kites';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { NOW, newPerson, openProcess, settableClock } from './casework-fixtures';

const borrower = newPerson('Kaarlo Keksitty');
const reminder = timerOf({ id: 'kite-1' }, NOW.toISOString());
const reader = createRowReader(undefined);

let server: TablesServer;
let rows: TableRows;
let outbox: Outbox;
let ofOnlyCases: Outbox;
/** The row of its timer as a copy of that moment holds it. */
let waiting: CopiedRow;

beforeAll(async () => {
  server = await startTablesServer();
  ofOnlyCases = (await openProcess(server.connectionString, { clock: settableClock() })).outbox;
  rows = caseworkRows(server.connectionString);
  outbox = createOutbox({ rows, reader, places: WITH_KITES });
  await lend(rows, { id: 'kite-1', borrower, isBack: false, since: NOW.toISOString() }, reminder.due);
  for await (const row of openRawTables(server, settableClock()).rows('casework')) {
    if (row.columns.entry === reminder.key) waiting = row;
  }
});
afterAll(() => server.close());

const everyKey = async (): Promise<readonly string[]> => {
  const all = await rows.take(KITE_BUCKET, { from: '!', to: '~' }, 100);
  return all.map(({ rowKey }) => rowKey);
};

test('a version that knows only cases leaves it as it is', async () => {
  const before = await everyKey();
  expect(await ofOnlyCases.due(NOW, 10)).toEqual([]);
  expect(await ofOnlyCases.ofCase('kite-1')).toEqual([]);
  expect(await everyKey()).toEqual(before);
});

test('it is found by its id, claimed and settled, and then stands beside it', async () => {
  const [due] = await outbox.due(NOW, 10, { caseNumber: 'kite-1' });
  expect(due?.value).toEqual(reminder);
  expect(await outbox.ofCase('kite-1')).toEqual([reminder]);
  const held = due && (await outbox.claim(due, claimed(due.value, NOW)));
  expect(held && (await outbox.settle(held, { ...held.value, state: 'sent' }))).toBe(true);
  expect(await everyKey()).toEqual([
    'kite|kite-1',
    expect.stringMatching(/^kite\|kite-1\|entry\|kite-1\.reminder\.timer\|/),
  ]);
  expect(await outbox.settledOf('kite-1')).toMatchObject([{ key: reminder.key, subject: 'kite', state: 'sent' }]);
});

test.each([
  ['that knows it', WITH_KITES],
  ['that knows only cases', ONLY_CASES],
])('a copy put back by a version %s does not make due again what was sent since', async (_which, places) => {
  const tables = openRawTables(server, settableClock(), places);
  const before = await everyKey();
  expect(await tables.add('casework', [waiting], { isInUse: true })).toMatchObject({ added: 0, overtaken: 1 });
  expect(await everyKey()).toEqual(before);
});

test.each(['draft', 'outbox', 'counter', 'stuck', 'task', 'unreadable', 'case', '', 'a|b'])(
  'rows of another subject that begin with "%s" would be taken for others, and are refused',
  (prefix) => {
    const task = { prefix, place: () => undefined };
    const open = () => createOutbox({ rows, reader, places: { case: CASE_ROWS, task } });
    expect(open).toThrow(`"${prefix}"`);
  },
);

test('of a subject that nobody here knows, no row is written', () => {
  expect(() => entryRow(KITE_BUCKET, { ...reminder, state: 'sent' }, 'op1')).toThrow(RangeError);
});
