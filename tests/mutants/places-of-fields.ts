import type { Mutant } from './mutant';

/** What a client keeps of a card when the next one takes its place. */
export const mutants: readonly Mutant[] = [
  {
    without: 'a list keeps the choices of the form that stood in its place',
    file: 'adaptive-cards/form.json',
    search: '      "key": "${id}",\n',
    replacement: '',
    test: 'tests/cards/layout/keys.test.ts',
  },
];
