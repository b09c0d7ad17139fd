import type { Mutant } from './mutant';

const foreign = 'tests/contracts/foreign-answers.test.ts';

/** What keeps several instances, of one version or of two, from losing each other's work. */
export const mutants: readonly Mutant[] = [
  {
    without: 'a transaction is kept whatever its answer says',
    file: 'bot/adapters/tables/table-rows.ts',
    search: 'if (subResponses.length !== steps.length) {',
    replacement: 'if (subResponses.length > steps.length) {',
    test: foreign,
    named: 'a transaction that is answered with',
  },
  {
    without: 'what was carried out without an answer is not looked for by its operation',
    file: 'bot/adapters/tables/own-write.ts',
    search: 'if (!isDoubtful && !isRefused(error)) throw error;',
    replacement: 'if (isDoubtful || !isRefused(error)) throw error;',
    test: foreign,
    named: 'after it was carried out is found to be done',
  },
  {
    without: "a proxy's page is read as an answer of storage",
    file: 'bot/adapters/tables/storage-answer.ts',
    search: 'if (!isFromStorage(response)) throw',
    replacement: 'if (response.status === 0) throw',
    test: foreign,
    named: 'a listing that is answered with',
  },
  {
    without: 'a listing that begins again goes on for ever',
    file: 'bot/adapters/tables/pages.ts',
    search: 'seen.add(continuationToken);',
    replacement: '',
    test: foreign,
    named: 'the same page again and again',
  },
  {
    without: 'a worker takes entries by a clock that is hours off',
    file: 'bot/worker.ts',
    search: 'if (stopped || !clock.isTrusted()) return went;',
    replacement: 'if (stopped) return went;',
    test: 'tests/worker.test.ts',
    named: 'nobody can tell what time it is',
  },
  {
    without: 'a clock that is hours off is believed',
    file: 'bot/adapters/tables/storage-clock.ts',
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
];
