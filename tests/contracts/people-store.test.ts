import type { Tables } from '../../bot/adapters/tables/tables';
import type { Acquaintance } from '../../bot/ports';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { newPerson, openProcess, requestsOf, STORAGES, settableClock } from './casework-fixtures';

const newAcquaintance = (): Acquaintance => ({ person: newPerson(), language: 'sv', languageChosen: true });

describe.each(STORAGES)('people over $name', ({ start }) => {
  let storage: { readonly connectionString: string; close(): Promise<void> };
  let here: Tables;
  let there: Tables;

  beforeAll(async () => {
    storage = await start();
    here = await openProcess(storage.connectionString);
    there = await openProcess(storage.connectionString);
  });
  afterAll(() => storage.close());

  test('somebody is found as remembered, also by another process; a stranger is undefined', async () => {
    const acquaintance: Acquaintance = { ...newAcquaintance(), chat: JSON.stringify({ conversation: { id: 'a:1' } }) };
    expect(await here.people.find(acquaintance.person)).toBeUndefined();
    await here.people.remember(acquaintance);
    expect(await here.people.find(acquaintance.person)).toEqual(acquaintance);
    expect(await there.people.find(acquaintance.person)).toEqual(acquaintance);
    expect(await there.people.find(newPerson())).toBeUndefined();
  });

  test('a chat that is lost is gone for every process; one that came in its place stays, and so does all else', async () => {
    const acquaintance: Acquaintance = { ...newAcquaintance(), chat: 'old', notify: 'daily', guest: false };
    const { person } = acquaintance;
    const { chat: _, ...chatless } = acquaintance;
    await here.people.remember(acquaintance);
    await here.people.loseChat(person, 'another');
    expect(await there.people.find(person)).toEqual(acquaintance);
    await here.people.loseChat(person, 'old');
    expect(await here.people.find(person)).toEqual(chatless);
    await here.people.loseChat(person, 'old');
    await here.people.remember({ ...acquaintance, chat: 'new' });
    expect(await here.people.find(person)).toEqual({ ...acquaintance, chat: 'new' });
    await here.people.loseChat(person);
    expect(await here.people.find(person)).toEqual(chatless);
    // Somebody who is not known has nothing to lose.
    await here.people.loseChat(newPerson());
  });

  test('ids that are no keys work as well, and the same id in two tenants is two people', async () => {
    const person = { id: 'user/1#?|', tenant: '\\tenant', name: 'Test Tool' };
    await here.people.remember({ person, language: 'en', languageChosen: false });
    expect(await there.people.find(person)).toMatchObject({ person, language: 'en' });
    expect(await there.people.find({ ...person, tenant: 'another' })).toBeUndefined();
  });
});

describe('people and the way to storage', () => {
  let server: TablesServer;
  let here: Tables;
  let there: Tables;
  const clock = settableClock();

  beforeEach(async () => {
    server = await startTablesServer();
    here = await openProcess(server.connectionString, { clock });
    there = await openProcess(server.connectionString, { clock });
  });
  afterEach(() => server.close());

  test('only changes are written', async () => {
    const acquaintance = newAcquaintance();
    const remember = (what: Acquaintance, { people } = here) => requestsOf(server, () => people.remember(what));
    expect(await remember(acquaintance)).toEqual(['read', 'write']);
    expect(await remember(acquaintance)).toEqual([]);
    expect(await remember(acquaintance, there)).toEqual(['read']);
    expect(await remember({ ...acquaintance, chat: 'a:1' }, there)).toEqual(['write']);
    expect(await remember({ ...acquaintance, chat: 'a:1', language: 'fi' }, there)).toEqual(['write']);
  });

  test('memory answers for a minute, and for strangers too; recalling never asks storage', async () => {
    const acquaintance = newAcquaintance();
    const { person } = acquaintance;
    const find = () => requestsOf(server, () => here.people.find(person));
    expect(await find()).toEqual(['read']);
    expect(await find()).toEqual([]);
    await there.people.remember(acquaintance);
    expect(here.people.recall(person)).toBeUndefined();
    clock.advance(60);
    expect(await find()).toEqual(['read']);
    expect(here.people.recall(person)).toEqual(acquaintance);
    expect(there.people.recall(newPerson())).toBeUndefined();
  });

  test('while storage is away an old memory is better than none', async () => {
    const acquaintance = newAcquaintance();
    await here.people.remember(acquaintance);
    clock.advance(3_600);
    server.fault(() => ({ status: 500 }));
    expect(await here.people.find(acquaintance.person)).toEqual(acquaintance);
    await expect(here.people.find(newPerson())).rejects.toMatchObject({ code: 'unavailable' });
  });
});
