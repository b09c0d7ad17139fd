import Holidays from 'date-holidays';
import type { Calendar } from '../../domain/working-time';

/** The library gives it the type of the two eves that are days off; in the city it is a working day. */
const NEW_YEARS_EVE = '12-31';

/**
 * The city's working days: Monday to Friday, without Finland's public holidays (the library's type `public`), Midsummer
 * Eve and Christmas Eve (its type `bank`). The two eves are not public holidays, but most collective agreements make
 * them days off (the University of Helsinki's Almanac Office, November 2024,
 * https://www.sttinfo.fi/tiedote/70637565/vuoteen-2025-osuu-taydet-kymmenen-arkivapaapaivaa). A year is computed when
 * it is first asked for, and remembered.
 */
export function createFinnishCalendar(): Calendar {
  const holidays = new Holidays('FI', { types: ['public', 'bank'] });
  holidays.unsetRule(NEW_YEARS_EVE);
  const years = new Map<string, ReadonlySet<string>>();
  const daysOff = (year: string): ReadonlySet<string> => {
    const known = years.get(year);
    if (known) return known;
    const found = new Set(holidays.getHolidays(year).map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length)));
    years.set(year, found);
    return found;
  };
  return { isWorkingDay: (day) => !isWeekend(day) && !daysOff(day.slice(0, 'YYYY'.length)).has(day) };
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (Number.isNaN(weekday)) throw new RangeError(`"${day}" is not a day: write it as YYYY-MM-DD.`);
  return weekday === 0 || weekday === 6;
}
