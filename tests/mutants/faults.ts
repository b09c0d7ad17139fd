import type { Mutant } from './mutant';

/**
 * Safeguards against faults, each taken out on purpose: the tests named must fail then. The case's ETag is not among them:
 * every change inserts an event under the next number, which alone would refuse the second of two writers.
 */
export const mutants: readonly Mutant[] = [
  {
    without: 'a draft is written whoever else has written it',
    file: 'bot/adapters/tables/casework/draft-store.ts',
    search: '() => rows.replace(row, stored.tag),',
    replacement: "() => rows.replace(row, '*'),",
    test: 'tests/contracts/draft-store.test.ts',
  },
  {
    without: 'a claim does not take the old row away',
    file: 'bot/adapters/tables/casework/outbox-table.ts',
    search: 'await rows.commit([{ remove: old }, { insert: row }, ...more]);',
    replacement: 'await rows.commit([{ insert: row }, ...more]);',
    test: 'tests/contracts/outbox-store.test.ts',
  },
  {
    without: 'the counter is raised whoever else has raised it',
    file: 'bot/adapters/tables/casework/case-numbers.ts',
    search: '{ merge: row, tag: counter.tag }',
    replacement: "{ merge: row, tag: '*' }",
    test: 'tests/contracts/case-store.test.ts',
  },
  {
    without: 'a writer does not recognise its own work',
    file: 'bot/adapters/tables/rows/own-write.ts',
    search: 'found?.operation === row.operation',
    replacement: 'row.operation === undefined',
    test: 'tests/contracts/outbox-store.test.ts',
  },
  {
    without: 'the register does not look at its stamp again',
    file: 'bot/adapters/tables/register/register-table.ts',
    search: 'if (now === undefined || now.etag !== tag) return now;',
    replacement: 'if (now === undefined) return now;',
    test: 'tests/contracts/register-store.test.ts',
  },
  {
    without: 'every message may be repeated',
    file: 'bot/domain/outbox/attempts.ts',
    search: "return replaces !== undefined || purpose === 'update' || mayRepeat(channel);",
    replacement: "return replaces !== undefined || purpose === 'update' || channel !== 'timer' || mayRepeat(channel);",
    test: 'tests/deliveries/worker.test.ts',
  },
  {
    without: 'a claim that ran out is delivered as if it were new',
    file: 'bot/deliveries/worker.ts',
    search: 'interrupted && !isRepeatable(held.value)',
    replacement: 'interrupted && isRepeatable(held.value) && !isRepeatable(held.value)',
    test: 'tests/deliveries/worker.test.ts',
  },
  {
    without: 'delivered without a claim',
    file: 'bot/deliveries/worker.ts',
    search: 'if (!held) return;',
    replacement: 'if (!held) await deliver(stored.value, earlierAttempts(stored.value));\n    if (!held) return;',
    test: 'tests/deliveries/worker.test.ts',
  },
  {
    without: 'what storage could not record is forgotten',
    file: 'bot/deliveries/worker.ts',
    search: 'unrecorded.add(outcome);',
    replacement: '',
    test: 'tests/deliveries/worker.test.ts',
  },
  {
    without: 'one entry that cannot be claimed ends the drain',
    file: 'bot/deliveries/worker.ts',
    search: "log.error('delivery.not-recorded', cause, { entry: stored.value.key });",
    replacement: 'throw cause;',
    test: 'tests/deliveries/worker.test.ts',
  },
  {
    without: 'nudges keep the regular look waiting',
    file: 'bot/deliveries/worker.ts',
    search: 'if (looking) return;',
    replacement: 'if (looking || running.size > 0) return;',
    test: 'tests/deliveries/worker.test.ts',
  },
  {
    without: 'storage is waited for, however long',
    file: 'bot/adapters/tables/rows/http-client.ts',
    search: '}, request.timeout);',
    replacement: '}, 100_000);',
    test: 'tests/adapters/tables/rows/http-client.test.ts',
  },
  {
    without: 'what was given up is sent when there is a connection',
    file: 'bot/adapters/tables/rows/http-client.ts',
    search: 'if (late) begun.abort(late);',
    replacement: '',
    test: 'tests/adapters/tables/rows/http-client.test.ts',
  },
  {
    without: 'a connection that breaks is nothing to try again for',
    file: 'bot/adapters/tables/rows/http-client.ts',
    search: "UND_ERR_SOCKET: 'ECONNRESET',",
    replacement: '',
    test: 'tests/adapters/tables/rows/http-client.test.ts',
  },
  {
    without: 'a spoiled row stays where it is',
    file: 'bot/adapters/tables/casework/outbox-table.ts',
    search: 'if (!entry) await spoiled(row);\n      else if',
    replacement: 'if (!entry) continue;\n      else if',
    test: 'tests/contracts/outbox-store.test.ts',
  },
  {
    without: 'an entry is believed under any key',
    file: 'bot/adapters/tables/casework/entry-row.ts',
    search: 'if (isFamiliarEntry(value, places) && !isPlacedBy(row, value, tag, places)) {',
    replacement: 'if (isFamiliarEntry(value, places) && !isPlacedBy(row, value, tag, places) && !tag) {',
    test: 'tests/contracts/outbox-store.test.ts',
  },
  {
    without: 'each instance goes by its own clock',
    file: 'bot/adapters/tables/rows/storage-clock.ts',
    search: 'return new Date(this.own.now().getTime() + this.offset);',
    replacement: 'return new Date(this.own.now().getTime());',
    test: 'tests/faults/clocks.test.ts',
  },
  {
    without: 'a timer that runs out twice says it twice',
    file: 'bot/deliveries/run-out.ts',
    search: "if (others.some((other) => other.key === key)) return { result: 'sent' };",
    replacement: '',
    test: 'tests/features/case/reminders.test.ts',
  },
];
