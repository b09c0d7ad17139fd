/**
 * Why an outcome came out: the answers that decided it, the rule and its section, and every single answer that would
 * have changed it. It is kept with the case, so that the city can say years later what a recommendation rested on.
 */
import type { Answer, Answers } from '../process/answers';
import type { Condition } from '../process/condition-shape';
import { findItem, itemsOf, type OutcomeRule, type Process } from '../process/process';
import { deciding, type Facts, itemsIn } from '../rules/condition';
import type { Model } from '../rules/model';
import { isClass, nearestOf } from './nearness';
import { openChoices, replay } from './replay';

/** An answer that took part in deciding. */
export interface Reason {
  readonly item: string;
  readonly answer: Answer;
  readonly source: string;
}

/** One answer which, changed alone, leads elsewhere: to another outcome, or (`open`) to questions not yet answered. */
export interface Flip {
  readonly item: string;
  readonly to: Answer;
  readonly outcome: string | 'open';
}

export interface Explanation {
  readonly outcome: string;
  readonly source: string;
  readonly reasons: readonly Reason[];
  readonly flips: readonly Flip[];
  /** For a rule that counts: how many of how many answers were so, and how many were needed. */
  readonly count?: { readonly reached: number; readonly of: number; readonly needed: number };
  /** For an outcome that rests on how near the answers come to classes. Cases of earlier versions have none. */
  readonly nearness?: NearestClasses;
}

/** The class that is nearest, or those that are as near; how many of its traits each has, and what speaks against the one. */
export interface NearestClasses {
  readonly classes: readonly { readonly outcome: string; readonly met: number; readonly of: number }[];
  /** Items, all of them among the reasons. Nothing where several are as near: what speaks for one speaks against another. */
  readonly against: readonly string[];
}

/** Explains the outcome of these answers, or undefined while it is open. */
export function explain(model: Model, answers: Answers): Explanation | undefined {
  const position = replay(model, answers);
  const { outcome, facts } = position;
  if (!outcome) return undefined;
  const count = countOf(model.process, outcome, facts);
  const nearness = nearestClasses(model.process, outcome, facts);
  return {
    outcome: outcome.id,
    source: outcome.source,
    reasons: reasonsFor(model.process, outcome, facts),
    flips: flipsOf(model, outcome, facts),
    ...(count && { count }),
    ...(nearness && { nearness }),
  };
}

/**
 * The answers behind the rule that held and behind every earlier one that did not, in the order of the questions; of a
 * class the answers to its own traits.
 */
function reasonsFor(process: Process, outcome: OutcomeRule, facts: Facts): readonly Reason[] {
  const considered = process.outcomes.slice(0, process.outcomes.indexOf(outcome) + 1);
  const decided = isClass(outcome)
    ? new Set(outcome.traits.flatMap((trait) => answersTo(process, trait, facts)))
    : behind(process, considered, facts, (condition) => deciding(condition, facts));
  return itemsOf(process)
    .filter((item) => decided.has(item.id))
    .flatMap((item) => {
      const answer = facts.answers[item.id];
      return answer === undefined ? [] : [{ item: item.id, answer, source: item.source }];
    });
}

function flipsOf(model: Model, outcome: OutcomeRule, facts: Facts): readonly Flip[] {
  const relevant = behind(model.process, model.process.outcomes, facts, itemsIn);
  return itemsOf(model.process).flatMap(({ id: itemId }) => {
    if (!relevant.has(itemId)) return [];
    const given = facts.answers[itemId];
    if (given === undefined || facts.asked.get(itemId) !== true) return [];
    const changes = alternatives(model.process, itemId, given, facts).flatMap((to): Flip[] => {
      const elsewhere = replay(model, { ...facts.answers, [itemId]: to }).outcome?.id ?? 'open';
      return elsewhere === outcome.id ? [] : [{ item: itemId, to, outcome: elsewhere }];
    });
    return changes.slice(0, 1);
  });
}

/**
 * The items behind these rules. Whether an item is asked decides as much as its answer does, so the items that it
 * depends on stand behind the rules as well.
 */
function behind(
  process: Process,
  rules: readonly OutcomeRule[],
  facts: Facts,
  look: (condition: Condition) => readonly string[],
): ReadonlySet<string> {
  const found = new Set(rules.flatMap(conditionsOf).flatMap(look));
  // A set that grows while it is walked through is walked through to its new end.
  for (const itemId of found) {
    for (const item of look({ all: gatesOf(process, itemId, facts) })) found.add(item);
  }
  return found;
}

/** What a rule rests on: one condition, or a class's traits. */
function conditionsOf(rule: OutcomeRule): readonly Condition[] {
  return isClass(rule) ? rule.traits : [rule.when];
}

function nearestClasses(process: Process, outcome: OutcomeRule, facts: Facts): NearestClasses | undefined {
  const before = process.outcomes.slice(0, process.outcomes.indexOf(outcome) + 1);
  if (!before.some(isClass)) return undefined;
  const nearest = nearestOf(process, facts);
  const unmet = isClass(outcome) ? nearest.flatMap((candidate) => candidate.unmet) : [];
  return {
    classes: nearest.map(({ rule, met }) => ({ outcome: rule.id, met: met.length, of: rule.traits.length })),
    against: [...new Set(unmet.flatMap((trait) => answersTo(process, trait, facts)))],
  };
}

/** The items whose answers say whether a trait is met: its own, or those because of which its own are not asked. */
function answersTo(process: Process, trait: Condition, facts: Facts): readonly string[] {
  return deciding(trait, facts).flatMap((item) =>
    facts.asked.get(item) === true
      ? [item]
      : gatesOf(process, item, facts).flatMap((gate) => answersTo(process, gate, facts)),
  );
}

/** The conditions under which an item is asked and its choice may be chosen. */
function gatesOf(process: Process, itemId: string, { answers }: Facts): Condition[] {
  const section = process.sections.find((part) => part.items.some((item) => item.id === itemId));
  const item = section?.items.find((candidate) => candidate.id === itemId);
  const own = item && 'choices' in item && Array.isArray(item.choices) ? item.choices : [];
  const chosen = own.find((choice) => choice.id === answers[itemId]);
  return [section?.when, item?.when, chosen?.when].filter((gate) => gate !== undefined);
}

function alternatives(process: Process, itemId: string, given: Answer, facts: Facts): readonly Answer[] {
  const item = findItem(process, itemId);
  if (item?.type === 'yes-no') return [!given];
  if (item?.type === 'choice') return (openChoices(item, facts) ?? []).filter((choice) => choice !== given);
  return [];
}

/** The count that the outcome rests on: its own rule's, or that of the rule which failed just before it. */
function countOf(process: Process, outcome: OutcomeRule, facts: Facts): Explanation['count'] {
  const considered = process.outcomes.slice(0, process.outcomes.indexOf(outcome) + 1).reverse();
  for (const rule of considered) {
    if (isClass(rule) || !('count' in rule.when)) continue;
    const { when } = rule;
    const asked = when.count.filter((item) => facts.asked.get(item) === true);
    if (asked.length === 0) return undefined;
    const reached = asked.filter((item) => facts.answers[item] === when.is).length;
    return { reached, of: asked.length, needed: when.atLeast };
  }
  return undefined;
}
