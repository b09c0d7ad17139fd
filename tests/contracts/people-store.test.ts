import type { Tables } from '../../bot/adapters/tables/tables';
import type { Acquaintance } from '../../bot/domain/acquaintance';
import { startTablesServer, type TablesServer } from '../fixtures/tables-server/tables-server';
import { newPerson, openProcess, requestsOf, settableClock } from './casework-fixtures';
import { overEveryStorage } from './over-every-storage';

const remember = ({ person, language, languageChosen, ...told }: Acquaintance, { people }: Tables) =>
  people.learn(person, { ...told, language, by: languageChosen ? 'choice' : 'words' });

const newAcquaintance = (): Acquaintance => ({ person: newPerson(), language: 'sv', languageChosen: true });

overEveryStorage('people', ({ here, there }) => {
  test('somebody is found as remembered, also by another process; a stranger is undefined', async () => {
    const acquaintance: Acquaintance = { ...newAcquaintance(), chat: JSON.stringify({ conversation: { id: 'a:1' } }) };
    expect(await here.people.find(acquaintance.person)).toBeUndefined();
    await remember(acquaintance, here);
    expect(await here.people.find(acquaintance.person)).toEqual(acquaintance);
    expect(await there.people.find(acquaintance.person)).toEqual(acquaintance);
    expect(await there.people.find(newPerson())).toBeUndefined();
  });

  test('a chat that is lost is gone for every process; one that came in its place stays, and so does all else', async () => {
    const acquaintance: Acquaintance = { ...newAcquaintance(), chat: 'old', notify: 'daily', guest: false };
    const { person } = acquaintance;
    const { chat: _, ...chatless } = acquaintance;
    await remember(acquaintance, here);
    await here.people.loseChat(person, 'another');
    expect(await there.people.find(person)).toEqual(acquaintance);
    await here.people.loseChat(person, 'old');
    expect(await here.people.find(person)).toEqual(chatless);
    await here.people.loseChat(person, 'old');
    await remember({ ...acquaintance, chat: 'new' }, here);
    expect(await here.people.find(person)).toEqual({ ...acquaintance, chat: 'new' });
    await here.people.loseChat(person);
    expect(await here.people.find(person)).toEqual(chatless);
    // Somebody who is not known has nothing to lose.
    await here.people.loseChat(newPerson());
  });

  test('ids that are no keys work as well, and the same id in two tenants is two people', async () => {
    const person = { id: 'user/1#?|', tenant: '\\tenant', name: 'Test Tool' };
    await remember({ person, language: 'en', languageChosen: false }, here);
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
    const costOf = (what: Acquaintance, at = here) => requestsOf(server, () => remember(what, at));
    expect(await costOf(acquaintance)).toEqual(['read', 'write']);
    expect(await costOf(acquaintance)).toEqual([]);
    expect(await costOf(acquaintance, there)).toEqual(['read']);
    expect(await costOf({ ...acquaintance, chat: 'a:1' }, there)).toEqual(['write']);
    expect(await costOf({ ...acquaintance, chat: 'a:1', language: 'fi' }, there)).toEqual(['write']);
  });

  test('two instances lose nothing of each other, however old what one of them remembers', async () => {
    const { person } = newAcquaintance();
    await here.people.learn(person, { language: 'en', by: 'words' });
    await there.people.find(person);
    await here.people.learn(person, { language: 'sv', by: 'choice' });
    await here.people.learn(person, { language: 'en', by: 'words', notify: 'quiet' });
    clock.advance(1);
    // It knows neither of the choices, and hears Finnish in a chat that has moved.
    await there.people.learn(person, { language: 'fi', by: 'words', chat: 'a:2' });
    const value = await (await openProcess(server.connectionString, { clock })).people.find(person);
    expect(value).toEqual({ person, language: 'sv', languageChosen: true, notify: 'quiet', chat: 'a:2' });
    expect(there.people.recall(person)).toEqual(value);
  });

  test('who was a stranger to one instance and met by another meanwhile is not written over', async () => {
    const acquaintance = { ...newAcquaintance(), notify: 'daily' as const };
    const { person } = acquaintance;
    await there.people.find(person);
    await remember(acquaintance, here);
    await there.people.learn(person, { language: 'en', by: 'supposition', chat: 'a:1' });
    const found = await (await openProcess(server.connectionString, { clock })).people.find(person);
    expect(found).toEqual({ ...acquaintance, chat: 'a:1' });
  });

  test('memory answers for a minute, and for strangers too; recalling never asks storage', async () => {
    const acquaintance = newAcquaintance();
    const { person } = acquaintance;
    const find = () => requestsOf(server, () => here.people.find(person));
    expect(await find()).toEqual(['read']);
    expect(await find()).toEqual([]);
    await remember(acquaintance, there);
    expect(here.people.recall(person)).toBeUndefined();
    clock.advance(60);
    expect(await find()).toEqual(['read']);
    expect(here.people.recall(person)).toEqual(acquaintance);
    expect(there.people.recall(newPerson())).toBeUndefined();
  });

  test('while storage is away an old memory is better than none', async () => {
    const acquaintance = newAcquaintance();
    await remember(acquaintance, here);
    clock.advance(3_600);
    server.fault(() => ({ status: 500 }));
    expect(await here.people.find(acquaintance.person)).toEqual(acquaintance);
    await expect(here.people.find(newPerson())).rejects.toMatchObject({ code: 'unavailable' });
  });
});
