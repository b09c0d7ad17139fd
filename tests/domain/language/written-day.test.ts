import fc from 'fast-check';
import { dayBounds, isDay } from '../../../bot/domain/language/written-day';
import { readDate } from '../../../bot/domain/process/typed';

const TODAY = '2026-03-02';
const BOUNDS = dayBounds(TODAY);
const read = (raw: string) => readDate(raw, BOUNDS);

it('days can be chosen from two years back to ten years ahead, where nothing else is said', () => {
  expect(BOUNDS).toEqual({ first: '2024-01-01', last: '2036-12-31' });
  expect(dayBounds(TODAY, { back: 0, ahead: 1 })).toEqual({ first: '2026-01-01', last: '2027-12-31' });
});

describe('a day as it comes in', () => {
  it.each([
    ['2026-05-01', '2026-05-01'],
    ['2024-01-01', '2024-01-01'],
    ['2036-12-31', '2036-12-31'],
    ['1.5.2026', '2026-05-01'],
    ['01.05.2026', '2026-05-01'],
    ['2026.5.1', '2026-05-01'],
    ['25/12/2026', '2026-12-25'],
    ['5/5/2026', '2026-05-05'],
    // As Windows copies it.
    ['\u200e1\u200e.\u200e5\u200e.\u200e2026', '2026-05-01'],
  ])('%s is %s', (raw, value) => {
    expect(read(raw)).toEqual({ value });
  });

  it.each([
    // A calendar into which somebody typed two digits for the year.
    ['0026-05-01', ['2026-05-01']],
    ['1.5.26', ['2026-05-01']],
    ['26-05-01', ['2026-05-01']],
    ['25-05-26', ['2025-05-26', '2026-05-25']],
    ['5/1/2026', ['2026-01-05', '2026-05-01']],
  ])('%s is asked about: %j', (raw, meant) => {
    expect(read(raw)).toEqual({ problem: 'which-day', meant });
  });

  it.each(['0202-05-01', '9999-12-31', '2023-12-31', '2037-01-01', '0099-05-01', '1.5.1926', '1.5.52'])(
    '%s is out of bounds',
    (raw) => {
      expect(read(raw)).toEqual({ problem: 'out-of-bounds' });
    },
  );

  it.each([
    '2026-02-29',
    '2026-13-01',
    '20260501',
    '+010000-01-01',
    '02026-05-01',
    '202-05-01',
    '1.5.',
    'tomorrow',
    '2026-05-01T00:00',
  ])('%s is no day', (raw) => {
    expect(read(raw)).toEqual({ problem: 'not-a-date' });
  });
});

const RUNS = { numRuns: 10_000 };
const two = (part: number) => String(part).padStart(2, '0');

/** A day in one of the ways in which it is written, with what whoever wrote it had in mind. */
const written = fc
  .record({
    day: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }),
    way: fc.nat(9),
  })
  .map(({ day, way }) => {
    const intended = day.toISOString().slice(0, 10);
    const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
    const short = two(y % 100);
    const ways = [
      ...[intended, `00${intended.slice(2)}`, `${y}-${m}-${d}`, `${d}.${m}.${y}`, `${two(d)}.${two(m)}.${y}`],
      ...[`${d}.${m}.${short}`, `${d}/${m}/${y}`, `${m}/${d}/${y}`, `${short}-${two(m)}-${two(d)}`, ` ${d}-${m}-${y} `],
    ];
    return { intended, text: ways[way] ?? intended };
  });

describe('whatever is written', () => {
  it('is the day that was meant, a question that offers it, or a sentence: never another day', () => {
    fc.assert(
      fc.property(written, ({ text, intended }) => {
        const found = read(text);
        if ('value' in found) expect(found.value).toBe(intended);
        else if (found.problem === 'which-day') {
          if (intended >= BOUNDS.first && intended <= BOUNDS.last) expect(found.meant).toContain(intended);
        } else expect(found.problem).toBe('out-of-bounds');
      }),
      RUNS,
    );
  });

  it('is a day between the bounds with the figures that were typed, however strange it is', () => {
    const signs = fc.constantFrom(...'0012356', '2026', '26', '-', '-', '.', '.', '/', ' ', 'T', '٣');
    const anyDay = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    const strange = fc.oneof(
      fc.string({ unit: signs, maxLength: 11 }),
      fc.string({ maxLength: 12 }),
      anyDay.map((day) => day.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(strange, (raw) => {
        const found = read(raw);
        const days = 'value' in found ? [String(found.value)] : (found.meant ?? []).map(String);
        for (const day of days) {
          expect(isDay(day) && day >= BOUNDS.first && day <= BOUNDS.last).toBe(true);
          expect(figures(day)).toEqual(figures(raw));
        }
        // A year of two digits is never completed without asking.
        if ('value' in found) expect(raw).toContain(String(found.value).slice(0, 4));
      }),
      RUNS,
    );
  });
});

/** The numbers in it in no order, years without their century. */
function figures(text: string): readonly number[] {
  return (text.match(/\d+/g) ?? []).map((part) => Number(part) % 100).sort();
}
