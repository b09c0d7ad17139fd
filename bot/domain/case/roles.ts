/**
 * What somebody is to a case, by the directory's members of that moment. What is written in the case makes nobody anything
 * but who asked for it, and the responsible person whom a coordinator has confirmed (M 3.3).
 */

import { contactOf } from '../directory/contact';
import { coordinates, type DirectoryContent, findUnit, isMember } from '../directory/directory';
import { isRemoved, type Named, type Person } from '../person';
import type { Case } from './case';
import { type CaseRole, HANDLERS } from './lives/step';

/** What a person is to a case. Whoever leaves a unit is out of its cases, those they took on too. */
export function rolesOf(
  made: Case,
  who: Pick<Person, 'id' | 'tenant'>,
  directory: DirectoryContent,
): readonly CaseRole[] {
  if (made.requester.tenant !== who.tenant) return [];
  const { responsible, informed } = made.routing;
  return [
    ...(made.requester.id === who.id ? (['requester'] as const) : []),
    ...(isMember(directory, responsible.unit, who.id) ? (['responsible'] as const) : []),
    ...(coordinates(directory, who.id) ? (['coordinator'] as const) : []),
    ...(isAppointee(made, who) ? (['appointee'] as const) : []),
    ...(informed.some(({ unit }) => isMember(directory, unit, who.id)) ? (['informed'] as const) : []),
  ];
}

/** Whether somebody is the responsible person of a visit. */
export function isAppointee({ appointee }: Pick<Case, 'appointee'>, { id }: Pick<Person, 'id'>): boolean {
  return appointee?.id.toLowerCase() === id.toLowerCase();
}

/** As whom somebody who moves a case on gets word of it. */
export function actsAs(made: Pick<Case, 'appointee'>, who: Pick<Person, 'id'>): 'appointee' | 'responsible' {
  return isAppointee(made, who) ? 'appointee' : 'responsible';
}

/** Whether somebody in these roles acts for the unit that has the case. */
export function handles(roles: readonly CaseRole[]): boolean {
  return HANDLERS.some((role) => roles.includes(role));
}

/** So many people of a case are named to choose from. */
const MOST_PEOPLE = 50;

/** Who takes part in a case: who asked, who has it, who carries it out, and the members of its units. */
export function peopleOf(
  { requester, holder, appointee, routing }: Case,
  directory: DirectoryContent,
): readonly Named[] {
  const units = [routing.responsible, ...routing.informed].map(({ unit }) => unit);
  const members = units.flatMap((unit) => findUnit(directory, unit)?.members ?? []);
  const people = [requester, holder, appointee, ...members].filter((person) => person !== undefined);
  return [
    ...new Map(people.filter((person) => !isRemoved(person)).map(({ id, name }) => [id, { id, name }])).values(),
  ].slice(0, MOST_PEOPLE);
}

/** Whether somebody acts for the unit that has a case at this moment. */
export type Handles = (who: Named) => boolean;

/** By the directory alone. Local mode knows better: there the requester plays a unit that has nobody. */
export function handlersOf(made: Case, directory: DirectoryContent): Handles {
  return ({ id }) => handles(rolesOf(made, { id, tenant: made.requester.tenant }, directory));
}

/**
 * Who has a case on a day: whoever took it on, as long as they act for its unit; else who is asked now. Undefined where
 * the unit has nobody: then its mailbox has to do.
 */
export function whoHas(
  { holder, routing: { responsible } }: Case,
  directory: DirectoryContent,
  day: string,
  isHandler: Handles,
): Named | undefined {
  if (holder && isHandler(holder)) return holder;
  const { contact } = contactOf(directory, responsible.unit, day);
  // Everybody is away: then it stays with whoever was asked.
  return contact ?? (responsible.contact && isHandler(responsible.contact) ? responsible.contact : undefined);
}
