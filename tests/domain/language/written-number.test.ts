import fc from 'fast-check';
import { numbersMeant } from '../../../bot/domain/language/written-number';
import { readNumber } from '../../../bot/domain/process/typed';

const meant = (text: string) => numbersMeant(text).map(({ value }) => value);

describe('a number as people write it', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['20000', 20_000],
    ['1 000', 1_000],
    ['1\u00a0000\u00a0000', 1_000_000],
    ['1\u202f000', 1_000],
    ["1'000", 1_000],
    ['1’000', 1_000],
    // As it comes out of a page that goes from right to left.
    ['\u200e18\u200b', 18],
    ['1,000,000', 1_000_000],
    ['1.000.000', 1_000_000],
    ['1,000.50', 1_000.5],
    ['1.000,50', 1_000.5],
    ['1 000,5', 1_000.5],
    ['0,500', 0.5],
    ['2.50', 2.5],
    ['-30', -30],
    ['−30', -30],
    ['+5', 5],
  ])('%j is %d and nothing else', (text, value) => {
    expect(meant(text)).toEqual([value]);
  });

  it.each([
    ['1,000', [1_000, 1]],
    ['20.000', [20_000, 20]],
    ['1,500', [1_500, 1.5]],
    ['1 000,000', [1_000_000, 1_000]],
    ['1,000.000', [1_000_000, 1_000]],
  ])('%j can be read in two ways', (text, values) => {
    expect(meant(text)).toEqual(values);
  });

  it.each([
    ...[
      '',
      ' ',
      '-',
      ',',
      '1,',
      '.5',
      '1 00',
      '1 0000',
      '10 00',
      '1,00,000',
      '1,000,00',
      '1.000.0000',
      '1,000 000',
      '1 000.000.000',
      '5-10',
      '5–10',
    ],
    ...['0x10', '0b1', '0o7', '1e2', '1E2', '1_000', 'Infinity', 'NaN', '10²', '½', '१०', '1\n000', '1 000 €', 'ten'],
    '1'.repeat(41),
  ])('%j is no number', (text) => {
    expect(meant(text)).toEqual([]);
  });
});

const HEADS = { min: 0, max: 2_000 };
const GRADE = { min: 1, max: 5, decimals: 1 };

describe('an answer that has to be a number', () => {
  it.each([
    ['20,000', HEADS, { problem: 'which-number', meant: [20] }],
    ['1,000', HEADS, { problem: 'which-number', meant: [1_000, 1] }],
    ['1,500', HEADS, { problem: 'which-number', meant: [1_500] }],
    ['-0', HEADS, { value: 0 }],
    ['3.5', HEADS, { problem: 'not-a-number' }],
    ['3,5', GRADE, { value: 3.5 }],
    ['3.500', GRADE, { problem: 'which-number', meant: [3.5] }],
    ['30,000', GRADE, { problem: 'out-of-range' }],
    ['0x10', HEADS, { problem: 'not-a-number' }],
    ['1e2', HEADS, { problem: 'not-a-number' }],
    // What a client sends as a number has been read already.
    [1_000, HEADS, { value: 1_000 }],
    [3.5, GRADE, { value: 3.5 }],
    [3.25, GRADE, { problem: 'not-a-number' }],
    [1e-7, HEADS, { problem: 'not-a-number' }],
    [1e21, HEADS, { problem: 'out-of-range' }],
  ] as const)('%j is taken or asked about', (raw, limits, read) => {
    expect(readNumber(limits, raw)).toEqual(read);
  });
});

const RUNS = { numRuns: 10_000 };
const GROUPS = ['', ' ', '\u00a0', '\u202f', ',', '.', "'", '’'];

/** A number in one of the ways in which the three languages write it, with what whoever wrote it had in mind. */
const written = fc
  .record({
    whole: fc.oneof(fc.nat(3_000), fc.nat(2_000_000)),
    group: fc.constantFrom(...GROUPS),
    point: fc.constantFrom(',', '.'),
    decimals: fc.oneof(fc.constant(''), fc.stringMatching(/^\d{1,4}$/)),
    around: fc.constantFrom('', ' ', '\u00a0'),
  })
  .filter(({ group, point, decimals }) => decimals === '' || group !== point)
  .map(({ whole, group, point, decimals, around }) => ({
    intended: Number(`${whole}.${decimals}0`),
    text: `${around}${String(whole).replace(/\B(?=(\d{3})+$)/g, group)}${decimals && point}${decimals}${around}`,
  }));

const limits = fc.constantFrom(HEADS, GRADE, { min: 0, max: 2_000_000, decimals: 2 }, { min: -400, max: 400 });

describe('whatever is written', () => {
  it('is what was meant, a question that offers it, or a sentence: never another number', () => {
    fc.assert(
      fc.property(written, limits, ({ text, intended }, allowed) => {
        const read = readNumber(allowed, text);
        if ('value' in read) expect(read.value).toBe(intended);
        else if (read.problem === 'which-number') expect(meant(text)).toContain(intended);
        else expect(['not-a-number', 'out-of-range']).toContain(read.problem);
      }),
      RUNS,
    );
  });

  it('loses no digit and gains none, and stays in its limits, however strange it is', () => {
    const signs = fc.constantFrom(
      ...'0123456789',
      ...'0123456789',
      ' ',
      '\u00a0',
      ',',
      '.',
      "'",
      '-',
      '−',
      'e',
      'x',
      '_',
      '٣',
      '½',
    );
    const strange = fc.oneof(
      fc.string({ unit: signs, maxLength: 12 }),
      fc.string({ maxLength: 12 }),
      fc.double(),
      fc.anything(),
    );
    fc.assert(
      fc.property(strange, limits, (raw, allowed) => {
        const read = readNumber(allowed, raw);
        const values = 'value' in read ? [read.value] : (read.meant ?? []);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(allowed.min);
          expect(value).toBeLessThanOrEqual(allowed.max);
          if (typeof raw === 'string') expect(significant(raw)).toBe(significant(String(value)));
          else expect(value).toBe(raw === 0 ? 0 : raw);
        }
      }),
      RUNS,
    );
  });
});

/** Its digits without the noughts around them. */
function significant(text: string): string {
  return text.replace(/[^0-9]/g, '').replace(/^0+|0+$/g, '');
}
