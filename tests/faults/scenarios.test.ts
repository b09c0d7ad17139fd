/** A bounded part of `npm run faults`: the same scenarios, a few seeds of each. */
import { SCENARIOS } from './scenarios/scenarios';

const SEED = 20_260_302;
/** What the people of the scenarios do; a scenario that never comes to some of it would prove nothing about that. */
const MEANT = [
  ...[
    'says',
    'answer',
    'acknowledge',
    'fill',
    'submit',
    'repeat',
    'tick',
    'untick',
    'edit-case',
    'change',
    'save-edit',
  ],
  ...['accept', 'plan', 'hold', 'act follow-up', 'close', 'act ask', 'act answer', 'act not-hold', 'act pass-on'],
  ...['act withdraw', 'act decline', 'old submit', "another's submit", 'press while it is gone'],
];

const did = new Set<string>();

it.each(SCENARIOS.filter(({ runs }) => runs.quick > 0))(
  '$name: nothing that must never happen',
  async ({ runs, open }) => {
    const { run, close } = await open();
    try {
      for (let seed = SEED; seed < SEED + runs.quick; seed += 1) {
        const outcome = await run(seed);
        expect({ seed, violations: outcome.violations }).toEqual({ seed, violations: [] });
        for (const what of outcome.did) did.add(what);
      }
    } finally {
      await close();
    }
  },
  60_000,
);

it('people did everything that they are meant to do', () => {
  expect(MEANT.filter((what) => !did.has(what))).toEqual([]);
});
