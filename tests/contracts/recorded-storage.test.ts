/** A storage that the version before wrote is read, walked on and written; `tests/fixtures/recorded-storage` says how it came about. */
import type { CaseState } from '../../bot/domain/case-state';
import { CHANNELS } from '../../bot/domain/outbox/channels';
import { ENTRY_STATES, PURPOSES } from '../../bot/domain/outbox/entry';
import { findsRows, RECORDED_AT, recordedRows } from '../fixtures/recorded-storage/recorded';
import { type RunningAssistant, startAssistant } from '../fixtures/running-assistant';
import { PROCESS_IDS } from '../playing/process-walk';
import { complaints, type Tour, tourOf } from '../playing/storage-tour';
import { type Row, sortRows } from '../playing/stored-rows';

const ROWS = recordedRows();
const RECORDED = sortRows(
  ROWS.filter(({ table }) => table === 'casework'),
  ROWS.filter(({ table }) => table === 'people'),
);
/** The states that there were when it was recorded: cases of every kind lived as a visit does. */
const STATES_THEN: readonly CaseState[] = [
  ...(['submitted', 'asked', 'accepted', 'planned', 'held', 'not-held', 'followed-up'] as const),
  ...(['declined', 'withdrawn', 'closed'] as const),
];
const all = (rows: readonly Row[], column: string) => [...new Set(rows.map((row) => row[column]))].sort();

let assistant: RunningAssistant;
let tour: Tour;

beforeAll(async () => {
  assistant = await startAssistant({ now: RECORDED_AT });
  tour = tourOf(assistant);
  await findsRows(assistant, ROWS);
});
afterEach(() => {
  expect(tour.problems.splice(0)).toEqual([]);
  expect(complaints(assistant.logged)).toEqual([]);
  expect(assistant.violations()).toEqual([]);
});
afterAll(() => assistant.close());

it('has every state, channel and purpose, and drafts of every process', () => {
  const { cases, entries, drafts, events } = RECORDED;
  expect(all(cases, 'state')).toEqual([...STATES_THEN].sort());
  expect(all(entries, 'state')).toEqual([...ENTRY_STATES].sort());
  expect(all(entries, 'channel')).toEqual([...CHANNELS].sort());
  expect(all(entries, 'purpose')).toEqual([...PURPOSES].sort());
  expect(all(drafts, 'status')).toEqual(['closed', 'open', 'over']);
  for (const process of PROCESS_IDS) {
    expect(drafts.filter((draft) => draft.process === process && draft.status === 'open').length).toBeGreaterThan(2);
  }
  expect(all(events, 'type')).toEqual(expect.arrayContaining(['edited', 'erased', 'purged', 'reminded', 'todo-done']));
});

it('is shown: every case, draft and listing, to everybody', async () => {
  expect((await tour.looksAtAll()).size).toBeGreaterThan(150);
});

it('is walked on: every draft, and what was not delivered', async () => {
  const before = assistant.tables.rows().casework?.length ?? 0;
  await tour.walksOn();
  expect(assistant.tables.rows().casework?.length).toBeGreaterThan(before);
});

it('is acted on: every case', async () => {
  await tour.actsOnAll();
});

it('is delivered: whatever is due by the days that follow', async () => {
  await tour.waitsUntil('2026-03-20T09:00:00Z');
});

it('is purged when its time is over', async () => {
  await tour.nightOf('2040-01-02');
});
