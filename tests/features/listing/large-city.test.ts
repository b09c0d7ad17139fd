/** The assistant in a city of 300 units, one of them with 150 people, and with a case of which very much has happened. */

import { TableClient } from '@azure/data-tables';
import { HISTORY_LINES } from '../../../bot/cards/case/history';
import type { Unit } from '../../../bot/domain/directory/directory';
import { loadDirectory } from '../../fixtures/model';
import { inputsOn } from '../../fixtures/person/read-card';
import { actionsOn, type Inputs, type TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { storedRows } from '../../playing/stored-rows';
import { cardText, walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
/** Events of one case. */
const HAPPENED = 1_000;
const LARGEST = 'espoo-marketing-business';

let person: TeamsPerson;
let number: string;

const personId = (at: number) => `00000000-1111-4222-8333-${String(at).padStart(12, '0')}`;
const unitId = (at: number) => `unit-${String(at).padStart(10, '0')}`;
const stored = () => storedRows(assistant.tables).cases.find((found) => found.number === number);

const assistant = withAssistant();
beforeAll(async () => {
  person = assistant.person('Aino Esimerkki');
  const [like] = loadDirectory().units;
  if (!like) throw new Error('There is no unit.');
  const name = (at: number) => ({ fi: `Yksikkö ${at} Lansi`, sv: `Enhet ${at} Väst`, en: `Unit ${at} West` });
  const contents = Array.from({ length: 300 }, (_, at) => ({ ...like, id: unitId(at), name: name(at), members: [] }));
  await put('directory', contents.map(unitRow));
  const crowd = Array.from({ length: 150 }, (_, at) => ({
    id: personId(at),
    name: `Colleague Number${at}`,
    absences: [],
  }));
  await assistant.setMembers(LARGEST, { members: [memberOf(person), ...crowd] });
  await assistant.setMembers('international-affairs', { members: [memberOf(person)] });
  await assistant.restart();
  number = await walkToReceipt(person, { theme: { 'main-theme': 'innovation', level: 'one-sector' } });
  await assistant.bot.worker.stop();
});
afterEach(() => expect(assistant.violations()).toEqual([]));

interface StoredRow extends Readonly<Record<string, unknown>> {
  readonly partitionKey: string;
  readonly rowKey: string;
}

const unitRow = (unit: Unit): StoredRow => ({
  partitionKey: 'units',
  rowKey: unit.id,
  content: JSON.stringify(unit),
  operation: 'filled',
});

/** Writes rows of one partition, whatever was there. */
async function put(name: string, rows: readonly StoredRow[]): Promise<void> {
  const { connectionString } = assistant.tables;
  const table = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
  for (let from = 0; from < rows.length; from += 100) {
    await table.submitTransaction(rows.slice(from, from + 100).map((one) => ['upsert', { ...one }, 'Merge']));
  }
}

/** Opens the case as its unit and presses "Pass it on". */
async function passesOn(): Promise<void> {
  await person.says(`case ${number}`);
  const data = { case: number, as: 'responsible' };
  await person.presses({ type: 'Action.Execute', verb: 'show-case', title: 'As its unit', data });
  await person.press(words.own('life.do.pass-on'));
}

const next = (inputs: Inputs) => person.press(words.own('life.to-next'), inputs);
const choices = (id: string): readonly { readonly value: string }[] =>
  (inputsOn(person.card()).find((input) => input.id === id)?.choices ?? []) as readonly { readonly value: string }[];

describe('passing a case on', () => {
  beforeEach(passesOn);

  it('asks for the name of the unit, narrows it down, and then for the person by name', async () => {
    expect(inputsOn(person.card()).map(({ id, type }) => [id, type])).toEqual([['to', 'Input.Text']]);
    await next({ to: 'nowhere' });
    expect(cardText(person)).toContain(words.own('problems.no-such'));
    await next({ to: 'unit 29' });
    expect(cardText(person)).toContain(words.own('problems.several'));
    expect(choices('to').map(({ value }) => value)).toContain(unitId(299));
    await next({ to: unitId(299) });
    await person.press(({ verb }) => verb === 'act', { text: 'It is about the west' });
    expect(stored()).toMatchObject({ responsibleUnit: unitId(299), state: 'submitted' });
  });

  it('finds a colleague among 150 by their name, and keeps the reason while it asks again', async () => {
    await next({ to: 'unit 12 west' });
    await person.press(words.own('life.to-another-unit'), { text: 'They know **them**' });
    await next({ to: loadDirectory().units.find(({ id }) => id === LARGEST)?.name.en ?? '' });
    expect(cardText(person)).toContain('They know **them**');
    await person.press(({ verb }) => verb === 'act', { person: 'colleague number', text: 'They know **them**' });
    expect(cardText(person)).toContain(words.own('problems.several'));
    await person.press(({ verb }) => verb === 'act', { person: 'Colleague Number77', text: 'They know **them**' });
    expect(JSON.parse(String(stored()?.routing)).responsible.contact).toEqual({
      id: personId(77),
      name: 'Colleague Number77',
    });
  });

  it('understands a card that was sent when unit and person were one choice', async () => {
    const event = Number(stored()?.sinceEvent);
    const data = { case: number, action: 'pass-on', event, as: 'responsible' };
    const old = (inputs: Inputs) =>
      person.presses({ type: 'Action.Execute', verb: 'act', title: 'Pass it on', data }, inputs);
    await old({ to: 'no-such-unit/nobody', text: 'Kept' });
    expect(cardText(person)).toContain(words.own('problems.missing'));
    expect(JSON.stringify(person.card())).toContain('Kept');
    await old({ to: `${LARGEST}/${personId(5)}`, text: 'Kept' });
    expect(JSON.parse(String(stored()?.routing)).responsible.contact.id).toBe(personId(5));
  });
});

it('reads the history a page at a time, each with one request, however much has happened', async () => {
  const last = Number(stored()?.lastEvent);
  const partitionKey = String(stored()?.PartitionKey);
  const rowKey = `case|${number}`;
  const events = Array.from({ length: HAPPENED - last }, (_, at) => last + 1 + at).map((sequence) => ({
    partitionKey,
    rowKey: `${rowKey}|event|${String(sequence).padStart(6, '0')}`,
    case: number,
    sequence,
    type: 'todo-done',
    at: '2026-03-02T09:12:00Z',
    byId: personId(1),
    byName: `Worker ${sequence}`,
    data: '{}',
  }));
  await put('casework', [...events, { partitionKey, rowKey, lastEvent: HAPPENED }]);
  await person.says(`case ${number}`);
  assistant.tables.resetRequests();
  await person.press(words.own('life.history'));
  expect(assistant.tables.requests.map(({ kind }) => kind)).toEqual(['read', 'query']);
  expect(assistant.tables.requests.reduce((sum, { bytesOut }) => sum + bytesOut, 0)).toBeLessThan(30_000);
  const shown = () => [...cardText(person).matchAll(/Worker (\d+)/g)].map(([, at]) => Number(at));
  const page = (from: number) => Array.from({ length: HISTORY_LINES }, (_, at) => from - at);
  expect(shown()).toEqual(page(HAPPENED));
  await person.press(words.own('actions.older'));
  expect(shown()).toEqual(page(HAPPENED - HISTORY_LINES));
  const { action } =
    actionsOn(person.card()).find(({ action: { title } }) => title === words.own('actions.older')) ?? {};
  if (!action) throw new Error('There is nothing older.');
  await person.presses({ ...action, data: { case: number, as: 'responsible', before: 5 } });
  expect(cardText(person)).not.toContain(words.own('actions.older'));
  await person.press(words.own('actions.newest'));
  expect(shown()).toEqual(page(HAPPENED));
});

it('narrows the inbox by the name of a unit', async () => {
  await person.says('inbox');
  const show = (inputs: Inputs) => person.press(words.own('inbox.show'), inputs);
  await show({ 'unit-name': 'Unit 7' });
  expect(cardText(person)).toContain(words.own('problems.several'));
  await show({ 'unit-name': 'Unit 299 West', state: 'all' });
  expect(inputsOn(person.card()).find(({ id }) => id === 'unit')?.value).toBe(unitId(299));
  await show({ 'unit-name': 'nothing of the kind' });
  expect(cardText(person)).toContain(words.own('problems.no-such'));
});

it('refuses in words whoever the entry of a unit has no room for, and takes them once there is room', async () => {
  const [empty] = loadDirectory().units;
  if (!empty) throw new Error('There is no unit.');
  const crowd = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: personId(at), name: 'x'.repeat(200), absences: [] }));
  const most = 110;
  const bare = { ...empty, id: unitId(0), members: crowd(most), contact: {} };
  // What is left free is what a deputy takes.
  const unit = { ...bare, contact: { name: 'y'.repeat(32 * 1024 - 400 - JSON.stringify(bare).length) } };
  await put('directory', [unitRow(unit)]);
  await assistant.restart();
  const newcomer = assistant.person('Newcomer '.repeat(22).trim());
  await newcomer.says('hi');
  await person.says('directory');
  const adds = async () => {
    const data = { unit: unitId(0) };
    await person.presses({ type: 'Action.Execute', verb: 'directory-new-member', title: 'Add', data });
    await person.press(words.own('directory.do.keep'), { person: memberOf(newcomer).id });
  };
  await adds();
  expect(cardText(person)).toContain(words.own('directory.problem.no-room'));
  await put('directory', [unitRow(bare)]);
  await adds();
  expect(cardText(person)).not.toContain(words.own('directory.problem.no-room'));
  expect(cardText(person)).toContain(words.own('directory.shown', { from: 1, to: 12, all: most + 1 }));
});
