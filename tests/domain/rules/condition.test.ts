import type { Answers } from '../../../bot/domain/process/answers';
import type { Condition } from '../../../bot/domain/process/condition-shape';
import { deciding, evaluate, type Facts, itemsIn } from '../../../bot/domain/rules/condition';
import type { Truth } from '../../../bot/domain/rules/truth';
import { loadDirectory } from '../../fixtures/model';

const directory = loadDirectory();

/** Facts in which each item is asked, but for those that `asked` speaks of. */
function facts(answers: Answers, asked: Readonly<Record<string, Truth>> = {}): Facts {
  const everything = ['tea', 'milk', 'sugar', 'size', 'main-theme'].map((item): [string, Truth] => [item, true]);
  return { answers, asked: new Map([...everything, ...Object.entries(asked)]), directory };
}

const TEA: Condition = { answer: 'tea', is: true };
const MILK: Condition = { answer: 'milk', is: true };
const TWO_OF_THREE: Condition = { count: ['tea', 'milk', 'sugar'], is: true, atLeast: 2 };

describe('An answer', () => {
  it('holds when it is as wanted, and not when it is another', () => {
    expect(evaluate(TEA, facts({ tea: true }))).toBe(true);
    expect(evaluate(TEA, facts({ tea: false }))).toBe(false);
    expect(evaluate({ answer: 'size', in: ['large', 'huge'] }, facts({ size: 'huge' }))).toBe(true);
    expect(evaluate({ answer: 'size', in: ['large', 'huge'] }, facts({ size: 'small' }))).toBe(false);
    expect(evaluate({ answer: 'size', is: 3 }, facts({ size: 3 }))).toBe(true);
  });

  it('that was left empty holds nothing', () => {
    expect(evaluate({ answer: 'size', is: 'large' }, facts({ size: null }))).toBe(false);
  });

  it('is unknown while it is asked and not given', () => {
    expect(evaluate(TEA, facts({}))).toBe('unknown');
  });

  it('is unknown while it is open whether it is asked, even when it is there', () => {
    expect(evaluate(TEA, facts({ tea: true }, { tea: 'unknown' }))).toBe('unknown');
  });

  it('never holds when it is not asked, or not even an item', () => {
    expect(evaluate(TEA, facts({ tea: true }, { tea: false }))).toBe(false);
    expect(evaluate({ answer: 'coffee', is: true }, facts({ coffee: true }))).toBe(false);
  });
});

describe('Composed conditions', () => {
  it('"all" of nothing holds always', () => {
    expect(evaluate({ all: [] }, facts({}))).toBe(true);
  });

  it('"all" is certain with the first that fails', () => {
    expect(evaluate({ all: [TEA, MILK] }, facts({ milk: false }))).toBe(false);
    expect(evaluate({ all: [TEA, MILK] }, facts({ milk: true }))).toBe('unknown');
    expect(evaluate({ all: [TEA, MILK] }, facts({ milk: true, tea: true }))).toBe(true);
  });

  it('"any" is certain with the first that holds', () => {
    expect(evaluate({ any: [TEA, MILK] }, facts({ milk: true }))).toBe(true);
    expect(evaluate({ any: [TEA, MILK] }, facts({ milk: false }))).toBe('unknown');
    expect(evaluate({ any: [TEA, MILK] }, facts({ milk: false, tea: false }))).toBe(false);
  });

  it('"not" turns a condition round and leaves the unknown unknown', () => {
    expect(evaluate({ not: TEA }, facts({ tea: true }))).toBe(false);
    expect(evaluate({ not: TEA }, facts({}))).toBe('unknown');
    expect(evaluate({ not: TEA }, facts({}, { tea: false }))).toBe(true);
  });

  it('"count" is certain as soon as the open answers cannot change it', () => {
    expect(evaluate(TWO_OF_THREE, facts({ tea: true }))).toBe('unknown');
    expect(evaluate(TWO_OF_THREE, facts({ tea: true, milk: true }))).toBe(true);
    expect(evaluate(TWO_OF_THREE, facts({ tea: false, milk: false }))).toBe(false);
    expect(evaluate(TWO_OF_THREE, facts({ tea: false }, { milk: false }))).toBe(false);
  });

  it('a predicate is judged by its function, and one that does not exist is an error that says what to do', () => {
    const outside: Condition = { predicate: 'main-theme-outside-group-administration' };
    expect(evaluate(outside, facts({ 'main-theme': 'congresses' }))).toBe(true);
    expect(evaluate(outside, facts({}))).toBe('unknown');
    expect(() => evaluate({ predicate: 'full-moon' }, facts({}))).toThrow(
      'Unknown predicate "full-moon": add it to bot/domain/rules/predicates.ts, with a test.',
    );
  });
});

describe('The deciding answers', () => {
  it('of a comparison are the one it looks at', () => {
    expect(deciding(TEA, facts({ tea: true }))).toEqual(['tea']);
    expect(deciding({ not: TEA }, facts({ tea: true }))).toEqual(['tea']);
  });

  it('of "all" are all when it holds, and the failing ones when it does not', () => {
    expect(deciding({ all: [TEA, MILK] }, facts({ tea: true, milk: true }))).toEqual(['tea', 'milk']);
    expect(deciding({ all: [TEA, MILK] }, facts({ tea: true, milk: false }))).toEqual(['milk']);
  });

  it('of "any" are the holding ones when it holds, and all when it does not', () => {
    expect(deciding({ any: [TEA, MILK] }, facts({ tea: true, milk: false }))).toEqual(['tea']);
    expect(deciding({ any: [TEA, MILK] }, facts({ tea: false, milk: false }))).toEqual(['tea', 'milk']);
  });

  it('of "count" are those that were counted when it holds, and those that fell short when it does not', () => {
    expect(deciding(TWO_OF_THREE, facts({ tea: true, milk: false, sugar: true }))).toEqual(['tea', 'sugar']);
    expect(deciding(TWO_OF_THREE, facts({ tea: true, milk: false, sugar: false }))).toEqual(['milk', 'sugar']);
  });
});

it('the items in a condition are found however deep they lie', () => {
  const deep: Condition = {
    all: [{ not: TEA }, { any: [TWO_OF_THREE, { predicate: 'p' }, { answer: 'size', in: [1] }] }],
  };
  expect(itemsIn(deep)).toEqual(['tea', 'tea', 'milk', 'sugar', 'size']);
});
