/** `npm run bench`: measures the assistant beside its alternatives; with `--quick` only whether the bench works. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, buildServers, installPackages } from './build';
import { measure } from './measure';
import { FULL, QUICK } from './plan';
import { OWN_NODE, productionNode } from './production-node';
import { drawPicture } from './report/picture';
import { machineOf, resultsOf } from './report/results';
import { summarise } from './report/summary';
import { tablesOf } from './report/tables';

const DOCS = join(BENCH, '..', 'docs');
const PAGE = join(DOCS, 'bench.md');
/** What follows it on the page is written by a run. */
const MEASURED = '<!-- What follows is written by npm run bench. -->\n';

async function main([flag, ...others]: readonly string[]): Promise<void> {
  if ((flag !== undefined && flag !== '--quick') || others.length > 0) {
    throw new Error('npm run bench takes nothing, or -- --quick.');
  }
  const plan = flag === '--quick' ? QUICK : FULL;
  const begun = performance.now();
  const say = (line: string) =>
    console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  installPackages();
  const node = plan.starts > 0 ? productionNode() : OWN_NODE;
  await buildServers(node);
  const measurement = await measure(plan, node, say);
  const tables = tablesOf(measurement);
  console.log(tables);
  if (plan.quick)
    return console.log('A quick run shows that the bench works; its numbers are nobody’s. Nothing was written.');
  const { cpu, cores, memoryGb, node: ownNode } = machineOf();
  const rounds = measurement.of.get('assistant')?.walksPerSecond.length;
  const machine = `Node ${ownNode.slice(1)} (starts: ${node.version}), ${cores} cores of ${cpu}, ${memoryGb} GB; ${rounds} rounds.`;
  mkdirSync(join(BENCH, 'results'), { recursive: true });
  writeFileSync(join(BENCH, 'results', 'latest.json'), `${JSON.stringify(resultsOf(measurement, plan), null, 2)}\n`);
  writeFileSync(join(DOCS, 'bench.svg'), drawPicture(summarise(measurement)));
  const [written = ''] = readFileSync(PAGE, 'utf8').split(MEASURED);
  writeFileSync(PAGE, `${written}${MEASURED}\n${machine}\n\n${tables}`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (cause) => {
    console.error(cause);
    process.exit(1);
  },
);
