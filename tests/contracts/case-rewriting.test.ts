import { TableClient, type TableEntity } from '@azure/data-tables';
import { placeOfCase } from '../../bot/adapters/tables/casework/case-row';
import type { Tables } from '../../bot/adapters/tables/tables';
import type { CaseEvent } from '../../bot/domain/case/case';
import { withTodo } from '../../bot/domain/case/filled-in/with-todo';
import { lineOf } from '../../bot/domain/listing/line';
import { claimed } from '../../bot/domain/outbox/attempts';
import type { OutboxEntry } from '../../bot/domain/outbox/entry';
import { isUnread } from '../../bot/domain/page';
import { purged } from '../../bot/domain/privacy/purge';
import type { StoredWhole } from '../../bot/ports';
import { INTERNATIONAL_AFFAIRS } from '../fixtures/city';
import { loadModel } from '../fixtures/model';
import { startTablesServer } from '../fixtures/tables-server/tables-server';
import {
  ALL_EVENTS,
  answered,
  changesOf,
  faultOnce,
  NOW,
  newDraft,
  newPerson,
  openProcess,
  sent,
} from './casework-fixtures';
import { overEveryStorage } from './over-every-storage';

const MODEL = loadModel('visit-request');
const NIGHT = new Date('2032-01-01T01:00:00.000Z');
const ANSWERS = { organisation: 'Sample City Council', guests: 'Zacharias Secretive', 'group-size': 12 };

/** A case with everything that a case can have beside it. */
async function submitted(tables: Tables, name = 'Rauha Requester') {
  const made = await sent(tables, answered(newDraft(newPerson(name)), ANSWERS));
  await tables.drafts.begin(changesOf(made.case));
  return made.case;
}

async function wholeOf({ cases }: Tables, number: string): Promise<StoredWhole> {
  const whole = await cases.whole(number);
  if (!whole) throw new Error(`${number} is not there.`);
  return whole;
}

const purgeNow = async (tables: Tables, whole: StoredWhole) =>
  tables.cases.rewrite(whole, purged(MODEL, whole.value, NIGHT));

overEveryStorage('rewriting a whole case', ({ storage, here, there }) => {
  test('reads what stands beside a case', async () => {
    const made = await submitted(here);
    const { value, entries } = await wholeOf(there, made.number);
    expect(value.case).toEqual(made);
    expect(value.events).toEqual((await here.cases.events(made.number, ALL_EVENTS)).items);
    expect(value.todos).toEqual((await here.cases.todos(made.number)).items);
    expect(entries.map((entry) => entry.value)).toEqual(value.entries);
    expect(value.entries.length).toBeGreaterThan(2);
    expect(await here.cases.whole('V-2026-9999999')).toBeUndefined();
    expect(await here.cases.whole('what')).toBeUndefined();
  });

  test('keeps what the rewriting says, and nothing else of it anywhere', async () => {
    const made = await submitted(here);
    const before = await wholeOf(here, made.number);
    expect(await purgeNow(here, before)).toBe('rewritten');
    const { value } = await wholeOf(there, made.number);
    const wanted = purged(MODEL, before.value, NIGHT);
    expect(value.case).toEqual(wanted.case);
    expect(value.events).toEqual([...wanted.events, wanted.event]);
    expect(value.todos).toEqual(wanted.todos);
    const byKey = (one: OutboxEntry, other: OutboxEntry) => (one.key < other.key ? -1 : 1);
    expect([...value.entries].sort(byKey)).toEqual([...wanted.entries, ...wanted.added].sort(byKey));
    for (const id of [made.draft, `${made.draft}-edit`]) {
      expect(await here.drafts.read(made.requester, id)).toBeUndefined();
    }
    expect(JSON.stringify(value)).not.toMatch(/Rauha|Secretive/);
    expect(value.case.answers).toEqual({ organisation: 'Sample City Council', 'group-size': 12 });
  });

  test('does nothing when somebody has changed the case, or a worker an entry, meanwhile', async () => {
    const made = await submitted(here);
    const before = await wholeOf(here, made.number);
    const todo = { key: 'planning.gifts', note: 'new', revision: 1 };
    const stored = { value: before.value.case, tag: before.tag };
    await there.cases.change(stored, withTodo(made, todo, 'todo-changed', { who: { id: 'a', name: 'B' }, now: NOW }));
    expect(await purgeNow(here, before)).toBe('conflict');
    expect((await here.cases.read(made.number))?.value.purged).toBeUndefined();

    const again = await wholeOf(here, made.number);
    const [due] = again.entries.filter(({ value }) => value.state === 'due' && value.purpose !== 'line');
    if (!due) throw new Error('Nothing waits.');
    await there.outbox.claim(due, claimed(due.value, NOW));
    expect(await purgeNow(here, again)).toBe('conflict');
    expect(await purgeNow(here, await wholeOf(here, made.number))).toBe('rewritten');
  });

  test('takes what was put aside of the case with it, and of no other', async () => {
    const [made, other] = [await submitted(here), await submitted(here)];
    const table = TableClient.fromConnectionString(storage.connectionString, 'casework', {
      allowInsecureConnection: true,
    });
    const aside = (number: string) =>
      `unreadable|outbox|2026-03-02T09:00:00.000Z|${number}.receipt.requester.teams|1a2b`;
    const rows = [made, other].map(({ number, requester }) => ({
      // Both in one bucket: what is put aside is told apart by its key alone.
      ...placeOfCase(made.number),
      rowKey: aside(number),
      target: JSON.stringify({ person: requester }),
    }));
    for (const { number: _, ...row } of rows) await table.createEntity(row as TableEntity);
    const whole = await wholeOf(here, made.number);
    expect(whole.value.setAside).toEqual([
      { key: aside(made.number), text: expect.stringContaining(made.requester.id) },
    ]);
    expect(await purgeNow(here, whole)).toBe('rewritten');
    expect((await wholeOf(there, made.number)).value.setAside).toEqual([]);
    const partitionKey = placeOfCase(made.number)?.partitionKey ?? '';
    expect(await table.getEntity(partitionKey, aside(other.number))).toMatchObject({ partitionKey });
  });

  test('does so in several transactions where a case has many rows, and can be ended after a break', async () => {
    const made = await submitted(here);
    const first = await here.cases.read(made.number);
    if (!first) throw new Error('The case is not there.');
    let stored = first;
    for (let count = 0; count < 100; count += 1) {
      const todo = { key: 'planning.gifts', note: `note ${count}`, revision: count };
      const by = { id: 'a', name: 'Hilma Handler' };
      const next = await here.cases.change(stored, withTodo(stored.value, todo, 'todo-changed', { who: by, now: NOW }));
      if (next === 'conflict') throw new Error('Nobody else is here.');
      stored = next;
    }
    const whole = await wholeOf(here, made.number);
    expect(whole.value.events.length).toBeGreaterThan(100);
    expect(await purgeNow(here, whole)).toBe('rewritten');
    const { value } = await wholeOf(there, made.number);
    expect(value.events).toHaveLength(103);
    expect(value.events.at(-1)).toMatchObject({ sequence: 103, type: 'purged' } satisfies Partial<CaseEvent>);
    expect(JSON.stringify(value)).not.toMatch(/Hilma|Rauha|note \d/);
  });

  test('lists open drafts that nobody has touched for long, of everybody', async () => {
    const [old, young] = [newDraft(newPerson()), newDraft(newPerson(), new Date('2026-06-01T00:00:00Z'))];
    for (const draft of [old, young]) await here.drafts.create(draft);
    const closedOne = await submitted(here);
    const found: string[] = [];
    for await (const stored of there.drafts.untouchedSince('2026-05-01T00:00:00.000Z')) {
      if (isUnread(stored)) throw new Error(`${stored.unread} cannot be read.`);
      const { value, tag } = stored;
      found.push(value.id);
      if (value.id === old.id) expect(await there.drafts.discard({ value, tag })).toBe('discarded');
    }
    expect(found).toContain(old.id);
    expect(found).not.toContain(young.id);
    expect(found).not.toContain(closedOne.draft);
  });

  test('lists nobody by a person who was removed', async () => {
    const made = await submitted(here);
    const { requester, number } = made;
    await here.register.put(lineOf(MODEL, made, []));
    await purgeNow(here, await wholeOf(here, number));
    const { value } = await wholeOf(here, number);
    await here.register.put(lineOf(MODEL, value.case, value.todos));
    const of = async (person: string) => (await here.register.find({ of: 'person', person }, { size: 10 })).items;
    expect(await of(requester.id)).toEqual([]);
    expect(await of('removed')).toEqual([]);
    const { items } = await here.register.find({ of: 'unit', unit: INTERNATIONAL_AFFAIRS }, { size: 100 });
    expect(JSON.stringify(items.filter((line) => line.number === number))).not.toMatch(/Rauha/);
    expect(items.some((line) => line.number === number)).toBe(true);
  });
});

describe('when the answer to a write is lost', () => {
  test('a rewriting that was carried out is known to be', async () => {
    const server = await startTablesServer();
    const tables = await openProcess(server.connectionString);
    const { number } = await submitted(tables);
    const whole = await wholeOf(tables, number);
    faultOnce(server, 'transaction', 'reset-after');
    expect(await purgeNow(tables, whole)).toBe('rewritten');
    expect((await tables.cases.read(number))?.value.purged).toBe(NIGHT.toISOString());
    await server.close();
  });

  test('nothing of a person stands in the register, not even as the name of a partition', async () => {
    const server = await startTablesServer();
    const tables = await openProcess(server.connectionString);
    const made = await submitted(tables);
    await tables.register.put(lineOf(MODEL, made, []));
    expect(server.snapshot()).toContain(`person|${made.requester.id}`);
    await purgeNow(tables, await wholeOf(tables, made.number));
    const { value } = await wholeOf(tables, made.number);
    await tables.register.put(lineOf(MODEL, value.case, value.todos));
    expect(server.snapshot()).not.toContain(made.requester.id);
    expect(server.snapshot()).not.toMatch(/Rauha|Secretive/);
    await server.close();
  });
});
