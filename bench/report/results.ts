/** The results as they are kept: numbers, and what machine they come from, but neither its name nor its paths. */
import { cpus, totalmem } from 'node:os';
import type { Measurement } from '../measure';
import type { Plan } from '../plan';
import { goalsOf, verdict } from './goals';
import { summarise } from './summary';

/** Everything that a later run may be compared with. */
export function resultsOf(measurement: Measurement, plan: Plan) {
  const { startedOn, profile } = measurement;
  return rounded({
    machine: machineOf(),
    startedOn,
    plan,
    roundsDone: measurement.of.get('assistant')?.walksPerSecond.length,
    goals: goalsOf(measurement).map((goal) => ({ ...goal, verdict: verdict(goal) })),
    servers: summarise(measurement),
    profile,
  });
}

/** What the machine is, for whoever reads the numbers. */
export function machineOf() {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
  };
}

/** More digits than four are noise. */
export function rounded(node: unknown): unknown {
  if (typeof node === 'number') return Number.isFinite(node) ? Number(node.toPrecision(4)) : null;
  if (Array.isArray(node)) return node.map(rounded);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, rounded(child)]));
}
