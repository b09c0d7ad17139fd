import { createLog } from '../../bot/adapters/log/log';
import { createNightly } from '../../bot/commands/nightly';
import type { Claims } from '../../bot/ports';
import { WEEKDAYS } from '../fixtures/model';

const log = createLog('silent');
const claimed = new Set<string>();
/** One claimer for each period, as the table has it. */
const claims: Pick<Claims, 'claim'> = {
  claim: async (what, period) => {
    const isFirst = !claimed.has(`${what}${period}`);
    claimed.add(`${what}${period}`);
    return isFirst;
  },
};

let now = new Date();
let isTrusted = true;
let runs: string[] = [];
const nightly = () =>
  createNightly({
    clock: { now: () => now, isTrusted: () => isTrusted },
    calendar: WEEKDAYS,
    claims,
    log,
    jobs: {
      breaks: async () => {
        throw new Error('no list');
      },
      mirror: async () => {
        runs.push(now.toISOString());
        return { failed: 0 };
      },
    },
  });

beforeEach(() => {
  claimed.clear();
  isTrusted = true;
  runs = [];
});

async function at(moment: string, ...instances: readonly ReturnType<typeof nightly>[]): Promise<void> {
  now = new Date(moment);
  await Promise.all(instances.map((each) => each.run()));
}

it('runs once a night after three in Espoo, by one of several instances, also where another job breaks', async () => {
  const [one, two] = [nightly(), nightly()];
  await at('2026-03-02T00:59:00Z', one, two);
  expect(runs).toEqual([]);
  await at('2026-03-02T01:00:00Z', one, two);
  await at('2026-03-02T12:00:00Z', one, two);
  await at('2026-03-03T00:30:00Z', one, two);
  expect(runs).toEqual(['2026-03-02T01:00:00.000Z']);
  await at('2026-03-03T01:10:00Z', two, one);
  expect(runs).toHaveLength(2);
});

it('leaves what writes to people to the morning, once a day', async () => {
  const written: string[] = [];
  const morning = createNightly({
    clock: { now: () => now, isTrusted: () => isTrusted },
    calendar: WEEKDAYS,
    claims,
    log,
    jobs: {},
    mornings: {
      word: async () => {
        written.push(now.toISOString());
        return { failed: 0 };
      },
    },
  });
  for (const moment of ['2026-03-02T06:29:00Z', '2026-03-02T06:30:00Z', '2026-03-02T12:00:00Z']) {
    await at(moment, morning);
  }
  expect(written).toEqual(['2026-03-02T06:30:00.000Z']);
});

it('does not run, nor count as run, while nobody can tell what night it is', async () => {
  const one = nightly();
  isTrusted = false;
  await at('2026-03-02T02:00:00Z', one);
  expect(runs).toEqual([]);
  isTrusted = true;
  await at('2026-03-02T02:10:00Z', one);
  expect(runs).toHaveLength(1);
});

it('says that it failed, for one job that left something undone as for one that broke', async () => {
  const logged: string[] = [];
  const destination = { write: (line: string) => void logged.push(line) };
  const night = createNightly({
    clock: { now: () => new Date('2026-03-02T01:00:00Z'), isTrusted: () => true },
    calendar: WEEKDAYS,
    claims,
    log: createLog('info', destination),
    jobs: {
      whole: async () => ({ failed: 0 }),
      partly: async () => ({ failed: 2 }),
      broken: async () => Promise.reject(new Error('no storage')),
    },
  });
  await night.run();
  const told = logged.map((line) => JSON.parse(line)).map(({ event, job, level }) => [event, job, level]);
  expect(told).toEqual([
    ['nightly.done', 'whole', 30],
    ['nightly.failed', 'partly', 50],
    ['nightly.failed', 'broken', 50],
  ]);
});
