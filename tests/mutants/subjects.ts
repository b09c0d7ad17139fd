import type { Mutant } from './mutant';

const LIVED = 'tests/features/other-subject.test.ts';

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
    search: 'if (ofKind(subjects, entry) === undefined) return false;',
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
  {
    without: 'rows of another subject are kept apart from those that are read in one range',
    file: 'bot/adapters/tables/casework/outbox-table.ts',
    search: '  mindPrefixes(places);\n',
    replacement: '',
    test: 'tests/contracts/other-subjects.test.ts',
  },
  {
    without: 'a copy is compared with what was sent of a subject that nobody here knows',
    file: 'bot/adapters/tables/overtaken.ts',
    search: ': everyRow();',
    replacement: ": settledEntryRange('case', String(id), entry);",
    test: 'tests/contracts/other-subjects.test.ts',
  },
  {
    without: 'an entry is left where its subject has no way for it',
    file: 'bot/deliveries/by-subject.ts',
    search: 'if (!wayOf(subjects, entry)) return false;',
    replacement: '',
    test: 'tests/deliveries/by-subject.test.ts',
  },
  {
    without: 'an entry of another subject goes out as that subject does it',
    file: 'bot/deliveries/by-subject.ts',
    search: 'return ofKind(subjects, entry)?.ways[entry.channel];',
    replacement: 'return subjects.case?.ways[entry.channel];',
    test: LIVED,
  },
  {
    without: 'what is not delivered is opened as what it belongs to',
    file: 'bot/features/listing/undelivered.ts',
    search: 'ofKind(assistant.subjects, entry)?.opening?.(speak.words, entry.case)',
    replacement: 'assistant.subjects.case?.opening?.(speak.words, entry.case)',
    test: LIVED,
  },
  {
    without: 'my data asks every kind of subject',
    file: 'bot/features/privacy/my-data.ts',
    search: 'Object.values(assistant.subjects).map(',
    replacement: 'Object.values(assistant.subjects).slice(0, 1).map(',
    test: LIVED,
  },
  {
    without: 'an export asks every kind of subject',
    file: 'bot/commands/privacy.ts',
    search: 'Object.entries(assistant.subjects)',
    replacement: 'Object.entries(assistant.subjects).slice(0, 1)',
    test: LIVED,
  },
  {
    without: 'an erasure goes through every kind of subject',
    file: 'bot/features/privacy/erasing.ts',
    search: '] of Object.entries(subjects))',
    replacement: '] of Object.entries(subjects).slice(0, 1))',
    test: LIVED,
  },
  {
    without: 'the purge goes through every kind of subject',
    file: 'bot/commands/purge.ts',
    search: '] of Object.entries(subjects))',
    replacement: '] of Object.entries(subjects).slice(0, 1))',
    test: LIVED,
  },
];
