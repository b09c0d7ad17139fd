import type { Mutant } from './mutant';

const SAME = { file: 'bot/domain/listing/same-request.ts', test: 'tests/domain/listing/same-request.test.ts' };

/** What tells that a request which somebody is about to send has been sent by another already. */
export const mutants: readonly Mutant[] = [
  {
    ...SAME,
    without: 'days that tell two requests apart',
    search: '(asked.first <= known.last && known.first <= asked.last)',
    replacement: 'true',
  },
  { ...SAME, without: 'cases in hand alone', search: '!isOpen(line.state) || ', replacement: '' },
  { ...SAME, without: 'one occasion', search: ' || process.occasion !== matter.process.occasion', replacement: '' },
  {
    without: 'the same request among what is told before sending',
    file: 'bot/cards/walk/earlier.ts',
    search: "same ? 'relations.same' : 'relations.repeats'",
    replacement: "'relations.repeats'",
    test: 'tests/features/case/relations.test.ts',
  },
];
