/**
 * When somebody is reminded of a case that waits, and of what: the reminders are data of the directory. Timers are outbox
 * entries that send nothing themselves; when one runs out and the case still waits, that is an event of the case, and word
 * of it goes out with that event.
 */

import { isEnd } from '../case-state';
import { contactOf, standInFor } from '../directory/contact';
import type { Reminder } from '../directory/directory';
import type { OutboxEntry, Target } from '../outbox/entry';
import type { Named } from '../person';
import { evaluate } from '../rules/condition';
import type { Model } from '../rules/model';
import { replay } from '../walk/replay';
import { nextWorkingMoment } from '../working-time';
import type { Case, CaseChange, CaseEvent } from './case';
import { echoes, reminder, reviewTimer, timer } from './entries';
import { type Climbed, isClimbed, isFor, latest, reckon, soonest } from './ladder';
import { isBeyondRest, stateIn } from './lives/life-of';
import { actsAs, type Handles, handlersOf, whoHas } from './roles';
import { reachableBy } from './routing';

/** The timers of a case's state, and the reminders (by id) that have none because their moment cannot be reckoned. */
export interface Timers {
  readonly entries: readonly OutboxEntry[];
  readonly unreckoned: readonly string[];
}

/** The timers of the state that a case has come into. Those of it that have run out before find so when they run. */
export function timers(model: Model, made: Case): Timers {
  const { rungs, unreckoned } = reckon(model, made);
  const first = nextWorkingMoment(new Date(made.changedAt), model.calendar);
  return {
    entries: rungs.map(({ rule, due }) => timer(made, rule.id, latest(due, first).toISOString())),
    unreckoned,
  };
}

/** The timers of the reviews that its answers call for: those from when it was sent, or from when it came to rest. */
export function reviewTimers(model: Model, made: Case, from: 'sent' | 'resting'): readonly OutboxEntry[] {
  const { facts } = replay(model, made.answers);
  const moment = from === 'sent' ? made.submittedAt : made.since.at;
  return model.process.reviews
    .filter((review) => review.from === from && evaluate(review.when, facts) === true)
    .map((review) => reviewTimer(made, review.id, moment, review.everyMonths));
}

/**
 * What a timer that has run out changes: an event that says who is reminded, and word to them. `obsolete` when the case
 * has left the state that it waited in, when it has been said before, or the directory has no such reminder any more; a
 * moment when it is too soon after another. `isHandler` says who acts for the unit now: by the directory unless told.
 */
export function remind(
  model: Model,
  made: Case,
  ran: OutboxEntry,
  before: Climbed,
  now: Date,
  isHandler: Handles = handlersOf(made, model.directory),
): CaseChange | 'obsolete' | Date {
  const rule = model.directory.reminders.find(({ id }) => id === ran.about);
  if (!rule || ran.event !== made.since.event || !isFor(model, made, rule)) return 'obsolete';
  if (isClimbed(model, made, rule, before.events)) return 'obsolete';
  const to = remindedPerson(model, made, rule, model.calendar.dayOf(now), isHandler);
  if (to === 'nobody') return 'obsolete';
  const moment = soonest(model, made, rule, before, now);
  return moment > now ? moment : reminded(made, ran, rule.to, to, now);
}

/**
 * The day of a review has come: whoever has the case looks at it again, if its answers still call for that, and neither it
 * nor what it led to is over. `events`: what happened to the case.
 */
export function review(
  model: Model,
  made: Case,
  ran: OutboxEntry,
  events: readonly CaseEvent[],
  now: Date,
  isHandler: Handles = handlersOf(made, model.directory),
): CaseChange | 'obsolete' {
  const rule = model.process.reviews.find(({ id }) => id === ran.about);
  const isCalledFor = rule && evaluate(rule.when, replay(model, made.answers).facts) === true;
  if (!isCalledFor || isBeyondRest(model.process, made.state)) return 'obsolete';
  if (isEnd(made.state) && !isHeldEarlier(model, events)) return 'obsolete';
  const { id, name } = made.requester;
  const to = remindedPerson(model, made, REVIEWED, model.calendar.dayOf(now), isHandler);
  if (made.purged !== undefined) return to === 'nobody' ? 'obsolete' : reminded(made, ran, 'holder', to, now);
  const who = to === 'nobody' || !('id' in to) ? { id, name } : to;
  return reminded(made, ran, who.id === id ? 'requester' : 'holder', who, now);
}

/**
 * Whether an earlier case came to its end after it was recorded as held: it had no state to rest in then, and what it led
 * to may be in force. One that has ended since went on from there.
 */
function isHeldEarlier({ process }: Model, events: readonly CaseEvent[]): boolean {
  const isOfEnd = ({ data }: CaseEvent) => data.to === 'followed-up' || data.to === 'closed';
  const before = events.findLast((event) => event.type === 'moved' && !isOfEnd(event));
  return before?.data.to === 'held' && stateIn(process, 'held') === 'recorded-as-held';
}

/** A review is for whoever has the case. */
const REVIEWED: Pick<Reminder, 'to'> = { to: 'holder' };

interface UnitToRemind {
  readonly unit: string;
  readonly deliverTo: string;
}

function reminded(
  before: Case,
  ran: OutboxEntry,
  role: Reminder['to'],
  to: Named | UnitToRemind,
  now: Date,
): CaseChange {
  const at = now.toISOString();
  const sequence = before.lastEvent + 1;
  const made: Case = { ...before, lastEvent: sequence, changedAt: at };
  const target: Target =
    'id' in to
      ? {
          kind: 'person',
          person: { id: to.id, tenant: made.requester.tenant },
          as: role === 'requester' ? 'requester' : actsAs(made, to),
        }
      : { kind: 'unit', ...to };
  const data = { about: ran.about, role, ...('id' in to ? { id: to.id, name: to.name } : { unit: to.unit }) };
  return {
    case: made,
    events: [{ sequence, type: 'reminded', at, by: 'assistant', data }],
    entries: [reminder(made, ran, target, at), ...echoes(made)],
    todos: [],
  };
}

/** The same for a reminder that is under way, by what it is about: whom it would remind now. */
export function remindedNow(
  model: Model,
  made: Case,
  about: string | undefined,
  day: string,
  isHandler: Handles,
): Named | UnitToRemind | 'nobody' {
  const rule = model.directory.reminders.find(({ id }) => id === about) ?? REVIEWED;
  return remindedPerson(model, made, rule, day, isHandler);
}

/**
 * Who is reminded: a person, or a unit of which nobody is known; nobody where there is no deputy. What waits for the holder
 * waits for the responsible person, where a visit has one: they carry it out (M 3.3).
 */
function remindedPerson(
  { directory }: Model,
  made: Case,
  { to }: Pick<Reminder, 'to'>,
  day: string,
  isHandler: Handles,
): Named | UnitToRemind | 'nobody' {
  const { unit, contact } = made.routing.responsible;
  const { coordinator } = directory.standing;
  const addressOf = (unitId: string): UnitToRemind => ({ unit: unitId, deliverTo: reachableBy(directory, unitId) });
  switch (to) {
    case 'requester':
      return { id: made.requester.id, name: made.requester.name };
    case 'contact': {
      const { holder: _, ...unheld } = made;
      return whoHas(unheld, directory, day, isHandler) ?? addressOf(unit);
    }
    case 'holder':
      return made.appointee ?? whoHas(made, directory, day, isHandler) ?? addressOf(unit);
    case 'deputy':
      return standInFor(directory, unit, whoHas(made, directory, day, isHandler) ?? contact, day) ?? 'nobody';
    case 'coordinator':
      return contactOf(directory, coordinator, day).contact ?? addressOf(coordinator);
  }
}
