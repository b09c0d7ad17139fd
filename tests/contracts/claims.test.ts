import { TableClient } from '@azure/data-tables';
import { digestOf } from '../../bot/domain/notify';
import { newPerson } from './casework-fixtures';
import { overEveryStorage } from './over-every-storage';

overEveryStorage('what one instance does for all', ({ storage, here, there }) => {
  test('is claimed by one in each period, and by that one again', async () => {
    const claims = await Promise.all(
      [here, there, here].map(({ claims }, at) => claims.claim('nightly|x', '2026-03-02', `${at}`)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await there.claims.claim('nightly|x', '2026-03-02', String(claims.indexOf(true)))).toBe(true);
    expect(await there.claims.claim('nightly|x', '2026-03-03', 'other')).toBe(true);
  });

  test('is kept without whom it is for, and forgotten with them', async () => {
    const person = newPerson();
    const table = TableClient.fromConnectionString(storage.connectionString, 'register', {
      allowInsecureConnection: true,
    });
    const stored = async () => {
      const all: string[] = [];
      for await (const row of table.listEntities()) all.push(JSON.stringify(row));
      return all.filter((row) => row.includes('"digest'));
    };
    expect(await here.claims.claim(digestOf(person), '2026-03-02', 'V-2026-0042.request')).toBe(true);
    const [row] = await stored();
    expect(row).toContain('"kind":"digest"');
    expect(row).not.toContain(person.id);
    expect(row).not.toContain(person.tenant);
    await there.claims.forget(digestOf({ ...person, id: person.id.toUpperCase() }));
    await there.claims.forget(digestOf(person));
    expect(await stored()).toEqual([]);
  });
});
