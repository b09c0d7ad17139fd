/** `npm run growth`: whether what people wait for stays as quick while the cases become a million. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verdict } from '../report/goals';
import { machineOf, rounded } from '../report/results';
import { measureGrowth } from './measure';
import { growthGoals, growthTables } from './report';

const ROOT = join(__dirname, '../..');
const PAGE = join(ROOT, 'docs/growth.md');
/** What follows it on the page is written by a run. */
const MEASURED = '<!-- What follows is written by npm run growth. -->\n';
const FULL = [1_000, 10_000, 100_000, 1_000_000];
const QUICK = [1_000, 5_000];

async function main([flag, ...others]: readonly string[]): Promise<void> {
  if ((flag !== undefined && flag !== '--quick') || others.length > 0) {
    throw new Error('npm run growth takes nothing, or -- --quick.');
  }
  const isQuick = flag === '--quick';
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(0);
  const growth = await measureGrowth(isQuick ? QUICK : FULL, (line) =>
    console.error(`${seconds().padStart(4)} s  ${line}`),
  );
  const tables = growthTables(growth);
  console.log(tables);
  if (isQuick) return console.log('A quick run shows that it works; its numbers are nobody’s. Nothing was written.');
  const machine = machineOf();
  const goals = growthGoals(growth).map((goal) => ({ ...goal, verdict: verdict(goal) }));
  const results = join(ROOT, 'bench/results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'growth.json'), `${JSON.stringify(rounded({ machine, ...growth, goals }), null, 2)}\n`);
  const [written = ''] = readFileSync(PAGE, 'utf8').split(MEASURED);
  const { node, cores, cpu, memoryGb } = machine;
  const where = `Node ${node.slice(1)}, ${cores} cores of ${cpu}, ${memoryGb} GB; ${seconds()} s.`;
  writeFileSync(PAGE, `${written}${MEASURED}\n${where}\n\n${tables}`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (cause) => {
    console.error(cause);
    process.exit(1);
  },
);
