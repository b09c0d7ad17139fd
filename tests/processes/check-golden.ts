import { z } from 'zod/v4';
import { route } from '../../bot/domain/case/routing';
import { firstTodos } from '../../bot/domain/case/todo';
import type { Answers } from '../../bot/domain/process/answers';
import type { Condition } from '../../bot/domain/process/condition-shape';
import { findItem } from '../../bot/domain/process/process';
import { evaluate } from '../../bot/domain/rules/condition';
import type { Model } from '../../bot/domain/rules/model';
import { contradictionsIn } from '../../bot/domain/walk/contradictions';
import { explain } from '../../bot/domain/walk/explanation';
import { type Walk, walk } from '../fixtures/model';
import { branchingItems } from './explore-walks';
import { problem } from './problem';

const answers = z.record(z.string(), z.union([z.boolean(), z.string(), z.number(), z.array(z.string()), z.null()]));

/** A `golden.json`: walks whose result is known, told as a person takes them. */
export const goldenSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    /** Every question on the way, and every field that a condition or the routing looks at; other fields are filled in. */
    answers,
    /** What the person changes once at the summary, and what they then answer anew. */
    change: answers.optional(),
    /** The items that the card says were dropped by the change. */
    dropped: z.array(z.string()).optional(),
    /** Items that are not asked on this walk. */
    notAsked: z.array(z.string()).optional(),
    outcome: z.string(),
    /** The unit that is responsible, and where its mail goes when it has no address of its own. */
    responsible: z.string(),
    deliverTo: z.string().optional(),
    informed: z.array(z.string()),
    /** What contradicts itself, and keeps the walk from being sent until it is settled; nothing when it is left out. */
    contradictions: z.array(z.string()).optional(),
    /** The to-dos that the case begins with, by key; not compared when it is left out. */
    todos: z.array(z.string()).optional(),
    /** The reviews that are set, and the processes that are offered next. */
    reviews: z.array(z.string()).optional(),
    next: z.array(z.string()).optional(),
  }),
);

export type GoldenCase = z.infer<typeof goldenSchema>[number];

/** Whether the golden cases of a process come out as they say, and cover every outcome and every routing rule. */
export function checkGolden(model: Model, cases: readonly GoldenCase[]): string[] {
  const outcomes = new Set<string>();
  const rules = new Set<string>();
  const wrong = cases.flatMap((golden) => {
    try {
      const { end, dropped } = playGolden(model, golden);
      const { responsible, informed } = route(model, end.answers);
      if (end.outcome) outcomes.add(end.outcome);
      for (const { rule } of [responsible, ...informed]) rules.add(rule);
      return compare(model, golden, end, dropped);
    } catch (error) {
      return [surprise(golden, error instanceof Error ? error.message : String(error))];
    }
  });
  const { routing } = model.process;
  return [
    ...wrong,
    ...model.process.outcomes.filter(({ id }) => !outcomes.has(id)).map(({ id }) => uncovered('outcome', id)),
    ...[...routing.responsible, ...routing.informed]
      .filter(({ id }) => !rules.has(id))
      .map(({ id }) => uncovered('routing rule', id)),
  ];
}

/** A golden case at its summary. Throws where the walk asks something that the case does not answer. */
function playGolden(model: Model, { answers: given, change = {} }: GoldenCase): { end: Walk; dropped: string[] } {
  let moment = walk(model).finish(given);
  const dropped: string[] = [];
  const changed = { ...given, ...change };
  for (const itemId of Object.keys(change)) {
    const step = moment.position.steps.find(
      ({ id, ...step }) => id === itemId || ('items' in step && step.items.some((item) => item.id === itemId)),
    );
    if (!step) continue;
    moment = moment.change(step.id).finish(changed);
    dropped.push(...moment.dropped);
  }
  const { facts, followed } = moment.position;
  for (const itemId of branchingItems(model)) {
    const item = findItem(model.process, itemId);
    const isAsked = facts.asked.get(itemId) === true && !followed.has(itemId);
    const needed = isAsked && item && item.type !== 'outcome' && item.type !== 'choices';
    if (needed && changed[itemId] === undefined) throw new Error(`It does not say what "${itemId}" is answered`);
  }
  const strange = Object.keys(changed).filter((itemId) => !findItem(model.process, itemId));
  if (strange.length > 0) throw new Error(`It answers what the process does not have: ${strange.join(', ')}`);
  return { end: moment, dropped };
}

function compare(model: Model, golden: GoldenCase, end: Walk, dropped: readonly string[]): string[] {
  const { responsible, informed } = route(model, end.answers);
  const asked = (golden.notAsked ?? []).filter((item) => end.position.facts.asked.get(item) !== false);
  return [
    ...differ(golden, 'the outcome', golden.outcome, explain(model, end.answers)?.outcome),
    ...differ(golden, 'the responsible unit', golden.responsible, responsible.unit),
    ...differ(golden, 'where it is delivered', golden.deliverTo ?? responsible.unit, responsible.deliverTo),
    ...differ(golden, 'the informed units', sorted(golden.informed), sorted(informed.map(({ unit }) => unit))),
    ...differ(golden, 'what is dropped', sorted(golden.dropped ?? []), sorted(dropped)),
    ...differ(
      golden,
      'what contradicts itself',
      golden.contradictions ?? [],
      contradictionsIn(model, end.position).map(({ id }) => id),
    ),
    ...agreed(
      golden,
      'the to-dos',
      golden.todos,
      firstTodos(model, end.answers).map(({ key }) => key),
    ),
    ...agreed(
      golden,
      'the reviews',
      golden.reviews,
      holding(
        end,
        model.process.reviews.filter(({ from }) => from === 'sent'),
      ).map(({ id }) => id),
    ),
    ...agreed(
      golden,
      'what is offered next',
      golden.next,
      holding(end, model.process.next).map((next) => next.process),
    ),
    ...differ(golden, 'what is asked though it should not be', [], asked),
    ...differ(golden, 'what is answered though it is not asked', [], unusedAnswers(golden, end.answers)),
  ];
}

/** Answers that the walk had no use for: they would make a reader believe that they matter. */
function unusedAnswers({ answers: given, change = {}, dropped = [] }: GoldenCase, kept: Answers): string[] {
  return Object.keys({ ...given, ...change }).filter((item) => kept[item] === undefined && !dropped.includes(item));
}

function holding<T extends { readonly when: Condition }>(end: Walk, rules: readonly T[]): readonly T[] {
  return rules.filter(({ when }) => evaluate(when, end.position.facts) === true);
}

function agreed(
  golden: GoldenCase,
  what: string,
  expected: readonly string[] | undefined,
  found: readonly string[],
): string[] {
  return expected === undefined ? [] : differ(golden, what, sorted(expected), sorted(found));
}

function differ(golden: GoldenCase, what: string, expected: unknown, found: unknown): string[] {
  if (JSON.stringify(expected) === JSON.stringify(found)) return [];
  return [surprise(golden, `${what}: ${JSON.stringify(expected)} in the case, ${JSON.stringify(found)} on the walk`)];
}

function surprise({ name }: GoldenCase, how: string): string {
  return problem(
    `The golden case "${name}" does not come out as it says: ${how}`,
    'golden cases are what the process was agreed to do',
    'correct process.json if the rule changed by mistake, or golden.json if it was meant to change',
  );
}

function uncovered(kind: string, id: string): string {
  return problem(
    `No golden case shows the ${kind} "${id}"`,
    'a change to it would go unnoticed',
    'add a case to golden.json that leads to it',
  );
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...ids].sort();
}
