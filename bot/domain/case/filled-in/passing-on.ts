/** To whom a case can be passed on: another unit, or somebody of a unit who has not got it. */

import { type DirectoryContent, findUnit, type Member, type Unit } from '../../directory/directory';
import { narrowed, type Option, unitOption } from '../../directory/narrowing';
import type { Case } from '../case';

/** The choice of nobody in particular: the unit's own order says who is asked. */
export const ANYONE = 'anyone';

export type PassingProblem = 'missing' | 'several' | 'no-such';

/** A unit and perhaps a person of it, or what is wrong at the field that has to be filled in differently. */
export type Destined =
  | { readonly unit: string; readonly person?: string }
  | { readonly problem: PassingProblem; readonly at: 'to' | 'person' };

/**
 * Every unit but the one that has the case; that one, too, where somebody else of it could have it. None that stands for
 * whichever is named: with a press nobody names one.
 */
export function unitsToPassTo({ units, standing }: DirectoryContent, made: Case): readonly Unit[] {
  return units.filter((unit) =>
    isPresent(unit, made) ? peopleToPassTo(unit, made).length > 0 : !standing.standForNamed.includes(unit.id),
  );
}

/** The people of a unit but for the one who has the case. */
export function peopleToPassTo({ members }: Unit, { holder, routing }: Case): readonly Member[] {
  const present = holder ?? routing.responsible.contact;
  return members.filter(({ id }) => id !== present?.id);
}

/** Whether a unit has the case: passing it on there takes a person. */
export function isPresent({ id }: Unit, { routing }: Case): boolean {
  return routing.responsible.unit === id;
}

export function personOption({ id, name }: Member): Option {
  return { id, names: [name] };
}

/** The unit that was chosen, or whose name was typed. */
export function readUnitToPassTo(directory: DirectoryContent, made: Case, to: unknown): Destined {
  return asDestined(to, unitsToPassTo(directory, made).map(unitOption), 'to', (unit) => ({ unit }));
}

/**
 * Where a press passes a case on to. Cards that were sent earlier name unit and person in one choice
 * (`<unit>/<Entra object id>`); today's name the unit, and ask for the person.
 */
export function readDestination(
  directory: DirectoryContent,
  made: Case,
  { unit: id, person, to }: { readonly unit?: string | undefined; readonly person?: unknown; readonly to?: unknown },
): Destined {
  const [unitId = '', personId] = id === undefined ? textOf(to).split('/') : [id, textOf(person)];
  const unit = findUnit(directory, unitId);
  if (!unit) return { problem: 'missing', at: 'to' };
  if (personId === undefined || personId === '' || personId === ANYONE) {
    return isPresent(unit, made) ? { problem: 'missing', at: 'person' } : { unit: unit.id };
  }
  const people = peopleToPassTo(unit, made).map(personOption);
  return asDestined(personId, people, 'person', (chosen) => ({ unit: unit.id, person: chosen }));
}

function asDestined(
  typed: unknown,
  options: readonly Option[],
  at: 'to' | 'person',
  chosen: (id: string) => Destined,
): Destined {
  const text = textOf(typed);
  const found = narrowed(options, text);
  if (found === 'none') return { problem: text.trim() === '' ? 'missing' : 'no-such', at };
  return 'chosen' in found ? chosen(found.chosen) : { problem: 'several', at };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
