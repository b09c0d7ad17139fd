// node tools/run-typescript.js tests/operation/recorded-storage/back-and-forth.ts <older commit>
// The bot of that commit and the one that stands here look at each other's storage: both show what was recorded alike; what
// this one has written the other shows alike, too, goes on with and purges. Ends with 1 where something is different or goes
// wrong. Takes two minutes.
import { join } from 'node:path';
import { findsRows, RECORDED_AT, recordedRows, rowsOf } from '../../fixtures/recorded-storage/recorded';
import { type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import type { RecordedRow } from '../../fixtures/two-versions/recorded';
import { complaints, type Tour, tourOf } from '../../playing/storage-tour';
import { unpack } from '../unpack';

type Start = typeof startAssistant;

const A_WEEK_LATER = '2026-03-09T09:00:00Z';
const PURGED = '2040-01-02';

/** Starts a bot on these rows, and leads people through; what was wrong is told and counted. */
async function visit<T>(
  name: string,
  start: Start,
  rows: readonly RecordedRow[],
  now: string,
  go: (tour: Tour, assistant: RunningAssistant) => Promise<T>,
): Promise<{ readonly result: T; readonly wrong: number }> {
  const assistant = await start({ now });
  const tour = tourOf(assistant);
  await findsRows(assistant, rows);
  try {
    const result = await go(tour, assistant);
    const wrong = [...tour.problems, ...complaints(assistant.logged), ...assistant.violations()];
    console.log(`${wrong.length === 0 ? 'holds ' : 'BROKEN'}  ${name}`);
    for (const line of wrong.slice(0, 10)) console.log(`          ${line}`);
    return { result, wrong: wrong.length };
  } finally {
    await assistant.close();
  }
}

/** Tells what two saw of the same rows; how many cards are not alike. */
function compare(what: string, one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): number {
  const different = [...new Set([...one.keys(), ...other.keys()])].filter((card) => one.get(card) !== other.get(card));
  console.log(
    `${different.length === 0 ? 'holds ' : 'BROKEN'}  ${what}: ${one.size} cards, ${different.length} not alike`,
  );
  for (const card of different.slice(0, 10)) {
    const [was, is] = [one.get(card) ?? 'nothing', other.get(card) ?? 'nothing'];
    const at = Math.max(0, [...was].findIndex((letter, place) => is[place] !== letter) - 40);
    console.log(`          ${card}: …${was.slice(at, at + 120)}… was, …${is.slice(at, at + 120)}… is`);
  }
  return different.length;
}

async function main(commit: string | undefined): Promise<number> {
  if (commit === undefined) throw new Error('Name the commit whose bot is to read what this one writes.');
  const older = unpack(commit);
  try {
    const its: { startAssistant: Start } = require(join(older.folder, 'tests/fixtures/running-assistant.ts'));
    const looks = async (tour: Tour, { bot }: RunningAssistant) => {
      // What waits would be delivered meanwhile, and bring cards up to date.
      await bot.worker.drain();
      await bot.worker.stop();
      return tour.looksAtAll();
    };
    const recorded = recordedRows();
    const [before, here] = [
      await visit(`${older.commit} shows what was recorded`, its.startAssistant, recorded, RECORDED_AT, looks),
      await visit('this one shows what was recorded', startAssistant, recorded, RECORDED_AT, looks),
    ];
    const alike = compare('what was recorded looks the same', before.result, here.result);

    const written = await visit('this one goes on', startAssistant, recorded, RECORDED_AT, async (tour, assistant) => {
      await tour.walksOn();
      await tour.actsOnAll();
      await tour.waitsUntil(A_WEEK_LATER);
      return rowsOf(assistant, assistant.tables.rows());
    });
    const rows = written.result;
    console.log(`        ${recorded.length} rows became ${rows.length}`);
    const back = await visit(
      `${older.commit} shows what this one wrote`,
      its.startAssistant,
      rows,
      A_WEEK_LATER,
      looks,
    );
    const own = await visit('this one shows it', startAssistant, rows, A_WEEK_LATER, looks);
    const stillAlike = compare('what was written looks the same', back.result, own.result);

    const on = await visit(`${older.commit} goes on with it`, its.startAssistant, rows, A_WEEK_LATER, async (tour) => {
      await tour.walksOn();
      await tour.actsOnAll();
      await tour.waitsUntil('2026-03-23T09:00:00Z');
      await tour.nightOf(PURGED);
    });
    const wrong = [before, here, written, back, own, on].reduce((sum, each) => sum + each.wrong, alike + stillAlike);
    return wrong === 0 ? 0 : 1;
  } finally {
    older.remove();
  }
}

main(process.argv[2]).then(
  (code) => process.exit(code),
  (cause) => {
    console.error(cause);
    process.exit(1);
  },
);
