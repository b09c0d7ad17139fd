/**
 * The reminders of one state and one day to count from are a ladder: who is reminded first, who next. Whatever comes late
 * (a visit that was over when it was sent, a worker that was down for days), no two rungs come closer together than they
 * stand apart in the directory.
 */

import type { Reminder } from '../directory/directory';
import { isWaiting } from '../outbox/attempts';
import type { OutboxEntry } from '../outbox/entry';
import { lastDayOf } from '../process/naming';
import type { Model } from '../rules/model';
import { dueAfterWorkingDays, dueBeforeWorkingDays } from '../working-time';
import type { Case, CaseEvent } from './case';
import { waitsAs } from './lives/life-of';
import { inForceUntil } from './term';

export interface Rung {
  readonly rule: Reminder;
  readonly due: Date;
}

/** The rungs of a case's state with the moments that are theirs by rule, and the ids of those that cannot be reckoned. */
export interface Reckoned {
  readonly rungs: readonly Rung[];
  readonly unreckoned: readonly string[];
}

/**
 * Reckons the rungs of the state that a case is in. They are counted from the day of the visit or event, or of the end of
 * what was agreed, but not from before the case came into the state: what is recorded afterwards is not late.
 */
export function reckon(model: Model, made: Case): Reckoned {
  const rungs: Rung[] = [];
  const unreckoned: string[] = [];
  for (const rule of rulesOf(model, made)) {
    try {
      const due = dueByRule(model, made, rule);
      if (due) rungs.push({ rule, due });
    } catch (cause) {
      // Days were not always held to bounds: the year 26 is on no clock, and no day comes after the year 9999.
      if (!(cause instanceof RangeError)) throw cause;
      unreckoned.push(rule.id);
    }
  }
  return { rungs, unreckoned };
}

/** What has been on a ladder so far: the case's events, oldest first, and its outbox entries. */
export interface Climbed {
  readonly events: readonly CaseEvent[];
  readonly entries: readonly OutboxEntry[];
}

/** Whether a rung has been climbed already in this state, and for the day that the case still names. */
export function isClimbed(
  { process: { title } }: Model,
  made: Case,
  rule: Reminder,
  events: readonly CaseEvent[],
): boolean {
  const days: readonly unknown[] = [title.date, title.until].flatMap((items) => items ?? []);
  const changed = events.findLast(
    ({ type, data }) =>
      type === 'edited' && Array.isArray(data.items) && data.items.some((item: unknown) => days.includes(item)),
  );
  const since = rule.since === 'date' && changed ? changed.sequence : 0;
  return remindersOf(made, rule, events).some(({ sequence }) => sequence > since);
}

/**
 * The earliest moment for a rung whose time has come: as far from each rung below it as it stands from it, from when word
 * of that one really reached somebody. A rung below that waits itself goes first. Now, where nothing is in the way.
 */
export function soonest(model: Model, made: Case, rule: Reminder, before: Climbed, now: Date): Date {
  const moments = rulesOf(model, made)
    .filter((other) => isBelow(other, rule))
    .flatMap((below) => {
      const climbed = climbedAt(made, below, before);
      const goesFirst = waits(made, below, before) && !isClimbed(model, made, below, before.events);
      return [...climbed, ...(goesFirst ? [now] : [])].map((moment) =>
        dueAfterWorkingDays(moment, distance(below, rule), model.calendar),
      );
    });
  return latest(now, ...moments);
}

/** When word of a rung reached somebody, or was to, each time that it was said in this state. */
function climbedAt(made: Case, rule: Reminder, { events, entries }: Climbed): readonly Date[] {
  return remindersOf(made, rule, events).map(({ at, sequence }) => {
    const word = entries.find((entry) => isOf(rule, entry) && entry.channel !== 'timer' && entry.event === sequence);
    return latest(new Date(at), word?.state === 'sent' ? new Date(word.due) : undefined);
  });
}

/** Whether a rung's timer has still to run out. */
function waits({ since }: Case, rule: Reminder, { entries }: Climbed): boolean {
  return entries.some(
    (entry) => isOf(rule, entry) && entry.channel === 'timer' && entry.event === since.event && isWaiting(entry),
  );
}

function isOf({ id }: Reminder, { purpose, about }: OutboxEntry): boolean {
  return purpose === 'reminder' && about === id;
}

function remindersOf({ since }: Case, { id }: Reminder, events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.filter(({ type, at, data }) => type === 'reminded' && at >= since.at && data.about === id);
}

/** Whether a reminder of the directory is for the state that a case is in. */
export function isFor({ process }: Model, { state }: Case, { waitsIn }: Reminder): boolean {
  return waitsIn.includes(waitsAs(process, state));
}

function rulesOf(model: Model, made: Case): readonly Reminder[] {
  return model.directory.reminders.filter((rule) => isFor(model, made, rule));
}

function dueByRule(model: Model, made: Case, { since, workingDays }: Reminder): Date | undefined {
  const { calendar } = model;
  const state = new Date(made.since.at);
  if (since === 'state') return dueAfterWorkingDays(state, workingDays, calendar);
  const day = since === 'date' ? lastDay(model, made) : lastDayInForce(model, made);
  // Of what ends before anybody said so there is no warning: that it has ended is said by the ladder after the end.
  if (!day || (since === 'before-end' && day < state)) return undefined;
  return since === 'before-end'
    ? dueBeforeWorkingDays(day, workingDays, calendar)
    : dueAfterWorkingDays(latest(day, state), workingDays, calendar);
}

/** Noon of the last day on which what was agreed is in force, where somebody has said until when. */
function lastDayInForce({ process, calendar }: Model, made: Case): Date | undefined {
  const day = inForceUntil(process, made);
  return day === undefined ? undefined : calendar.momentAt(day, '12:00');
}

/** Noon of the last day of the visit or event, where the case names one. */
function lastDay({ process, calendar }: Model, { answers }: Case): Date | undefined {
  const day = lastDayOf(process, answers);
  return day === undefined ? undefined : calendar.momentAt(day, '12:00');
}

/** Whether one comes earlier on the same ladder: the more days before an end, the earlier. */
function isBelow(one: Reminder, other: Reminder): boolean {
  const later = one.since === 'before-end' ? one.workingDays - other.workingDays : other.workingDays - one.workingDays;
  return one.since === other.since && later > 0;
}

/** In working days. */
function distance(below: Reminder, above: Reminder): number {
  return Math.abs(above.workingDays - below.workingDays);
}

/** The last of these moments. */
export function latest(first: Date, ...others: readonly (Date | undefined)[]): Date {
  return others.reduce<Date>((late, other) => (other !== undefined && other > late ? other : late), first);
}
