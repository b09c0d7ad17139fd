/**
 * A day as it comes in: as a calendar sends it (`2026-05-01`), or as people write it (`1.5.2026`). A year of two digits
 * and days whose month could be either number are left to whoever wrote them. Days are `YYYY-MM-DD`.
 */
import { withoutInvisible } from './visible-text';

/** The first and the last day that can be chosen. */
export interface DayBounds {
  readonly first: string;
  readonly last: string;
}

/** How many years before and after this one a day may lie in. */
export interface Years {
  readonly back: number;
  readonly ahead: number;
}

/** Where nothing else is said: what was, as far as figures are kept open for it, and what is planned. */
const USUAL_YEARS: Years = { back: 2, ahead: 10 };

/** From the first day of the first of these years to the last day of the last; `today` is the day in the city. */
export function dayBounds(today: string, { back, ahead }: Years = USUAL_YEARS): DayBounds {
  const year = Number(today.slice(0, 'YYYY'.length));
  return { first: `${year - back}-01-01`, last: `${year + ahead}-12-31` };
}

/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isWithin(day: string, { first, last }: DayBounds): boolean {
  return first <= day && day <= last;
}

export type WrittenDay =
  /** A day for certain, whether within the bounds or not. */
  | { readonly day: string }
  /** What within the bounds it can mean; nothing where all of it lies outside. */
  | { readonly meant: readonly string[] };

const PARTS = /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})$/;

/** The orders in which day, month and year are written, by what stands between them; the year is either end. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  '-': ['ymd', 'dmy'],
  '.': ['ymd', 'dmy'],
  '/': ['ymd', 'dmy', 'mdy'],
};

/** What a text means as a day; undefined where it means none. */
export function readDay(written: string, bounds: DayBounds): WrittenDay | undefined {
  const [, first = '', between = '', middle = '', last = ''] = PARTS.exec(withoutInvisible(written).trim()) ?? [];
  const meant = (ORDERS[between] ?? []).flatMap((order) => {
    const parts: Readonly<Record<string, string>> = Object.fromEntries(
      [...order].map((part, at) => [part, [first, middle, last][at] ?? '']),
    );
    return daysOf(parts.y ?? '', parts.m ?? '', parts.d ?? '', bounds);
  });
  const days = [...new Set(meant.map(({ day }) => day))];
  const [only] = days;
  if (only === undefined) return undefined;
  if (days.length === 1 && meant.every(({ isWhole }) => isWhole)) return { day: only };
  return { meant: days.filter((day) => isWithin(day, bounds)) };
}

/** A year of two digits (a calendar sends it as `0026`) is of a century in which it lies within the bounds. */
function daysOf(
  year: string,
  month: string,
  day: string,
  bounds: DayBounds,
): readonly { readonly day: string; readonly isWhole: boolean }[] {
  if (month.length > 2 || day.length > 2 || (year.length !== 2 && year.length !== 4)) return [];
  const isWhole = Number(year) >= 100;
  const centuries = isWhole ? [''] : centuriesOf(bounds);
  return centuries
    .map((century) => `${century}${isWhole ? year : year.slice(-2)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter(isDay)
    .map((found) => ({ day: found, isWhole }));
}

function centuriesOf({ first, last }: DayBounds): readonly string[] {
  return [...new Set([first.slice(0, 2), last.slice(0, 2)])];
}
