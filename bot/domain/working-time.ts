/**
 * The time that the city works by: days and hours on its clocks, and which of them are for work. Days are `YYYY-MM-DD`,
 * moments are `Date`s. Clocks and calendar are the city's, and handed in.
 */

/** A time of day on the city's clocks, `HH:MM`. */
export type TimeOfDay = `${number}:${number}`;

/** What the clocks of the city show. */
export interface Clocks {
  /** The calendar day in the city at a moment, as `YYYY-MM-DD`. */
  dayOf(moment: Date): string;
  /**
   * The moment at which clocks in the city show this time on this day. A time that the clocks show twice (autumn) is its
   * first occurrence; a time that they leap over (spring) is as much later as they leap: 03:30 becomes 04:30.
   *
   * @throws RangeError when day or time cannot be read
   */
  momentAt(day: string, time: TimeOfDay): Date;
}

/** What the clocks of the city show, and which days are for work there. */
export interface Calendar extends Clocks {
  /** Whether people of the city are at work on this day (`YYYY-MM-DD`). */
  isWorkingDay(day: string): boolean;
}

/** From when on people may be written to on a working day. */
const WORK_BEGINS: TimeOfDay = '08:00';

/** Until when (not at that minute itself) people may be written to on a working day. */
const WORK_ENDS: TimeOfDay = '17:00';

/** When what is due on a working day falls due: early enough to act on it the same day, after people have come in. */
const FALLS_DUE: TimeOfDay = '09:00';

/** In days; longer than any break a city takes, so a calendar without a working day for as long is wrong. */
const LONGEST_BREAK = 60;

/** A day of UTC, which knows no summer time, in milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * The clocks of a time zone, by its name in the IANA database.
 *
 * @throws RangeError for a zone that there is not
 * @example createClocks('Europe/Helsinki').momentAt('2026-06-01', '09:00').toISOString() // '2026-06-01T06:00:00.000Z'
 */
export function createClocks(timeZone: string): Clocks {
  // Writes moments as `2026-03-29 04:00:00`: Swedish dates are ISO dates. Made once, as making one is slow.
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  /** By how many milliseconds the clocks are ahead of UTC at a moment. */
  const aheadOfUtc = (moment: number): number => {
    const wholeSecond = Math.floor(moment / 1000) * 1000;
    return Date.parse(`${clock.format(wholeSecond).replace(' ', 'T')}Z`) - wholeSecond;
  };
  return {
    dayOf: (moment) => clock.format(moment).slice(0, 'YYYY-MM-DD'.length),
    momentAt(day, time) {
      const shown = Date.parse(`${day}T${time}:00Z`);
      // Clocks change at most once within two days, so one of these two is in force at the moment looked for.
      const before = aheadOfUtc(shown - DAY);
      const after = aheadOfUtc(shown + DAY);
      const ahead = [before, after].find((candidate) => aheadOfUtc(shown - candidate) === candidate) ?? before;
      // Clocks show years of four digits; what they show of any other is no date to `Date`.
      if (Number.isNaN(ahead)) throw new RangeError(`"${day} ${time}" is on no clock: write a day as YYYY-MM-DD.`);
      return new Date(shown - ahead);
    },
  };
}

/**
 * The working day so many working days after a day: 1 is the next one. 0 is the day itself, or the next working day
 * where it is not one; so from a Saturday both 0 and 1 are Monday.
 *
 * @throws RangeError when `count` is not a whole number from 0 on, or the calendar knows no working day
 */
export function workingDaysAfter(day: string, count: number, calendar: Calendar): string {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`Working days are counted in whole numbers from 0 on, not ${count}.`);
  }
  let found = count === 0 && calendar.isWorkingDay(day) ? day : nextWorkingDay(day, calendar);
  for (let counted = 1; counted < count; counted += 1) found = nextWorkingDay(found, calendar);
  return found;
}

function nextWorkingDay(day: string, calendar: Calendar, direction: 1 | -1 = 1): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  for (let days = 1; days <= LONGEST_BREAK; days += 1) {
    const next = new Date(midnight + direction * days * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
    if (calendar.isWorkingDay(next)) return next;
  }
  const side = direction === 1 ? 'after' : 'before';
  throw new RangeError(
    `The calendar has no working day in the ${LONGEST_BREAK} days ${side} ${day}. Mend the calendar.`,
  );
}

/**
 * The first moment from this one on at which people may be written to: on a working day, from `WORK_BEGINS` until
 * `WORK_ENDS`. So nobody is written to at night, on a weekend or on a holiday.
 */
export function nextWorkingMoment(moment: Date, calendar: Calendar): Date {
  const today = calendar.dayOf(moment);
  if (calendar.isWorkingDay(today)) {
    const begin = calendar.momentAt(today, WORK_BEGINS);
    if (moment < begin) return begin;
    if (moment < calendar.momentAt(today, WORK_ENDS)) return moment;
  }
  return calendar.momentAt(workingDaysAfter(today, 1, calendar), WORK_BEGINS);
}

/**
 * `FALLS_DUE` in the city on the working day so many working days after a moment's day, counted as `workingDaysAfter`
 * counts. From 1 on this is later than `from`; 0 later on a working day is a moment that has been.
 */
export function dueAfterWorkingDays(from: Date, count: number, calendar: Calendar): Date {
  return calendar.momentAt(workingDaysAfter(calendar.dayOf(from), count, calendar), FALLS_DUE);
}

/** Monday and Sunday around a day. */
export function weekOf(day: string): { readonly from: string; readonly to: string } {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  const inDays = (days: number) => new Date(midnight + days * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return { from: inDays(-sinceMonday), to: inDays(6 - sinceMonday) };
}

/** How many days it is from one day to another; less than 0 where that one was earlier. */
export function daysUntil(today: string, day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY;
}

/**
 * `FALLS_DUE` in the city on the working day so many working days before a moment's day: 1 is the last one before it, 0
 * the day itself or the last working day before.
 *
 * @throws RangeError when the calendar knows no working day
 */
export function dueBeforeWorkingDays(until: Date, count: number, calendar: Calendar): Date {
  const last = calendar.dayOf(until);
  let found = count === 0 && calendar.isWorkingDay(last) ? last : nextWorkingDay(last, calendar, -1);
  for (let counted = 1; counted < count; counted += 1) found = nextWorkingDay(found, calendar, -1);
  return calendar.momentAt(found, FALLS_DUE);
}

/** So many months after a moment, UTC. */
export function monthsLater(from: Date, months: number): string {
  const date = new Date(from);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString();
}
