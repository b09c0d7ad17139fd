import type { Tables } from '../../bot/adapters/tables/tables';
import { createWorker, type Worker } from '../../bot/deliveries/worker';
import type { Case } from '../../bot/domain/case/case';
import { announcements, entriesOnSubmit, unfolded } from '../../bot/domain/case/entries';
import type { Destination } from '../../bot/domain/case/routing';
import { type Submission, submission } from '../../bot/domain/case/submission';
import { CLAIM_SECONDS, type Delivery } from '../../bot/domain/outbox/attempts';
import type { OutboxEntry } from '../../bot/domain/outbox/entry';
import type { Draft } from '../../bot/domain/walk/draft';
import { NO_TELEMETRY } from '../../bot/ports';
import { largestCity } from '../card-sizes/largest-city';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { PROCESS_IDS } from '../playing/process-walk';
import {
  NOW,
  newDraft,
  newPerson,
  openProcess,
  type SettableClock,
  settableClock,
  submissionOf,
} from './casework-fixtures';

const MOST_ROWS = 100;

/** Units that are told, everything in them as long as it can be. */
const told = (count: number): readonly Destination[] =>
  Array.from({ length: count }, (_, at) => ({
    unit: `unit-${String(at).padStart(10, '0')}`,
    deliverTo: 'international-affairs',
    rule: 'other-theme',
    source: 'M 3.4',
    contact: { id: `00000000-1111-4222-8333-${String(at).padStart(12, '0')}`, name: '語'.repeat(200) },
    skipped: Array.from({ length: 3 }, () => ({ id: 'somebody', name: '語'.repeat(200) })),
  }));

const informing =
  (draft: Draft, count: number) =>
  (number: string): Submission => {
    const made = submissionOf(draft)(number);
    const to: Case = { ...made.case, routing: { ...made.case.routing, informed: told(count) } };
    return { ...made, case: to, entries: entriesOnSubmit(to) };
  };

let server: TablesServer;
let tables: Tables;
let clock: SettableClock;
let worker: Worker;
let delivered: OutboxEntry[];

beforeEach(async () => {
  server = await startTablesServer();
  clock = settableClock();
  tables = await openProcess(server.connectionString, { clock });
  delivered = [];
  worker = work();
});
afterEach(async () => {
  await worker.stop();
  await server.close();
});

function work(): Worker {
  return createWorker({
    outbox: tables.outbox,
    async deliver(entry): Promise<Delivery> {
      if (entry.channel === 'fan-out') {
        const made = await tables.cases.read(entry.case);
        return made ? unfolded(made.value, entry) : { result: 'obsolete' };
      }
      delivered.push(entry);
      return { result: 'sent' };
    },
    clock: { now: () => clock.now(), isTrusted: () => true },
    random: () => 0.5,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    telemetry: NO_TELEMETRY,
    isFamiliar: async () => true,
    giveWay: async () => undefined,
    every: 60_000,
  });
}

async function sendTo(count: number): Promise<Submission> {
  const draft = newDraft(newPerson());
  const made = await tables.cases.submit(await tables.drafts.create(draft), 'V', NOW, informing(draft, count));
  if (made === 'conflict') throw new Error('A draft that nobody else has touched was in conflict.');
  return made;
}

/** What was delivered to the units that are told, each as unit and channel. */
const words = () =>
  delivered
    .filter(({ purpose }) => purpose === 'information')
    .map(({ key }) => key)
    .sort();

const expected = ({ case: { number } }: Submission, count: number) =>
  told(count)
    .flatMap(({ unit }) => ['mail', 'teams'].map((channel) => `${number}.information-2.${unit}.${channel}`))
    .sort();

it.each([9, 40, 300])(
  'a case that %d units are told of is sent in one transaction, and each of them hears once',
  async (count) => {
    const made = await sendTo(count);
    expect((await tables.cases.read(made.case.number))?.value).toEqual(made.case);
    await worker.drain();
    expect(words()).toEqual(expected(made, count));
    const left = (await tables.outbox.ofCase(made.case.number)).filter(({ state }) => state !== 'sent');
    expect(left).toEqual([]);
  },
);

it('however storage answers while it is unfolded, every unit has its entries once', async () => {
  const made = await sendTo(50);
  let transactions = 0;
  server.fault(({ kind }) => {
    if (kind !== 'transaction') return 'pass';
    transactions += 1;
    // The first claim, what the first step writes, and then some of all that follows.
    if (transactions % 5 === 2) return 'reset-after';
    return transactions % 7 === 3 ? { status: 500 } : 'pass';
  });
  for (let life = 0; life < 8; life += 1) {
    await worker.drain().catch(() => undefined);
    // What this worker could not record dies with it; its claims run out.
    clock.advance(CLAIM_SECONDS + 1);
    worker = work();
  }
  server.fault();
  await worker.drain();
  const rows: readonly { readonly entry?: string }[] = JSON.parse(server.snapshot()).casework;
  const kept = rows.flatMap(({ entry }) => (entry?.includes('.information-2.unit-') ? [entry] : []));
  expect([...kept].sort()).toEqual(expected(made, 50));
});

it('whoever has lost the claim writes none of the words', async () => {
  const made = await sendTo(40);
  const due = await tables.outbox.due(NOW, 100, { caseNumber: made.case.number });
  const many = due.find(({ value }) => value.channel === 'fan-out');
  if (!many) throw new Error('There is no word to many.');
  const before = (await tables.outbox.ofCase(made.case.number)).length;
  expect(await tables.outbox.claim(many, { ...many.value, state: 'claimed' })).toBeDefined();
  const { entries } = unfolded(made.case, many.value);
  expect(await tables.outbox.settle(many, { ...many.value, state: 'sent' }, entries)).toBe(false);
  expect(await tables.outbox.ofCase(made.case.number)).toHaveLength(before);
});

it('units to which the case was passed on meanwhile are left out, and few units are written to at once', async () => {
  const made = (await sendTo(40)).case;
  const [many] = entriesOnSubmit(made).filter(({ channel }) => channel === 'fan-out');
  if (!many) throw new Error('There is no word to many.');
  const fewer = { ...made, routing: { ...made.routing, informed: made.routing.informed.slice(1) } };
  expect(unfolded(fewer, many).entries).toHaveLength(78);
  expect(announcements(made, 'information', told(8))).toHaveLength(16);
  expect(announcements(made, 'information', told(9))).toHaveLength(1);
});

it('what the fullest case of each process writes when it is sent fits into one transaction', () => {
  const city = largestCity('x');
  const rowsOf = ({ events, entries, todos }: Submission) => events.length + entries.length + todos.length;
  for (const process of PROCESS_IDS) {
    for (const { model, draft } of city.casesOf(process)) {
      const made = submission(model, draft, { number: 'X-2026-0042', now: NOW.toISOString(), message: 'm' });
      // Besides these the case, the draft and the counter.
      expect(rowsOf(made) + 3).toBeLessThan(MOST_ROWS);
    }
  }
});
