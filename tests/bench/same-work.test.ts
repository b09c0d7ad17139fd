import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, buildServers } from '../../bench/build';
import { CONTESTANTS, type Running, startContestant, type World } from '../../bench/load/contestants';
import { placeOn, startTeams, type Teams } from '../../bench/load/teams';
import { begin } from '../../bench/load/walker';
import { startTables, type Tables } from '../../bench/storage/tables';
import { makeWork } from '../../bench/work/make-work';
import { DRAFT, REVISION } from '../../bench/work/work';

/** Their packages are installed by the first `npm run bench`. */
const NEED_BENCH_PACKAGES = ['agents-hosting', 'teams-apps'];
const installed = existsSync(join(BENCH, 'node_modules'));
const here = CONTESTANTS.filter(({ name }) => installed || !NEED_BENCH_PACKAGES.includes(name));

let tables: Tables;
let teams: Teams;
let world: World;
let expected: readonly unknown[];

beforeAll(async () => {
  await buildServers();
  [tables, teams] = await Promise.all([startTables(), startTeams()]);
  world = { teams, work: makeWork(), connectionString: tables.connectionString };
  expected = world.work.cards.slice(1).map(({ text }) => JSON.parse(text));
}, 60_000);
afterAll(async () => {
  await tables?.stop();
  await teams?.close();
});

describe('the servers that the bench compares', () => {
  it.each(here)(
    '$title answers each press with the card that the assistant shows, and has written it down by then',
    async (contestant) => {
      const running = await startContestant(contestant, world);
      try {
        const pressed = await walk(running);
        expect(pressed.map(({ card }) => card)).toEqual(expected);
        expect(pressed.map(({ writes }) => writes)).toEqual(expected.map(() => (contestant.keepsWalks ? 1 : 0)));
      } finally {
        await running.stop();
      }
    },
  );
});

/** The cards of a walk, with what is its own taken out, and how often storage was written to before each came. */
async function walk({ post }: Running): Promise<readonly { readonly card: unknown; readonly writes: number }[]> {
  const walker = await begin(teams, post);
  const pressed: { card: unknown; writes: number }[] = [];
  let { place } = walker;
  for (const answer of world.work.answers) {
    await tables.forget();
    const { body } = await post(teams.press(walker.person, place, ...answer));
    const writes = (await tables.calls()).filter(({ kind }) => kind === 'write').length;
    place = placeOn(body) ?? place;
    const card = JSON.stringify(JSON.parse(body).value)
      .replaceAll(place.draft, DRAFT)
      .replaceAll(`"revision":${place.revision}`, `"revision":${REVISION}`);
    pressed.push({ card: JSON.parse(card), writes });
  }
  return pressed;
}
