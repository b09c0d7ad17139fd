/**
 * The reminders of one state and one day to count from are a ladder: who is reminded first, who next. Whatever comes late
 * (a visit that was over when it was sent, a worker that was down for days), no two rungs come closer together than they
 * stand apart in the directory.
 */
import type { Case, CaseEvent } from './case';
import type { Reminder } from './directory';
import type { Model } from './model';
import { isWaiting, type OutboxEntry } from './outbox';
import { dueAfterWorkingDays, momentInEspoo } from './working-time';

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
 * Reckons the rungs of the state that a case is in. They are counted from the day of the visit or event, but not from
 * before the case came into the state: what is recorded afterwards is not late.
 */
export function reckon(model: Model, made: Case): Reckoned {
  const rungs: Rung[] = [];
  const unreckoned: string[] = [];
  for (const rule of rulesOf(model, made)) {
    try {
      const from = countedFrom(model, made, rule);
      if (from) rungs.push({ rule, due: dueAfterWorkingDays(from, rule.workingDays, model.calendar) });
    } catch (cause) {
      // Days were not always held to bounds: the year 26 is on no clock, and no day comes after the year 9999.
      if (!(cause instanceof RangeError)) throw cause;
      unreckoned.push(rule.id);
    }
  }
  return { rungs, unreckoned };
}

/** The rungs from `soonest` on, as far apart as their rules say. */
export function spaced({ calendar }: Model, rungs: readonly Rung[], soonest: Date): readonly Rung[] {
  const climbed: Rung[] = [];
  for (const { rule, due } of [...rungs].sort((one, other) => one.rule.workingDays - other.rule.workingDays)) {
    const below = climbed.findLast((rung) => isBelow(rung.rule, rule));
    const apart = below && dueAfterWorkingDays(below.due, distance(below.rule, rule), calendar);
    climbed.push({ rule, due: latest(due, soonest, apart) });
  }
  return climbed;
}

/** What has been on a ladder so far: the case's events and its outbox entries. */
export interface Climbed {
  readonly events: readonly CaseEvent[];
  readonly entries: readonly OutboxEntry[];
}

/**
 * The earliest moment for a rung whose time has come: as far from each rung below it as it stands from it, from when word
 * of that one really reached somebody. A rung below that waits itself goes first. Now, where nothing is in the way.
 */
export function soonest(model: Model, made: Case, rule: Reminder, { events, entries }: Climbed, now: Date): Date {
  const moments = rulesOf(model, made)
    .filter((other) => isBelow(other, rule))
    .flatMap((below) => {
      const isOfBelow = (entry: OutboxEntry) => entry.purpose === 'reminder' && entry.about === below.id;
      const waits = entries.some(
        (entry) =>
          isOfBelow(entry) && entry.channel === 'timer' && entry.event === made.since.event && isWaiting(entry),
      );
      const told = events
        .filter(({ type, at, data }) => type === 'reminded' && at >= made.since.at && data.about === below.id)
        .map(({ at, sequence }) => {
          const word = entries.find(
            (entry) => isOfBelow(entry) && entry.channel !== 'timer' && entry.event === sequence,
          );
          return latest(new Date(at), word?.state === 'sent' ? new Date(word.due) : undefined);
        });
      return [...told, ...(waits ? [now] : [])].map((moment) =>
        dueAfterWorkingDays(moment, distance(below, rule), model.calendar),
      );
    });
  return latest(now, ...moments);
}

function rulesOf({ directory }: Model, { state }: Case): readonly Reminder[] {
  return directory.reminders.filter(({ waitsIn }) => waitsIn.includes(state));
}

function countedFrom(model: Model, made: Case, { since }: Reminder): Date | undefined {
  const state = new Date(made.since.at);
  if (since === 'state') return state;
  const day = lastDay(model, made);
  return day && latest(day, state);
}

/** Noon of the last day of the visit or event, where the case names one. */
function lastDay({ process }: Model, { answers }: Case): Date | undefined {
  const days = [process.title.until, process.title.date].map((item) =>
    item === undefined ? undefined : answers[item],
  );
  const day = days.find((answer) => typeof answer === 'string');
  return typeof day === 'string' ? momentInEspoo(day, '12:00') : undefined;
}

function isBelow(one: Reminder, other: Reminder): boolean {
  return one.since === other.since && one.workingDays < other.workingDays;
}

/** In working days. */
function distance(below: Reminder, above: Reminder): number {
  return above.workingDays - below.workingDays;
}

function latest(first: Date, ...others: readonly (Date | undefined)[]): Date {
  return others.reduce<Date>((late, other) => (other !== undefined && other > late ? other : late), first);
}
