import { INTERNATIONAL_AFFAIRS } from '../../fixtures/city';
/** What of many rows cannot be read: people see the rest and how much is missing, and nothing is done for good on a guess. */

import { readdirSync } from 'node:fs';
import { TableClient } from '@azure/data-tables';
import { createLog } from '../../../bot/adapters/log/log';
import { runPrivacyCommand } from '../../../bot/commands/privacy';
import { casesAlone, openProcess } from '../../contracts/casework-fixtures';
import { loadDirectory } from '../../fixtures/model';
import { TENANT } from '../../fixtures/running-assistant';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { type Row, storedRows } from '../../playing/stored-rows';
import { cardText, VISITOR, walkToReceipt, walkToSummary, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const own = wordsIn('en').own;
const ONE = own('unreadable.left-out', { count: 1 });

let aino: TeamsPerson;
let grace: TeamsPerson;

const assistant = withAssistant({}, { forEachTest: true });
beforeEach(async () => {
  [aino, grace] = [assistant.person('Aino Esimerkki'), assistant.person('Grace Placeholder')];
  await assistant.setMembers(INTERNATIONAL_AFFAIRS, { members: [memberOf(grace)] });
  await grace.says('hi');
  await assistant.restart();
});

const rows = () => storedRows(assistant.tables);
const idOf = ({ member }: TeamsPerson) => member.aadObjectId ?? '';
const says = async (person: TeamsPerson, text: string) => {
  await person.says(text);
  return cardText(person);
};
const logged = (event: string) =>
  assistant.logged.map((line) => JSON.parse(line)).filter((line) => line.event === event);
const isReady = async () => (await fetch(`${assistant.bot.url}/readyz`)).status;

function tableOf(name: string): TableClient {
  return TableClient.fromConnectionString(assistant.tables.connectionString, name, { allowInsecureConnection: true });
}

async function spoil(table: string, row: Row | undefined, columns: Row): Promise<void> {
  const key = { partitionKey: String(row?.PartitionKey), rowKey: String(row?.RowKey) };
  await tableOf(table).updateEntity({ ...key, ...columns }, 'Merge');
}

const directoryRow = (partitionKey: string, rowKey: string, content: unknown) =>
  tableOf('directory').updateEntity({ partitionKey, rowKey, content: JSON.stringify(content) }, 'Merge');

async function operator(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const tables = await openProcess(assistant.tables.connectionString);
  const printed: string[] = [];
  const parts = { ...tables, subjects: casesAlone(tables.cases), log: createLog('silent'), nudge: () => {} };
  const code = await runPrivacyCommand(args, {
    assistant: parts as never,
    purge: async () => ({ cases: 0, drafts: 0, later: 0, failed: 0 }),
    print: (line) => void printed.push(line),
  });
  return { code, said: printed.join('\n') };
}

it('of cards: my cases, my data, inbox, history and undelivered show the rest, and that one is missing', async () => {
  const number = await walkToReceipt(aino);
  await assistant.settled(number);
  await walkToSummary(aino);
  const draft = rows().drafts.find((row) => row.status === 'open');
  await spoil('casework', draft, { state: '{}' });
  await spoil(
    'casework',
    rows().events.find(({ sequence }) => sequence === 1),
    { at: 'once' },
  );
  await spoil(
    'casework',
    rows().entries.find(({ channel }) => channel === 'timer'),
    { target: '{' },
  );
  assistant.setNow('2027-03-02T09:00:00Z');
  await assistant.bot.worker.drain();
  assistant.setNow('2026-03-02T09:10:00Z');
  const register: readonly Row[] = JSON.parse(assistant.tables.snapshot()).register;
  for (const line of register.filter(({ PartitionKey }) => /^open\|(unit|year)\|/.test(String(PartitionKey)))) {
    await spoil('register', line, { line: '{}' });
  }
  await assistant.restart();

  const work = await says(aino, 'my cases');
  expect(work).toContain(number);
  expect(work).toContain(ONE);
  expect(await says(aino, 'my data')).toContain(ONE);
  await grace.says('inbox');
  await grace.press(own('inbox.all'));
  expect(cardText(grace)).toContain(ONE);
  await grace.says(number);
  await grace.press(own('life.history'));
  expect(cardText(grace)).toContain(ONE);
  expect(cardText(grace)).toContain(own('life.event.routed').slice(0, 6));
  expect(await says(grace, 'undelivered')).toContain(ONE);
});

it('whoever opens a case that cannot be read, or changes it, hears that it cannot be and whom to ask', async () => {
  const number = await walkToReceipt(aino);
  await spoil(
    'casework',
    rows().cases.find((row) => row.number === number),
    { routing: '{}' },
  );
  await aino.says(number);
  expect(cardText(aino)).toContain(own('notice.unreadable.title'));
  await aino.presses({ type: 'Action.Execute', verb: 'edit-case', data: { case: number } });
  expect(cardText(aino)).toContain(own('notice.unreadable.title'));
});

it('a person whose row is spoiled is served, and reads that something of them cannot be read', async () => {
  await aino.says('hi');
  await spoil(
    'people',
    rows().people.find(({ personId }) => personId === idOf(aino)),
    { language: 'de' },
  );
  await assistant.restart();
  expect(await says(aino, 'my data')).toContain(ONE);
  expect(cardText(aino)).not.toContain(own('my-data.stranger'));
  expect(await walkToReceipt(aino)).toMatch(/^V-2026-/);
});

it('a directory entry: the team reads it, and the instance is ready as long as there is a unit', async () => {
  await directoryRow('themes', 'innovation', []);
  await assistant.restart();
  expect(await isReady()).toBe(200);
  await grace.says('inbox');
  await grace.press(own('directory.title'));
  expect(cardText(grace)).toContain(ONE);
  for (const { id } of loadDirectory().units) await directoryRow('units', id, {});
  await assistant.restart();
  expect(await isReady()).toBe(503);
});

it('a to-do that cannot be read stays as it is when the case is changed', async () => {
  const number = await walkToReceipt(aino);
  const [spoiled] = rows().todos;
  await spoil('casework', spoiled, { revision: 'none' });
  await aino.says(number);
  await aino.press(({ verb }) => verb === 'edit-case');
  await aino.press(({ verb, data }) => verb === 'change' && Object(data).step === 'visitor');
  await aino.press(({ verb }) => verb === 'fill', { ...VISITOR, organisation: 'Another Sample Council' });
  await aino.press(({ verb }) => verb === 'submit');
  expect(cardText(aino)).toContain(own('edit.saved'));
  expect(rows().todos.find(({ RowKey }) => RowKey === spoiled?.RowKey)?.revision).toBe('none');
});

describe('of what cannot be undone', () => {
  const THREE_YEARS_LATER = '2029-03-05T01:30:00Z';
  const lines = () => readdirSync(assistant.mirrorFolder).filter((file) => file.endsWith('.json'));

  async function closed(person: TeamsPerson): Promise<string> {
    const number = await walkToReceipt(person);
    await person.says(number);
    await person.press(own('life.do.withdraw'));
    await person.press(({ verb }) => verb === 'act', { text: 'We come another year' });
    await assistant.bot.worker.drain();
    return number;
  }

  it('the night goes by the rules as they are stored, not by those that it came with, nor by a part of them', async () => {
    await closed(aino);
    const rule = { id: 'visit-request', months: 24, unendedMonths: 60, source: 'product' };
    await directoryRow('retention', rule.id, { ...rule, months: 'ten years' });
    await assistant.restart();
    assistant.setNow(THREE_YEARS_LATER);
    await assistant.bot.nightly.run();
    expect(rows().cases[0]?.purgedAt).toBeUndefined();
    expect(logged('nightly.failed').map(({ job }) => job)).toEqual(['purge']);
    expect(logged('nightly.failed')[0].err.message).toContain('retention / visit-request');

    await directoryRow('retention', rule.id, { ...rule, months: 120 });
    assistant.setNow('2029-03-06T01:30:00Z');
    await assistant.bot.nightly.run();
    expect(rows().cases[0]?.purgedAt).toBeUndefined();
    await directoryRow('retention', rule.id, rule);
    assistant.setNow('2029-03-07T01:30:00Z');
    await assistant.bot.nightly.run();
    expect(rows().cases[0]?.purgedAt).toBeDefined();
    expect(logged('nightly.failed')).toHaveLength(1);
  });

  it('one spoiled case keeps no other from the purge, and its line outside stays; the night says that it failed', async () => {
    const numbers = [await closed(aino), await closed(grace)];
    expect(lines()).toHaveLength(2);
    await spoil(
      'casework',
      rows().cases.find(({ number }) => number === numbers[0]),
      { language: 'de' },
    );
    assistant.setNow(THREE_YEARS_LATER);
    await assistant.bot.nightly.run();
    await assistant.bot.worker.drain();
    const purged = rows().cases.filter(({ purgedAt }) => purgedAt !== undefined);
    expect(purged.map(({ number }) => number)).toEqual([numbers[1]]);
    expect(lines()).toHaveLength(2);
    expect(logged('nightly.failed').map(({ job }) => job)).toEqual(['purge', 'mirror']);
  });

  it('an erasure that cannot look everywhere says so and stays open, until it can', async () => {
    const number = await closed(aino);
    const other = await closed(grace);
    const spoiled = rows().cases.find((row) => row.number === other);
    await spoil('casework', spoiled, { language: 'de' });
    const first = await operator('erase', idOf(aino), TENANT);
    expect(first.code).toBe(1);
    expect(first.said).toContain('stays open');
    expect(rows().cases.find((row) => row.number === number)?.erasedAt).toBeDefined();
    assistant.setNow('2026-03-03T01:30:00Z');
    await assistant.bot.nightly.run();
    expect(logged('nightly.failed').map(({ job }) => job)).toContain('erasures');
    const exported = await operator('export', idOf(grace), TENANT);
    expect(exported.code).toBe(1);
    expect(JSON.parse(exported.said).unreadable).toEqual([other]);

    await spoil('casework', spoiled, { language: 'en' });
    expect((await operator('erase', idOf(aino), TENANT)).code).toBe(0);
    expect(await (await openProcess(assistant.tables.connectionString)).erasures.open()).toEqual({ items: [] });
  });

  it('nobody is erased while nobody can tell whether they act for a unit', async () => {
    await aino.says('hi');
    await directoryRow('units', 'service-development', { id: 'service-development' });
    await grace.says('erase a person');
    await grace.press(own('erasure.find'), { who: 'Aino Esimerkki' });
    expect(cardText(grace)).toContain(own('erasure.units-unread'));
    const { code, said } = await operator('erase', idOf(aino), TENANT);
    expect(code).toBe(1);
    expect(said).toContain('Nothing was erased');
    expect(rows().people.some(({ personId }) => personId === idOf(aino))).toBe(true);
  });
});
