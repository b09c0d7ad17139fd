import { Unavailable } from '../../bot/domain/errors';
import type { Asking } from '../../bot/features/asked';
import { findOwnPerson, findSought, withNames } from '../../bot/features/sought-person';
import type { Colleague } from '../../bot/ports';

const EERO: Colleague = { id: 'eero', name: 'Eero Malliperhe', address: 'eero@espoo.example' };
const GUEST: Colleague = { id: 'gast', name: 'Gösta Gäst', guest: true };
const MET = { person: { id: 'saga', tenant: 't', name: 'Saga Påhittström' }, language: 'en' };

/** An assistant that has met Saga alone; Entra ID, where it can be asked, knows Eero and a guest. */
function asking(entra: 'answers' | 'is silent' | 'cannot be asked'): Asking {
  const find = async (who: string) => {
    if (entra === 'is silent') throw new Unavailable('Nobody can be asked', { why: 'x', remedy: 'y' });
    return [EERO, GUEST].find(({ id, address }) => id === who || address === who);
  };
  return {
    turn: { who: { id: 'a', tenant: 't', name: 'A' } },
    assistant: {
      people: {
        find: async ({ id }: { id: string }) => (id === MET.person.id ? MET : undefined),
        everybody: async () => ({ items: [MET] }),
      },
      log: { error: () => {} },
      ...(entra !== 'cannot be asked' && { colleagues: { find } }),
    },
  } as unknown as Asking;
}

it('finds whom the assistant has met, and else who is in the tenant', async () => {
  expect(await findSought(asking('answers'), { person: 'saga' })).toMatchObject({
    value: { name: 'Saga Påhittström' },
  });
  expect(await findSought(asking('answers'), { person: '8:orgid:eero' })).toEqual({ value: EERO, field: 'person' });
  expect(await findSought(asking('answers'), { mail: 'eero@espoo.example' })).toEqual({ value: EERO, field: 'mail' });
  expect(await findSought(asking('answers'), { person: 'nobody' })).toEqual({ problems: { person: 'unknown-person' } });
});

it('who gets a right by it has to be in Entra ID, and no guest there', async () => {
  expect(await findOwnPerson(asking('answers'), { person: 'eero' })).toEqual({ value: EERO, field: 'person' });
  expect(await findOwnPerson(asking('answers'), { person: 'saga' })).toEqual({
    problems: { person: 'unknown-person' },
  });
  expect(await findOwnPerson(asking('answers'), { person: 'gast' })).toEqual({ problems: { person: 'guest' } });
  expect(await findOwnPerson(asking('is silent'), { person: 'eero' })).toEqual({ problems: { person: 'no-look-up' } });
  expect(await findOwnPerson(asking('cannot be asked'), { person: 'saga' })).toMatchObject({ value: { id: 'saga' } });
});

it('a form is read with the names of who was picked on it, and whom nobody knows stays no name', async () => {
  const form = { draft: 'd', 'host.picked': 'eero', 'host.other': 'eero', 'chair.picked': 'nobody', 'none.picked': '' };
  expect(await withNames(asking('answers'), form)).toEqual({
    ...form,
    'host.picked': 'Eero Malliperhe, eero@espoo.example',
  });
});
