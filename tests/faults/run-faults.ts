// npm run faults [-- --seed 7] [--rounds 2] [--quick] [--only <part of a name>] [--run <seed of one run>]
import { parseArgs } from 'node:util';
import type { Violation } from './history/history';
import type { Scenario } from './scenarios/scenario';
import { SCENARIOS } from './scenarios/scenarios';

const SHOWN = 5;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20260302' },
    rounds: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    run: { type: 'string' },
  },
});

interface Line {
  readonly scenario: string;
  readonly runs: number;
  readonly steps: number;
  readonly violations: number;
  readonly seconds: number;
}

async function play({ name, runs, open }: Scenario): Promise<Line> {
  const begun = performance.now();
  const count = values.run === undefined ? (values.quick ? runs.quick : runs.full) * Number(values.rounds) : 1;
  const first = Number(values.run ?? values.seed);
  const found: (Violation & { readonly seed: number })[] = [];
  let steps = 0;
  const opened = await open();
  for (let seed = first; seed < first + count; seed += 1) {
    const outcome = await opened.run(seed);
    steps += outcome.steps;
    found.push(...outcome.violations.map((violation) => ({ ...violation, seed })));
  }
  await opened.close();
  for (const { rule, what, seed } of found.slice(0, SHOWN)) {
    console.log(`  ${rule}: ${what}\n    again: npm run faults -- --only '${name}' --run ${seed}`);
  }
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  return { scenario: name, runs: count, steps, violations: found.length, seconds };
}

async function main(): Promise<void> {
  console.log(`seed ${values.seed}`);
  const lines: Line[] = [];
  for (const scenario of SCENARIOS.filter(({ name }) => name.includes(values.only))) lines.push(await play(scenario));
  console.table(lines);
  process.exit(lines.some(({ violations }) => violations > 0) ? 1 : 0);
}

void main();
