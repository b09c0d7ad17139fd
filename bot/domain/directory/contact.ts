/** Whom of a unit a case goes to: the order of contact, and who is away. */

import type { Named } from '../person';
import { type DirectoryContent, findUnit, type Member, type Unit } from './directory';

/** Who was chosen, and who would have been before them but is away (the first few). */
export interface Contact {
  readonly contact?: Named;
  readonly skipped?: readonly Named[];
}

/** Of a unit where everybody is away so many are named; the whole of a large one would not fit into what keeps a case. */
const MOST_SKIPPED = 3;

/** The order in which a unit's people are asked: the first member, the deputy, the other members. */
export function contactOrder({ members, deputy }: Unit): readonly Member[] {
  const [first, ...others] = members;
  if (!first) return [];
  const standIn = others.filter(({ id }) => id === deputy);
  return [first, ...standIn, ...others.filter(({ id }) => id !== deputy)];
}

/** Whether somebody is away on a day (`YYYY-MM-DD`); the first and the last day count. */
export function isAbsent({ absences }: Member, day: string): boolean {
  return absences.some(({ from, to }) => from <= day && day <= to);
}

/** The first in a unit's order of contact who is there on a day; nobody where the unit has no members or all are away. */
export function contactOf(directory: DirectoryContent, unitId: string, day: string): Contact {
  const unit = findUnit(directory, unitId);
  const order = unit ? contactOrder(unit) : [];
  const at = order.findIndex((member) => !isAbsent(member, day));
  const skipped = (at === -1 ? order : order.slice(0, at)).slice(0, MOST_SKIPPED).map(named);
  const contact = order[at];
  return { ...(contact && { contact: named(contact) }), ...(skipped.length > 0 && { skipped }) };
}

/** Who stands in for somebody of a unit on a day: the next in the order who is there, or undefined. */
export function standInFor(
  directory: DirectoryContent,
  unitId: string,
  person: Named | undefined,
  day: string,
): Named | undefined {
  const unit = findUnit(directory, unitId);
  const order = unit ? contactOrder(unit) : [];
  const next = order.filter((member) => member.id !== person?.id && !isAbsent(member, day))[0];
  return next && named(next);
}

function named({ id, name }: Member): Named {
  return { id, name };
}
