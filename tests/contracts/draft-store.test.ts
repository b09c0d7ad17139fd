import type { Tables } from '../../bot/adapters/tables/tables';
import type { Case } from '../../bot/domain/case/case';
import type { Submission } from '../../bot/domain/case/submission';
import type { Draft } from '../../bot/domain/walk/draft';
import type { Stored } from '../../bot/ports';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import {
  answered,
  changesOf,
  createAll,
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

/** A draft of somebody that has become a case. */
const submitted = (tables: Tables, owner = newPerson(), hour = 0): Promise<Submission> =>
  sent(tables, newDraft(owner, new Date(NOW.getTime() + hour * 3_600_000)));

overEveryStorage('drafts', ({ here, there }) => {
  test('a draft is read as it was created and saved, here and in another process', async () => {
    const draft = newDraft(newPerson());
    const created = await here.drafts.create(draft);
    expect(await there.drafts.read(draft.owner, draft.id)).toEqual({ value: draft, tag: created.tag });

    const next = answered(draft, { dignitary: false, guests: 'Åsa "Ö" O\'Neill | #1', 'group-size': 12 });
    const saved = await here.drafts.save(created, next);
    expect(saved).toMatchObject({ value: next });
    expect(await there.drafts.read(draft.owner, draft.id, next.revision)).toEqual(saved);
  });

  test('a draft that does not exist, and ids that no draft can have, are undefined', async () => {
    const owner = newPerson();
    expect(await here.drafts.read(owner, newDraft(owner).id)).toBeUndefined();
    for (const id of ['', '../x', 'a|b', 'a#b', 'x'.repeat(1000)]) {
      expect(await here.drafts.read(owner, id)).toBeUndefined();
    }
  });

  test("somebody else's draft is not found", async () => {
    const draft = newDraft(newPerson());
    await here.drafts.create(draft);
    expect(await here.drafts.read(newPerson(), draft.id)).toBeUndefined();
  });

  test('of two processes that save the same draft one wins, and the other one then reads what it wrote', async () => {
    const draft = newDraft(newPerson());
    const stored = await here.drafts.create(draft);
    const one = answered(draft, { dignitary: true });
    const other = answered(draft, { dignitary: false });
    const saved = await there.drafts.save(stored, one);
    expect(saved).not.toBe('conflict');
    expect(await here.drafts.save(stored, other)).toBe('conflict');
    expect(await here.drafts.read(draft.owner, draft.id)).toEqual(saved);
  });

  test('a memory that is older than the card is read afresh', async () => {
    const draft = newDraft(newPerson());
    const stored = await here.drafts.create(draft);
    const next = answered(draft);
    await there.drafts.save(stored, next);
    expect((await here.drafts.read(draft.owner, draft.id, next.revision))?.value).toEqual(next);
  });

  test('discarding takes the draft away, also twice, but not when it has changed', async () => {
    const draft = newDraft(newPerson());
    const stored = await here.drafts.create(draft);
    const saved = (await there.drafts.save(stored, answered(draft))) as Stored<Draft>;
    expect(await here.drafts.discard(stored)).toBe('conflict');
    expect(await here.drafts.discard(saved)).toBe('discarded');
    expect(await here.drafts.discard(saved)).toBe('discarded');
    expect(await here.drafts.read(draft.owner, draft.id)).toBeUndefined();
    expect(await here.drafts.save(saved, answered(saved.value))).toBe('conflict');
  });

  test('what somebody has begun is listed newest first, page by page, and only theirs', async () => {
    const owner = newPerson();
    const drafts = Array.from({ length: 5 }, (_, day) => newDraft(owner, new Date(NOW.getTime() + day * 86_400_000)));
    for (const draft of [...drafts, newDraft(newPerson())]) await here.drafts.create(draft);
    const newestFirst = drafts.map(({ id }) => id).reverse();

    const seen: string[] = [];
    let from: string | undefined;
    for (const length of [2, 2, 1]) {
      const page = await there.drafts.list(owner, { size: 2, ...(from !== undefined && { from }) });
      expect(page.items).toHaveLength(length);
      seen.push(...page.items.map(({ id }) => id));
      from = page.next;
    }
    expect(seen).toEqual(newestFirst);
    expect(from).toBeUndefined();
    expect((await here.drafts.list(owner, { size: 5 })).next).toBeUndefined();
    expect(await here.drafts.list(newPerson(), { size: 5 })).toEqual({ items: [] });
  });

  test('open drafts are those that have not become cases, newest first', async () => {
    const owner = newPerson();
    const drafts = Array.from({ length: 4 }, (_, hour) => newDraft(owner, new Date(NOW.getTime() + hour * 3_600_000)));
    for (const draft of drafts) {
      const stored = await here.drafts.create(draft);
      if (draft === drafts[2]) await here.cases.submit(stored, 'V', NOW, submissionOf(draft));
    }
    const ids = (found: readonly Draft[]) => found.map(({ id }) => id);
    expect(ids(await here.drafts.open(owner, 10))).toEqual(ids([drafts[3], drafts[1], drafts[0]] as Draft[]));
    expect(ids(await here.drafts.open(owner, 2))).toEqual(ids([drafts[3], drafts[1]] as Draft[]));
    expect((await here.drafts.list(owner, { size: 10 })).items).toHaveLength(4);
  });

  test('changes of a case have one draft: begun again it is the same one, wherever, and at once too', async () => {
    const { case: made } = await submitted(here);
    const draft = changesOf(made);
    const begun = await Promise.all([here, there, here].map(({ drafts }) => drafts.begin(draft)));
    for (const stored of begun) expect(stored).toEqual({ value: draft, tag: begun[0]?.tag });
    const saved = (await here.drafts.save(begun[0] as Stored<Draft>, answered(draft))) as Stored<Draft>;
    expect(await there.drafts.begin(draft)).toEqual(saved);
    expect((await there.drafts.list(made.requester, { size: 5 })).items).toHaveLength(2);
  });

  test('changes that are over make way for the next, in no listing, and no old card fits the new ones', async () => {
    const { case: made } = await submitted(here);
    const draft = changesOf(made);
    const begun = await there.drafts.begin(draft);
    const over = { ...draft, state: { answers: {} }, revision: 1, case: made.number };
    await there.drafts.save(begun, over);
    expect(await here.drafts.open(made.requester, 5)).toEqual([]);
    expect((await here.drafts.list(made.requester, { size: 5 })).items.map(({ id }) => id)).toEqual([made.draft]);
    const next = await here.drafts.begin(draft);
    expect(next.value).toEqual({ ...draft, revision: 2 });
    expect((await there.drafts.read(made.requester, draft.id, 2))?.value).toEqual(next.value);
    expect((await here.drafts.open(made.requester, 5)).map(({ id }) => id)).toEqual([draft.id]);
  });

  test('pages are full, whatever is over between their drafts', async () => {
    const owner = newPerson();
    const made: Case[] = [];
    for (let hour = 0; hour < 5; hour += 1) made.push((await submitted(here, owner, hour)).case);
    for (const one of made) {
      const stored = await here.drafts.begin(changesOf(one));
      await here.drafts.save(stored, { ...stored.value, revision: 1, case: one.number });
    }
    const pages: number[] = [];
    let from: string | undefined;
    do {
      const page = await there.drafts.list(owner, { size: 2, ...(from !== undefined && { from }) });
      pages.push(page.items.length);
      from = page.next;
    } while (from !== undefined);
    expect(pages).toEqual([2, 2, 1]);
  });

  test('answers that are too long are refused with a code before anything is sent', async () => {
    const draft = newDraft(newPerson());
    const stored = await here.drafts.create(draft);
    const next = answered(draft, { guests: 'x'.repeat(33_000) });
    await expect(here.drafts.save(stored, next)).rejects.toMatchObject({ code: 'too-large' });
    expect(await there.drafts.read(draft.owner, draft.id)).toEqual(stored);
  });
});

describe('drafts and the way to storage', () => {
  let server: TablesServer;
  let here: Tables;
  let there: Tables;
  let draft: Draft;
  let stored: Stored<Draft>;

  beforeEach(async () => {
    server = await startTablesServer();
    here = await openProcess(server.connectionString);
    there = await openProcess(server.connectionString);
    draft = newDraft(newPerson());
    stored = await here.drafts.create(draft);
  });
  afterEach(() => server.close());

  const press = async ({ drafts }: Tables) => {
    const found = await drafts.read(draft.owner, draft.id, draft.revision);
    if (found) expect(await drafts.save(found, answered(found.value))).not.toBe('conflict');
  };

  test('a press is one request where the draft is known, two where it is not', async () => {
    expect(await requestsOf(server, () => press(here))).toEqual(['write']);
    expect(await requestsOf(server, () => press(there))).toEqual(['read', 'write']);
  });

  test('after a conflict the new draft is already known', async () => {
    await press(there);
    expect(await requestsOf(server, () => here.drafts.save(stored, answered(draft)))).toEqual(['write', 'read']);
    expect(await requestsOf(server, () => here.drafts.read(draft.owner, draft.id))).toEqual([]);
  });

  test('when the answer to a write is lost, its repeat is not taken for a conflict', async () => {
    faultOnce(server, 'write', 'reset-after');
    const other = newDraft(newPerson());
    const created = await here.drafts.create(other);
    expect(await there.drafts.read(other.owner, other.id)).toEqual(created);

    faultOnce(server, 'write', 'reset-after');
    const saved = await here.drafts.save(stored, answered(draft));
    expect(await there.drafts.read(draft.owner, draft.id)).toEqual(saved);
    const again = await here.drafts.save(saved as Stored<Draft>, answered(answered(draft)));
    expect(again).not.toBe('conflict');

    faultOnce(server, 'write', 'reset-after');
    expect(await here.drafts.discard(again as Stored<Draft>)).toBe('discarded');
  });

  test('a listing longer than a page of the service is whole', async () => {
    const owner = newPerson();
    const drafts = Array.from({ length: 1_005 }, (_, index) => newDraft(owner, new Date(index)));
    await createAll(here, drafts);
    const { items, next } = await here.drafts.list(owner, { size: 1_004 });
    expect(new Set(items.map(({ id }) => id)).size).toBe(1_004);
    expect((await here.drafts.list(owner, { size: 1_004, from: next ?? '' })).items).toHaveLength(1);
  });

  test('an id that is used twice is an error, not a silent success', async () => {
    await expect(there.drafts.create(draft)).rejects.toThrow(/exists already/);
  });

  test.each([
    ['answers 500', { status: 500 }],
    ['breaks every connection', 'reset-before'],
    ['is silent', { delayMs: 8_000 }],
  ] as const)('storage that %s is unavailable, and soon', async (_, fault) => {
    const hurried = await openProcess(server.connectionString, { deadlineMs: 500 });
    server.fault(() => fault);
    const begun = performance.now();
    await expect(hurried.drafts.read(draft.owner, draft.id)).rejects.toMatchObject({ code: 'unavailable' });
    expect(performance.now() - begun).toBeLessThan(8_000);
  });

  test('after a write of which nobody knows whether it happened, the draft is read afresh', async () => {
    server.fault(({ kind }) => (kind === 'write' ? 'reset-after' : 'pass'));
    await expect(here.drafts.save(stored, answered(draft))).rejects.toMatchObject({ code: 'unavailable' });
    server.fault();
    expect((await here.drafts.read(draft.owner, draft.id))?.value).toEqual(answered(draft));
  });
});

test('an http endpoint elsewhere is refused before anything is sent', async () => {
  const elsewhere = 'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=Zm9v;TableEndpoint=http://10.0.0.1/a';
  await expect(openProcess(elsewhere)).rejects.toThrow(/unencrypted/);
});
