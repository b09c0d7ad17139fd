/**
 * Walks through a process on every path that can matter. Walks that every condition which still lies ahead judges alike
 * are followed only once, so a process of many yes/no questions stays a matter of milliseconds.
 */
import { isDeepStrictEqual } from 'node:util';
import { route } from '../../bot/domain/case/routing';
import { dignitaryRow } from '../../bot/domain/directory/dignitary-matrix';
import { unitOfTheme } from '../../bot/domain/directory/directory';
import type { Answer, Answers } from '../../bot/domain/process/answers';
import type { Condition } from '../../bot/domain/process/condition-shape';
import type { Item, Process } from '../../bot/domain/process/process';
import { evaluate, type Facts } from '../../bot/domain/rules/condition';
import type { Model } from '../../bot/domain/rules/model';
import { predicates } from '../../bot/domain/rules/predicates';
import { directoryChoices, openChoices, type Position, replay, type Step } from '../../bot/domain/walk/replay';
import { plainAnswer } from '../fixtures/model';
import { comparisonsIn, conditionsAhead, conditionsOf, predicatesIn } from './check-conditions';
import { problem } from './problem';

export interface Exploration {
  readonly items: ReadonlySet<string>;
  /** The choices that could be chosen on some path, as `item.choice`. */
  readonly choices: ReadonlySet<string>;
  readonly outcomes: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  readonly problems: readonly string[];
}

interface Search {
  readonly model: Model;
  readonly conditions: readonly Condition[];
  readonly branching: ReadonlySet<string>;
}

/** Follows every path of a process whose parts fit together. Gives up with a problem after `cap` different moments. */
export function exploreWalks(model: Model, cap = 20_000): Exploration {
  const search: Search = { model, conditions: conditionsOf(model.process), branching: branchingItems(model) };
  const found = {
    items: new Set<string>(),
    choices: new Set<string>(),
    outcomes: new Set<string>(),
    rules: new Set<string>(),
    problems: new Set<string>(),
  };
  const seen = new Set<string>();
  const ahead: Position[] = [replay(model, {})];
  for (let position = ahead.pop(); position; position = ahead.pop()) {
    const moment = momentOf(search, position);
    if (seen.has(moment)) continue;
    seen.add(moment);
    if (seen.size > cap) {
      found.problems.add(givenUp(cap));
      break;
    }
    const { next: step } = position;
    if (step.kind === 'summary') {
      arrive(search, position, found);
      continue;
    }
    look(model, position, found);
    const { answers } = position.facts;
    const ways = waysOn(search, position);
    if (ways.length === 0) found.problems.add(deadEnd(step, answers));
    for (const way of ways) {
      const onward = replay(model, { ...answers, ...way });
      if (isDeepStrictEqual(onward.facts.answers, answers)) found.problems.add(deadEnd(step, { ...answers, ...way }));
      else ahead.push(onward);
    }
  }
  return { ...found, problems: [...found.problems] };
}

/** The items whose answers can matter to what comes later: the ones that conditions, predicates or routing look at. */
export function branchingItems({ process, directory }: Model): ReadonlySet<string> {
  const conditions = conditionsOf(process);
  const compared = conditions.flatMap(comparisonsIn).map(({ item }) => item);
  const read = conditions.flatMap(predicatesIn).flatMap((name) => itemsReadBy(name, {}, directory));
  return new Set([...compared, ...read, ...themeItems(process), ...kindItems(process)]);
}

function themeItems({ routing }: Process): readonly string[] {
  return [...routing.responsible, ...routing.informed].flatMap(({ to }) =>
    'unitOfTheme' in to ? [to.unitOfTheme] : [],
  );
}

/** The items that say which row of the matrix of dignitaries routing looks at. */
function kindItems({ routing }: Process): readonly string[] {
  return [...new Set(routing.informed.flatMap(({ to }) => ('markedFor' in to ? [to.markedFor] : [])))];
}

function itemsReadBy(predicate: string, answers: Answers, directory: Model['directory']): readonly string[] {
  const read: string[] = [];
  const watched = new Proxy(answers, {
    get(target, key) {
      if (typeof key === 'string') read.push(key);
      return Reflect.get(target, key);
    },
  });
  predicates[predicate]?.(watched, directory);
  return read;
}

/** What distinguishes this moment for everything that may still come: the next card and every undecided condition. */
function momentOf({ model: { process, directory } }: Search, { next, facts }: Position): string {
  const units = themeItems(process).map((item) => {
    const answer = facts.answers[item];
    const themes = Array.isArray(answer) ? answer : [answer];
    return themes.map((theme) => (typeof theme === 'string' ? unitOfTheme(directory, theme)?.id : theme));
  });
  const parties = kindItems(process).map((item) => {
    const kind = facts.answers[item];
    return typeof kind === 'string' ? dignitaryRow(directory, kind)?.parties : kind;
  });
  const ahead = conditionsAhead(process, itemsOfStep(next)[0], (condition) => evaluate(condition, facts) === 'unknown');
  return JSON.stringify([next.id, units, parties, ahead.map((condition) => undecided(condition, facts))]);
}

/** What of a condition is still open; a truth when nothing is. */
function undecided(condition: Condition, facts: Facts): unknown {
  const truth = evaluate(condition, facts);
  if (truth !== 'unknown') return truth;
  const open = (parts: readonly Condition[]) =>
    parts.filter((part) => evaluate(part, facts) === 'unknown').map((part) => undecided(part, facts));
  if ('all' in condition) return { all: open(condition.all) };
  if ('any' in condition) return { any: open(condition.any) };
  if ('not' in condition) return { not: undecided(condition.not, facts) };
  if (!('count' in condition)) return condition;
  const truthOf = (answer: string) => evaluate({ answer, is: condition.is }, facts);
  const reached = condition.count.filter((item) => truthOf(item) === true).length;
  return { count: condition.count.filter((item) => truthOf(item) === 'unknown'), missing: condition.atLeast - reached };
}

function look(model: Model, position: Position, found: { items: Set<string>; choices: Set<string> }): void {
  for (const item of itemsOfStep(position.next)) {
    found.items.add(item.id);
    if (item.type !== 'choice' && item.type !== 'choices') continue;
    for (const choice of openChoices(item, position.facts) ?? directoryChoices(model, item)) {
      found.choices.add(`${item.id}.${choice}`);
    }
  }
}

function arrive(
  { model, conditions, branching }: Search,
  { outcome, facts: { answers } }: Position,
  found: { outcomes: Set<string>; rules: Set<string>; problems: Set<string> },
): void {
  if (outcome) found.outcomes.add(outcome.id);
  else found.problems.add(withoutOutcome(answers));
  try {
    const { responsible, informed } = route(model, answers);
    for (const destination of [responsible, ...informed]) found.rules.add(destination.rule);
  } catch (error) {
    found.problems.add(withoutUnit(answers, error));
  }
  for (const name of conditions.flatMap(predicatesIn)) {
    const unseen = itemsReadBy(name, answers, model.directory).filter((item) => !branching.has(item));
    for (const item of unseen) found.problems.add(readLate(name, item));
  }
}

/** The ways to answer the next card that matter: every answer to a branching item, the plainest one to another. */
function waysOn(search: Search, position: Position): readonly Answers[] {
  const { next: step, outcome } = position;
  if (step.kind === 'outcome') return outcome ? [{ [step.id]: outcome.id }] : [];
  return itemsOfStep(step).reduce<readonly Answers[]>(
    (ways, item) => {
      const required = 'required' in item && item.required;
      const values = answersTo(search, position, item).filter((value) => value !== null || !required);
      return ways.flatMap((way) => values.map((value) => ({ ...way, [item.id]: value })));
    },
    [{}],
  );
}

function answersTo({ model, conditions, branching }: Search, position: Position, item: Item): readonly Answer[] {
  if (!branching.has(item.id)) return [plainAnswer(model, position, item)];
  if (item.type === 'yes-no') return [true, false];
  const named = conditions
    .flatMap(comparisonsIn)
    .flatMap((comparison) => (comparison.item === item.id ? comparison.values : []));
  if (item.type === 'number') {
    const around = named.flatMap((value) => (typeof value === 'number' ? [value - 1, value, value + 1] : []));
    const inRange = [item.min, item.max, ...around].filter((value) => value >= item.min && value <= item.max);
    return [...new Set(inRange), null];
  }
  if (item.type === 'text') return [plainAnswer(model, position, item), ...tellingTexts(model)];
  if (item.type !== 'choice' && item.type !== 'choices') return [plainAnswer(model, position, item)];
  const open = openChoices(item, position.facts) ?? typicalChoices(model, directoryChoices(model, item), named);
  return item.type === 'choices' ? [[], open] : [...open, null];
}

/** Texts that predicates tell apart from others: a sister city's name, a list of two. */
function tellingTexts({ directory }: Model): readonly string[] {
  return [...directory.sisterCities.slice(0, 1).map(({ name }) => name.en), 'One, two'];
}

/** Of a directory list, the ones that conditions name, and of themes one for each unit of the others: more is never looked at. */
function typicalChoices({ directory }: Model, ids: readonly string[], named: readonly unknown[]): readonly string[] {
  const others = ids.filter((id) => !named.includes(id));
  const onePerUnit = new Map(others.map((id) => [unitOfTheme(directory, id)?.id ?? id, id]));
  return [...ids.filter((id) => named.includes(id)), ...onePerUnit.values()];
}

function itemsOfStep(step: Step): readonly Item[] {
  if (step.kind === 'form') return step.items;
  return step.kind === 'summary' ? [] : [step.item];
}

function deadEnd(step: Step, answers: Answers): string {
  return problem(
    `Nobody gets past "${step.id}" with the answers ${JSON.stringify(answers)}`,
    'the walk would never reach its summary',
    'see that the outcome is certain where it is shown, and that every choice item has a choice open whenever it is asked',
  );
}

function withoutOutcome(answers: Answers): string {
  return problem(
    `A walk ends without an outcome: ${JSON.stringify(answers)}`,
    'it could never be submitted',
    'let the last outcome hold always, with "when": { "all": [] }',
  );
}

function withoutUnit(answers: Answers, error: unknown): string {
  return problem(
    `A walk ends without a responsible unit (${String(error)}): ${JSON.stringify(answers)}`,
    'it could never be submitted',
    'let the last rule of "routing.responsible" hold always, and name a unit or the theme of a required item that is always asked',
  );
}

function readLate(predicate: string, item: string): string {
  return problem(
    `The predicate "${predicate}" reads "${item}" only when other answers are there`,
    'the search does not know that it has to try every answer to it',
    'let the predicate read all its items before it decides anything',
  );
}

function givenUp(cap: number): string {
  return problem(
    `The search through the process was given up after ${cap} different moments`,
    'what lies beyond them is not proven',
    'make the process simpler, or raise the cap in tests/processes/explore-walks.ts',
  );
}
