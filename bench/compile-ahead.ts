/** Starts the assistant's bundle once, as `npm run bundle` does, so that it need not compile what a start and a press run. */
import { keepCompiled } from '../tools/bundling';
import { builtFile } from './build';
import { environmentOf } from './child';
import { ASSISTANT, settingsOf } from './load/contestants';
import { startTeams } from './load/teams';
import { startTables } from './storage/tables';
import { makeWork } from './work/make-work';

export async function compileAhead(): Promise<void> {
  const [tables, teams] = await Promise.all([startTables(), startTeams()]);
  try {
    const world = { teams, work: makeWork(), connectionString: tables.connectionString };
    await keepCompiled(builtFile('assistant'), environmentOf(settingsOf(ASSISTANT, world)));
  } finally {
    await Promise.all([tables.stop(), teams.close()]);
  }
}
