/** What people do, typed and went wrong with: whatever it is, the log names nobody and quotes nobody. */

import { TableClient } from '@azure/data-tables';
import { isObject } from '../../fixtures/json';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { storedRows } from '../../playing/stored-rows';
import { cardText, THEME, VISITOR, WHAT_AND_WHEN, walkToReceipt } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

/** Stands in everything that is typed, and in every name. */
const TYPED = /quxly/i;
const AWAY = [{ from: '2026-01-01', to: '2026-12-31' }];

let requester: TeamsPerson;
let handler: TeamsPerson;
let absent: TeamsPerson;
let coordinator: TeamsPerson;
let number: string;
let said = 0;

const typed = () => {
  said += 1;
  return `Quxly ${said}`;
};
const events = () => assistant.logged.map((line) => JSON.parse(line).event);
const act = (person: TeamsPerson) => person.press(({ verb }) => verb === 'act', { text: typed() });

const assistant = withAssistant();
beforeAll(async () => {
  [requester, handler, absent, coordinator] = ['Rauha', 'Hilma', 'Aatu', 'Kalle'].map((name) =>
    assistant.person(`${name} Quxly`),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson, TeamsPerson];
  await assistant.setMembers('espoo-marketing-business', { members: [memberOf(handler)] });
  await assistant.setMembers('service-development', {
    members: [memberOf(absent, { absences: AWAY }), memberOf(handler)],
  });
  await assistant.setMembers('international-affairs', { members: [memberOf(coordinator)] });
  for (const person of [handler, absent, coordinator]) await person.says(typed());
  await assistant.restart();
});
afterEach(() => {
  expect(assistant.logged.filter((line) => TYPED.test(line))).toEqual([]);
  for (const { member } of [requester, handler, absent, coordinator]) {
    expect(assistant.logged.filter((line) => line.includes(member.aadObjectId ?? '?'))).toEqual([]);
  }
});

it('a case that is asked about, moved to a unit whose first is away, and declined', async () => {
  const visitor = { ...VISITOR, organisation: typed(), guests: typed(), 'visitor-contact': typed() };
  number = await walkToReceipt(requester, { visitor });
  await assistant.settled(number);
  await handler.says(number);
  await handler.press(({ data }) => isObject(data) && data.action === 'ask');
  await act(handler);
  await requester.says(number);
  await requester.press(({ data }) => isObject(data) && data.action === 'answer');
  await act(requester);
  await requester.press('edit-case');
  await requester.press(({ verb, data }) => verb === 'change' && isObject(data) && data.step === 'what-and-when');
  await requester.press('fill', { ...WHAT_AND_WHEN, 'main-theme': 'open-data' });
  await requester.press('submit');
  expect(storedRows(assistant.tables).events.at(-1)?.data).toContain('Aatu Quxly');
  await handler.says(number);
  await handler.press(({ data }) => isObject(data) && data.action === 'decline');
  await act(handler);
  await assistant.settled(number);
  expect(events()).toEqual(expect.arrayContaining(['case.submitted', 'case.moved', 'case.edited', 'delivery.sent']));
});

it('a unit, a theme and a city that are added, and a case that goes to that unit', async () => {
  const save = (data: Record<string, string>) => {
    const names = { 'name-fi': typed(), 'name-sv': typed(), 'name-en': typed() };
    return coordinator.presses({ type: 'Action.Execute', verb: 'directory-save', data: { ...names, ...data } });
  };
  await coordinator.says('directory');
  await save({ list: 'units', organisation: 'sector', 'contact-address': 'quxly@espoo.fi' });
  const { unit } = Object(coordinator.action('directory-new-member').data);
  await save({ list: 'themes', unit });
  const theme = Object(coordinator.action('directory-retire').data).id;
  await save({ list: 'sisterCities', country: 'SE', status: 'not-told' });
  const sent = await walkToReceipt(requester, { theme: { ...THEME, 'main-theme': theme } });
  await assistant.settled(sent);
  const made = storedRows(assistant.tables).cases.find((row) => row.number === sent);
  expect(made?.responsibleUnit).toBe(unit);
  expect(assistant.logged.some((line) => line.includes(`${sent}.request.${unit}.mail`))).toBe(true);
});

it('rows that somebody has spoiled, and a Teams that takes nothing', async () => {
  const spoil = async (table: string, column: string, isMeant: (row: Record<string, unknown>) => boolean) => {
    const client = TableClient.fromConnectionString(assistant.tables.connectionString, table, {
      allowInsecureConnection: true,
    });
    for (const row of (assistant.tables.rows()[table] ?? []).filter(isMeant)) {
      const key = { partitionKey: String(row.PartitionKey), rowKey: String(row.RowKey) };
      await client.updateEntity({ ...key, [column]: `Quxly spoilt ${row[column]}` }, 'Merge');
    }
  };
  await spoil('casework', 'answers', ({ RowKey }) => RowKey === `case|${number}`);
  await spoil('register', 'line', ({ PartitionKey }) => /^(person|word)\|/.test(String(PartitionKey)));
  await spoil('people', 'language', ({ personId }) => personId === requester.member.aadObjectId);
  await assistant.restart();
  for (const text of [number, 'inbox', 'my cases', 'search quxly']) {
    for (const person of [requester, handler, coordinator]) {
      await person.says(text);
      expect(cardText(person)).not.toContain('spoilt');
    }
  }
  assistant.connector.fail(() => ({ status: 400 }));
  await requester.says('help');
  // The case itself cannot be opened; of listings and people the rest is there.
  expect(events().filter((event) => event === 'turn.unreadable')).toHaveLength(3);
  expect(events()).toEqual(expect.arrayContaining(['line.unreadable', 'person.unreadable']));
  expect(events()).toContain('turn.broke');
});
