/** Who is told of what somebody did with a case. */
import { contactOf } from '../directory/contact';
import type { OutboxEntry } from '../outbox/entry';
import type { Named } from '../person';
import type { Model } from '../rules/model';
import type { Case } from './case';
import { announcements, news, newsByMail } from './entries';
import type { CaseRole, Told } from './lives/step';
import { actsAs, handles } from './roles';
import { reachableBy } from './routing';

/** Word to whoever has the case now. Within a unit its mailbox need not hear of it again. */
export function announced(before: Case, made: Case): readonly OutboxEntry[] {
  const entries = announcements(made, 'request', [made.routing.responsible]);
  const isSameUnit = before.routing.responsible.unit === made.routing.responsible.unit;
  return isSameUnit ? entries.filter(({ channel }) => channel === 'teams') : entries;
}

/** Word of an action to the person whom it concerns, unless that is who did it. */
export function newsTo(
  model: Model,
  before: Case,
  made: Case,
  about: string,
  told: Told,
  by: By,
): readonly OutboxEntry[] {
  if (told === 'coordinator') {
    // Its mailbox, whoever of the team is in Teams: what the city has said goes there for information (M 2.4).
    const { coordinator: unit } = model.directory.standing;
    return [newsByMail(made, about, { unit, deliverTo: reachableBy(model.directory, unit) })];
  }
  if (told === 'requester') {
    return by.who.id === made.requester.id ? [] : [news(made, about, made.requester, 'requester')];
  }
  if (told === 'appointee') return newsToAppointee(made, about, by.who);
  return newsToResponsible(model, made, about, by, told === 'asker' ? before.asker : undefined);
}

/** Word to the responsible person of a visit (M 3.3), unless they did it or hear of it as who asked for the case or has it. */
export function newsToAppointee(made: Case, about: string, who: Named): readonly OutboxEntry[] {
  const { appointee, holder, requester } = made;
  if (!appointee || [who, holder, requester].some((other) => other?.id === appointee.id)) return [];
  return [news(made, about, appointee, 'appointee')];
}

/** Who did something with a case, in which roles. */
export interface By {
  readonly who: Named;
  readonly roles: readonly CaseRole[];
}

/**
 * Word to whoever has the case: who asked, who took it on, else who was asked to, else their unit by mail. Whether they
 * still act for the unit is seen when it goes out (`handing-on.ts`). Who did it themselves knows it already; if they are
 * out of the unit by now, who is asked there instead does not.
 */
export function newsToResponsible(
  { directory, calendar }: Model,
  made: Case,
  about: string,
  { who, roles }: By,
  asker?: Named,
): readonly OutboxEntry[] {
  const { responsible } = made.routing;
  const person = asker ?? made.holder ?? responsible.contact;
  const isOwn = person?.id === who.id;
  if (isOwn && handles(roles)) return [];
  const next = isOwn
    ? contactOf(directory, responsible.unit, calendar.dayOf(new Date(made.changedAt))).contact
    : person;
  return [next ? news(made, about, next, actsAs(made, next)) : newsByMail(made, about, responsible)];
}
