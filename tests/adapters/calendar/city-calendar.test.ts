import Holidays from 'date-holidays';
import { createCityCalendar } from '../../../bot/adapters/calendar/city-calendar';
import { CITY } from '../../fixtures/city';

/**
 * Written by hand, not taken from the library. Church holidays by the Church Act (Midsummer Day: the Saturday after
 * 19 June; All Saints' Day: the Saturday after 30 October), May Day and Independence Day by their own acts, and the two
 * eves by agreement. Easter Sunday: 5 April 2026, 28 March 2027.
 */
const DAYS_OFF: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  2026: {
    '2026-01-01': "New Year's Day, Thursday",
    '2026-01-06': 'Epiphany, Tuesday',
    '2026-04-03': 'Good Friday',
    '2026-04-05': 'Easter Sunday',
    '2026-04-06': 'Easter Monday',
    '2026-05-01': 'May Day, Friday',
    '2026-05-14': 'Ascension Day, Thursday',
    '2026-05-24': 'Whit Sunday',
    '2026-06-19': 'Midsummer Eve, Friday',
    '2026-06-20': 'Midsummer Day, Saturday',
    '2026-10-31': "All Saints' Day, Saturday",
    '2026-12-06': 'Independence Day, Sunday',
    '2026-12-24': 'Christmas Eve, Thursday',
    '2026-12-25': 'Christmas Day, Friday',
    '2026-12-26': 'Second Day of Christmas, Saturday',
  },
  2027: {
    '2027-01-01': "New Year's Day, Friday",
    '2027-01-06': 'Epiphany, Wednesday',
    '2027-03-26': 'Good Friday',
    '2027-03-28': 'Easter Sunday',
    '2027-03-29': 'Easter Monday',
    '2027-05-01': 'May Day, Saturday',
    '2027-05-06': 'Ascension Day, Thursday',
    '2027-05-16': 'Whit Sunday',
    '2027-06-25': 'Midsummer Eve, Friday',
    '2027-06-26': 'Midsummer Day, Saturday',
    '2027-11-06': "All Saints' Day, Saturday",
    '2027-12-06': 'Independence Day, Monday',
    '2027-12-24': 'Christmas Eve, Friday',
    '2027-12-25': 'Christmas Day, Saturday',
    '2027-12-26': 'Second Day of Christmas, Sunday',
  },
};

/** Holidays from Monday to Friday, as the Almanac Office counts them: nine in 2026, eight in 2027. */
const ON_WEEKDAYS: Readonly<Record<number, number>> = { 2026: 9, 2027: 8 };

describe.each([2026, 2027])('the Finnish calendar of %d', (year) => {
  const calendar = createCityCalendar(CITY.calendar);
  const named = Object.keys(DAYS_OFF[year] ?? {});

  it('has weekends, holidays and the two eves off, and no other day', () => {
    const off = daysOf(year).filter((day) => !calendar.isWorkingDay(day));
    expect(off).toEqual(daysOf(year).filter((day) => isWeekend(day) || named.includes(day)));
  });

  it('has as many holidays from Monday to Friday as the Almanac Office counts', () => {
    const off = daysOf(year).filter((day) => !isWeekend(day) && !calendar.isWorkingDay(day));
    expect(off).toHaveLength(ON_WEEKDAYS[year] ?? 0);
  });

  it("has New Year's Eve, Maundy Thursday and May Day's Eve for work", () => {
    const days = {
      2026: ['2026-12-31', '2026-04-02', '2026-04-30'],
      2027: ['2027-12-31', '2027-03-25', '2027-04-30'],
    }[year];
    expect(days?.filter((day) => !calendar.isWorkingDay(day))).toEqual([]);
  });
});

describe('the Finnish calendar', () => {
  it('computes a year once', () => {
    const computed = jest.spyOn(Holidays.prototype, 'getHolidays');
    const calendar = createCityCalendar(CITY.calendar);
    for (const day of [...daysOf(2026), ...daysOf(2027), ...daysOf(2026)]) calendar.isWorkingDay(day);
    expect(computed).toHaveBeenCalledTimes(2);
    computed.mockRestore();
  });

  it('refuses what is not a day', () => {
    expect(() => createCityCalendar(CITY.calendar).isWorkingDay('tomorrow')).toThrow('YYYY-MM-DD');
  });
});

function daysOf(year: number): readonly string[] {
  const days: string[] = [];
  for (
    const day = new Date(Date.UTC(year, 0, 1));
    day.getUTCFullYear() === year;
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    days.push(day.toISOString().slice(0, 10));
  }
  return days;
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}
