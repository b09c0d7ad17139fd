import type { Mutant } from './mutant';

/** What the directory says of the parts of the city, what comes with a version, and what waits to be checked. */
export const mutants: readonly Mutant[] = [
  {
    without: 'the network of a case that came into force later',
    file: 'bot/features/directory/network-of-case.ts',
    search: 'other.value.since.at < made.since.at',
    replacement: 'other.value.since.at !== made.since.at',
    test: 'tests/features/directory/network-of-case.test.ts',
  },
  {
    without: 'the order of the parts of the city in the choice of a theme',
    file: 'bot/domain/walk/replay.ts',
    search: 'themesInOrder(model.directory).map',
    replacement: 'model.directory.themes.map',
    test: 'tests/domain/walk/answer-input.test.ts',
  },
  {
    without: 'the sector in front of a theme',
    file: 'bot/cards/parts/field.ts',
    search: 'title: shortened(choiceTitle(model, item, id, words), room)',
    replacement:
      'title: shortened(words.name(model.directory.themes.find((theme) => theme.id === id)?.name ?? { fi: id, sv: id, en: id }), room)',
    test: 'tests/cards/parts/theme-titles.test.ts',
  },
  {
    without: 'the name that was typed, where a unit stands for whichever is named',
    file: 'bot/cards/parts/routing.ts',
    search: 'return namedUnit(model, naming, unitId) ?? unitName',
    replacement: 'return unitName',
    test: 'tests/features/walk/paths.test.ts',
  },
  {
    without: 'the name of the main theme alone',
    file: 'bot/domain/case/filled-in/named-unit.ts',
    search: '  if (ofTheme !== unit && standForNamed.includes(ofTheme)) return undefined;\n',
    replacement: '',
    test: 'tests/domain/case/filled-in/named-unit.test.ts',
  },
  {
    without: 'word of what came with a new version',
    file: 'bot/adapters/tables/directory/seed-directory.ts',
    search: 'inUse.has(partitionKey)).map((row) => withAddition(row, at))',
    replacement: 'inUse.has(partitionKey)).map((row) => [row])',
    test: 'tests/contracts/directory-store.test.ts',
  },
  {
    without: 'one word a month of what nobody has checked',
    file: 'bot/features/directory/stale-entries.ts',
    search: 'claims.claim(told, month,',
    replacement: 'claims.claim(told, today,',
    test: 'tests/features/directory/stale-entries.test.ts',
  },
  {
    without: 'the morning for what writes to people',
    file: 'bot/commands/nightly.ts',
    search: 'carryOut(mornings, MORNING)',
    replacement: 'carryOut(mornings, NIGHT)',
    test: 'tests/commands/nightly.test.ts',
  },
  {
    without: 'the number of a case, where a network stands on one',
    file: 'bot/domain/directory/entry-input.ts',
    search: 'number !== undefined && !CASE_NUMBER.test(number)',
    replacement: 'number === undefined && CASE_NUMBER.test("")',
    test: 'tests/domain/directory/entry-input.test.ts',
  },
  {
    without: 'what the case of a network says, on the card of the network',
    file: 'bot/cards/directory/entry.ts',
    search: 'if (!standsOn) return',
    replacement: 'if (standsOn !== null) return',
    test: 'tests/cards/directory/network-entry.test.ts',
  },
];
