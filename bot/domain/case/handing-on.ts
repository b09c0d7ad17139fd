/** To whom a word goes when whoever it was for has no right to it any more: rights are those of the moment it goes out. */

import { contactOf } from '../directory/contact';
import { isMember } from '../directory/directory';
import type { OutboxEntry, Target } from '../outbox/entry';
import type { Model } from '../rules/model';
import type { Case } from './case';
import type { CaseRole } from './lives/step';
import { remindedNow } from './reminding';
import { actsAs, type Handles, handles, whoHas } from './roles';
import { HAD_IT, reachableBy } from './routing';

/**
 * Whether an entry may still go to whom it is for, in the roles that they have now. Of what was for the unit, only the
 * case itself also goes to somebody who is merely told by now: their card has no buttons.
 */
export function mayHear({ purpose, target }: OutboxEntry, roles: readonly CaseRole[]): boolean {
  if (target.kind !== 'person') return true;
  switch (target.as) {
    case 'requester':
      return roles.includes('requester');
    case 'responsible':
      return handles(roles) || (purpose === 'request' && roles.includes('informed'));
    case 'appointee':
      return roles.includes('appointee');
    // Whose the to-do is now, no role says (`given-todo.ts`).
    case 'assignee':
      return false;
    case 'informed':
      return handles(roles) || roles.includes('informed');
  }
}

/** Whether an entry tells somebody that their unit has just lost the case to another one: that is for them and nobody else. */
export function tellsOfLoss({ directory }: Model, made: Case, { purpose, target, event }: OutboxEntry): boolean {
  if (purpose !== 'news' || target.kind !== 'person' || event !== made.since.event) return false;
  return made.routing.informed.some(({ unit, rule }) => rule === HAD_IT && isMember(directory, unit, target.person.id));
}

/**
 * Who hears it instead on a day: who is asked now, else the mailbox of the unit. `nobody` where others have been told
 * anyway: a unit that is only told has a mail of its own, what a requester did is no news to them, and the next responsible
 * person of a visit gets a card of their own.
 */
export function handedOn(
  model: Model,
  made: Case,
  entry: OutboxEntry,
  { day, isHandler }: { readonly day: string; readonly isHandler: Handles },
): Target | 'nobody' {
  const { directory } = model;
  const { target, purpose } = entry;
  if (target.kind !== 'person' || target.as === 'requester') return 'nobody';
  if (target.as === 'assignee' || (target.as === 'appointee' && purpose === 'request')) return 'nobody';
  const to = (id: string, as = target.as): Target => ({ ...target, person: { ...target.person, id }, as });
  if (target.as === 'informed') {
    const told = made.routing.informed.find(({ contact }) => contact?.id === target.person.id);
    const { contact } = told ? contactOf(directory, told.unit, day) : {};
    return contact ? to(contact.id) : 'nobody';
  }
  const { unit } = made.routing.responsible;
  const next =
    purpose === 'reminder'
      ? remindedNow(model, made, entry.about, day, isHandler)
      : whoHas(made, directory, day, isHandler);
  if (next === 'nobody') return next;
  if (next === undefined) return { kind: 'unit', unit, deliverTo: reachableBy(directory, unit) };
  if (!('id' in next)) return { kind: 'unit', ...next };
  return purpose === 'news' && next.id === made.requester.id ? 'nobody' : to(next.id, actsAs(made, next));
}

/** Whether another entry of the case tells an addressee the same: the whole case, as it stands when that goes out. */
export function isToldAnyway(entry: OutboxEntry, to: Target, others: readonly OutboxEntry[]): boolean {
  if (entry.purpose !== 'request' && entry.purpose !== 'information') return false;
  return others.some(
    (other) =>
      other.key !== entry.key &&
      other.purpose === entry.purpose &&
      other.event >= entry.event &&
      isSameAddressee(other.target, to),
  );
}

function isSameAddressee(one: Target, other: Target): boolean {
  if (one.kind === 'person') return other.kind === 'person' && one.person.id === other.person.id;
  return one.kind === 'unit' && other.kind === 'unit' && one.unit === other.unit;
}
