import { atLeast, every, not, some, type Truth } from '../../../bot/domain/rules/truth';

const TRUTHS: readonly Truth[] = [true, false, 'unknown'];

/** Every way in which the unknown ones could turn out. */
function completions(truths: readonly Truth[]): readonly boolean[][] {
  return truths.reduce<boolean[][]>(
    (ways, truth) => ways.flatMap((way) => (truth === 'unknown' ? [true, false] : [truth]).map((one) => [...way, one])),
    [[]],
  );
}

/** What is certain whatever the unknown ones turn out to be. */
function certain(truths: readonly Truth[], judge: (way: readonly boolean[]) => boolean): Truth {
  const results = new Set(completions(truths).map(judge));
  return results.size === 1 ? results.has(true) : 'unknown';
}

const LISTS: readonly (readonly Truth[])[] = [
  [],
  ...TRUTHS.map((a) => [a]),
  ...TRUTHS.flatMap((a) => TRUTHS.map((b) => [a, b])),
  ...TRUTHS.flatMap((a) => TRUTHS.flatMap((b) => TRUTHS.map((c) => [a, b, c]))),
];

it('"every" says what is certain, whatever the unknown ones turn out to be', () => {
  expect(LISTS.map(every)).toEqual(LISTS.map((truths) => certain(truths, (way) => way.every(Boolean))));
});

it('"some" says what is certain, whatever the unknown ones turn out to be', () => {
  expect(LISTS.map(some)).toEqual(LISTS.map((truths) => certain(truths, (way) => way.some(Boolean))));
});

it.each([0, 1, 2, 3, 4])('"at least %i" says what is certain, whatever the unknown ones turn out to be', (least) => {
  const judge = (way: readonly boolean[]) => way.filter(Boolean).length >= least;
  expect(LISTS.map((truths) => atLeast(least, truths))).toEqual(LISTS.map((truths) => certain(truths, judge)));
});

it('"not" leaves the unknown unknown', () => {
  expect(TRUTHS.map(not)).toEqual([false, true, 'unknown']);
});
