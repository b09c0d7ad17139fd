/** A bounded part of `npm run faults`: the same scenarios, a few seeds of each. */
import { SCENARIOS } from './scenarios/scenarios';

const SEED = 20_260_302;

it.each(SCENARIOS.filter(({ runs }) => runs.quick > 0))(
  '$name: nothing that must never happen',
  async ({ runs, open }) => {
    const { run, close } = await open();
    try {
      for (let seed = SEED; seed < SEED + runs.quick; seed += 1) {
        const { violations } = await run(seed);
        expect({ seed, violations }).toEqual({ seed, violations: [] });
      }
    } finally {
      await close();
    }
  },
  60_000,
);
