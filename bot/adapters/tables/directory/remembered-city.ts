/**
 * Which city a storage belongs to: one row of the table `directory`, behind the entries, where no version of the bot
 * reads entries or events. Numbers, units and themes of two cities in one storage could never be told apart again.
 */
import type { Standing } from '../../../domain/directory/standing';
import { WrongCity } from '../../../domain/errors';
import { textOf } from '../rows/columns';
import { isRefused } from '../rows/storage-failure';
import type { TableRows } from '../rows/table-rows';
import { ENTRIES_ONLY } from './directory-keys';

const PLACE = { partitionKey: 'city', rowKey: '|city' } as const;

/**
 * Makes sure that the storage is this city's, and has a storage that remembers none remember it. One read.
 * @throws WrongCity where it is another's; nothing has been written then
 */
export async function claimForCity(rows: TableRows, { id, ownsOlderStorage }: Standing['city']): Promise<void> {
  const remembered = await cityOf(rows);
  if (remembered === id) return;
  if (remembered !== undefined) throw new WrongCity(id, remembered);
  if (!ownsOlderStorage && (await rows.all(ENTRIES_ONLY)).length > 0) throw new WrongCity(id, undefined);
  try {
    await rows.insert({ ...PLACE, city: id });
  } catch (error) {
    if (!isRefused(error)) throw error;
    // Another instance was faster, or the answer to this very write was lost.
    const first = await cityOf(rows);
    if (first !== id) throw new WrongCity(id, first);
  }
}

async function cityOf(rows: TableRows): Promise<string | undefined> {
  const row = await rows.read(PLACE);
  return row && textOf(row, 'city');
}
