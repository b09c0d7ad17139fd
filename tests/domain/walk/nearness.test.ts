/** The class that is nearest to answers, on three made-up classes; the network evaluation plays it in full. */
import type { Condition } from '../../../bot/domain/process/condition-shape';
import type { OutcomeRule, Process } from '../../../bot/domain/process/process';
import type { Facts } from '../../../bot/domain/rules/condition';
import type { Truth } from '../../../bot/domain/rules/truth';
import { nearestOf } from '../../../bot/domain/walk/nearness';
import { outcomeOf } from '../../../bot/domain/walk/outcome';
import { loadModel } from '../../fixtures/model';

const toy = loadModel('visit-request');
const rest: Pick<OutcomeRule, 'source' | 'tone' | 'advice'> = { source: 'product', tone: 'good', advice: [] };
const yes = (answer: string): Condition => ({ answer, is: true });
const no = (answer: string): Condition => ({ answer, is: false });
const OUTCOMES: readonly OutcomeRule[] = [
  { ...rest, id: 'large', traits: [yes('a'), yes('b'), yes('c'), yes('d')] },
  { ...rest, id: 'small', traits: [no('a'), yes('c')] },
  { ...rest, id: 'none', traits: [no('b'), no('c'), no('d')] },
  { ...rest, id: 'mixed', when: { all: [] } },
];
const process: Process = { ...toy.process, outcomes: [...OUTCOMES] };
const ITEMS = ['a', 'b', 'c', 'd'];

/** All are asked; `unknown` is one that is not answered yet. */
function factsOf(said: Readonly<Record<string, Truth>>): Facts {
  const answered = Object.entries(said).flatMap(([id, value]) => (value === 'unknown' ? [] : [[id, value] as const]));
  return {
    answers: Object.fromEntries(answered),
    asked: new Map(ITEMS.map((id) => [id, true])),
    directory: toy.directory,
  };
}

function everyWay(values: readonly Truth[]): readonly Readonly<Record<string, Truth>>[] {
  return ITEMS.reduce<Record<string, Truth>[]>(
    (ways, id) => ways.flatMap((way) => values.map((value) => ({ ...way, [id]: value }))),
    [{}],
  );
}

const outcome = (said: Readonly<Record<string, Truth>>) => outcomeOf(process, factsOf(said))?.id;

describe('The nearest class', () => {
  it('has the largest share of its own traits, not the largest number', () => {
    // Three of four are less than two of two.
    expect(outcome({ a: false, b: true, c: true, d: true })).toBe('small');
    expect(outcome({ a: true, b: true, c: true, d: false })).toBe('large');
  });

  it('is none where two are as near: then the next rule holds', () => {
    const said = { a: false, b: true, c: false, d: true };
    expect(outcome(said)).toBe('mixed');
    expect(nearestOf(process, factsOf(said)).map(({ rule, met }) => [rule.id, met.length])).toEqual([
      ['large', 2],
      ['small', 1],
    ]);
  });

  it('is certain only when no open answer can change it, in all 81 ways to have answered so far', () => {
    for (const said of everyWay([true, false, 'unknown'])) {
      const found = outcome(said);
      if (found === undefined) continue;
      const completions = everyWay([true, false]).filter((whole) =>
        ITEMS.every((id) => said[id] === 'unknown' || said[id] === whole[id]),
      );
      for (const whole of completions) expect([said, whole, outcome(whole)]).toEqual([said, whole, found]);
    }
  });

  it('is certain at the end, always', () => {
    for (const said of everyWay([true, false])) expect(outcome(said)).toBeDefined();
  });

  it('is early known where the others cannot catch up', () => {
    expect(outcome({ a: false, b: true, c: true, d: 'unknown' })).toBe('small');
  });
});
