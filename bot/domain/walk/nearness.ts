/**
 * Which of several classes answers come nearest to. A source that describes classes by what is typical of them, and does
 * not say that all of it must hold (M 3.5), proposes the one of whose own traits the largest share is met. A share and not
 * a number: a class that is described in fewer words is neither nearer nor further because of that.
 */
import type { Condition } from '../process/condition-shape';
import type { ClassRule, OutcomeRule, Process } from '../process/process';
import { evaluate, type Facts } from '../rules/condition';
import type { Truth } from '../rules/truth';

/** How near the answers come to a class. */
export interface Nearness {
  readonly rule: ClassRule;
  readonly met: readonly Condition[];
  readonly unmet: readonly Condition[];
  /** The traits of which nobody knows yet. */
  readonly open: readonly Condition[];
}

/** Whether a class is nearer than every other one. Where two are as near, neither is: a person decides. */
export function isNearest(process: Process, rule: ClassRule, facts: Facts): Truth {
  const own = nearnessTo(rule, facts);
  const others = classesOf(process)
    .filter((other) => other !== rule)
    .map((other) => nearnessTo(other, facts));
  if (others.every((other) => least(own) > most(other))) return true;
  return others.some((other) => most(own) <= least(other)) ? false : 'unknown';
}

/** The classes that are as near as no other: one, or several that nothing tells apart. All traits must be known. */
export function nearestOf(process: Process, facts: Facts): readonly Nearness[] {
  const classes = classesOf(process).map((rule) => nearnessTo(rule, facts));
  const nearest = Math.max(...classes.map(least));
  return classes.filter((candidate) => least(candidate) === nearest);
}

export function isClass(rule: OutcomeRule): rule is ClassRule {
  return 'traits' in rule;
}

function classesOf(process: Process): readonly ClassRule[] {
  return process.outcomes.filter(isClass);
}

function nearnessTo(rule: ClassRule, facts: Facts): Nearness {
  const traits = (truth: Truth) => rule.traits.filter((trait) => evaluate(trait, facts) === truth);
  return { rule, met: traits(true), unmet: traits(false), open: traits('unknown') };
}

/** The share of its traits that is met whatever is answered to the open ones. Equal fractions are equal numbers. */
function least({ rule, met }: Nearness): number {
  return met.length / rule.traits.length;
}

/** The share that may still be met. */
function most({ rule, met, open }: Nearness): number {
  return (met.length + open.length) / rule.traits.length;
}
