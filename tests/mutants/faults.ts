/**
 * Safeguards against faults, each taken out on purpose: the tests named must fail then. The case's ETag is not among them:
 * every change inserts an event under the next number, which alone would refuse the second of two writers.
 */
export const FAULT_MUTANTS: readonly {
  readonly name: string;
  readonly file: string;
  readonly search: string;
  readonly replacement: string;
  readonly tests: readonly string[];
}[] = [
  {
    name: 'a draft is written whoever else has written it',
    file: 'bot/adapters/tables/draft-store.ts',
    search: '() => rows.replace(row, stored.tag),',
    replacement: "() => rows.replace(row, '*'),",
    tests: ['tests/contracts/draft-store.test.ts'],
  },
  {
    name: 'a claim does not take the old row away',
    file: 'bot/adapters/tables/outbox-table.ts',
    search: 'await rows.commit([{ remove: old }, { insert: row }]);',
    replacement: 'await rows.commit([{ insert: row }]);',
    tests: ['tests/contracts/outbox-store.test.ts'],
  },
  {
    name: 'the counter is raised whoever else has raised it',
    file: 'bot/adapters/tables/case-numbers.ts',
    search: '{ replace: row, tag: counter.tag }',
    replacement: "{ replace: row, tag: '*' }",
    tests: ['tests/contracts/case-store.test.ts'],
  },
  {
    name: 'a writer does not recognise its own work',
    file: 'bot/adapters/tables/own-write.ts',
    search: 'found?.operation === row.operation',
    replacement: 'row.operation === undefined',
    tests: ['tests/contracts/outbox-store.test.ts'],
  },
  {
    name: 'the register does not look at its stamp again',
    file: 'bot/adapters/tables/register-table.ts',
    search: "return now !== undefined && now.etag === tag ? 'shown' : now;",
    replacement: "return now === undefined ? now : 'shown';",
    tests: ['tests/contracts/register-store.test.ts'],
  },
  {
    name: 'every message may be repeated',
    file: 'bot/domain/outbox.ts',
    search: "return replaces !== undefined || channel !== 'teams' || purpose === 'update';",
    replacement: "return replaces !== undefined || channel !== '' || purpose === 'update';",
    tests: ['tests/worker.test.ts', 'tests/faults/outbox.test.ts'],
  },
  {
    name: 'a claim that ran out is delivered as if it were new',
    file: 'bot/worker.ts',
    search: 'interrupted && !isRepeatable(held.value)',
    replacement: 'interrupted && isRepeatable(held.value) && !isRepeatable(held.value)',
    tests: ['tests/worker.test.ts'],
  },
  {
    name: 'delivered without a claim',
    file: 'bot/worker.ts',
    search: 'if (!held) return;',
    replacement: 'if (!held) await deliver(stored.value, earlierAttempts(stored.value));\n    if (!held) return;',
    tests: ['tests/worker.test.ts'],
  },
  {
    name: 'what storage could not record is forgotten',
    file: 'bot/worker.ts',
    search: 'unrecorded.add(outcome);',
    replacement: '',
    tests: ['tests/worker.test.ts'],
  },
  {
    name: 'one entry that cannot be claimed ends the drain',
    file: 'bot/worker.ts',
    search: "log.error('delivery.not-recorded', cause, { entry: stored.value.key });",
    replacement: 'throw cause;',
    tests: ['tests/worker.test.ts'],
  },
  {
    name: 'nudges keep the regular look waiting',
    file: 'bot/worker.ts',
    search: 'if (looking) return;',
    replacement: 'if (looking || running.size > 0) return;',
    tests: ['tests/worker.test.ts'],
  },
  {
    name: 'a spoiled row stays where it is',
    file: 'bot/adapters/tables/outbox-table.ts',
    search: 'else await spoiled(row);',
    replacement: '',
    tests: ['tests/contracts/outbox-store.test.ts'],
  },
  {
    name: 'an entry is believed under any key',
    file: 'bot/adapters/tables/entry-row.ts',
    search: 'if (!isPlacedBy(row, value, tag)) {',
    replacement: 'if (!isPlacedBy(row, value, tag) && !tag) {',
    tests: ['tests/contracts/outbox-store.test.ts'],
  },
  {
    name: 'each instance goes by its own clock',
    file: 'bot/adapters/tables/storage-clock.ts',
    search: 'return new Date(this.own.now().getTime() + this.offset);',
    replacement: 'return new Date(this.own.now().getTime());',
    tests: ['tests/faults/clocks.test.ts'],
  },
  {
    name: 'a timer that runs out twice says it twice',
    file: 'bot/deliveries/run-out.ts',
    search: "if (others.some((other) => other.key === key)) return { result: 'sent' };",
    replacement: '',
    tests: ['tests/features/reminders.test.ts'],
  },
];
