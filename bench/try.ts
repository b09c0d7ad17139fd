import { buildServers } from './build';
import { CONTESTANTS, startContestant } from './load/contestants';
import { pressRound, walkRound } from './load/rounds';
import { measureCards } from './load/card-cost';
import { countSubmit } from './load/submit';
import { startTeams } from './load/teams';
import { startTables } from './storage/tables';
import { makeWork } from './work/make-work';
async function main() {
  console.time('build'); await buildServers(); console.timeEnd('build');
  console.time('submit'); console.log(await countSubmit()); console.timeEnd('submit');
  console.time('cards'); console.log(measureCards(300)); console.timeEnd('cards');
  const tables = await startTables();
  const teams = await startTeams();
  const world = { teams, work: makeWork(), connectionString: tables.connectionString };
  for (const c of CONTESTANTS) {
      const r = await startContestant(c, world);
      for (let i = 0; i < 3; i++) try { 
        await pressRound(world, r, 64, 64);
        console.log(c.title, await walkRound(world, r, 64, 64)); }
      catch (e) { console.log(c.title, String(e).slice(0, 1500)); }
      await r.stop();
  }
  process.exit();
}
void main();
