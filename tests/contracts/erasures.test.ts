import type { Erasure } from '../../bot/domain/privacy/erasure';
import { newPerson } from './casework-fixtures';
import { overEveryStorage } from './over-every-storage';

const erasureOf = (person = newPerson()): Erasure => ({ person, askedAt: '2026-03-02T09:00:00.000Z', isBegun: false });

overEveryStorage('who is to be forgotten', ({ here, there }) => {
  test('is kept until it is done, also for another process, once for each person', async () => {
    const [one, other] = [erasureOf(), erasureOf({ ...newPerson(), id: 'user/1#?|' })];
    for (const erasure of [one, other]) await here.erasures.put(erasure);
    await there.erasures.put({ ...one, isBegun: true });
    const { items: open } = await there.erasures.open();
    expect(open).toHaveLength(2);
    expect(open).toEqual(expect.arrayContaining([{ ...one, isBegun: true }, other]));
    await here.erasures.end(one);
    await here.erasures.end(one);
    expect(await there.erasures.open()).toEqual({ items: [other] });
  });

  test('a person who is forgotten is a stranger, at once and again', async () => {
    const person = newPerson();
    await here.people.learn(person, { language: 'sv', by: 'choice', chat: 'a:1' });
    await here.people.forget(person);
    await here.people.forget(person);
    expect(here.people.recall(person)).toBeUndefined();
    expect(await here.people.find(person)).toBeUndefined();
    expect(await there.people.find(person)).toBeUndefined();
    await here.people.learn(person, { language: 'fi', by: 'supposition' });
    expect((await there.people.everybody(person.tenant, 10_000)).items).toEqual(
      expect.arrayContaining([expect.objectContaining({ person, language: 'fi' })]),
    );
  });
});
