import type { Mutant } from './mutant';

const test = 'tests/faults/scenarios.test.ts';
const repeated = 'presses repeated and reordered, two bots';

/** Safeguards whose loss must show in the histories of the scenarios, with the seeds that `npm test` plays. */
export const mutants: readonly Mutant[] = [
  {
    without: 'the outbox entries of a case are not in its transaction',
    file: 'bot/adapters/tables/casework/case-store.ts',
    search: 'async () => (await rows.commit(steps))[steps.indexOf(step)],',
    replacement: `async () => {
        const later = steps.filter((one) => 'insert' in one && 'entry' in one.insert);
        const tags = await rows.commit(steps.filter((one) => !later.includes(one)));
        for (const one of later) if ('insert' in one) await rows.insert(one.insert);
        return tags[steps.indexOf(step)];
      },`,
    test,
    named: 'a storage request behind each press goes wrong',
  },
  {
    without: 'a case changes without its event',
    file: 'bot/adapters/tables/casework/case-store.ts',
    search: '...change.events.map((event) => ({ insert: eventRow(partitionKey, number, event) })),',
    replacement: '',
    test,
    named: repeated,
  },
  {
    without: 'a draft is not closed with its case',
    file: 'bot/adapters/tables/casework/case-store.ts',
    search: '[{ replace: draft, tag: stored.tag }, step, ...insertions(made, draft, operation)]',
    replacement: '[step, ...insertions(made, draft, operation)]',
    test,
    named: repeated,
  },
  {
    without: 'a claim is not conditional',
    file: 'bot/adapters/tables/casework/outbox-table.ts',
    search: 'await rows.commit([{ remove: old }, { insert: row }, ...more]);',
    replacement: 'await rows.commit([{ put: row }]);',
    test,
    named: repeated,
  },
  {
    without: 'a press is answered when storage has done its part, however long that takes',
    file: 'bot/answering/in-time.ts',
    search: 'const ANSWER_WITHIN_MS = 2_500;',
    replacement: 'const ANSWER_WITHIN_MS = 60_000;',
    test,
    named: 'storage is slow',
  },
  {
    without: 'a spoiled row ends the look at all others',
    file: 'bot/adapters/tables/rows/row-reader.ts',
    search: 'if (!(cause instanceof Unreadable)) throw cause;',
    replacement: 'if (cause instanceof Unreadable) throw cause;',
    test,
    named: 'a poison entry',
  },
  {
    without: 'an attempt of which nobody knows how it ended is made again',
    file: 'bot/domain/outbox/attempts.ts',
    search: "return replaces !== undefined || purpose === 'update' || mayRepeat(channel);",
    replacement: "return replaces !== undefined || channel !== '' || purpose === 'update';",
    test,
    named: 'the connector is slow or down',
  },
  {
    without: 'whoever was to hear of a case hears of it, whatever they are by now',
    file: 'bot/deliveries/rights.ts',
    search: "target.kind !== 'person' || mayHear(",
    replacement: "target.kind !== 'person' || true || mayHear(",
    test,
    named: 'who has a case is out of the unit',
  },
];
