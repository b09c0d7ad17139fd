import type { Mutant } from './mutant';

/** What the model says of visits, and what carries a walk that turns out to be another. */
export const mutants: readonly Mutant[] = [
  {
    without: 'the question which of two answers is right, before a matter is sent',
    file: 'bot/domain/walk/checklist.ts',
    search: ' && contradictionsIn(model, position).length === 0',
    replacement: '',
    test: 'tests/domain/walk/contradictions.test.ts',
  },
];
