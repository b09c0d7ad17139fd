import Holidays, { type HolidaysTypes } from 'date-holidays';
import { type Calendar, createClocks } from '../../domain/working-time';

/** Where a city is, and on which days nobody works there. */
export interface CalendarPlace {
  readonly timeZone: string;
  /** ISO 3166-1, and a state or region of it as the library knows it. */
  readonly country: string;
  readonly region?: string | undefined;
  /** The library's kinds of holidays on which nobody works. */
  readonly daysOff: readonly HolidaysTypes.HolidayType[];
  /** Days of these kinds on which people work all the same, `MM-DD`. */
  readonly worked: readonly string[];
}

/**
 * The city's clocks and working days: Monday to Friday, without its country's holidays of these kinds. A year is computed
 * when it is first asked for, and remembered.
 *
 * @throws Error for a country or region that the library does not know: every day but weekends would be one for work
 */
export function createCityCalendar({ timeZone, country, region, daysOff, worked }: CalendarPlace): Calendar {
  const known = new Holidays().getCountries();
  if (!known[country] || (region !== undefined && !new Holidays().getStates(country)?.[region])) {
    const place = region === undefined ? country : `${country}, ${region}`;
    throw new Error(`Nobody knows the holidays of ${place}: mend calendar.country and calendar.region in city.json.`);
  }
  const types = [...daysOff];
  const holidays = region === undefined ? new Holidays(country, { types }) : new Holidays(country, region, { types });
  for (const rule of worked) holidays.unsetRule(rule);
  const years = new Map<string, ReadonlySet<string>>();
  const offIn = (year: string): ReadonlySet<string> => {
    const found =
      years.get(year) ?? new Set(holidays.getHolidays(year).map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length)));
    years.set(year, found);
    return found;
  };
  const isWorkingDay = (day: string) => !isWeekend(day) && !offIn(day.slice(0, 'YYYY'.length)).has(day);
  return { ...createClocks(timeZone), isWorkingDay };
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (Number.isNaN(weekday)) throw new RangeError(`"${day}" is not a day: write it as YYYY-MM-DD.`);
  return weekday === 0 || weekday === 6;
}
