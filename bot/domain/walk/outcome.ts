import type { OutcomeRule, Process } from '../process/process';
import { evaluate, type Facts } from '../rules/condition';

/**
 * The first outcome whose rule holds, or undefined while an open question can still change it. Rules are read in
 * order: one that is not yet certain keeps every later one from being the outcome.
 */
export function outcomeOf(process: Process, facts: Facts): OutcomeRule | undefined {
  for (const rule of process.outcomes) {
    const truth = evaluate(rule.when, facts);
    if (truth === true) return rule;
    if (truth === 'unknown') return undefined;
  }
  return undefined;
}
