import type { OutcomeRule, Process } from '../process/process';
import { evaluate, type Facts } from '../rules/condition';
import type { Truth } from '../rules/truth';
import { isClass, isNearest } from './nearness';

/**
 * The first outcome whose rule holds, or undefined while an open question can still change it. Rules are read in
 * order: one that is not yet certain keeps every later one from being the outcome.
 */
export function outcomeOf(process: Process, facts: Facts): OutcomeRule | undefined {
  for (const rule of process.outcomes) {
    const truth = holds(process, rule, facts);
    if (truth === true) return rule;
    if (truth === 'unknown') return undefined;
  }
  return undefined;
}

function holds(process: Process, rule: OutcomeRule, facts: Facts): Truth {
  return isClass(rule) ? isNearest(process, rule, facts) : evaluate(rule.when, facts);
}
