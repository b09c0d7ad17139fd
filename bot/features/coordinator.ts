import { coordinates, findUnit } from '../domain/directory/directory';
import type { Person } from '../domain/person';
import type { Model } from '../domain/rules/model';
import type { Assistant } from './assistant';

/** Whether somebody is of the international affairs team; in local mode everybody, until it has members. */
export function isCoordinator(
  { rehearsal }: Assistant,
  directory: Model['directory'],
  who: Pick<Person, 'id'>,
): boolean {
  return coordinates(directory, who.id) || (rehearsal && isEmpty(directory, directory.standing.coordinator));
}

export function isEmpty(directory: Model['directory'], unit: string): boolean {
  return (findUnit(directory, unit)?.members.length ?? 0) === 0;
}
