/** A subject besides the case, from its first timer to the day on which nobody is named by it any more. */
import { TableClient } from '@azure/data-tables';
import { createLog } from '../../bot/adapters/log/log';
import type { TableRows } from '../../bot/adapters/tables/rows/table-rows';
import { runPrivacyCommand } from '../../bot/commands/privacy';
import type { Person } from '../../bot/domain/person';
import { SUBJECTS } from '../../bot/start/subjects';
import { casesAlone, openProcess } from '../contracts/casework-fixtures';
import { bringBack, caseworkRows, type Kite, kites, lend } from '../fixtures/kites';
import { idOf, type RunningAssistant, TENANT } from '../fixtures/running-assistant';
import type { TeamsPerson } from '../fixtures/teams-person';
import { memberOf } from '../fixtures/unit-members';
import { cardText, walkToReceipt, wordsIn } from '../playing/visit-walk';
import { withAssistant } from '../playing/with-assistant';

const { own } = wordsIn('en');
const KITE = kites(() => assistant.tables.connectionString);

let rows: TableRows;
let kaarlo: TeamsPerson;
let grace: TeamsPerson;
let number: string;

const assistant: RunningAssistant = withAssistant({ subjects: { ...SUBJECTS, kite: KITE } });
beforeAll(async () => {
  rows = caseworkRows(assistant.tables.connectionString);
  [kaarlo, grace] = [assistant.person('Kaarlo Keksitty'), assistant.person('Grace Placeholder')];
  await assistant.setMembers('international-affairs', { members: [memberOf(grace)] });
  for (const person of [kaarlo, grace]) await person.says('hi');
  await assistant.restart();
  await lend(rows, kite(1), '2026-03-09T09:00:00.000Z');
  number = await walkToReceipt(kaarlo);
  await assistant.settled(number);
});

const borrower: Person = { id: idOf('Kaarlo Keksitty'), tenant: TENANT, name: 'Kaarlo Keksitty' };
const kite = (at: number): Kite => ({ id: `kite-${at}`, borrower, isBack: false, since: '2026-03-02T09:00:00.000Z' });
const isReminder = (body: unknown) => JSON.stringify(body ?? '').includes('Please bring kite-1 back.');
const drained = () => assistant.bot.worker.drain();
const statesOf = (id: string) =>
  Object.fromEntries(
    (assistant.tables.rows().casework ?? [])
      .filter((row) => row.subject === 'kite' && row.case === id)
      .map((row) => [row.entry, row.state]),
  );
const allOf = (id: string) =>
  JSON.stringify(assistant.tables.rows().casework?.filter((row) => String(row.RowKey).includes(id)));

/** The operator's command, on the storage as it stands: exit code and what it printed. */
async function operator(...args: string[]): Promise<{ readonly code: number; readonly printed: string }> {
  const printed: string[] = [];
  const tables = await openProcess(assistant.tables.connectionString);
  const parts = { ...tables, log: createLog('silent'), nudge: () => {} };
  const subjects = { ...casesAlone(tables.cases), kite: KITE.keep(parts as never) };
  const code = await runPrivacyCommand(args, {
    assistant: { ...parts, subjects } as never,
    purge: async () => ({ cases: 0, drafts: 0, later: 0, failed: 0 }),
    print: (line) => void printed.push(line),
  });
  return { code, printed: printed.join('\n') };
}

it('waits for its day; what Teams then refuses stands among what was not delivered, with nothing to open', async () => {
  await drained();
  expect(statesOf('kite-1')).toEqual({ 'kite-1.reminder.timer': 'due' });
  assistant.setNow('2026-03-09T09:00:01Z');
  assistant.connector.fail(({ body }) => (isReminder(body) ? { status: 400 } : undefined));
  await drained();
  assistant.connector.fail();
  expect(statesOf('kite-1')).toEqual({ 'kite-1.reminder.timer': 'sent', 'kite-1.reminder.teams': 'dead' });
  await grace.says('undelivered');
  expect(cardText(grace)).toContain(`kite-1 · ${own('undelivered.purpose.reminder')} · Kaarlo Keksitty`);
  expect(cardText(grace)).not.toContain(own('news.open'));
});

it('is reminded of when the team says so', async () => {
  await grace.press(own('undelivered.send'));
  await drained();
  expect(statesOf('kite-1')).toMatchObject({ 'kite-1.reminder.teams': 'sent' });
  expect(assistant.connector.calls.filter(({ body }) => isReminder(body))).toHaveLength(2);
});

it('stands in what its borrower is told of themselves, and in the export, beside their case', async () => {
  await kaarlo.says('my data');
  await kaarlo.press(own('my-data.show'));
  const text = cardText(kaarlo);
  const { printed } = await operator('export', borrower.id, TENANT);
  for (const { kites: found, cases } of [
    JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)),
    JSON.parse(printed),
  ]) {
    expect(found).toEqual([kite(1)]);
    expect(JSON.stringify(cases)).toContain(number);
  }
});

it('is left whole by an erasure while it is lent, and forgets its borrower in the night after it came back', async () => {
  await lend(rows, kite(2), '2026-04-09T09:00:00.000Z');
  await bringBack(rows, kite(2), '2026-03-09T09:00:00.000Z');
  expect(await operator('erase', borrower.id, TENANT)).toEqual({
    code: 0,
    printed: expect.stringMatching(
      /^Cases without this person now: 0\.\nKites without this person now: 1\.\nOpen still: 2\./,
    ),
  });
  expect(allOf('kite-1')).toContain(borrower.id);
  expect(allOf('kite-2')).not.toContain(borrower.id);
  await bringBack(rows, kite(1), '2026-03-09T09:00:00.000Z');
  assistant.setNow('2026-03-10T03:00:00Z');
  await assistant.bot.nightly.run();
  expect(allOf('kite-1')).not.toContain(borrower.id);
  expect(statesOf('kite-1')).toEqual({});
});

it('is purged in the night on which its own rule says so, and counted', async () => {
  const retention = TableClient.fromConnectionString(assistant.tables.connectionString, 'directory', {
    allowInsecureConnection: true,
  });
  const rule = { id: 'kite', months: 6, source: 'product' };
  await retention.createEntity({ partitionKey: 'retention', rowKey: 'kite', content: JSON.stringify(rule) });
  const lent = { ...kite(3), borrower: { ...borrower, id: idOf('Maija Malli'), name: 'Maija Malli' } };
  await lend(rows, lent, '2026-04-09T09:00:00.000Z');
  await bringBack(rows, lent, '2026-03-10T09:00:00.000Z');
  assistant.setNow('2026-09-10T01:00:00Z');
  await assistant.bot.nightly.run();
  expect(allOf('kite-3')).toContain('Maija Malli');
  assistant.setNow('2026-09-11T01:00:00Z');
  await assistant.bot.nightly.run();
  expect(allOf('kite-3')).not.toContain('Maija Malli');
  const purges = assistant.logged.map((line) => JSON.parse(line)).filter(({ event }) => event === 'purge.done');
  expect(purges.map(({ kites: purged, cases }) => [purged, cases])).toEqual([
    [0, 0],
    [0, 0],
    [1, 0],
  ]);
});
