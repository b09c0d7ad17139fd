import { TableClient } from '@azure/data-tables';
import { changeEntry } from '../../bot/domain/directory/entry';
import type { Log } from '../../bot/ports';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { FIRST_DIRECTORY, NOW, openProcess, requestsOf, settableClock } from './casework-fixtures';
import { STORAGES } from './over-every-storage';

const tableOf = (connectionString: string) =>
  TableClient.fromConnectionString(connectionString, 'directory', { allowInsecureConnection: true });

describe.each(STORAGES)('the directory over $name', ({ start }) => {
  let storage: { readonly connectionString: string; close(): Promise<void> };

  beforeEach(async () => {
    storage = await start();
  });
  afterEach(() => storage.close());

  test('it begins with the first content, also when several processes start at once', async () => {
    const processes = await Promise.all([1, 2, 3].map(() => openProcess(storage.connectionString)));
    for (const { directory } of processes) expect(await directory.content()).toEqual(FIRST_DIRECTORY);
  });

  test("a start adds what is missing and leaves an administrator's edits alone", async () => {
    await openProcess(storage.connectionString);
    const table = tableOf(storage.connectionString);
    const [first, second, third] = FIRST_DIRECTORY.units;
    if (!first || !second || !third) throw new Error('The first directory has too few units.');
    const edited = { ...first, contact: { address: 'someone.else@espoo.fi' } };
    await table.updateEntity({ partitionKey: 'units', rowKey: first.id, content: JSON.stringify(edited) }, 'Merge');
    await table.updateEntity({ partitionKey: 'units', rowKey: second.id, retired: true }, 'Merge');
    await table.deleteEntity('units', third.id);
    const added = { ...first, id: 'added-unit' };
    await table.createEntity({ partitionKey: 'units', rowKey: added.id, content: JSON.stringify(added) });

    const { units } = await (await openProcess(storage.connectionString)).directory.content();
    expect(units).toEqual([edited, ...FIRST_DIRECTORY.units.slice(2), added]);
  });

  test('what comes with a new version is told of once, whichever of several processes adds it', async () => {
    const began = await openProcess(storage.connectionString);
    expect(began.directory.unconfirmed().filter(({ addedAt }) => addedAt !== undefined)).toEqual([]);
    const table = tableOf(storage.connectionString);
    await table.deleteEntity('themes', 'culture');
    await table.deleteEntity('units', 'urban-environment');
    const processes = await Promise.all([1, 2].map(() => openProcess(storage.connectionString)));
    for (const { directory, directoryEditor } of processes) {
      const added = directory.unconfirmed().filter(({ addedAt }) => addedAt !== undefined);
      expect(added.map(({ list, id }) => [list, id]).sort()).toEqual([
        ['themes', 'culture'],
        ['units', 'urban-environment'],
      ]);
      const { items } = await directoryEditor.events('themes', 'culture');
      expect(items).toEqual([expect.objectContaining({ sequence: 1, edit: 'added', by: 'assistant' })]);
      expect(await directory.content()).toEqual(FIRST_DIRECTORY);
    }
    const [{ directory, directoryEditor } = began] = processes;
    const entry = await directoryEditor.entry('themes', 'culture');
    const by = { id: 'k', name: 'Kaisa Keksitty' };
    const seen = entry && changeEntry(entry.value, {}, { by, at: NOW.toISOString(), edit: 'checked' });
    if (!entry || !seen) throw new Error('Nothing to look at.');
    await directoryEditor.write(entry, seen);
    expect(directory.unconfirmed().some(({ id }) => id === 'culture')).toBe(false);
  });
});

describe('the directory and the way to storage', () => {
  let server: TablesServer;
  const clock = settableClock();
  const errors: string[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (event) => errors.push(event) };

  beforeEach(async () => {
    server = await startTablesServer({ now: () => clock.now().getTime() });
    errors.length = 0;
  });
  afterEach(() => server.close());

  test('it is read once a minute, and once for all who ask at the same time', async () => {
    const { directory } = await openProcess(server.connectionString, { clock });
    expect(await requestsOf(server, () => directory.content())).toEqual([]);
    clock.advance(60);
    const together = () => Promise.all([directory.content(), directory.content()]);
    expect(await requestsOf(server, together)).toEqual(['query']);
    expect(await requestsOf(server, together)).toEqual([]);
  });

  test('while it cannot be read the last good content is used, and not every press tries again', async () => {
    const { directory } = await openProcess(server.connectionString, { clock, log });
    clock.advance(60);
    server.fault(() => ({ status: 500 }));
    expect(await directory.content()).toEqual(FIRST_DIRECTORY);
    expect(errors).toEqual(['directory-not-refreshed']);
    expect(await requestsOf(server, () => directory.content())).toEqual([]);
    server.fault();
    clock.advance(10);
    expect(await requestsOf(server, () => directory.content())).toEqual(['query']);
  });

  test('for who may do what it is a minute old at most, or there is no answer', async () => {
    const { directory } = await openProcess(server.connectionString, { clock, log });
    expect(await requestsOf(server, () => directory.current())).toEqual([]);
    clock.advance(60);
    server.fault(() => ({ delayMs: 400 }));
    expect(await requestsOf(server, () => directory.current())).toEqual(['query']);
    clock.advance(60);
    server.fault(() => 'reset-before');
    await expect(directory.current()).rejects.toMatchObject({ code: 'unavailable' });
    // Names and choices can be older.
    expect(await directory.content()).toEqual(FIRST_DIRECTORY);
    server.fault();
    expect(await directory.current()).toEqual(FIRST_DIRECTORY);
  });

  describe('where a row cannot be read', () => {
    const UNIT = 'international-affairs';
    const write = (rowKey: string, content: unknown, partitionKey = 'units') =>
      tableOf(server.connectionString).updateEntity(
        { partitionKey, rowKey, content: typeof content === 'string' ? content : JSON.stringify(content) },
        'Merge',
      );
    const stored = (id: string) => FIRST_DIRECTORY.units.find((unit) => unit.id === id);

    test('it stays as this process read it last, and the log says which it is', async () => {
      const { directory } = await openProcess(server.connectionString, { clock, log });
      await write(UNIT, '{"id": 1}');
      await write('espoo-marketing-business', {
        ...stored('espoo-marketing-business'),
        contact: { address: 'new@espoo.fi' },
      });
      clock.advance(60);
      const { units } = await directory.content();
      expect(units.find(({ id }) => id === UNIT)).toEqual(stored(UNIT));
      expect(units.find(({ id }) => id === 'espoo-marketing-business')?.contact).toEqual({ address: 'new@espoo.fi' });
      expect(directory.unreadable()).toBe(1);
      expect(errors).toEqual(['directory.unreadable']);
    });

    test('a process that starts leaves it out, and takes nothing of the first content in its place or in others', async () => {
      await openProcess(server.connectionString);
      await write(UNIT, '{');
      await write('drafts', { id: 'drafts', months: 120, source: 'product' }, 'retention');
      const { directory } = await openProcess(server.connectionString, { clock, log });
      const { units, retention } = await directory.content();
      expect(units).toEqual(FIRST_DIRECTORY.units.filter(({ id }) => id !== UNIT));
      expect(retention.find(({ id }) => id === 'drafts')).toMatchObject({ months: 120 });
      expect(errors).toEqual(['directory.unreadable']);
      await write(UNIT, stored(UNIT));
      clock.advance(60);
      expect((await directory.content()).units).toEqual(FIRST_DIRECTORY.units);
      expect(directory.unreadable()).toBe(0);
    });

    test('nor does a row of the matrix keep anybody from the others', async () => {
      await openProcess(server.connectionString);
      await write('minister', '[]', 'dignitary-kinds');
      const { dignitaryMatrix } = await (await openProcess(server.connectionString)).directory.content();
      expect(dignitaryMatrix).toEqual(FIRST_DIRECTORY.dignitaryMatrix.filter(({ id }) => id !== 'minister'));
    });
  });

  describe('what nobody has confirmed', () => {
    const MARKETING = 'espoo-marketing-business';
    const table = () => tableOf(server.connectionString);
    const put = (id: string, change: object, columns: object = {}) => {
      const unit = FIRST_DIRECTORY.units.find((one) => one.id === id);
      const row = { partitionKey: 'units', rowKey: id, content: JSON.stringify({ ...unit, ...change }) };
      return table().updateEntity({ ...row, ...columns }, 'Merge');
    };
    const BY = { editedAt: NOW.toISOString(), byId: 'k', byName: 'Kaisa Keksitty', events: 1 };
    const waiting = async (list: string) => {
      const { directory } = await openProcess(server.connectionString);
      return directory
        .unconfirmed()
        .filter((entry) => entry.list === list)
        .map(({ id }) => id);
    };

    test('is all first content of its lists, each with the tag that guards it', async () => {
      const { directory, directoryEditor } = await openProcess(server.connectionString);
      for (const list of ['units', 'sisterCities', 'networks', 'dignitaryMatrix', 'retention'] as const) {
        expect((await waiting(list)).sort()).toEqual(FIRST_DIRECTORY[list].map(({ id }) => id).sort());
      }
      const shown = directory.unconfirmed().find(({ id }) => id === MARKETING);
      expect(shown?.tag).toBe((await directoryEditor.entry('units', MARKETING))?.tag);
      expect((await directory.content()).unconfirmedContacts).toBeUndefined();
    });

    test('is told to whoever mails, where mail goes to confirmed contacts only', async () => {
      const options = { confirmedContactsOnly: true };
      const { directory, directoryEditor } = await openProcess(server.connectionString, options);
      expect((await directory.content()).unconfirmedContacts).toContain(MARKETING);
      const entry = await directoryEditor.entry('units', MARKETING);
      const by = { id: 'k', name: 'Kaisa Keksitty' };
      const change = entry && changeEntry(entry.value, {}, { by, at: NOW.toISOString(), edit: 'checked' });
      if (!entry || !change) throw new Error('Nothing to check.');
      await directoryEditor.write(entry, change);
      // The process that wrote it knows at once; another one when it reads.
      expect((await directory.content()).unconfirmedContacts).not.toContain(MARKETING);
      const again = await openProcess(server.connectionString, options);
      expect((await again.directory.content()).unconfirmedContacts).not.toContain(MARKETING);
      expect((await again.directoryEditor.entry('units', MARKETING))?.value.confirmed).toEqual({
        by,
        at: NOW.toISOString(),
      });
    });

    test('is not what a version edited that knew of no confirming: a contact, or a day of checking, but no people', async () => {
      await openProcess(server.connectionString);
      await put(MARKETING, { contact: { address: 'somebody@espoo.fi' } }, BY);
      await put('service-development', { lastChecked: '2025-05-05' }, BY);
      await put('security', { members: [{ id: 'k', name: 'Kaisa Keksitty', absences: [] }] }, BY);
      await put('communications', { contact: { address: 'by-hand@espoo.fi' } });
      const units = await waiting('units');
      expect(units).not.toContain(MARKETING);
      expect(units).not.toContain('service-development');
      expect(units).toEqual(expect.arrayContaining(['security', 'communications']));
      await table().updateEntity({ partitionKey: 'sister-cities', rowKey: 'irving', ...BY }, 'Merge');
      expect(await waiting('sisterCities')).not.toContain('irving');
    });

    test('is no rule of retention that somebody confirmed, and it is still read whole by what deletes', async () => {
      const { directory, directoryEditor } = await openProcess(server.connectionString);
      const entry = await directoryEditor.entry('retention', 'drafts');
      const edited = { by: { id: 'k', name: 'Kaisa Keksitty' }, at: NOW.toISOString(), edit: 'checked' } as const;
      const change = entry && changeEntry(entry.value, {}, edited);
      if (!entry || !change) throw new Error('Nothing to check.');
      await directoryEditor.write(entry, change);
      expect(await waiting('retention')).not.toContain('drafts');
      expect(await directory.whole('retention')).toEqual(FIRST_DIRECTORY.retention);
    });

    test('is not what is out of use', async () => {
      await openProcess(server.connectionString);
      await table().updateEntity({ partitionKey: 'units', rowKey: MARKETING, retired: true }, 'Merge');
      expect(await waiting('units')).not.toContain(MARKETING);
    });
  });

  describe('the matrix of an earlier version', () => {
    const earlier = { partitionKey: 'dignitary-matrix', rowKey: 'matrix' };

    test('gives the rows what somebody has settled in it by hand, once, and stays for that version', async () => {
      await openProcess(server.connectionString);
      for (const { id } of FIRST_DIRECTORY.dignitaryMatrix) {
        await tableOf(server.connectionString).deleteEntity('dignitary-kinds', id);
      }
      const roles = { mayor: 'yes', communications: 'confirm', 'international-affairs': 'yes' };
      const content = JSON.stringify({ source: 'M 3.3', roles: [], kinds: { minister: { marked: 3, roles } } });
      await tableOf(server.connectionString).createEntity({ ...earlier, content });
      const parties = async () => {
        const { directory } = await openProcess(server.connectionString);
        return (await directory.content()).dignitaryMatrix.find(({ id }) => id === 'minister')?.parties;
      };
      const first = FIRST_DIRECTORY.dignitaryMatrix.find(({ id }) => id === 'minister')?.parties;
      expect(await parties()).toEqual({ ...first, mayor: 'yes' });
      await tableOf(server.connectionString).updateEntity({ ...earlier, content: '{' }, 'Merge');
      expect(await parties()).toEqual({ ...first, mayor: 'yes' });
    });

    test('holds up no start where nobody can read it', async () => {
      await openProcess(server.connectionString);
      await tableOf(server.connectionString).createEntity({ ...earlier, content: '{' });
      const { directory } = await openProcess(server.connectionString, { log });
      expect(await directory.content()).toEqual(FIRST_DIRECTORY);
      expect(errors).toEqual([]);
    });
  });

  describe('what a newer version wrote', () => {
    const newer = { ...FIRST_DIRECTORY.units[0], floor: 4, name: { ...FIRST_DIRECTORY.units[0]?.name, se: 'X' } };

    test('is read with the keys that nobody here knows, and kept through an edit', async () => {
      await openProcess(server.connectionString);
      const row = { partitionKey: 'units', rowKey: newer.id ?? '', content: JSON.stringify(newer) };
      await tableOf(server.connectionString).updateEntity(row, 'Merge');
      const { directory, directoryEditor } = await openProcess(server.connectionString, { log });
      expect((await directory.content()).units[0]).toEqual(newer);
      expect(errors).toEqual([]);
      const before = await directoryEditor.entry('units', row.rowKey);
      if (!before) throw new Error('The unit is not there.');
      const content = { ...before.value.content, lastChecked: '2026-03-02' };
      const edited = { by: 'assistant', at: NOW.toISOString(), edit: 'checked' } as const;
      const change = changeEntry(before.value, { content }, edited);
      if (!change) throw new Error('Nothing changes.');
      await directoryEditor.write(before, change);
      const after = await tableOf(server.connectionString).getEntity('units', row.rowKey);
      expect(JSON.parse(String(after.content))).toEqual({ ...newer, lastChecked: '2026-03-02' });
    });
  });

  describe('for what cannot be undone', () => {
    const write = (partitionKey: string, rowKey: string, content: unknown) =>
      tableOf(server.connectionString).updateEntity(
        { partitionKey, rowKey, content: JSON.stringify(content) },
        'Merge',
      );

    test('a list is read from storage, not from memory', async () => {
      const { directory } = await openProcess(server.connectionString, { clock });
      const rule = { id: 'visit-request', months: 120, source: 'the city, 2026' };
      await write('retention', rule.id, rule);
      expect(await directory.whole('retention')).toEqual([rule, ...FIRST_DIRECTORY.retention.slice(1)]);
      server.fault(() => ({ status: 500 }));
      await expect(directory.whole('retention')).rejects.toMatchObject({ code: 'unavailable' });
    });

    test.each([
      ['retention', { id: 'z', months: '12', source: 'product' }, {}],
      // It may say something else than it seems to.
      ['retention', { id: 'z', months: 12, source: 'product', except: 'on-hold' }, {}],
      ['retention', { id: 'z', months: 12, source: 'product' }, { retired: 'true' }],
      // The rule of another row: nobody can tell which of the two is meant.
      ['retention', { id: 'drafts', months: 1, source: 'product' }, {}],
      ['units', { id: 'z' }, {}],
    ] as const)('a row of %s that is not understood whole leaves nothing: %j %j', async (list, content, columns) => {
      const { directory } = await openProcess(server.connectionString, { clock });
      await tableOf(server.connectionString).createEntity({
        partitionKey: list,
        rowKey: 'z',
        content: JSON.stringify(content),
        ...columns,
      });
      await expect(directory.whole(list)).rejects.toMatchObject({ code: 'unreadable' });
    });

    test('a unit with a part that nobody here knows has its members all the same', async () => {
      const { directory } = await openProcess(server.connectionString, { clock });
      const [unit] = FIRST_DIRECTORY.units;
      await write('units', unit?.id ?? '', { ...unit, floor: 4 });
      expect((await directory.whole('units')).map(({ id }) => id)).toEqual(FIRST_DIRECTORY.units.map(({ id }) => id));
    });
  });

  test('a restart with nothing to add reads and does not write', async () => {
    await openProcess(server.connectionString);
    const kinds = await requestsOf(server, () => openProcess(server.connectionString));
    // Four tables that exist already, whose they are, what is there, and the content.
    expect(kinds).toEqual(['write', 'write', 'write', 'write', 'read', 'query', 'query']);
  });

  test('without storage there is no start', async () => {
    server.fault(() => 'reset-before');
    await expect(openProcess(server.connectionString)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
