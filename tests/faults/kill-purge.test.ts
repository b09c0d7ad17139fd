/** A purge and an erasure that die at any call to storage, and are run again, end as those that nobody disturbed. */
import { TableClient, type TransactionAction } from '@azure/data-tables';
import type { Tables } from '../../bot/adapters/tables/tables';
import { purgeAll } from '../../bot/commands/purge';
import { withTodo } from '../../bot/domain/case/filled-in/with-todo';
import { act } from '../../bot/domain/case/life';
import type { CaseAction } from '../../bot/domain/case/lives/life-of';
import { submission } from '../../bot/domain/case/submission';
import type { WholeCase } from '../../bot/domain/case/whole-case';
import { type Figures, figuresOf } from '../../bot/domain/listing/figures';
import { isUnread } from '../../bot/domain/page';
import type { Person } from '../../bot/domain/person';
import type { Draft } from '../../bot/domain/walk/draft';
import { draftId } from '../../bot/domain/walk/draft-id';
import { eraseAll } from '../../bot/features/privacy/erasing';
import type { Stored } from '../../bot/ports';
import { casesAlone, openProcess } from '../contracts/casework-fixtures';
import { goldenOf, HANDLER, modelOf, REQUESTER } from '../domain/lived-cases';
import { walk } from '../fixtures/model';
import type { Fault } from '../fixtures/tables-server/fault';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';

const SENT = new Date('2026-03-02T09:00:00.000Z');
const NIGHT = new Date('2032-01-01T01:00:00.000Z');
const TABLES = ['casework', 'people', 'register'] as const;
/** More than fit into one transaction, so that there is a place between two. */
const NOTES = 100;
const LIFE: readonly CaseAction[] = ['accept', 'hold', 'follow-up', 'close'];
/** Nothing is carried out any more, and the client does not try again: as for a process that is dead. */
const DEAD: Fault = { status: 400, code: 'InvalidInput' };

const model = modelOf('visit-request');
const log = { info() {}, warn() {}, error() {} };
const clock = { now: () => NIGHT, isTrusted: () => true };
const subjects = ({ cases }: Tables) => casesAlone(cases, new Map([[model.process.id, model.process]]));

const JOBS: readonly (readonly [string, (tables: Tables) => Promise<unknown>])[] = [
  ['purge', (tables) => purgeAll({ ...tables, subjects: subjects(tables), clock, log })],
  ['erasure', (tables) => eraseAll({ ...tables, subjects: subjects(tables), clock, log, nudge() {} })],
];

let original: TablesServer;
let before: Figures;

beforeAll(async () => {
  original = await startTablesServer();
  const tables = await openProcess(original.connectionString, { clock: { now: () => SENT } });
  await tables.people.learn(REQUESTER, { language: 'sv', by: 'choice' });
  await sentAndClosed(tables, REQUESTER, NOTES);
  await sentAndClosed(tables, HANDLER, 0);
  await tables.drafts.create(draftOf(REQUESTER, 0.9));
  await tables.erasures.put({ person: REQUESTER, askedAt: NIGHT.toISOString(), isBegun: false });
  before = await figures(tables);
  expect(before.cases.all).toBe(2);
}, 60_000);
afterAll(() => original.close());

it('a purge by a clock that nobody can trust removes nothing', async () => {
  const { server, tables } = await copied();
  const rows = server.snapshot();
  const astray = { now: () => NIGHT, isTrusted: () => false };
  const purge = purgeAll({ ...tables, subjects: subjects(tables), clock: astray, log });
  await expect(purge).rejects.toMatchObject({ code: 'unavailable' });
  expect(server.snapshot()).toBe(rows);
  await server.close();
});

describe.each(JOBS)('%s', (_name, job) => {
  it('killed at any call to storage and run again, ends with the same rows and figures', async () => {
    const undisturbed = await copied();
    undisturbed.server.resetRequests();
    await job(undisturbed.tables);
    const calls = [...undisturbed.server.requests];
    const wanted = rowsOf(undisturbed.server);
    expect(wanted).not.toEqual(rowsOf(original));
    // At least one case took several transactions.
    expect(calls.filter(({ kind }) => kind === 'transaction').length).toBeGreaterThan(1);
    await undisturbed.server.close();

    for (const [at, { kind }] of calls.entries()) {
      const isWrite = isWriting(kind);
      // Whoever dies at the second of two reads leaves behind what one leaves who died at the first.
      if (!isWrite && at > 0 && !isWriting(calls[at - 1]?.kind)) continue;
      for (const last of isWrite ? [DEAD, 'reset-after' as const] : [DEAD]) {
        const { server, tables } = await copied();
        let count = -1;
        server.fault(() => {
          count += 1;
          return count < at ? 'pass' : count === at ? last : DEAD;
        });
        await job(tables).catch(() => undefined);
        server.fault();
        const next = await openProcess(server.connectionString, { clock });
        await job(next);
        expect({ at, last, rows: rowsOf(server) }).toEqual({ at, last, rows: wanted });
        expect(await figures(next)).toEqual(before);
        await server.close();
      }
    }
  }, 120_000);
});

function isWriting(kind: string | undefined): boolean {
  return kind === 'write' || kind === 'transaction';
}

/** The same rows in a storage of their own, and a process on it. */
async function copied(): Promise<{ server: TablesServer; tables: Tables }> {
  const server = await startTablesServer({ now: () => NIGHT.getTime() });
  const tables = await openProcess(server.connectionString, { clock });
  for (const name of TABLES) {
    const [from, to] = [original, server].map(({ connectionString }) =>
      TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true }),
    ) as [TableClient, TableClient];
    const rows = new Map<string, TransactionAction[]>();
    for await (const { etag: _etag, timestamp: _timestamp, ...row } of from.listEntities()) {
      const entity = { ...row, partitionKey: String(row.partitionKey), rowKey: String(row.rowKey) };
      const beside = rows.get(entity.partitionKey) ?? [];
      rows.set(entity.partitionKey, [...beside, ['create', entity]]);
    }
    for (const partition of rows.values()) {
      for (let first = 0; first < partition.length; first += 100) {
        await to.submitTransaction(partition.slice(first, first + 100));
      }
    }
  }
  return { server, tables };
}

/** What is stored, without what is different each time that it is written: tags, and the id of the write. */
function rowsOf(server: TablesServer): readonly string[] {
  const stored: Record<string, Record<string, unknown>[]> = JSON.parse(server.snapshot());
  return TABLES.flatMap((table) =>
    (stored[table] ?? []).map((row) => {
      const { Timestamp: _timestamp, ...columns } = row;
      const text = JSON.stringify(columns, (key, value) => (/etag/i.test(key) ? undefined : value));
      return typeof row.operation === 'string' ? text.replaceAll(row.operation, 'operation') : text;
    }),
  ).sort();
}

async function figures({ cases }: Tables): Promise<Figures> {
  const wholes: WholeCase[] = [];
  for await (const made of cases.all()) {
    const whole = isUnread(made) ? undefined : await cases.whole(made.number);
    if (whole) wholes.push(whole.value);
  }
  return figuresOf(wholes, 2026, () => model);
}

function draftOf(owner: Person, random: number): Draft {
  const at = SENT.toISOString();
  const golden = goldenOf(model).find(({ outcome }) => outcome === 'receive');
  if (!golden) throw new Error('No golden case is received.');
  return {
    id: draftId(owner, SENT, random),
    owner,
    process: model.process.id,
    version: model.process.version,
    language: 'en',
    state: { answers: walk(model).finish(golden.answers).answers },
    revision: 1,
    createdAt: at,
    updatedAt: at,
  };
}

/** A case with its life behind it, and so many notes of its requester. */
async function sentAndClosed({ cases, drafts }: Tables, owner: Person, notes: number): Promise<void> {
  const draft = draftOf(owner, 0.5);
  const made = await cases.submit(await drafts.create(draft), 'V', SENT, (number) =>
    submission(model, draft, { number, now: SENT.toISOString() }),
  );
  if (made === 'conflict') throw new Error('Nobody else is here.');
  let stored = await cases.read(made.case.number);
  for (let count = 0; stored && count < notes; count += 1) {
    const todo = { key: 'planning.gifts', note: `note ${count}`, revision: count };
    stored = written(
      await cases.change(stored, withTodo(stored.value, todo, 'todo-changed', { who: owner, now: SENT })),
    );
  }
  for (const action of LIFE) {
    if (!stored) throw new Error('The case is not there.');
    const change = act(model, stored.value, action, { who: HANDLER, roles: ['responsible'], now: SENT });
    if (!change) throw new Error(`${action} cannot be done in ${stored.value.state}.`);
    stored = written(await cases.change(stored, change));
  }
}

function written<T>(result: Stored<T> | 'conflict'): Stored<T> {
  if (result === 'conflict') throw new Error('Nobody else is here.');
  return result;
}
