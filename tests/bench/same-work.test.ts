import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, buildServers } from '../../bench/build';
import { CONTESTANTS, type Running, startContestant, type World } from '../../bench/load/contestants';
import { placeOn, startTeams, type Teams } from '../../bench/load/teams';
import { begin } from '../../bench/load/walker';
import { startTables, type Tables } from '../../bench/storage/tables';
import { makeWork } from '../../bench/work/make-work';

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
  it.each(here)('$title answers each press with the card that the assistant shows', async (contestant) => {
    const running = await startContestant(contestant, world);
    try {
      expect(await walk(running)).toEqual(expected);
    } finally {
      await running.stop();
    }
  });

  it.each(here.filter(({ keepsWalks }) => keepsWalks))(
    '$title writes a press down before it answers: another process goes on with the walk',
    async (contestant) => {
      const [first, second] = world.work.answers;
      if (!first || !second) throw new Error('There are not two questions.');
      const one = await startContestant(contestant, world);
      const walker = await begin(teams, one.post);
      await one.post(teams.press(walker.person, walker.place, ...first));
      await one.stop();
      const other = await startContestant(contestant, world);
      const place = { ...walker.place, revision: 1 };
      const { body } = await other.post(teams.press(walker.person, place, ...second));
      await other.stop();
      expect(placeOn(body)).toEqual({ ...place, revision: 2 });
    },
  );
});

/** The cards of a walk, with what is its own taken out. */
async function walk({ post }: Running): Promise<readonly unknown[]> {
  const { person, place } = await begin(teams, post);
  const cards: unknown[] = [];
  let now = place;
  for (const answer of world.work.answers) {
    const { body } = await post(teams.press(person, now, ...answer));
    now = placeOn(body) ?? now;
    const card = JSON.stringify(JSON.parse(body).value).replaceAll(`"${place.draft}"`, '"%draft%"');
    cards.push(JSON.parse(card.replaceAll(`"revision":${now.revision}`, '"revision":990099')));
  }
  return cards;
}
