/** Who may see a case in a listing: for everybody else it does not exist. The card of a case asks `rolesOf` again. */
import type { DirectoryContent } from '../directory/directory';
import type { Person } from '../person';
import type { CaseLine } from './line';

/** Somebody who looks at listings, as the directory knows them at this moment. */
export interface Viewer extends Pick<Person, 'id' | 'tenant'> {
  /** The units of which they are a member. */
  readonly units: readonly string[];
  /** Whether they are of the team that coordinates all cases (M 2.1), and so sees them all. */
  readonly coordinates: boolean;
}

/** Whether somebody has a part in a case: they asked for it, carry it out, or are of a unit that has it or is told of it. */
export function maySee(
  line: Pick<CaseLine, 'tenant' | 'requester' | 'appointee' | 'unit' | 'informed'>,
  { id, tenant, units, coordinates }: Viewer,
): boolean {
  if (line.tenant !== tenant) return false;
  if (coordinates || [line.requester, line.appointee].some((part) => part?.id === id)) return true;
  return [line.unit, ...line.informed].some((unit) => units.includes(unit));
}

/** The units of which somebody is a member, by Entra object id. */
export function unitsOf({ units }: DirectoryContent, personId: string): readonly string[] {
  return units.filter(({ members }) => members.some(({ id }) => id === personId)).map(({ id }) => id);
}
