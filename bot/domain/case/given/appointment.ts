/**
 * The responsible person of a visit by dignitaries (M 3.3): one person who carries it out and keeps everybody informed.
 * Whoever asks names them; only a coordinator makes them it, because what somebody typed gives nobody a right.
 */

import { isOpen } from '../../case-state';
import { contactOf } from '../../directory/contact';
import { coordinates } from '../../directory/directory';
import type { OutboxEntry } from '../../outbox/entry';
import type { Deed, Named } from '../../person';
import type { Process } from '../../process/process';
import type { Model } from '../../rules/model';
import type { Appointee, Case, CaseChange, CaseEvent } from '../case';
import { echoes, news, newsByMail, wordToAppointee } from '../entries';
import type { CaseRole } from '../lives/step';
import { reachableBy } from '../routing';

/** Why an appointment ended by itself: Entra ID knows the person no more, or they are to be forgotten. */
export type Departure = 'left' | 'erased';

/** Whether a case has a responsible person, named or confirmed. */
export function isCarriedOut({ appoints }: Process, { answers, appointee }: Case): boolean {
  return appointee !== undefined || (appoints !== undefined && typeof answers[appoints.item] === 'string');
}

/** Whom the requester has named, as they wrote it; undefined where they named nobody. */
export function namedByRequester({ appoints }: Process, { answers }: Pick<Case, 'answers'>): string | undefined {
  const named = appoints && answers[appoints.item];
  return typeof named === 'string' ? named : undefined;
}

/** Whether somebody in these roles makes a person responsible for the visit now. */
export function mayAppoint(process: Process, made: Case, roles: readonly CaseRole[]): boolean {
  return roles.includes('coordinator') && isChangeable(made) && isCarriedOut(process, made);
}

/** Whether somebody in these roles ends the appointment: a coordinator, or the responsible person by themselves. */
export function mayEndAppointment(made: Case, roles: readonly CaseRole[]): boolean {
  return made.appointee !== undefined && isChangeable(made) && ENDED_BY.some((role) => roles.includes(role));
}

const ENDED_BY: readonly CaseRole[] = ['coordinator', 'appointee'];

/** Whether an appointment is one that ends when its person has left: that of a case that is over harms nobody. */
export function isEndedByItself(made: Case): boolean {
  return made.appointee !== undefined && isChangeable(made);
}

function isChangeable({ state, purged }: Case): boolean {
  return isOpen(state) && purged === undefined;
}

/** The case with its responsible person, who gets it as a card, unless it was they who pressed. */
export function appointed(before: Case, person: Appointee, { who, now }: Deed): CaseChange {
  const made = { ...changedAt(before, now), appointee: person };
  return {
    case: made,
    events: [eventOf(made, 'appointed', { id: who.id, name: who.name }, person)],
    entries: [...(person.id === who.id ? [] : [wordToAppointee(made, person)]), ...echoes(made)],
    todos: [],
  };
}

/**
 * The case without its responsible person. The international affairs team, which agrees who coordinates (M 3.3), hears of
 * it. Throws where there is none.
 */
export function appointmentEnded(model: Model, before: Case, by: Named | Departure, now: Date): CaseChange {
  const { appointee, ...kept } = before;
  if (!appointee) throw new Error(`Case ${before.number} has no responsible person whose appointment could end.`);
  const made = changedAt(kept, now);
  const person = typeof by === 'string' ? 'assistant' : { id: by.id, name: by.name };
  return {
    case: made,
    events: [eventOf(made, 'appointment-ended', person, appointee, typeof by === 'string' ? { why: by } : {})],
    entries: [...newsToTeam(model, made, person), ...echoes(made)],
    todos: [],
  };
}

function changedAt(before: Case, now: Date): Case {
  return { ...before, lastEvent: before.lastEvent + 1, changedAt: now.toISOString() };
}

function eventOf(
  { lastEvent, changedAt: at }: Case,
  type: 'appointed' | 'appointment-ended',
  by: CaseEvent['by'],
  { id, name }: Named,
  more: CaseEvent['data'] = {},
): CaseEvent {
  return { sequence: lastEvent, type, at, by, data: { appointee: { id, name }, ...more } };
}

/** Word to the team: to who of it has the case, else to who of it is asked today, else to its mailbox. */
function newsToTeam({ directory, calendar }: Model, made: Case, by: CaseEvent['by']): readonly OutboxEntry[] {
  const { coordinator } = directory.standing;
  const { holder, changedAt: at } = made;
  const next =
    holder && coordinates(directory, holder.id)
      ? holder
      : contactOf(directory, coordinator, calendar.dayOf(new Date(at))).contact;
  if (!next) {
    const unit = { unit: coordinator, deliverTo: reachableBy(directory, coordinator) };
    return [newsByMail(made, 'appointment-ended', unit)];
  }
  return by !== 'assistant' && next.id === by.id ? [] : [news(made, 'appointment-ended', next, 'responsible')];
}
