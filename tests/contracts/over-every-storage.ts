/** What a store promises holds over the real service's emulator and over the stand-in. */
import type { Tables } from '../../bot/adapters/tables/tables';
import type { Clock } from '../../bot/ports';
import { azuriteStorage } from '../fixtures/azurite-storage';
import { startTablesServer } from '../fixtures/tables-server/tables-server';
import { standingFor } from '../playing/standing-for';
import { openProcess } from './casework-fixtures';

/** Each of its own, fresh. */
export const STORAGES = [
  { name: 'Azurite', start: azuriteStorage },
  { name: 'the in-memory server', start: startTablesServer },
] as const;

/** A storage with the stores as two processes have them. */
interface OnStorage {
  readonly storage: { readonly connectionString: string };
  readonly here: Tables;
  readonly there: Tables;
}

interface Options {
  /** Of both processes. */
  readonly clock?: Clock;
  /** One storage for each test, in the place of one for all. */
  readonly forEachTest?: boolean;
}

/** The same tests over each storage, `describe` and all. */
export function overEveryStorage(
  what: string,
  tests: (on: OnStorage) => void,
  { clock, forEachTest = false }: Options = {},
): void {
  describe.each(STORAGES)(`${what} over $name`, ({ start }) => {
    let storage: { readonly connectionString: string; close(): Promise<void> } | undefined;
    let processes: readonly Tables[] = [];

    (forEachTest ? beforeEach : beforeAll)(async () => {
      storage = await start();
      const { connectionString } = storage;
      processes = await Promise.all([1, 2].map(() => openProcess(connectionString, clock && { clock })));
    });
    (forEachTest ? afterEach : afterAll)(() => storage?.close());

    tests({
      storage: standingFor('the storage', () => storage),
      here: standingFor('this process', () => processes[0]),
      there: standingFor('the other process', () => processes[1]),
    });
  });
}
