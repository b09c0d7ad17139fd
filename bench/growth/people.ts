/** Who lives in the city that is measured. All of them are invented. */
import type { Person } from '../../bot/domain/person';

const TENANT = '5e3f0c1a-7b42-4d8e-9a61-2c0d4f7b9e10';
const HANDLERS_OF_UNIT = 3;

const idOf = (kind: number, index: number): string =>
  `${index.toString(16).padStart(8, '0')}-0000-4000-8000-${kind.toString(16).padStart(12, '0')}`;

/** Somebody who asks for something now and then. */
export function personAt(index: number): Person {
  return { id: idOf(1, index), tenant: TENANT, name: `Aino Asker ${index}` };
}

/** Somebody in whose name a fiftieth of all cases was sent. */
export const HEAVY_USER: Person = { id: idOf(2, 0), tenant: TENANT, name: 'Hilkka Heavy' };

/** Somebody with as many cases in one city as in one ten times as large: more than one person sends in twenty years. */
export const BUSY_USER: Person = { id: idOf(2, 1), tenant: TENANT, name: 'Bertta Busy' };

/** One of the people who take on the cases of a unit. */
export function handlerOf(unit: string, at: number): Pick<Person, 'id' | 'name'> {
  const member = at % HANDLERS_OF_UNIT;
  const unitNumber = [...unit].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_536, 7);
  return { id: idOf(3 + unitNumber, member), name: `Nils Handler ${member}` };
}

/** Somebody as whom listings are looked at. */
export function viewerOf(person: Pick<Person, 'id'>, units: readonly string[], coordinates: boolean) {
  return { id: person.id, tenant: TENANT, units, coordinates };
}
