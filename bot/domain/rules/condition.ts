import type { DirectoryContent } from '../directory/directory';
import type { Answer, Answers } from '../process/answers';
import type { Condition } from '../process/condition-shape';
import { predicates } from './predicates';
import { atLeast, every, not, some, type Truth } from './truth';

/** What a condition is judged against. `asked` tells which items are asked at all, as far as that is known. */
export interface Facts {
  readonly answers: Answers;
  readonly asked: ReadonlyMap<string, Truth>;
  readonly directory: DirectoryContent;
}

/**
 * Whether a condition holds. An item that is asked but not answered makes it `unknown`; one that is not asked is never
 * a match, so "commercial interest: no" does not count against a partner who was not asked about it.
 */
export function evaluate(condition: Condition, facts: Facts): Truth {
  if ('all' in condition) return every(condition.all.map((part) => evaluate(part, facts)));
  if ('any' in condition) return some(condition.any.map((part) => evaluate(part, facts)));
  if ('not' in condition) return not(evaluate(condition.not, facts));
  if ('count' in condition) {
    return atLeast(
      condition.atLeast,
      condition.count.map((item) => matches(item, [condition.is], facts)),
    );
  }
  if ('predicate' in condition) return evaluatePredicate(condition.predicate, facts);
  return matches(condition.answer, 'is' in condition ? [condition.is] : condition.in, facts);
}

/** Ids of the items that a condition looks at, directly. */
export function itemsIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(itemsIn);
  if ('any' in condition) return condition.any.flatMap(itemsIn);
  if ('not' in condition) return itemsIn(condition.not);
  if ('count' in condition) return condition.count;
  return 'predicate' in condition ? [] : [condition.answer];
}

/**
 * The answers that make a condition come out as it does: for a satisfied count the ones that were counted, for a failed
 * one those that fell short, for "any" the part that holds, for "all" that failed the part that does not.
 */
export function deciding(condition: Condition, facts: Facts): readonly string[] {
  const outcome = evaluate(condition, facts);
  const partsThatAgree = (parts: readonly Condition[]) =>
    parts.filter((part) => evaluate(part, facts) === outcome).flatMap((part) => deciding(part, facts));
  if ('all' in condition) return partsThatAgree(condition.all);
  if ('any' in condition) return partsThatAgree(condition.any);
  if ('not' in condition) return deciding(condition.not, facts);
  if ('count' in condition) return condition.count.filter((item) => matches(item, [condition.is], facts) === outcome);
  return itemsIn(condition);
}

function matches(item: string, wanted: readonly Answer[], facts: Facts): Truth {
  const asked = facts.asked.get(item) ?? false;
  if (asked !== true) return asked;
  const answer = facts.answers[item];
  return answer === undefined ? 'unknown' : wanted.includes(answer);
}

function evaluatePredicate(name: string, facts: Facts): Truth {
  const predicate = predicates[name];
  if (!predicate)
    throw new Error(`Unknown predicate "${name}": add it to bot/domain/rules/predicates.ts, with a test.`);
  return predicate(facts.answers, facts.directory);
}
