import { coordinates, findUnit } from '../domain/directory/directory';
import type { Person } from '../domain/person';
import type { Model } from '../domain/rules/model';
import type { Asked } from './asked';
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

/** A turn of the international affairs team. Features that are theirs alone take nothing less. */
export interface AskedByTeam extends Asked {
  readonly isOfTeam: true;
}

/** The turn, if it is the team's by the directory as of at most a minute ago; undefined for everybody else. */
export async function askedByTeam(asked: Asked): Promise<AskedByTeam | undefined> {
  const { assistant, turn } = asked;
  const directory = await assistant.directory.current();
  return isCoordinator(assistant, directory, turn.who) ? { ...asked, isOfTeam: true } : undefined;
}
