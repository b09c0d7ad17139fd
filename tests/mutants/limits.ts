import type { Mutant } from './mutant';

/** What keeps cards, transactions and rows within their limits, each taken out on purpose. */
export const mutants: readonly Mutant[] = [
  {
    without: 'word to many units is one entry',
    file: 'bot/domain/case/entries.ts',
    search: 'return to.length > MOST_AT_ONCE;',
    replacement: 'return to.length < 0;',
    test: 'tests/contracts/word-to-many.test.ts',
  },
  {
    without: 'a few units at a time are unfolded',
    file: 'bot/domain/case/entries.ts',
    search: 'const UNFOLDED_AT_ONCE = 40;',
    replacement: 'const UNFOLDED_AT_ONCE = 400;',
    test: 'tests/contracts/word-to-many.test.ts',
  },
  {
    without: 'what is left to unfold is written with what is unfolded',
    file: 'bot/adapters/tables/casework/outbox-table.ts',
    search: '[{ remove: old }, { insert: row }, ...more]',
    replacement: '[{ insert: row }, ...more]',
    test: 'tests/contracts/word-to-many.test.ts',
  },
  {
    without: 'units that are told spread over several columns',
    file: 'bot/adapters/tables/rows/columns.ts',
    search: 'room = LONGEST_PART;',
    replacement: 'room = Number.POSITIVE_INFINITY;',
    test: 'tests/contracts/word-to-many.test.ts',
  },
  {
    without: 'the history is read a page at a time',
    file: 'bot/features/case/show-case.ts',
    search: 'from: Math.max(to - HISTORY_LINES + 1, 1), to',
    replacement: 'from: 1, to',
    test: 'tests/features/listing/large-city.test.ts',
    named: 'history',
  },
  {
    without: 'the unit is asked for by name where there are many',
    file: 'bot/domain/directory/narrowing.ts',
    search: 'export const MOST_OFFERED = 100;',
    replacement: 'export const MOST_OFFERED = 1000;',
    test: 'tests/card-sizes/card-sizes.test.ts',
  },
  {
    without: 'cards that were sent earlier name unit and person in one choice',
    file: 'bot/domain/case/filled-in/passing-on.ts',
    search: "id === undefined ? textOf(to).split('/') : [id, textOf(person)]",
    replacement: "[id ?? '', textOf(person)]",
    test: 'tests/features/listing/large-city.test.ts',
    named: 'one choice',
  },
  {
    without: 'very many informed units are counted on a card',
    file: 'bot/cards/parts/routing.ts',
    search: 'informed.slice(0, most)',
    replacement: 'informed.slice(0)',
    test: 'tests/card-sizes/card-sizes.test.ts',
  },
  {
    without: 'an entry takes a member only where there is room',
    file: 'bot/features/directory/edit-members.ts',
    search: 'return isKeepable(addMember(unit, member)) ?',
    replacement: 'return unit.members.length >= 0 ?',
    test: 'tests/features/listing/large-city.test.ts',
    named: 'no room',
  },
  {
    without: 'as many themes can be added as a walk has room for',
    file: 'bot/domain/directory/entry-input.ts',
    search: 'before === undefined && directory.themes.length >= MOST_THEMES',
    replacement: 'before === undefined && directory.themes.length < 0',
    test: 'tests/domain/directory/entry-input.test.ts',
  },
];
