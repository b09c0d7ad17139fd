import { type Goal, verdict } from '../../bench/report/goals';
import { quantile } from '../../bench/report/summary';

const most: Goal = { what: 'CPU', measured: 0, sense: 'most', goal: 2, unit: '×' };
const least: Goal = { ...most, sense: 'least' };

describe('the verdict on a goal', () => {
  it.each([
    [most, 2, 'met'],
    [most, 2.01, 'missed'],
    [least, 2, 'met'],
    [least, 1.99, 'missed'],
    [least, Number.NaN, 'not measured'],
    [{ ...most, onlyShown: true }, 2.01, 'shown'],
  ] as const)('%p at %p is "%s"', (goal, measured, expected) => {
    expect(verdict({ ...goal, measured })).toBe(expected);
  });
});

describe('a quantile', () => {
  it('is a value that was measured', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([3, 1, 2], 0.99)).toBe(3);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
