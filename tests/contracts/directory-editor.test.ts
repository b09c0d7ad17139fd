import { TableClient } from '@azure/data-tables';
import type { Tables } from '../../bot/adapters/tables/tables';
import type { Unit } from '../../bot/domain/directory/directory';
import { addEntry, changeEntry, type DirectoryEntry, type EntryChange } from '../../bot/domain/directory/entry';
import type { Stored } from '../../bot/ports';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { FIRST_DIRECTORY, faultOnce, NOW, openProcess, requestsOf, settableClock } from './casework-fixtures';
import { overEveryStorage } from './over-every-storage';

type StoredUnit = Stored<DirectoryEntry<'units'>>;

const UNIT = 'service-development';
const AINO = { id: 'aino', name: 'Aino Esimerkki' };
const at = NOW.toISOString();
const first = (id: string): Unit => {
  const found = FIRST_DIRECTORY.units.find((unit) => unit.id === id);
  if (!found) throw new Error(`The first directory has no unit "${id}".`);
  return found;
};

async function read({ directoryEditor }: Tables, id = UNIT): Promise<StoredUnit> {
  const found = await directoryEditor.entry('units', id);
  if (!found) throw new Error(`There is no unit "${id}".`);
  return found;
}

/** The change that gives a unit another address. */
function addressed({ value }: StoredUnit, address: string): EntryChange<'units'> {
  const content = { ...value.content, contact: { address } };
  const change = changeEntry(value, { content }, { by: AINO, at, edit: 'changed' });
  if (!change) throw new Error('Nothing would change.');
  return change;
}

const retired = ({ value }: StoredUnit, out = true) =>
  changeEntry(value, { retired: out }, { by: AINO, at, edit: out ? 'retired' : 'returned' }) as EntryChange<'units'>;

const addressOf = async ({ directory }: Tables) =>
  (await directory.content()).units.find(({ id }) => id === UNIT)?.contact.address;

const clock = settableClock();

overEveryStorage(
  'the directory as it is edited',
  ({ storage, here, there }) => {
    test('an entry that nobody has edited is the first content, and has no history', async () => {
      expect((await read(here)).value).toMatchObject({
        list: 'units',
        content: first(UNIT),
        retired: false,
        events: 0,
        order: 2,
      });
      expect((await here.directoryEditor.events('units', UNIT)).items).toEqual([]);
      for (const id of ['nowhere', '', 'a|b', '../x', `|event|${UNIT}|000001|x`]) {
        expect(await here.directoryEditor.entry('units', id)).toBeUndefined();
        expect((await here.directoryEditor.events('units', id)).items).toEqual([]);
      }
    });

    test('an edit is known here at once, elsewhere within a minute, and tells who changed what from what to what', async () => {
      const stored = await read(here);
      const change = addressed(stored, 'new@espoo.fi');
      const written = await here.directoryEditor.write(stored, change);
      expect(written).toEqual(await read(there));
      expect(written).toMatchObject({ value: { ...change.entry, edited: { by: AINO, at }, events: 1, order: 2 } });
      expect(await addressOf(here)).toBe('new@espoo.fi');
      clock.advance(60);
      expect(await addressOf(there)).toBe('new@espoo.fi');
      expect((await there.directoryEditor.events('units', UNIT)).items).toEqual([
        {
          sequence: 1,
          edit: 'changed',
          at,
          by: AINO,
          before: { 'contact-address': first(UNIT).contact.address },
          after: { 'contact-address': 'new@espoo.fi' },
        },
      ]);
      expect((await here.directory.content()).units.map(({ id }) => id)).toEqual(
        FIRST_DIRECTORY.units.map(({ id }) => id),
      );
    });

    test('of two who edit at once one wins; only that edit is kept, with its event', async () => {
      const stored = await read(here);
      const [one, other] = await Promise.all([
        here.directoryEditor.write(stored, addressed(stored, 'one@espoo.fi')),
        there.directoryEditor.write(stored, addressed(stored, 'other@espoo.fi')),
      ]);
      expect([one, other].filter((result) => result === 'conflict')).toHaveLength(1);
      expect((await here.directoryEditor.events('units', UNIT)).items).toHaveLength(1);
      const now = await read(here);
      expect(now.value.content.contact.address).toBe(one === 'conflict' ? 'other@espoo.fi' : 'one@espoo.fi');
      expect(await here.directoryEditor.write(now, addressed(now, 'third@espoo.fi'))).not.toBe('conflict');
      expect((await there.directoryEditor.events('units', UNIT)).items.map(({ sequence }) => sequence)).toEqual([1, 2]);
    });

    test('of two who add the same entry at once one wins', async () => {
      const content = { ...first(UNIT), id: 'sector-of-examples' };
      const added = addEntry('units', content, { by: AINO, at });
      const results = await Promise.all([here, there].map((on) => on.directoryEditor.write(undefined, added)));
      expect(results.filter((result) => result === 'conflict')).toHaveLength(1);
      clock.advance(60);
      for (const process of [here, there]) expect((await process.directory.content()).units.at(-1)).toEqual(content);
      expect((await here.directoryEditor.events('units', content.id)).items).toHaveLength(1);
    });

    test('a retired entry is out of use, stays readable with its history, and can come back to its place', async () => {
      const stored = await read(here);
      const out = (await here.directoryEditor.write(stored, retired(stored))) as StoredUnit;
      expect(await addressOf(here)).toBeUndefined();
      const restarted = await openProcess(storage.connectionString, { clock });
      expect(await addressOf(restarted)).toBeUndefined();
      expect(await read(restarted)).toEqual(out);
      await restarted.directoryEditor.write(out, retired(out, false));
      expect(await restarted.directory.content()).toEqual(FIRST_DIRECTORY);
      expect((await here.directoryEditor.events('units', UNIT)).items.map(({ edit }) => edit)).toEqual([
        'retired',
        'returned',
      ]);
    });

    test('an entry that was replaced by hand can be edited, and no event of it is lost', async () => {
      const stored = await read(here);
      await here.directoryEditor.write(stored, addressed(stored, 'one@espoo.fi'));
      const options = { allowInsecureConnection: true };
      const table = TableClient.fromConnectionString(storage.connectionString, 'directory', options);
      const row = { partitionKey: 'units', rowKey: UNIT, content: JSON.stringify(first(UNIT)) };
      await table.updateEntity(row, 'Replace');
      const byHand = await read(here);
      expect(await here.directoryEditor.write(byHand, addressed(byHand, 'two@espoo.fi'))).not.toBe('conflict');
      const { items: events } = await here.directoryEditor.events('units', UNIT);
      expect(events.map(({ after }) => after['contact-address']).sort()).toEqual(['one@espoo.fi', 'two@espoo.fi']);
    });
  },
  { clock, forEachTest: true },
);

describe('editing the directory and the way to storage', () => {
  let server: TablesServer;
  const clock = settableClock();

  beforeEach(async () => {
    server = await startTablesServer();
  });
  afterEach(() => server.close());

  test('an edit costs a read and a transaction, and the next look at the directory nothing', async () => {
    const { directory, directoryEditor } = await openProcess(server.connectionString, { clock });
    const kinds = await requestsOf(server, async () => {
      const stored = await directoryEditor.entry('units', UNIT);
      if (stored) await directoryEditor.write(stored, addressed(stored, 'new@espoo.fi'));
      await directory.content();
    });
    expect(kinds).toEqual(['read', 'transaction']);
  });

  test('an answer lost on the way is no conflict, and the edit is there once', async () => {
    const tables = await openProcess(server.connectionString, { clock });
    const stored = await read(tables);
    faultOnce(server, 'transaction', 'reset-after');
    const written = await tables.directoryEditor.write(stored, addressed(stored, 'new@espoo.fi'));
    server.fault();
    expect(written).toEqual(await read(tables));
    expect(await addressOf(tables)).toBe('new@espoo.fi');
    expect((await tables.directoryEditor.events('units', UNIT)).items).toHaveLength(1);
  });

  test('a write of which nobody knows whether it was made is looked for before the directory is used again', async () => {
    const tables = await openProcess(server.connectionString, { clock, deadlineMs: 300 });
    const stored = await read(tables);
    server.fault(({ kind }) => (kind === 'transaction' ? 'reset-after' : kind === 'read' ? 'reset-before' : 'pass'));
    const write = tables.directoryEditor.write(stored, addressed(stored, 'new@espoo.fi'));
    await expect(write).rejects.toMatchObject({ code: 'unavailable' });
    server.fault();
    expect(await requestsOf(server, () => tables.directory.content())).toEqual(['query']);
    expect(await addressOf(tables)).toBe('new@espoo.fi');
  });

  test('an edit made while the directory is being read is not forgotten by that read', async () => {
    const tables = await openProcess(server.connectionString, { clock });
    const stored = await read(tables);
    clock.advance(60);
    server.fault(({ kind }) => (kind === 'query' ? { delayMs: 300 } : 'pass'));
    // Whatever the read has seen, the edit made meanwhile is part of it.
    const reading = tables.directory.content();
    await tables.directoryEditor.write(stored, addressed(stored, 'new@espoo.fi'));
    await reading;
    expect(await addressOf(tables)).toBe('new@espoo.fi');
  });

  test('reading the directory takes as many bytes with a long history as with none', async () => {
    const tables = await openProcess(server.connectionString, { clock });
    const size = async () => {
      clock.advance(60);
      server.resetRequests();
      await tables.directory.content();
      expect(server.requests.map(({ kind }) => kind)).toEqual(['query']);
      return server.requests[0]?.bytesOut ?? 0;
    };
    const edit = async (address: string) => {
      const stored = await read(tables);
      await tables.directoryEditor.write(stored, addressed(stored, address));
    };
    await edit('a00@espoo.fi');
    const before = await size();
    for (let count = 10; count < 40; count += 1) await edit(`a${count}@espoo.fi`);
    // The count of events has one digit more.
    expect(Math.abs((await size()) - before)).toBeLessThan(5);
  });
});
