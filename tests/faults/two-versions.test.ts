/** Rows that an older and a newer version left: what is not known here is left alone, and none of it stops the rest. */

import { type RunningAssistant, startAssistant } from '../fixtures/running-assistant';
import type { TeamsPerson } from '../fixtures/teams-person';
import {
  inTheWay,
  NEWER,
  OLDER,
  ON_HOLD,
  putRows,
  type RecordedRow,
  TAKEN_ON,
  TWINNING,
} from '../fixtures/two-versions/recorded';
import { memberOf } from '../fixtures/unit-members';
import { type Row, storedRows } from '../playing/stored-rows';
import { onTodo } from '../playing/todo-walk';
import { BEGIN, cardText, WHAT_AND_WHEN, wordsIn } from '../playing/visit-walk';

const words = wordsIn('en');
const UNIT = 'espoo-marketing-business';
/** More than a worker takes at a time. */
const MANY = 40;
/** The one entry of `newer.json` that this version knows all about. */
const KNOWN = `${TAKEN_ON}.update-4.teams`;

let assistant: RunningAssistant;
let aino: TeamsPerson;
let grace: TeamsPerson;

/** Two people at a bot that finds these rows. */
async function finds(rows: readonly RecordedRow[]): Promise<void> {
  assistant = await startAssistant();
  [aino, grace] = [assistant.person('Aino Esimerkki'), assistant.person('Grace Placeholder')];
  await assistant.bot.worker.stop();
  await assistant.setMembers(UNIT, { members: [memberOf(grace)] });
  await assistant.setMembers('international-affairs', { members: [memberOf(grace)] });
  await putRows(assistant.tables.connectionString, rows);
  await assistant.restart();
  for (const person of [aino, grace]) await person.says('hi');
}

function rowsOf(table: string): readonly Row[] {
  return JSON.parse(assistant.tables.snapshot())[table] ?? [];
}

const rowLike = (table: string, { PartitionKey, RowKey }: RecordedRow | Row) =>
  rowsOf(table).find((row) => row.PartitionKey === PartitionKey && row.RowKey === RowKey);

const isEntry = ({ entry }: RecordedRow) => entry !== undefined;
const left = (rows: readonly RecordedRow[]) => rows.filter((row) => isEntry(row) && row.entry !== KNOWN);

afterEach(async () => {
  expect(assistant.violations()).toEqual([]);
  await assistant.close();
});

describe('rows of a newer version', () => {
  const rows = [...OLDER, ...NEWER, ...inTheWay(MANY)];
  beforeEach(() => finds(rows));

  it('stay in the outbox as they are, and the entry behind them goes out', async () => {
    const before = left(rows).filter(({ RowKey }) => !String(RowKey).startsWith('case|'));
    await assistant.bot.worker.drain();
    assistant.setNow('2026-03-02T10:00:00Z');
    await assistant.bot.worker.drain();
    for (const row of before) {
      if (row.channel === 'timer' && row.case === TAKEN_ON) continue;
      expect(rowLike('casework', row)).toMatchObject({ state: row.state, attempts: row.attempts });
    }
    const [known] = storedRows(assistant.tables).entries.filter(({ entry }) => entry === KNOWN);
    expect(known).toMatchObject({ state: 'sent', priority: 'high' });
    expect(storedRows(assistant.tables).aside).toEqual([]);
  });

  it('are shown in neutral words, each with the rest around it', async () => {
    await aino.says('my cases');
    const list = cardText(aino);
    expect(list).toContain(words.own('newer.title', { number: TWINNING }));
    expect(list).toContain(words.own('newer.kind'));
    expect(list).toContain('Sample City Council');
    await aino.says(ON_HOLD);
    expect(cardText(aino)).toContain(words.own('life.state.newer'));
    expect(() => aino.action(words.own('life.do.withdraw'))).toThrow();
    await aino.says(TWINNING);
    expect(aino.texts()).toContain(words.own('notice.newer.title'));
    await aino.says('my cases');
    await aino.press(({ verb, data }) => verb === 'resume' && String(Object(data).draft).endsWith('w'));
    expect(aino.texts()).toContain(words.own('notice.newer.title'));
    await aino.says(TAKEN_ON);
    await aino.press(words.own('life.history'));
    expect(cardText(aino)).toContain(words.own('life.event.newer', { name: 'Grace Placeholder' }));
    await grace.says('inbox');
    expect(cardText(grace)).toContain('Sample Twin City');
    expect(cardText(grace)).toContain(words.own('life.short.newer'));
    await grace.says('undelivered');
    expect(cardText(grace)).toContain(words.own('undelivered.newer'));
    expect(() => grace.action(words.own('undelivered.send'))).toThrow();
    expect(() => grace.action(words.own('undelivered.send-all'))).toThrow();
  });

  it('keep the columns that are not known here, whatever is written over them', async () => {
    await grace.says(TAKEN_ON);
    await grace.press(words.own('life.do.plan'));
    await grace.press(({ verb }) => verb === 'show-todos');
    await grace.press(({ verb, data }) => verb === 'show-todos' && Object(data).list === 'planning');
    await grace.press(onTodo('tick', 'planning.language'));
    await grace.says('suomeksi');
    await aino.says('my cases');
    await aino.press(({ verb, data }) => verb === 'resume' && !String(Object(data).draft).endsWith('w'));
    await aino.press('fill', WHAT_AND_WHEN);
    await assistant.bot.worker.drain();
    const { cases, todos, people, drafts } = storedRows(assistant.tables);
    const named = (all: readonly Row[], column: string) => all.filter((row) => row[column] !== undefined);
    expect(cases.find(({ number }) => number === TAKEN_ON)).toMatchObject({
      state: 'planned',
      priority: 'high',
      watchers: 3,
      reviewedAt: '2026-03-02T08:00:00.000Z',
      'reviewedAt@odata.type': 'Edm.DateTime',
      budget: '9007199254740993',
      'budget@odata.type': 'Edm.Int64',
    });
    expect(named(todos, 'assigneeId')).toMatchObject([{ todo: 'planning.language', doneByName: 'Grace Placeholder' }]);
    expect(named(people, 'digestHour')).toHaveLength(2);
    expect(people.find(({ name }) => name === 'Grace Placeholder')).toMatchObject({ language: 'fi', digestHour: 8 });
    expect(named(drafts, 'remindAt')).toMatchObject([{ revision: 2 }]);
  });

  it('are not purged by a version that does not know them, however old', async () => {
    assistant.setNow('2040-01-02T02:00:00Z');
    await assistant.bot.nightly.run();
    for (const number of [ON_HOLD, TWINNING, TAKEN_ON]) {
      expect(storedRows(assistant.tables).cases.find((row) => row.number === number)).toMatchObject({
        requesterName: 'Aino Esimerkki',
      });
    }
  });
});

describe('rows of an older version', () => {
  beforeEach(() => finds(OLDER));

  it('are read and acted on', async () => {
    await aino.says('my cases');
    expect(cardText(aino)).toContain('Sample City Council');
    await aino.press(({ verb }) => verb === 'resume');
    await aino.press('fill', WHAT_AND_WHEN);
    expect(aino.texts()).not.toContain(words.own('notice.failed.title'));
    await grace.says(TAKEN_ON);
    await grace.press(words.own('life.do.plan'));
    await assistant.bot.worker.drain();
    expect(storedRows(assistant.tables).cases).toMatchObject([{ number: TAKEN_ON, state: 'planned' }]);
    expect(storedRows(assistant.tables).aside).toEqual([]);
    await aino.says(BEGIN.en);
    expect(aino.texts()).not.toContain(words.own('notice.failed.title'));
  });
});
