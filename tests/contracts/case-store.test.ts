import { TableClient } from '@azure/data-tables';
import { bucketName, bucketOf } from '../../bot/adapters/tables/rows/buckets';
import type { Tables } from '../../bot/adapters/tables/tables';
import type { Case } from '../../bot/domain/case/case';
import { withTodo } from '../../bot/domain/case/filled-in/with-todo';
import type { Submission } from '../../bot/domain/case/submission';
import type { Todo } from '../../bot/domain/case/todo';
import type { Person } from '../../bot/domain/person';
import type { Draft } from '../../bot/domain/walk/draft';
import type { Stored } from '../../bot/ports';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import {
  ALL_EVENTS,
  answered,
  changesOf,
  createAll,
  editOf,
  faultOnce,
  NOW,
  newDraft,
  newPerson,
  openProcess,
  requestsOf,
  sent,
  submissionOf,
} from './casework-fixtures';
import { overEveryStorage } from './over-every-storage';

const submit = (tables: Tables, owner: Person, answers = {}): Promise<Submission> =>
  sent(tables, answered(newDraft(owner), answers));

const TODO: Todo = {
  key: 'planning.gifts',
  note: 'Ä "1"',
  done: { at: NOW.toISOString(), by: { id: 'a', name: 'B' } },
  revision: 1,
};

const caseworkOf = ({ connectionString }: TablesServer) =>
  TableClient.fromConnectionString(connectionString, 'casework', { allowInsecureConnection: true });

overEveryStorage('cases', ({ here, there }) => {
  test('a submit keeps the case, its events, its entries and the closed draft', async () => {
    const made = await submit(here, newPerson(), { guests: 'O\'Neill & "Co"', 'group-size': 12.5, dignitary: true });
    const { number } = made.case;
    expect(number).toMatch(/^V-2026-\d{4,}$/);
    expect((await there.cases.read(number))?.value).toEqual(made.case);
    expect((await there.cases.events(number, ALL_EVENTS)).items).toEqual(made.events);
    const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
    expect([...(await there.outbox.ofCase(number))].sort(byKey)).toEqual([...made.entries].sort(byKey));
    const draft = await there.drafts.read(made.draft.owner, made.draft.id);
    expect(draft?.value).toEqual(made.draft);
    expect(draft?.value.case).toBe(number);
  });

  test('a change keeps case, event and to-do together, and only for the first of two', async () => {
    const made = await submit(here, newPerson());
    const { number } = made.case;
    const [mine, theirs] = [await here.cases.read(number), await there.cases.read(number)];
    if (!mine || !theirs) throw new Error('The case is not there.');
    expect((await here.cases.todos(number)).items).toEqual(made.todos);
    const change = withTodo(made.case, TODO, 'todo-done', { who: { id: 'a', name: 'B' }, now: NOW });
    expect(await here.cases.change(mine, change)).toMatchObject({ value: { lastEvent: 3 } });
    expect(await there.cases.change(theirs, change)).toBe('conflict');
    expect((await there.cases.todos(number)).items).toEqual([TODO]);
    expect((await there.cases.events(number, ALL_EVENTS)).items.map(({ type }) => type)).toEqual([
      'submitted',
      'routed',
      'todo-done',
    ]);
    expect((await there.cases.read(number))?.value.lastEvent).toBe(3);
  });

  test('changes keep case, event, entries and to-dos together and end their draft, once', async () => {
    const { case: made } = await submit(here, newPerson());
    const { number } = made;
    const draft = await here.drafts.begin(changesOf(made));
    const stored = await there.cases.read(number);
    if (!stored) throw new Error('The case is not there.');
    const added = { key: 'planning.language', revision: 0 };
    const edit = editOf(made, draft.value, { todos: [added], removedTodos: ['planning.gifts'] });
    expect(await here.cases.edit(draft, stored, edit)).toMatchObject({ value: edit.case });
    expect((await there.cases.read(number))?.value).toEqual(edit.case);
    expect((await there.cases.events(number, ALL_EVENTS)).items.at(-1)).toEqual(edit.events[0]);
    expect((await there.cases.todos(number)).items).toEqual([added]);
    const keys = (await there.outbox.ofCase(number)).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(edit.entries.map(({ key }) => key)));
    expect((await here.drafts.read(made.requester, draft.value.id))?.value).toEqual(edit.draft);
    expect(await there.cases.edit(draft, stored, edit)).toBe('conflict');
    expect((await there.cases.events(number, ALL_EVENTS)).items).toHaveLength(3);
  });

  test('changes whose draft or whose case has moved on are a conflict, and neither is touched', async () => {
    const { case: made } = await submit(here, newPerson());
    const { number } = made;
    const draft = await here.drafts.begin(changesOf(made));
    const stored = (await here.cases.read(number)) as Stored<Case>;
    const edit = editOf(made, draft.value);
    const moved = await there.cases.change(
      stored,
      withTodo(made, TODO, 'todo-done', { who: made.requester, now: NOW }),
    );
    expect(await here.cases.edit(draft, stored, edit)).toBe('conflict');
    expect(await here.drafts.read(made.requester, draft.value.id)).toEqual(draft);
    expect((await there.cases.todos(number)).items).toEqual([TODO]);

    const now = moved as Stored<Case>;
    const later = (await there.drafts.save(draft, answered(draft.value))) as Stored<Draft>;
    expect(await here.cases.edit(draft, now, editOf(now.value, draft.value))).toBe('conflict');
    expect((await there.cases.read(number))?.value).toEqual(now.value);
    expect(await here.drafts.read(made.requester, draft.value.id)).toEqual(later);
    expect(await here.cases.edit(later, now, editOf(now.value, later.value))).not.toBe('conflict');
  });

  test('a case is found by its number however it is written, and no other is', async () => {
    const made = await submit(here, newPerson());
    const serial = Number(made.case.number.split('-')[2]);
    for (const written of [`v-2026-${serial}`, ` V 2026 ${serial} `, `v2026-00${serial}`]) {
      expect((await there.cases.read(written))?.value).toEqual(made.case);
      expect((await there.cases.events(written, ALL_EVENTS)).items).toHaveLength(2);
    }
    for (const wrong of [`V-2025-${serial}`, `W-2026-${serial}`, 'V-2026-999999', 'hello', '']) {
      expect(await there.cases.read(wrong)).toBeUndefined();
      expect((await there.cases.events(wrong, ALL_EVENTS)).items).toEqual([]);
    }
  });

  test('a draft becomes a case once: a second submit is a conflict, and the draft tells its case', async () => {
    const draft = newDraft(newPerson());
    const stored = await here.drafts.create(draft);
    const results = await Promise.all(
      [here, there, here].map(({ cases }) => cases.submit(stored, 'V', NOW, submissionOf(draft))),
    );
    const made = results.filter((result) => result !== 'conflict');
    expect(made).toHaveLength(1);
    for (const { drafts, cases } of [here, there]) {
      const now = await drafts.read(draft.owner, draft.id, draft.revision + 1);
      expect(now?.value.case).toBe(made[0]?.case.number);
      expect(await cases.submit(now as Stored<Draft>, 'V', NOW, submissionOf(draft))).toBe('conflict');
    }
  });

  test('a draft that has changed or is gone is a conflict', async () => {
    const draft = newDraft(newPerson());
    const stored = await here.drafts.create(draft);
    const saved = (await there.drafts.save(stored, answered(draft))) as Stored<Draft>;
    expect(await here.cases.submit(stored, 'V', NOW, submissionOf(draft))).toBe('conflict');
    expect(await here.drafts.read(draft.owner, draft.id)).toEqual(saved);
    await there.drafts.discard(saved);
    expect(await here.cases.submit(saved, 'V', NOW, submissionOf(draft))).toBe('conflict');
  });

  test('numbers are unique while two processes submit 200 cases at once, and begin anew for each letter', async () => {
    const drafts = Array.from({ length: 200 }, () => newDraft(newPerson()));
    const submits = (await createAll(here, drafts)).map((stored, index) =>
      (index % 2 ? here : there).cases.submit(stored, 'V', NOW, submissionOf(stored.value)),
    );
    const made = (await Promise.all(submits)).filter((result) => result !== 'conflict');
    const numbers = made.map((submission) => submission.case.number);
    expect(new Set(numbers).size).toBe(200);
    for (const number of numbers) expect(number).toMatch(/^V-2026-\d{4}$/);
    for (const submission of made.slice(0, 10)) {
      expect((await there.cases.read(submission.case.number))?.value).toEqual(submission.case);
    }
    const draft = newDraft(newPerson());
    const other = await here.cases.submit(
      await here.drafts.create(draft),
      'Q',
      new Date('2026-12-31T23:59:59.999Z'),
      submissionOf(draft),
    );
    const first = String(32 + bucketOf(draft.owner)).padStart(4, '0');
    expect(other).toMatchObject({ case: { number: `Q-2026-${first}` } });
  });
});

describe('cases and the way to storage', () => {
  let server: TablesServer;
  let here: Tables;
  let there: Tables;
  let owner: Person;
  let draft: Draft;

  beforeEach(async () => {
    server = await startTablesServer();
    here = await openProcess(server.connectionString);
    there = await openProcess(server.connectionString);
    owner = newPerson();
    draft = newDraft(owner);
  });
  afterEach(() => server.close());

  const transactions = () => server.requests.filter(({ kind }) => kind === 'transaction').length;
  const rowsOf = (table: Tables, number: string) =>
    Promise.all([
      table.cases.read(number).then((found) => found?.value),
      table.cases.events(number, ALL_EVENTS).then(({ items }) => items),
      table.outbox.ofCase(number),
    ]);

  test('a submit is one transaction: alone where everything is known, after two reads where nothing is', async () => {
    await here.drafts.create(draft);
    const fromCard = async ({ drafts, cases }: Tables, { id }: Draft) => {
      const found = await drafts.read(owner, id, 1);
      if (found) expect(await cases.submit(found, 'V', NOW, submissionOf(found.value))).not.toBe('conflict');
    };
    expect(await requestsOf(server, () => fromCard(there, draft))).toEqual(['read', 'read', 'transaction']);
    const second = newDraft(owner);
    await there.drafts.create(second);
    expect(await requestsOf(server, () => fromCard(there, second))).toEqual(['transaction']);
  });

  test('a refused submit has written nothing at all', async () => {
    const stored = await here.drafts.create(draft);
    await there.drafts.save(stored, answered(draft));
    const before = server.snapshot();
    server.resetRequests();
    expect(await here.cases.submit(stored, 'V', NOW, submissionOf(draft))).toBe('conflict');
    expect(transactions()).toBe(1);
    expect(server.snapshot()).toBe(before);
  });

  test('a failing one neither: it can be submitted again with the same draft', async () => {
    const stored = await here.drafts.create(draft);
    const before = server.snapshot();
    server.fault(({ kind }) => (kind === 'transaction' ? { status: 503 } : 'pass'));
    const failing = here.cases.submit(stored, 'V', NOW, submissionOf(draft));
    await expect(failing).rejects.toMatchObject({ code: 'unavailable' });
    expect(server.snapshot()).toBe(before);
    server.fault();
    expect(await here.cases.submit(stored, 'V', NOW, submissionOf(draft))).not.toBe('conflict');
  });

  test('when the answer is lost after the commit, the submit has succeeded, once', async () => {
    const stored = await here.drafts.create(draft);
    faultOnce(server, 'transaction', 'reset-after');
    const made = await here.cases.submit(stored, 'V', NOW, submissionOf(draft));
    if (made === 'conflict') throw new Error('The repeat was taken for a conflict.');
    const [kept, events, entries] = await rowsOf(there, made.case.number);
    expect(kept).toEqual(made.case);
    expect(events).toHaveLength(2);
    expect(entries).toHaveLength(made.entries.length);
    expect(server.snapshot().match(/"case\|V-2026-\d+"/g)).toHaveLength(1);
  });

  test('when the answer is lost after the commit, changes are saved, once; a failing save has written nothing', async () => {
    const { case: made } = await submit(here, owner);
    const changes = await here.drafts.begin(changesOf(made));
    const stored = (await here.cases.read(made.number)) as Stored<Case>;
    const edit = editOf(made, changes.value, { removedTodos: ['planning.gifts'] });
    const before = server.snapshot();
    server.fault(({ kind }) => (kind === 'transaction' ? { status: 503 } : 'pass'));
    await expect(here.cases.edit(changes, stored, edit)).rejects.toMatchObject({ code: 'unavailable' });
    expect(server.snapshot()).toBe(before);
    faultOnce(server, 'transaction', 'reset-after');
    const saved = (await here.cases.edit(changes, stored, edit)) as Stored<Case>;
    expect(await there.cases.read(made.number)).toEqual(saved);
    expect((await there.cases.events(made.number, ALL_EVENTS)).items).toHaveLength(3);
    expect((await there.cases.todos(made.number)).items).toEqual([]);
    const again = withTodo(saved.value, TODO, 'todo-changed', { who: owner, now: NOW });
    expect(await here.cases.change(saved, again)).not.toBe('conflict');
  });

  test('changes are saved in one transaction', async () => {
    const { case: made } = await submit(here, owner);
    const changes = await here.drafts.begin(changesOf(made));
    const stored = (await here.cases.read(made.number)) as Stored<Case>;
    const save = () => here.cases.edit(changes, stored, editOf(made, changes.value));
    expect(await requestsOf(server, save)).toEqual(['transaction']);
  });

  test('when every answer is lost nobody knows, but the draft then tells the case', async () => {
    const stored = await here.drafts.create(draft);
    server.fault(({ kind }) => (kind === 'transaction' ? 'reset-after' : 'pass'));
    const failing = here.cases.submit(stored, 'V', NOW, submissionOf(draft));
    await expect(failing).rejects.toMatchObject({ code: 'unavailable' });
    server.fault();
    const found = await here.drafts.read(owner, draft.id);
    expect((await here.cases.read(found?.value.case ?? ''))?.value).toMatchObject({ draft: draft.id });
  });

  test('a number that another process took meanwhile is followed by the next one', async () => {
    await submit(here, owner);
    const [one, other] = [await submit(there, owner), await submit(here, owner)];
    const serials = [one, other].map(({ case: { number } }) => Number(number.split('-')[2]));
    expect(serials).toEqual([64, 96].map((serial) => serial + bucketOf(owner)));
  });

  test('a number is not used again, even where its case was deleted meanwhile', async () => {
    await submit(here, owner);
    const { number } = (await submit(there, owner)).case;
    const casework = caseworkOf(server);
    for await (const { partitionKey = '', rowKey = '' } of casework.listEntities()) {
      if (rowKey.includes(number)) await casework.deleteEntity(partitionKey, rowKey);
    }
    expect((await submit(here, owner)).case.number).not.toBe(number);
  });

  test('submits of one process into one bucket do not get in the way of each other', async () => {
    await submit(here, owner);
    const drafts = Array.from({ length: 5 }, () => newDraft(owner));
    const stored = await Promise.all(drafts.map((one) => here.drafts.create(one)));
    const together = () => Promise.all(stored.map((one) => here.cases.submit(one, 'V', NOW, submissionOf(one.value))));
    expect(await requestsOf(server, together)).toEqual(Array(5).fill('transaction'));
  });

  test('answers that no column can hold are refused with a code, and nothing is written', async () => {
    const stored = await here.drafts.create(draft);
    const before = server.snapshot();
    const long = submissionOf({ ...draft, state: { answers: { guests: 'x'.repeat(33_000) } } });
    await expect(here.cases.submit(stored, 'V', NOW, long)).rejects.toMatchObject({ code: 'too-large' });
    expect(server.snapshot()).toBe(before);
  });

  test('reports find short answers, outcome and units as columns of their own', async () => {
    const made = await submit(here, owner, {
      'main-theme': 'education',
      'other-themes': ['culture', 'sports'],
      'group-size': 7,
      dignitary: false,
      guests: 'x'.repeat(300),
      learn: null,
    });
    const { number } = made.case;
    const row = await caseworkOf(server).getEntity(bucketName(bucketOf(owner)), `case|${number}`);
    expect(row).toMatchObject({
      number,
      year: 2026,
      submittedAt: NOW.toISOString(),
      outcome: 'accept',
      responsibleUnit: 'international-affairs',
      informedUnits: 'espoo-marketing',
      requesterId: owner.id,
      a_main_theme: 'education',
      a_other_themes: 'culture,sports',
      a_group_size: 7,
      a_dignitary: false,
    });
    expect(Object.keys(row)).not.toContain('a_guests');
    expect(Object.keys(row)).not.toContain('a_learn');
  });
});
