import type { Mutant } from './mutant';

const PLAYED = 'tests/features/directory/before-you-begin.test.ts';
const STORED = 'tests/contracts/directory-store.test.ts';
const CONFIRMED = {
  file: 'bot/adapters/tables/directory/unconfirmed-rows.ts',
  test: STORED,
  named: 'what nobody has confirmed',
};
const ENTRY = { file: 'bot/domain/directory/entry.ts', test: 'tests/domain/directory/first-content.test.ts' };
const DOUBT = { file: 'bot/domain/directory/doubtful-edit.ts', test: 'tests/domain/directory/first-content.test.ts' };
const EARLIER = {
  file: 'bot/adapters/tables/directory/earlier-matrix.ts',
  test: STORED,
  named: 'the matrix of an earlier version',
};

/** What keeps first content from being taken for anybody's word, and the matrix from telling the wrong people. */
export const mutants: readonly Mutant[] = [
  {
    without: 'a mail that goes to the team while its unit’s contact is not confirmed',
    file: 'bot/domain/case/routing.ts',
    search: ' && !isUnconfirmed(directory, unitId)',
    replacement: '',
    test: 'tests/domain/case/routing.test.ts',
  },
  {
    without: 'mail that waits for the team’s own contact',
    file: 'bot/deliveries/by-mail.ts',
    search: "(target.kind === 'unit' && waitsForTeam(model, target.unit))",
    replacement: 'false',
    test: PLAYED,
    named: 'mail until then',
  },
  {
    without: 'a look at what the directory says of a unit now',
    file: 'bot/cards/parts/routing.ts',
    search: ' || reachableBy(model.directory, unit) === unit',
    replacement: '',
    test: PLAYED,
    named: 'mail until then',
  },
  {
    without: 'neutral words for a rule of another version',
    file: 'bot/cards/parts/routing.ts',
    search: "isKnown ? words.process(process.id, `routing.${id}`) : words.own('routing.another-version')",
    replacement: 'words.process(process.id, `routing.${id}`)',
    test: 'tests/cards/routing.test.ts',
  },
  {
    without: 'confirmed contacts only, in production',
    file: 'bot/settings/config.ts',
    search: 'confirmedContactsOnly: !local',
    replacement: 'confirmedContactsOnly: false',
    test: 'tests/settings/config.test.ts',
  },
  {
    ...ENTRY,
    without: 'a difference between who confirms an entry and who adds people to it',
    search: ' && CONFIRMING.includes(edit)',
    replacement: '',
  },
  {
    ...ENTRY,
    without: 'a confirmation of what is kept as it is',
    search: ' && (!confirms || entry.confirmed)',
    replacement: '',
  },
  {
    ...CONFIRMED,
    without: 'what nobody confirmed though somebody added people',
    search: '  if (!original) return true;\n',
    replacement: '  if (original) return true;\n  if (!original) return true;\n',
  },
  {
    ...CONFIRMED,
    without: 'a contact that an earlier version changed as a confirmed one',
    search: '    contact.address !== original.contact.address ||\n',
    replacement: '',
  },
  {
    ...CONFIRMED,
    without: 'who edited by hand as nobody’s word',
    search: '  if (row.byId === undefined) return false;\n',
    replacement: '',
  },
  {
    ...EARLIER,
    without: 'what somebody settled by hand in the matrix of before',
    search: 'roles[unit] ?? part',
    replacement: 'part',
  },
  {
    ...EARLIER,
    without: 'a start where the matrix of before cannot be read',
    search: '    if (cause instanceof Unreadable) return {};\n',
    replacement: '',
  },
  {
    without: 'a party that the matrix marks',
    file: 'bot/domain/directory/dignitary-matrix.ts',
    search: "parties[unit] === 'yes'",
    replacement: "parties[unit] !== 'no'",
    test: 'tests/processes/dignitary-visit.test.ts',
    named: 'all parties that the matrix marks',
  },
  {
    ...DOUBT,
    without: 'a question about a shorter time to keep data',
    search: 'after.months < before.months || ',
    replacement: '',
  },
  {
    ...DOUBT,
    without: 'a question about a count unlike the source’s',
    search: '  if (!countsOtherwise(row)) return undefined;\n',
    replacement: '  if (row) return undefined;\n',
  },
  {
    without: 'a yes that is one to these values alone',
    file: 'bot/features/directory/edit-entry.ts',
    search: 'doubt && doubt.of !== sure',
    replacement: 'doubt && sure === undefined',
    test: PLAYED,
    named: 'asked about',
  },
  {
    without: 'a form first for a row that asks something itself',
    file: 'bot/features/directory/edit-entry.ts',
    search: 'if (!canBeConfirmed(list, content)) return formCard(desk, list, entry, undefined, begin);',
    replacement: '',
    test: PLAYED,
    named: 'cannot be called right',
  },
  {
    without: 'the offer to the team alone',
    file: 'bot/features/home.ts',
    search: 'isOfTeam ? assistant.directory.unconfirmed().length : 0',
    replacement: 'assistant.directory.unconfirmed().length',
    test: PLAYED,
    named: 'nobody else',
  },
];
