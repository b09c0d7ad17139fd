import { TableClient } from '@azure/data-tables';
import { createLog } from '../../bot/adapters/log/log';
import type { Tables } from '../../bot/adapters/tables/tables';
import type { Submission } from '../../bot/domain/case/submission';
import { afterAttempt, CLAIM_SECONDS, claimed } from '../../bot/domain/outbox/attempts';
import type { Channel } from '../../bot/domain/outbox/channels';
import type { OutboxEntry } from '../../bot/domain/outbox/entry';
import type { Stored } from '../../bot/ports';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { faultOnce, NOW, newDraft, newPerson, openProcess, requestsOf, sent } from './casework-fixtures';
import { overEveryStorage } from './over-every-storage';

/** The moment so many seconds after NOW. */
const seconds = (count: number) => new Date(NOW.getTime() + count * 1000);

/** The number of the case after this one; it lies in the next partition. */
const neighbourOf = (number: string): string =>
  number.replace(/\d+$/, (serial) => String(Number(serial) + 1).padStart(serial.length, '0'));

const newCase = (tables: Tables, at = NOW): Promise<Submission> => sent(tables, newDraft(newPerson()), { at });

/** The entries of one case that are due; tests over one storage do not meet. */
async function dueOf({ outbox }: Tables, number: string, now: Date): Promise<readonly Stored<OutboxEntry>[]> {
  return (await outbox.due(now, 1_000, { caseNumber: number })).filter(({ value }) => value.case === number);
}

async function firstDue(tables: Tables, number: string, now: Date): Promise<Stored<OutboxEntry>> {
  const [first] = await dueOf(tables, number, now);
  if (!first) throw new Error(`Nothing of ${number} is due at ${now.toISOString()}.`);
  return first;
}

overEveryStorage('the outbox', ({ here, there }) => {
  test('entries are due from their moment on, oldest first over all buckets, at most as many as asked for', async () => {
    const times = [40, 10, 30, 20, 0].map((later) => seconds(-100 + later));
    const cases = await Promise.all(times.map((time) => newCase(here, time)));
    const numbers = new Set(cases.map((made) => made.case.number));
    const due = async (now: Date) =>
      (await there.outbox.due(now, 1_000)).filter(({ value }) => numbers.has(value.case));

    expect(await due(seconds(-101))).toEqual([]);
    expect(await due(seconds(-100))).toHaveLength(4);
    const all = (await due(NOW)).map(({ value }) => value);
    expect(all).toHaveLength(20);
    expect(all.map((entry) => entry.due)).toEqual(all.map((entry) => entry.due).sort());
    expect(all.map((entry) => entry.key).sort()).toEqual(
      cases.flatMap(({ entries }) => entries.map((e) => e.key)).sort(),
    );
    expect(await there.outbox.due(NOW, 3)).toHaveLength(3);
  });

  test('with channels only those that go out by one of them are found, however many others are older', async () => {
    const { case: made } = await newCase(here);
    const channelsOf = async (...channels: Channel[]) =>
      (await there.outbox.due(NOW, 1_000, { caseNumber: made.number, channels }))
        .filter(({ value }) => value.case === made.number)
        .map(({ value }) => value.channel);
    const all = (await dueOf(there, made.number, NOW)).map(({ value }) => value.channel);
    for (const channel of ['sharepoint', 'mail', 'teams'] as const) {
      expect(await channelsOf(channel)).toEqual(all.filter((one) => one === channel));
    }
    expect([...(await channelsOf('sharepoint', 'mail'))].sort()).toEqual(
      all.filter((one) => one === 'sharepoint' || one === 'mail').sort(),
    );
    const [first] = await there.outbox.due(NOW, 1, { channels: ['mail'] });
    expect(first?.value.channel).toBe('mail');
    expect(all.length).toBeGreaterThan(3);
  });

  test('of two workers that claim an entry one has it', async () => {
    const { number } = (await newCase(here)).case;
    const entry = await firstDue(here, number, NOW);
    expect(await firstDue(there, number, NOW)).toEqual(entry);
    const results = await Promise.all(
      [here, there, here, there].map(({ outbox }) => outbox.claim(entry, claimed(entry.value, NOW))),
    );
    expect(results.filter((result) => result !== undefined)).toHaveLength(1);
    expect(await dueOf(here, number, NOW)).toHaveLength(3);
  });

  test('a claim that runs out is due again, and whoever held it can no longer settle', async () => {
    const { number } = (await newCase(here)).case;
    const entry = await firstDue(here, number, NOW);
    const lost = await here.outbox.claim(entry, claimed(entry.value, NOW));
    const later = seconds(CLAIM_SECONDS);
    const again = (await dueOf(there, number, later)).find(({ value }) => value.key === entry.value.key);
    expect(again).toEqual(lost);
    const taken = await there.outbox.claim(again as Stored<OutboxEntry>, claimed(entry.value, later));
    expect(taken).toBeDefined();
    const sent = afterAttempt(entry.value, { result: 'sent' }, later, 0);
    expect(await here.outbox.settle(lost as Stored<OutboxEntry>, sent)).toBe(false);
    expect(await there.outbox.settle(taken as Stored<OutboxEntry>, sent)).toBe(true);
  });

  test('an entry as it once was cannot be claimed, even if it looks the same again', async () => {
    const { number } = (await newCase(here)).case;
    const entry = await firstDue(here, number, NOW);
    const held = (await here.outbox.claim(entry, claimed(entry.value, NOW))) as Stored<OutboxEntry>;
    expect(await here.outbox.settle(held, entry.value)).toBe(true);
    expect(await there.outbox.claim(entry, claimed(entry.value, NOW))).toBeUndefined();
    expect(await dueOf(there, number, NOW)).toHaveLength(4);
  });

  test('an entry that was given up can be tried again', async () => {
    const { number } = (await newCase(here)).case;
    const entry = await firstDue(here, number, NOW);
    const held = (await here.outbox.claim(entry, claimed(entry.value, NOW))) as Stored<OutboxEntry>;
    const dead = afterAttempt(held.value, { result: 'refused', failure: 'no-such-chat' }, NOW, 0);
    const row = await here.outbox.claim(held, dead);
    expect(await there.outbox.settle(row as Stored<OutboxEntry>, { ...dead, state: 'due' })).toBe(true);
    expect(await dueOf(here, number, NOW)).toHaveLength(4);
    expect(await here.outbox.ofCase(number)).toHaveLength(4);
  });

  test.each([
    ['sent', { result: 'sent' }],
    ['dead', { result: 'refused', failure: 'no-such-chat' }],
    ['unknown', { result: 'unsure', failure: 'reset' }],
  ] as const)('an entry that is settled as %s is never due again and stays with its case', async (state, delivery) => {
    const { number } = (await newCase(here)).case;
    // A mail that is unknown would be looked for.
    const due = await dueOf(here, number, NOW);
    const entry = due.find(({ value }) => value.key === `${number}.request.international-affairs.teams`);
    if (!entry) throw new Error('The case has no card for its unit.');
    const held = (await here.outbox.claim(entry, claimed(entry.value, NOW))) as Stored<OutboxEntry>;
    const settled = afterAttempt(held.value, delivery, seconds(1), 0);
    expect(settled.state).toBe(state);
    expect(await here.outbox.settle(held, settled)).toBe(true);
    expect((await dueOf(there, number, seconds(1e6))).map(({ value }) => value.key)).not.toContain(entry.value.key);
    const all = await there.outbox.ofCase(number);
    expect(all).toHaveLength(4);
    expect(all.find(({ key }) => key === entry.value.key)).toEqual(settled);
    // What is stuck is not over: a person has to look.
    expect(await there.outbox.settledOf(number)).toEqual(state === 'sent' ? [settled] : []);
  });

  test('an entry that failed is due again later, with its failure', async () => {
    const { number } = (await newCase(here)).case;
    const entry = await firstDue(here, number, NOW);
    const held = (await here.outbox.claim(entry, claimed(entry.value, NOW))) as Stored<OutboxEntry>;
    const next = afterAttempt(held.value, { result: 'failed', failure: '503' }, seconds(1), 1);
    await here.outbox.settle(held, next);
    const keys = async (now: Date) => (await dueOf(there, number, now)).map(({ value }) => value.key);
    expect(await keys(seconds(5))).not.toContain(entry.value.key);
    expect(await keys(seconds(6))).toContain(entry.value.key);
    expect((await dueOf(there, number, seconds(6))).map(({ value }) => value)).toContainEqual(next);
  });
});

describe('the outbox and the way to storage', () => {
  let server: TablesServer;
  let here: Tables;
  let number: string;

  beforeEach(async () => {
    server = await startTablesServer();
    here = await openProcess(server.connectionString);
    number = (await newCase(here)).case.number;
  });
  afterEach(() => server.close());

  test('what is due beside a case is one query, everywhere 32; a claim is one transaction', async () => {
    expect(await requestsOf(server, () => here.outbox.due(NOW, 10, { caseNumber: number }))).toEqual(['query']);
    expect(await requestsOf(server, () => here.outbox.due(NOW, 10))).toHaveLength(32);
    const entry = await firstDue(here, number, NOW);
    const claim = () => here.outbox.claim(entry, claimed(entry.value, NOW));
    expect(await requestsOf(server, claim)).toEqual(['transaction']);
  });

  test('what was sent because of a case is one query, however much waits beside it', async () => {
    const looking = await startTablesServer({ mostLookedAt: 2 });
    const there = await openProcess(looking.connectionString);
    const made = (await newCase(there)).case.number;
    const held = await firstDue(there, made, NOW);
    const sent = afterAttempt(held.value, { result: 'sent', message: 'm1' }, NOW, 0);
    await there.outbox.settle(held, sent);
    expect(await requestsOf(looking, () => there.outbox.settledOf(made))).toEqual(['query']);
    expect(await there.outbox.settledOf(made)).toEqual([sent]);
    // Three wait still, of which a query looks at two: whatever looks through them asks more than once.
    expect((await requestsOf(looking, () => there.outbox.ofCase(made))).length).toBeGreaterThan(3);
    await looking.close();
  });

  test('a claim and a settlement whose answers are lost have succeeded, once', async () => {
    const entry = await firstDue(here, number, NOW);
    faultOnce(server, 'transaction', 'reset-after');
    const held = await here.outbox.claim(entry, claimed(entry.value, NOW));
    expect(held).toBeDefined();
    faultOnce(server, 'transaction', 'reset-after');
    const sent = afterAttempt(entry.value, { result: 'sent' }, NOW, 0);
    expect(await here.outbox.settle(held as Stored<OutboxEntry>, sent)).toBe(true);
    expect(await here.outbox.ofCase(number)).toHaveLength(4);
    expect(await here.outbox.due(seconds(1e6), 10)).toHaveLength(3);
  });

  test.each([
    ['has no state', { state: '' }],
    ['has a target that is not JSON', { target: '{' }],
    ['is for a person whom it does not name', { target: '{"kind":"person","as":"requester"}' }],
    ['is for units of which there is no list', { target: '{"kind":"units","units":null}' }],
    ['is due at no time', { due: 'soon' }],
    ['says that it is due at another time than its key', { due: '2026-03-02T08:00:00.000Z' }],
    ['belongs to a case in another partition', () => ({ case: neighbourOf(number) })],
    ['belongs to no case', { case: 'whatever' }],
  ])('an entry that %s is put aside and told of once, and the others stay due', async (_what, given) => {
    const spoiled = typeof given === 'function' ? given() : given;
    const table = TableClient.fromConnectionString(server.connectionString, 'casework', {
      allowInsecureConnection: true,
    });
    const lines: string[] = [];
    const told = await openProcess(server.connectionString, {
      log: createLog('info', { write: (line: string) => void lines.push(line) }),
    });
    const rows: { partitionKey: string; rowKey: string }[] = [];
    for await (const row of table.listEntities<object>({ queryOptions: { filter: "RowKey lt 'outbox}'" } })) {
      if (row.rowKey?.startsWith('outbox|')) rows.push({ partitionKey: String(row.partitionKey), rowKey: row.rowKey });
    }
    const [first] = rows;
    if (!first) throw new Error('no entry');
    await table.updateEntity({ ...first, ...spoiled }, 'Merge');
    for (let look = 0; look < 2; look += 1) expect(await told.outbox.due(NOW, 10)).toHaveLength(3);
    expect(await told.outbox.ofCase(number)).toHaveLength(3);
    expect(lines.filter((line) => line.includes('entry.unreadable'))).toHaveLength(1);
    const aside = await table.getEntity(first.partitionKey, `unreadable|${first.rowKey}`);
    expect(aside).toMatchObject(spoiled);
  });

  test('a claim that storage could not take leaves the entry due', async () => {
    const entry = await firstDue(here, number, NOW);
    const before = server.snapshot();
    server.fault(({ kind }) => (kind === 'transaction' ? { status: 500 } : 'pass'));
    const claim = here.outbox.claim(entry, claimed(entry.value, NOW));
    await expect(claim).rejects.toMatchObject({ code: 'unavailable' });
    expect(server.snapshot()).toBe(before);
  });
});
