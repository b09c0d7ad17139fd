import type { Mutant } from './mutant';

const CHECKLIST = { test: 'tests/features/walk/checklist.test.ts' };

/** Criteria on one card. */
export const mutants: readonly Mutant[] = [
  {
    ...CHECKLIST,
    without: 'a missing answer to a criterion is named',
    file: 'bot/domain/walk/answer-input.ts',
    search: "problem: raw === undefined || raw === null || raw === '' ? 'missing' : 'not-a-choice'",
    replacement: "problem: 'not-a-choice'",
  },
  {
    ...CHECKLIST,
    without: 'the press of a card that asked a criterion alone',
    file: 'bot/domain/walk/checklist.ts',
    search: 'return isChecklist(step) && step.items.some(({ id }) => id === item);',
    replacement: 'return false;',
  },
  {
    ...CHECKLIST,
    without: 'a Change of a card that named the criterion',
    file: 'bot/domain/walk/checklist.ts',
    search: 'const ids = [name, stepAsking(position, name)?.id];',
    replacement: 'const ids = [name];',
  },
  {
    ...CHECKLIST,
    without: 'answered lines that stay when all others are answered at once',
    file: 'bot/features/walk/say-in-walk.ts',
    search: 'answers[id] ?? value',
    replacement: 'value',
  },
  {
    ...CHECKLIST,
    without: 'a typed Yes for the first line that is open',
    file: 'bot/features/walk/say-in-walk.ts',
    search: 'step.items.filter(({ id }) => facts.answers[id] === undefined) : []',
    replacement: 'step.items : []',
  },
  {
    without: 'what a criterion opens, after the checklist',
    file: 'bot/domain/walk/replay.ts',
    search: 'when !== undefined && itemsIn(when).some((id) => own.has(id))',
    replacement: 'when !== undefined && own.size === 0',
    test: 'tests/processes/network-evaluation.test.ts',
  },
];
