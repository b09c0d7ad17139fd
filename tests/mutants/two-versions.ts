import type { Mutant } from './mutant';

const foreign = 'tests/contracts/foreign-answers.test.ts';
const people = 'tests/contracts/people-store.test.ts';
const recorded = 'tests/faults/two-versions.test.ts';
const inTheOutbox = 'stay in the outbox as they are';

/** Where each row is given back what this version does not know of it. */
const NEWER_OF: Readonly<Record<string, string>> = {
  'casework/case': '...made.newer,',
  'casework/draft': '...draft.newer,',
  'casework/todo': '...todo.newer,',
  'people/person': '...newer,',
};

/** What keeps several instances, of one version or of two, from losing each other's work. */
export const mutants: readonly Mutant[] = [
  {
    without: 'a transaction is kept whatever its answer says',
    file: 'bot/adapters/tables/rows/table-rows.ts',
    search: 'if (done !== steps.length) {',
    replacement: 'if (done > steps.length) {',
    test: foreign,
    named: 'a transaction that is answered with',
  },
  {
    without: 'what was carried out without an answer is not looked for by its operation',
    file: 'bot/adapters/tables/rows/own-write.ts',
    search: 'if (!isDoubtful && !isRefused(error)) throw error;',
    replacement: 'if (isDoubtful || !isRefused(error)) throw error;',
    test: foreign,
    named: 'after it was carried out is found to be done',
  },
  {
    without: "a proxy's page is read as an answer of storage",
    file: 'bot/adapters/tables/rows/storage-answer.ts',
    search: 'if (!isFromStorage(response)) throw',
    replacement: 'if (response.status === 0) throw',
    test: foreign,
    named: 'a listing that is answered with',
  },
  {
    without: 'a listing that begins again goes on for ever',
    file: 'bot/adapters/tables/rows/pages.ts',
    search: 'seen.add(continuationToken);',
    replacement: '',
    test: foreign,
    named: 'the same page again and again',
  },
  {
    without: 'a worker takes entries by a clock that is hours off',
    file: 'bot/deliveries/worker.ts',
    search: 'if (stopped || !clock.isTrusted()) return went;',
    replacement: 'if (stopped) return went;',
    test: 'tests/deliveries/worker.test.ts',
    named: 'nobody can tell what time it is',
  },
  {
    without: 'a clock that is hours off is believed',
    file: 'bot/adapters/tables/rows/storage-clock.ts',
    search: 'this.apart = apart;',
    replacement: '',
    test: 'tests/faults/clocks.test.ts',
    named: 'takes nothing until it agrees with storage',
  },
  {
    without: 'a purge goes by a clock that is hours off',
    file: 'bot/commands/purge.ts',
    search: 'if (clock.isTrusted()) return;',
    replacement: 'if (clock.now()) return;',
    test: 'tests/faults/kill-purge.test.ts',
    named: 'a clock that nobody can trust',
  },
  {
    without: 'what is remembered of a person is put back over what another instance has learnt',
    file: 'bot/adapters/tables/people/people-table.ts',
    search: 'tag !== undefined ? rows.replace(row, tag) : rows.insert(row)',
    replacement: "tag !== undefined ? rows.replace(row, '*') : rows.insert(row)",
    test: people,
    named: 'two instances lose nothing of each other',
  },
  {
    without: 'a person who is met at two instances at once is refused',
    file: 'bot/adapters/tables/people/people-table.ts',
    search: 'known = await read(person);',
    replacement: '',
    test: people,
    named: 'who was a stranger to one instance',
  },
  {
    without: 'an entry is taken that has a purpose, channel, target or state which is not known',
    file: 'bot/adapters/tables/casework/outbox-table.ts',
    search: 'isWanted: ({ value, tag }) => isFamiliar(value) && !except?.has(tag),',
    replacement: 'isWanted: ({ tag }) => !except?.has(tag),',
    test: recorded,
    named: inTheOutbox,
  },
  {
    without: 'an entry is claimed before anybody asks whether its case is known',
    file: 'bot/deliveries/worker.ts',
    search: 'if (!(await isFamiliar(stored.value))) {',
    replacement: 'if (stored.value.state === undefined) {',
    test: recorded,
    named: inTheOutbox,
  },
  {
    without: 'news of an event that is not known is nothing to tell',
    file: 'bot/deliveries/familiar.ts',
    search: "if (purpose !== 'news') return true;",
    replacement: 'if (purpose) return true;',
    test: recorded,
    named: inTheOutbox,
  },
  {
    without: 'what is left to a newer version takes the place of the rest',
    file: 'bot/deliveries/worker.ts',
    search: 'left.add(stored.tag);',
    // Without it the worker would look at the same page for ever.
    replacement: "throw new Error('left');",
    test: 'tests/deliveries/worker.test.ts',
    named: 'is held up by none of it',
  },
  {
    without: 'a page ends with the rows that are not known',
    file: 'bot/adapters/tables/casework/outbox-table.ts',
    search: 'if (found.length === limit) break;',
    replacement: 'break;',
    test: recorded,
    named: inTheOutbox,
  },
  ...Object.entries(NEWER_OF).map(([row, search]) => ({
    without: `a column that a newer version wrote goes with the next write: ${row}`,
    file: `bot/adapters/tables/${row}-row.ts`,
    search,
    replacement: '',
    test: recorded,
    named: 'keep the columns that are not known here',
  })),
  {
    without: 'a column that a newer version wrote goes when the entry is sent',
    file: 'bot/adapters/tables/casework/entry-row.ts',
    search: '...newer,',
    replacement: '',
    test: recorded,
    named: inTheOutbox,
  },
  {
    without: 'a purge rewrites a case whose state is not known',
    file: 'bot/adapters/tables/casework/case-rewriting.ts',
    search: 'mindNewer(stored);',
    replacement: '',
    test: recorded,
    named: 'are not purged by a version that does not know them',
  },
  {
    without: 'a history has no words for an event that is not known',
    file: 'bot/cards/case/history.ts',
    search: 'if (!isFamiliarEvent(event)) {',
    replacement: 'if (event.type.length === 0) {',
    test: recorded,
    named: 'are shown in neutral words',
  },
];
