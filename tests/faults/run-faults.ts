// npm run faults [-- --seed 7] [--rounds 2] [--quick] [--only <part of a name>] [--run <seed of one run>]
//                [--fuzz 50000] [--load] [--instances 2] [--azurite] [--people 1000] [--pause <seconds>] [--soak <minutes>]
// Without --only, --load or --soak everything is run but the soak.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz';
import type { Violation } from './history/history';
import { load } from './load';
import type { Scenario } from './scenarios/scenario';
import { SCENARIOS } from './scenarios/scenarios';

const SHOWN = 5;
const FUZZ = 'fuzz';
/** What the product promises of the slowest of a hundred answers. */
const SLOWEST_MS = 1_000;
const SOAK_PEOPLE = 50;
/** In a soak of minutes; a leak of a walk's data would be more. */
const MOST_GROWTH_MB = 30;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20260302' },
    rounds: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    run: { type: 'string' },
    fuzz: { type: 'string', default: '50000' },
    load: { type: 'boolean', default: false },
    people: { type: 'string', default: '1000' },
    pause: { type: 'string', default: '10' },
    soak: { type: 'string' },
    instances: { type: 'string', default: '1' },
    azurite: { type: 'boolean', default: false },
  },
});

/** Interrupted, it ends after the run that it is at, and tells what has been played. */
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interrupted = true;
  });
}

interface Line {
  readonly scenario: string;
  readonly runs: number;
  readonly walks?: number;
  readonly steps: number;
  readonly violations: number;
  readonly seconds: number;
}

async function play({ name, runs, walks, open }: Scenario): Promise<Line> {
  const begun = performance.now();
  const count =
    values.run === undefined ? Math.ceil((values.quick ? runs.quick : runs.full) * Number(values.rounds)) : 1;
  const first = Number(values.run ?? values.seed);
  const found: (Violation & { readonly seed: number })[] = [];
  let steps = 0;
  let played = 0;
  const opened = await open();
  for (let seed = first; seed < first + count && !interrupted; seed += 1) {
    played += 1;
    const outcome = await opened.run(seed);
    steps += outcome.did.length;
    found.push(...outcome.violations.map((violation) => ({ ...violation, seed })));
  }
  await opened.close();
  for (const { rule, what, seed } of found.slice(0, SHOWN)) {
    console.log(`  ${rule}: ${what}\n    again: npm run faults -- --only '${name}' --run ${seed}`);
  }
  const seconds = secondsSince(begun);
  return { scenario: name, runs: played, walks: played * walks, steps, violations: found.length, seconds };
}

async function playFuzz(): Promise<Line> {
  const begun = performance.now();
  const count = values.quick ? 1_500 : Number(values.fuzz);
  const { violations, statuses } = await fuzz({ seed: Number(values.seed), count });
  for (const what of violations.slice(0, SHOWN)) console.log(`  ${what}`);
  console.log('  answered with', statuses);
  return { scenario: FUZZ, runs: 1, steps: count, violations: violations.length, seconds: secondsSince(begun) };
}

/** A thousand people who read a card for ten seconds each on average; for a soak fifty, over and over. */
async function playLoad(minutes?: number): Promise<Line> {
  const begun = performance.now();
  const seed = Number(values.seed);
  const people = minutes === undefined ? Number(values.people) : SOAK_PEOPLE;
  const shown = await load({
    seed,
    people,
    pauseMs: Number(values.pause) * 1000,
    instances: Number(values.instances),
    azurite: values.azurite,
    ...(minutes !== undefined && { minutes }),
  });
  console.log('  load', {
    instances: Number(values.instances),
    people,
    ...shown,
    failed: shown.failed.slice(0, SHOWN),
  });
  const isSlow = shown.p99Ms > SLOWEST_MS;
  const grows = minutes !== undefined && shown.growth > MOST_GROWTH_MB;
  const violations = shown.failed.length + shown.doubles.length + Number(isSlow) + Number(grows);
  const scenario = minutes === undefined ? 'load' : 'soak';
  return { scenario, runs: people, steps: shown.answers, violations, seconds: secondsSince(begun) };
}

function secondsSince(begun: number): number {
  return Math.round((performance.now() - begun) / 100) / 10;
}

async function main(): Promise<void> {
  console.log(`seed ${values.seed}`);
  const isAll = !values.load && values.soak === undefined;
  const lines: Line[] = [];
  const chosen = SCENARIOS.filter(
    ({ name, runs }) => isAll && name.includes(values.only) && (!values.quick || runs.quick > 0),
  );
  const told = (line: Line) => {
    lines.push(line);
    console.log(JSON.stringify(line));
  };
  for (const scenario of chosen) if (!interrupted) told(await play(scenario));
  if (!interrupted && isAll && FUZZ.includes(values.only)) told(await playFuzz());
  if (!interrupted && (values.load || (isAll && values.only === '' && !values.quick))) told(await playLoad());
  if (values.soak !== undefined) told(await playLoad(Number(values.soak)));
  console.table(lines);
  process.exit(lines.some(({ violations }) => violations > 0) ? 1 : 0);
}

// A run listens for rejections that nobody handles; this one it must not take for one of the bot's.
main().catch((cause) => {
  console.error(cause);
  process.exit(1);
});
