import fc from 'fast-check';
import {
  type Calendar,
  createClocks,
  daysUntil,
  dueAfterWorkingDays,
  nextWorkingMoment,
  type TimeOfDay,
  weekOf,
  workingDaysAfter,
} from '../../bot/domain/working-time';

/** Monday to Friday, without the holidays that the examples need. */
const HOLIDAYS = [
  ...['2026-04-03', '2026-04-06', '2026-06-19', '2026-12-24', '2026-12-25', '2027-01-01', '2027-01-06'],
  ...['2027-03-26', '2027-03-29', '2027-06-25', '2027-12-24'],
];
const clocks = createClocks('Europe/Helsinki');
const toy: Calendar = {
  ...clocks,
  isWorkingDay: (day) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) && !HOLIDAYS.includes(day),
};

const MINUTE = 60_000;
const moments = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const days = moments.map((moment) => moment.toISOString().slice(0, 10));
const counts = fc.nat(30);
const times = fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, minutes]) => `${two(hours)}:${two(minutes)}` as TimeOfDay);

describe('a day in Espoo', () => {
  it.each([
    { moment: '2026-01-14T21:59:59.999Z', day: '2026-01-14', when: 'before midnight in winter' },
    { moment: '2026-01-14T22:00:00Z', day: '2026-01-15', when: 'at midnight in winter' },
    { moment: '2026-07-14T20:59:59.999Z', day: '2026-07-14', when: 'before midnight in summer' },
    { moment: '2026-07-14T21:00:00Z', day: '2026-07-15', when: 'at midnight in summer' },
    { moment: '2026-12-31T22:00:00Z', day: '2027-01-01', when: 'in the new year' },
  ])('is $day $when', ({ moment, day }) => {
    expect(clocks.dayOf(new Date(moment))).toBe(day);
  });
});

describe('a time of day in Espoo', () => {
  it.each<{ day: string; time: TimeOfDay; moment: string; why: string }>([
    { day: '2026-01-15', time: '08:00', moment: '2026-01-15T06:00:00.000Z', why: 'two hours ahead in winter' },
    { day: '2026-07-15', time: '08:00', moment: '2026-07-15T05:00:00.000Z', why: 'three hours ahead in summer' },
    { day: '2026-07-15', time: '00:00', moment: '2026-07-14T21:00:00.000Z', why: 'begins the day' },
    { day: '2026-03-29', time: '00:00', moment: '2026-03-28T22:00:00.000Z', why: 'before the leap in spring' },
    { day: '2026-03-29', time: '02:59', moment: '2026-03-29T00:59:00.000Z', why: 'right before the leap' },
    { day: '2026-03-29', time: '03:30', moment: '2026-03-29T01:30:00.000Z', why: 'leapt over, so 04:30' },
    { day: '2026-03-29', time: '04:00', moment: '2026-03-29T01:00:00.000Z', why: 'right after the leap' },
    { day: '2026-03-29', time: '09:00', moment: '2026-03-29T06:00:00.000Z', why: 'on the day of the leap' },
    { day: '2026-10-25', time: '00:00', moment: '2026-10-24T21:00:00.000Z', why: 'before clocks go back' },
    { day: '2026-10-25', time: '03:30', moment: '2026-10-25T00:30:00.000Z', why: 'the first of two' },
    { day: '2026-10-25', time: '04:00', moment: '2026-10-25T02:00:00.000Z', why: 'after clocks went back' },
    { day: '2026-10-25', time: '09:00', moment: '2026-10-25T07:00:00.000Z', why: 'on the day clocks go back' },
  ])('$day $time is $moment ($why)', ({ day, time, moment }) => {
    expect(clocks.momentAt(day, time).toISOString()).toBe(moment);
  });

  it('is on its day, and clocks show it but for the hour they leap over', () => {
    fc.assert(
      fc.property(days, times, (day, time) => {
        const moment = clocks.momentAt(day, time);
        expect(clocks.dayOf(moment)).toBe(day);
        const leapt = ['2026-03-29', '2027-03-28'].includes(day) && time.startsWith('03');
        expect(clock(moment)).toBe(leapt ? `04${time.slice(2)}` : time);
      }),
    );
  });

  it('cannot be of a day that is none', () => {
    expect(() => clocks.momentAt('soon', '09:00')).toThrow(RangeError);
  });
});

describe('working days after a day', () => {
  it.each([
    { day: '2026-06-15', count: 0, found: '2026-06-15', why: 'a Monday itself' },
    { day: '2026-06-13', count: 0, found: '2026-06-15', why: 'a Saturday is none, so Monday' },
    { day: '2026-06-13', count: 1, found: '2026-06-15', why: 'the next one after a Saturday' },
    { day: '2026-06-12', count: 1, found: '2026-06-15', why: 'over a weekend' },
    { day: '2026-06-08', count: 5, found: '2026-06-15', why: 'a working week' },
    { day: '2026-04-02', count: 1, found: '2026-04-07', why: 'over Easter 2026' },
    { day: '2027-03-25', count: 1, found: '2027-03-30', why: 'over Easter 2027' },
    { day: '2026-06-18', count: 1, found: '2026-06-22', why: 'over Midsummer 2026' },
    { day: '2027-06-24', count: 1, found: '2027-06-28', why: 'over Midsummer 2027' },
    { day: '2026-12-23', count: 1, found: '2026-12-28', why: 'over Christmas 2026' },
    { day: '2026-12-23', count: 5, found: '2027-01-04', why: 'over Christmas and New Year' },
    { day: '2027-12-23', count: 1, found: '2027-12-27', why: 'over Christmas 2027' },
  ])('$count after $day: $found ($why)', ({ day, count, found }) => {
    expect(workingDaysAfter(day, count, toy)).toBe(found);
  });

  it('are working days, as many as were asked for', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        const found = workingDaysAfter(day, count, toy);
        expect(toy.isWorkingDay(found)).toBe(true);
        let passed = 0;
        for (let at = Date.parse(day) + 24 * 60 * MINUTE; at <= Date.parse(found); at += 24 * 60 * MINUTE) {
          if (toy.isWorkingDay(new Date(at).toISOString().slice(0, 10))) passed += 1;
        }
        expect(passed).toBe(count === 0 && !toy.isWorkingDay(day) ? 1 : count);
      }),
    );
  });

  it('never come earlier for a later day or a larger count', () => {
    fc.assert(
      fc.property(days, days, counts, counts, (one, other, few, more) => {
        const [early = '', late = ''] = [one, other].sort();
        const [least, most] = [Math.min(few, more), Math.max(few, more)];
        expect(workingDaysAfter(early, least, toy) <= workingDaysAfter(late, most, toy)).toBe(true);
      }),
    );
  });

  it('are whole numbers from 0 on, and exist', () => {
    for (const count of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => workingDaysAfter('2026-06-15', count, toy)).toThrow(RangeError);
    }
    expect(() => workingDaysAfter('2026-06-15', 0, { ...clocks, isWorkingDay: () => false })).toThrow('no working day');
  });
});

describe('the next moment for work', () => {
  it.each([
    { from: '2026-06-15T05:00:00.000Z', next: '2026-06-15T05:00:00.000Z', why: 'Monday at 08:00 sharp' },
    { from: '2026-06-15T13:59:59.999Z', next: '2026-06-15T13:59:59.999Z', why: 'Monday right before 17:00' },
    { from: '2026-06-15T14:00:00.000Z', next: '2026-06-16T05:00:00.000Z', why: 'Monday at 17:00 sharp' },
    { from: '2026-06-15T04:59:00.000Z', next: '2026-06-15T05:00:00.000Z', why: 'Monday right before 08:00' },
    { from: '2026-06-15T22:30:00.000Z', next: '2026-06-16T05:00:00.000Z', why: 'the night to Tuesday, 01:30' },
    { from: '2026-06-12T16:00:00.000Z', next: '2026-06-15T05:00:00.000Z', why: 'Friday evening' },
    { from: '2026-06-13T09:00:00.000Z', next: '2026-06-15T05:00:00.000Z', why: 'Saturday noon' },
    { from: '2026-06-14T21:30:00.000Z', next: '2026-06-15T05:00:00.000Z', why: 'Monday, 00:30' },
    { from: '2026-03-27T16:00:00.000Z', next: '2026-03-30T05:00:00.000Z', why: 'over the leap in spring' },
    { from: '2026-10-23T16:00:00.000Z', next: '2026-10-26T06:00:00.000Z', why: 'over the end of summer time' },
    { from: '2026-04-02T14:30:00.000Z', next: '2026-04-07T05:00:00.000Z', why: 'Maundy Thursday evening' },
    { from: '2026-06-19T09:00:00.000Z', next: '2026-06-22T05:00:00.000Z', why: 'Midsummer Eve' },
    { from: '2026-12-24T08:00:00.000Z', next: '2026-12-28T06:00:00.000Z', why: 'Christmas Eve 2026' },
    { from: '2027-12-24T08:00:00.000Z', next: '2027-12-27T06:00:00.000Z', why: 'Christmas Eve 2027' },
  ])('from $from: $next ($why)', ({ from, next }) => {
    expect(nextWorkingMoment(new Date(from), toy).toISOString()).toBe(next);
  });

  it('is never earlier, always within working hours, and its own next moment', () => {
    fc.assert(
      fc.property(moments, (from) => {
        const next = nextWorkingMoment(from, toy);
        expect(next.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(toy.isWorkingDay(clocks.dayOf(next))).toBe(true);
        expect(clock(next) >= '08:00' && clock(next) < '17:00').toBe(true);
        expect(nextWorkingMoment(next, toy)).toEqual(next);
      }),
    );
  });

  it('keeps the order of moments', () => {
    fc.assert(
      fc.property(moments, fc.nat(5 * 24 * 60), (from, minutes) => {
        const later = new Date(from.getTime() + minutes * MINUTE);
        expect(nextWorkingMoment(later, toy).getTime()).toBeGreaterThanOrEqual(nextWorkingMoment(from, toy).getTime());
      }),
    );
  });
});

describe('what is due after working days', () => {
  it.each([
    { from: '2026-06-12T20:00:00.000Z', count: 1, due: '2026-06-15T06:00:00.000Z', why: 'from a Friday evening' },
    { from: '2026-06-14T21:30:00.000Z', count: 1, due: '2026-06-16T06:00:00.000Z', why: 'from Monday, 00:30' },
    { from: '2026-03-27T10:00:00.000Z', count: 1, due: '2026-03-30T06:00:00.000Z', why: 'into summer time' },
    { from: '2026-10-23T10:00:00.000Z', count: 1, due: '2026-10-26T07:00:00.000Z', why: 'out of summer time' },
    { from: '2026-12-21T10:00:00.000Z', count: 3, due: '2026-12-28T07:00:00.000Z', why: 'over Christmas' },
    { from: '2026-06-13T10:00:00.000Z', count: 0, due: '2026-06-15T06:00:00.000Z', why: 'none, from a Saturday' },
  ])('$count after $from: $due ($why)', ({ from, count, due }) => {
    expect(dueAfterWorkingDays(new Date(from), count, toy).toISOString()).toBe(due);
  });

  it('is due at nine on a working day, later than now, and no earlier for a later moment', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), fc.nat(5 * 24 * 60), (from, count, minutes) => {
        const due = dueAfterWorkingDays(from, count, toy);
        expect(clock(due)).toBe('09:00');
        expect(toy.isWorkingDay(clocks.dayOf(due))).toBe(true);
        expect(due.getTime()).toBeGreaterThan(from.getTime());
        const later = dueAfterWorkingDays(new Date(from.getTime() + minutes * MINUTE), count, toy);
        expect(later.getTime()).toBeGreaterThanOrEqual(due.getTime());
      }),
    );
  });
});

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Helsinki', hour: '2-digit', minute: '2-digit' });

/** What clocks in Espoo show at a moment, `HH:MM`. */
function clock(moment: Date): string {
  return CLOCK.format(moment);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

describe('a week', () => {
  it.each([
    ['2026-05-04', '2026-05-04', '2026-05-10'],
    ['2026-05-10', '2026-05-04', '2026-05-10'],
    ['2026-05-11', '2026-05-11', '2026-05-17'],
    ['2027-01-01', '2026-12-28', '2027-01-03'],
    ['2028-02-29', '2028-02-28', '2028-03-05'],
  ])('of %s goes from Monday %s to Sunday %s', (day, from, to) => {
    expect(weekOf(day)).toEqual({ from, to });
  });

  it('has days that are counted whatever the clocks do', () => {
    expect(daysUntil('2026-03-02', '2026-05-04')).toBe(63);
    expect(daysUntil('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysUntil('2026-03-02', '2026-03-02')).toBe(0);
    expect(daysUntil('2026-03-02', '2026-03-01')).toBe(-1);
  });
});
