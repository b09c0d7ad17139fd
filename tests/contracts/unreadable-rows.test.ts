/** Of many rows one that cannot be read is left out, told of and counted: it keeps nobody from the others. */
import { TableClient } from '@azure/data-tables';
import type { Tables } from '../../bot/adapters/tables/tables';
import { lineOf } from '../../bot/domain/listing/line';
import { isUnread } from '../../bot/domain/page';
import type { Log } from '../../bot/ports';
import { loadModel } from '../fixtures/model';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { storedRows } from '../playing/stored-rows';
import { ALL_EVENTS, newDraft, newPerson, openProcess, sent } from './casework-fixtures';

const model = loadModel('visit-request');
let server: TablesServer;
let here: Tables;
const errors: string[] = [];
const causes: string[] = [];
const log: Log = {
  info() {},
  warn() {},
  error(event, cause) {
    errors.push(event);
    causes.push(String(cause));
  },
};
const person = newPerson();

beforeEach(async () => {
  server = await startTablesServer();
  here = await openProcess(server.connectionString, { log });
  errors.length = 0;
});
afterEach(async () => {
  // Ids and codes, but nobody's.
  expect(causes.join()).not.toMatch(new RegExp(`${person.id}|${person.name}`));
  await server.close();
});

interface Key {
  readonly PartitionKey?: unknown;
  readonly RowKey?: unknown;
}

async function spoil(table: string, row: Key | undefined, columns: Readonly<Record<string, unknown>>): Promise<void> {
  const options = { allowInsecureConnection: true };
  const client = TableClient.fromConnectionString(server.connectionString, table, options);
  const key = { partitionKey: String(row?.PartitionKey), rowKey: String(row?.RowKey) };
  await client.updateEntity({ ...key, ...columns }, 'Merge');
}

const rows = () => storedRows(server);
const registered = (): readonly Key[] => JSON.parse(server.snapshot()).register ?? [];
/** What another process reads, which remembers nothing. */
const there = () => openProcess(server.connectionString, { log });

async function gathered<T>(all: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of all) found.push(one);
  return found;
}

test.each([
  ['another language', { language: 'de' }],
  ['no answers', { answers: 'null' }],
  ['a routing of another shape', { routing: '{"responsible":{}}' }],
  ['a moment that is none', { since: 'soon' }],
  ['a moment that only a guess makes one', { since: '1' }],
  ['a purge of no moment', { purgedAt: 'rubbish' }],
])('a case with %s: the others are gone through, and its number is told', async (_, columns) => {
  const [one, other] = [await sent(here, newDraft(newPerson())), await sent(here, newDraft(newPerson()))];
  await spoil(
    'casework',
    rows().cases.find(({ number }) => number === one.case.number),
    columns,
  );
  const all = await gathered(here.cases.all());
  expect(all.filter(isUnread)).toEqual([{ unread: one.case.number }]);
  expect(all.filter((made) => !isUnread(made))).toEqual([other.case]);
  expect(errors).toEqual(['case.unreadable']);
  await expect(here.cases.whole(one.case.number)).rejects.toMatchObject({ code: 'unreadable' });
});

test.each([
  ['another language', { language: 'de' }],
  ['a state of another shape', { state: '{"answers":{"guests":{}}}' }],
  ['no moment', { createdAt: '' }],
  ['a last change that only a guess makes a moment', { updatedAt: '1.1.2020' }],
])('a draft with %s: the owner sees the others, page by page', async (_, columns) => {
  const drafts = [newDraft(person), newDraft(person), newDraft(person)];
  for (const draft of drafts) await here.drafts.create(draft);
  const kept = rows().drafts;
  await spoil('casework', kept[1], columns);
  const { drafts: store } = await there();
  const first = await store.list(person, { size: 2 });
  expect(first).toMatchObject({ items: [{ id: kept[0]?.draft }], unreadable: [kept[1]?.draft], next: kept[1]?.draft });
  const second = await store.list(person, { size: 2, from: first.next ?? '' });
  expect(second).toEqual({ items: [expect.objectContaining({ id: kept[2]?.draft })] });
  expect((await store.open(person, 5)).map(({ id }) => id)).toEqual([kept[0]?.draft, kept[2]?.draft]);
  const untouched = await gathered(store.untouchedSince('9999'));
  expect(untouched.filter(isUnread)).toEqual([{ unread: kept[1]?.draft }]);
  expect(untouched).toHaveLength(3);
});

test('an event and a to-do: the rest of the history and of the lists is there', async () => {
  const { case: made, events } = await sent(here, newDraft(newPerson()));
  await spoil('casework', rows().events[0], { data: '[]' });
  await spoil('casework', rows().todos[0], { revision: 'one' });
  expect(await here.cases.events(made.number, ALL_EVENTS)).toEqual({ items: events.slice(1), unreadable: ['000001'] });
  expect(await here.cases.todos(made.number)).toEqual({ items: [], unreadable: ['planning.gifts'] });
  await expect(here.cases.whole(made.number)).rejects.toMatchObject({ code: 'unreadable' });
  const counted = await gathered(here.cases.counted({ prefixes: ['V'], from: 2026, to: 2026 }));
  expect(counted.map((one) => one.events.length)).toEqual([2]);
});

test.each([['{'], ['{}'], ['{"number":"V-2026-0001"}']])('a line of the register: %s', async (line) => {
  const made = [(await sent(here, newDraft(person))).case, (await sent(here, newDraft(person))).case];
  for (const one of made) await here.register.put(lineOf(model, one, []));
  const partition = `unit|${made[0]?.routing.responsible.unit}`;
  const ofUnit = registered().filter(({ PartitionKey }) => PartitionKey === partition);
  await spoil('register', ofUnit[0], { line });
  const unit = made[0]?.routing.responsible.unit ?? '';
  const first = await here.register.find({ of: 'unit', unit }, { size: 1 });
  expect(first).toMatchObject({ items: [], unreadable: [expect.stringMatching(/^V-2026-\d+$/)] });
  const second = await here.register.find({ of: 'unit', unit }, { size: 1, from: first.next ?? '' });
  expect([...second.items.map(({ number }) => number), ...(first.unreadable ?? [])].sort()).toEqual(
    made.map(({ number }) => number).sort(),
  );
});

test('a wish of a newer version, of how often to be written to, stays until they make another', async () => {
  await here.people.learn(person, { language: 'sv', by: 'choice', notify: 'quiet' });
  const stored = () => rows().people.find(({ personId }) => personId === person.id);
  await spoil('people', stored(), { notify: 'weekly' });
  const { people } = await there();
  const learning = { language: 'sv', by: 'supposition' } as const;
  expect(await people.learn(person, { ...learning, chat: 'a:1' })).not.toHaveProperty('notify');
  expect(stored()).toMatchObject({ chat: 'a:1', notify: 'weekly' });
  await people.learn(person, { ...learning, notify: 'daily' });
  expect(stored()).toMatchObject({ chat: 'a:1', notify: 'daily' });
});

test('a person: they are served and nothing is guessed in their place, until they choose; the others are found', async () => {
  const other = newPerson('Eero Esimerkki');
  for (const each of [person, other]) {
    await here.people.learn(each, { language: 'sv', by: 'choice', notify: 'quiet' });
  }
  await spoil(
    'people',
    rows().people.find(({ personId }) => personId === person.id),
    { language: 'de' },
  );
  const { people } = await there();
  expect(await people.find(person)).toBeUndefined();
  expect(people.isUnreadable(person)).toBe(true);
  await people.learn(person, { language: 'fi', by: 'words', chat: 'a:1' });
  const stored = () => rows().people.find(({ personId }) => personId === person.id);
  expect(stored()).toMatchObject({ language: 'de', notify: 'quiet' });
  expect(await people.everybody(person.tenant, 10)).toMatchObject({
    items: [{ person: other }],
    unreadable: [person.id],
  });
  await people.learn(person, { language: 'fi', by: 'choice', chat: 'a:1' });
  expect(stored()).toMatchObject({ language: 'fi', languageChosen: true });
  expect(people.isUnreadable(person)).toBe(false);
});

const erasure = { person, askedAt: '2026-03-02T09:00:00.000Z', isBegun: false };

test.each([
  ['of another shape', { person: {} }],
  // Every case would be a later one, nobody found in any, and the erasure at its end.
  ['asked for at no moment', { ...erasure, askedAt: '' }],
])('an erasure %s: the others are gone on with, and it is told that one is left', async (_, spoiled) => {
  await here.erasures.put(erasure);
  await here.erasures.put({ ...erasure, person: newPerson() });
  await spoil(
    'register',
    registered().find(({ RowKey }) => String(RowKey).endsWith(person.id)),
    { erasure: JSON.stringify(spoiled) },
  );
  const open = await here.erasures.open();
  expect(open.items).toHaveLength(1);
  expect(open.unreadable).toHaveLength(1);
});

test('an outbox entry that was put aside is among what waits for somebody', async () => {
  const { entries } = await sent(here, newDraft(person));
  await spoil(
    'casework',
    rows().entries.find(({ entry }) => entry === entries[0]?.key),
    { target: '{' },
  );
  await here.outbox.due(new Date('2026-03-02T10:00:00Z'), 32);
  expect(rows().aside).toHaveLength(1);
  errors.length = 0;
  expect(await here.outbox.stuck(10)).toEqual({ items: [], unreadable: [entries[0]?.key] });
  // It has been told of once.
  expect(errors).toEqual([]);
});

test('an event of a directory entry: the rest of its history is there', async () => {
  const unit = await here.directoryEditor.entry('units', 'espoo-marketing-business');
  if (!unit) throw new Error('The unit is not there.');
  const event = { edit: 'checked', at: '2026-03-02T09:00:00.000Z', by: 'assistant', before: {}, after: {} } as const;
  const entry = { ...unit.value, events: 1 };
  const next = await here.directoryEditor.write(unit, { entry, event: { ...event, sequence: 1 } });
  if (next === 'conflict') throw new Error('Nobody else is there.');
  await here.directoryEditor.write(next, { entry, event: { ...event, sequence: 2 } });
  const kept: readonly Key[] = JSON.parse(server.snapshot()).directory;
  await spoil(
    'directory',
    kept.find(({ RowKey }) => String(RowKey).startsWith('|event|espoo-marketing-business|000001')),
    { after: '7' },
  );
  const events = await here.directoryEditor.events('units', 'espoo-marketing-business');
  expect(events).toMatchObject({ items: [{ sequence: 2 }], unreadable: [expect.any(String)] });
});
