import type { Mutant } from './mutant';

export const mutants: readonly Mutant[] = [
  {
    without: 'a channel is repeated although it does not declare it',
    file: 'bot/domain/outbox/channels.ts',
    search: 'return Object.hasOwn(TABLE, channel) && TABLE[channel].isRepeatable === true;',
    replacement: "return channel !== 'teams';",
    test: 'tests/domain/outbox/channels.test.ts',
  },
  {
    without: 'an entry of a subject that nobody here knows is taken for that of a case',
    file: 'bot/domain/case/familiar.ts',
    search: 'if (subject !== undefined && !otherSubjects.includes(subject)) return false;',
    replacement: '',
    test: 'tests/contracts/other-subjects.test.ts',
  },
  {
    without: 'an entry that is over stands beside its own subject',
    file: 'bot/adapters/tables/casework/entry-row.ts',
    search: 'return settledKey(prefix, entry.case, entry.key, operation);',
    replacement: "return settledKey(prefix && 'case', entry.case, entry.key, operation);",
    test: 'tests/contracts/other-subjects.test.ts',
  },
];
