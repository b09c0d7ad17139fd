/**
 * The people of a unit, in the order in which they are asked: the first, the deputy, the others (`contact.ts`). What is
 * kept after an edit stands in that order, so that "move up" means what the card shows.
 */
import { contactOrder } from './contact';
import type { Member, Unit } from './directory';
import type { Standing } from './standing';

export type Absence = Member['absences'][number];

export const MOST_ABSENCES = 10;

/** The member with this id, or undefined. */
export function findMember(unit: Unit, id: string): Member | undefined {
  return unit.members.find((member) => member.id === id);
}

/** Whether somebody acts for a unit; directories and people may write ids in capitals. */
export function actsIn({ members }: Unit, id: string): boolean {
  return members.some((member) => member.id.toLowerCase() === id.toLowerCase());
}

/** The unit with one more person, who is asked last. */
export function addMember(unit: Unit, member: Member): Unit {
  return ordered(unit, [...contactOrder(unit), member]);
}

/** The unit without this person. */
export function removeMember(unit: Unit, id: string): Unit {
  return ordered(
    unit,
    contactOrder(unit).filter((member) => member.id !== id),
  );
}

/** Whether somebody has to stay: the international affairs team without anybody could never be changed again. */
export function mustStay({ coordinator }: Pick<Standing, 'coordinator'>, unit: Unit, id: string): boolean {
  return unit.id === coordinator && unit.members.length === 1 && unit.members[0]?.id === id;
}

/** Whether somebody can be asked earlier. The place after the first is the deputy's, where there is one. */
export function canMoveUp(unit: Unit, id: string): boolean {
  const order = contactOrder(unit);
  const place = order.findIndex((member) => member.id === id);
  return place === 1 || place > 2 || (place === 2 && order[1]?.id !== unit.deputy);
}

/** The unit with this person one place earlier; as it was where that cannot be. */
export function moveUp(unit: Unit, id: string): Unit {
  if (!canMoveUp(unit, id)) return unit;
  const order = [...contactOrder(unit)];
  const place = order.findIndex((member) => member.id === id);
  order.splice(place - 1, 0, ...order.splice(place, 1));
  return ordered(unit, order);
}

/** Whether somebody can stand in for the first: everybody but the first. */
export function canBeDeputy(unit: Unit, id: string): boolean {
  return unit.deputy !== id && contactOrder(unit).findIndex((member) => member.id === id) > 0;
}

/** The unit with this deputy, or with none; as it was for somebody who cannot be one. */
export function withDeputy(unit: Unit, id: string | undefined): Unit {
  if (id !== undefined && !canBeDeputy(unit, id)) return unit;
  const { deputy: _former, ...rest } = unit;
  const next: Unit = { ...rest, ...(id !== undefined && { deputy: id }) };
  return ordered(next, contactOrder(next));
}

/** The unit with this member changed. */
export function withMember(unit: Unit, member: Member): Unit {
  return { ...unit, members: unit.members.map((candidate) => (candidate.id === member.id ? member : candidate)) };
}

/** The member away for these days as well, the earliest absence first. */
export function withAbsence(member: Member, absence: Absence): Member {
  const others = member.absences.filter((other) => !isSame(other, absence));
  return { ...member, absences: [...others, absence].sort((one, other) => (one.from < other.from ? -1 : 1)) };
}

export function withoutAbsence(member: Member, absence: Absence): Member {
  return { ...member, absences: member.absences.filter((other) => !isSame(other, absence)) };
}

function isSame(one: Absence, other: Absence): boolean {
  return one.from === other.from && one.to === other.to;
}

/** A deputy who has become the first, or is no member any more, stands in for nobody. */
function ordered({ deputy, ...unit }: Unit, members: readonly Member[]): Unit {
  const stands = members.slice(1).some(({ id }) => id === deputy);
  return { ...unit, members: [...members], ...(stands && deputy !== undefined && { deputy }) };
}
