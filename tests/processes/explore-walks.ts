/**
 * Walks through a process on every path that can matter. Walks that every condition judges alike from here on are
 * followed only once, so a process of many yes/no questions stays a matter of milliseconds.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Answer, Answers } from '../../bot/domain/answers';
import { transition, type WalkEvent } from '../../bot/domain/checklist';
import { evaluate, type Facts } from '../../bot/domain/condition';
import { unitOfTheme } from '../../bot/domain/directory';
import type { Model } from '../../bot/domain/model';
import { predicates } from '../../bot/domain/predicates';
import type { Condition, Item, Process } from '../../bot/domain/process';
import { directoryChoices, openChoices, type Position, replay, type Step } from '../../bot/domain/replay';
import { route } from '../../bot/domain/routing';
import { plainAnswer } from '../fixtures/model';
import { comparisonsIn, conditionsOf, predicatesIn } from './check-conditions';
import { problem } from './problem';

export interface Exploration {
  readonly items: ReadonlySet<string>;
  /** The choices that could be chosen on some path, as `item.choice`. */
  readonly choices: ReadonlySet<string>;
  readonly outcomes: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  readonly problems: readonly string[];
}

/** Follows every path of a process whose parts fit together. Gives up with a problem after `cap` different moments. */
export function exploreWalks(model: Model, cap = 20_000): Exploration {
  const found = { items: new Set<string>(), choices: new Set<string>(), outcomes: new Set<string>() };
  const rules = new Set<string>();
  const problems = new Set<string>();
  const branching = branchingItems(model);
  const seen = new Set<string>();
  const ahead: Answers[] = [{}];
  for (let answers = ahead.pop(); answers; answers = ahead.pop()) {
    const position = replay(model, answers);
    const moment = momentOf(model, position);
    if (seen.has(moment)) continue;
    seen.add(moment);
    if (seen.size > cap) {
      problems.add(
        problem(
          `The search through the process was given up after ${cap} different moments`,
          'what lies beyond them is not proven',
          'make the process simpler, or raise the cap in tests/processes/explore-walks.ts',
        ),
      );
      break;
    }
    if (position.next.kind === 'summary') {
      arrive(model, position, answers, branching, { outcomes: found.outcomes, rules, problems });
      continue;
    }
    look(model, position, found);
    const ways = waysOn(model, position, branching);
    if (ways.length === 0) problems.add(deadEnd(position.next, answers));
    for (const way of ways) {
      const [state] = transition(model, { answers }, eventFor(position.next, way));
      if (isDeepStrictEqual(state.answers, answers)) problems.add(deadEnd(position.next, { ...answers, ...way }));
      else ahead.push(state.answers);
    }
  }
  return { ...found, rules, problems: [...problems] };
}

/** The items whose answers can matter to what comes later: the ones that conditions, predicates or routing look at. */
export function branchingItems({ process, directory }: Model): ReadonlySet<string> {
  const conditions = conditionsOf(process);
  const read = conditions.flatMap(predicatesIn).flatMap((name) => itemsReadBy(name, {}, directory));
  return new Set([...conditions.flatMap(comparisonsIn).map(({ item }) => item), ...read, ...themeItems(process)]);
}

function themeItems({ routing }: Process): readonly string[] {
  return [...routing.responsible, ...routing.informed].flatMap(({ to }) =>
    'unitOfTheme' in to ? [to.unitOfTheme] : [],
  );
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
function momentOf({ process, directory }: Model, { next, facts }: Position): string {
  const units = themeItems(process).map((item) => {
    const answer = facts.answers[item];
    const themes = Array.isArray(answer) ? answer : [answer];
    return themes.map((theme) => (typeof theme === 'string' ? unitOfTheme(directory, theme)?.id : theme));
  });
  return JSON.stringify([next.id, units, conditionsOf(process).map((condition) => undecided(condition, facts))]);
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
  model: Model,
  position: Position,
  answers: Answers,
  branching: ReadonlySet<string>,
  found: { outcomes: Set<string>; rules: Set<string>; problems: Set<string> },
): void {
  if (position.outcome) found.outcomes.add(position.outcome.id);
  else {
    found.problems.add(
      problem(
        `A walk ends without an outcome: ${JSON.stringify(answers)}`,
        'it could never be submitted',
        'let the last outcome hold always, with "when": { "all": [] }',
      ),
    );
  }
  try {
    const { responsible, informed } = route(model, answers);
    for (const destination of [responsible, ...informed]) found.rules.add(destination.rule);
  } catch (error) {
    found.problems.add(
      problem(
        `A walk ends without a responsible unit (${String(error)}): ${JSON.stringify(answers)}`,
        'it could never be submitted',
        'let the last rule of "routing.responsible" hold always and name a unit, or the theme of a required item that is always asked',
      ),
    );
  }
  for (const name of conditionsOf(model.process).flatMap(predicatesIn)) {
    const unseen = itemsReadBy(name, answers, model.directory).filter((item) => !branching.has(item));
    for (const item of unseen) {
      found.problems.add(
        problem(
          `The predicate "${name}" reads "${item}" only when other answers are there`,
          'the search does not know that it has to try every answer to it',
          'let the predicate read all its items before it decides anything',
        ),
      );
    }
  }
}

/** The ways to answer the next card that matter: every answer to a branching item, the plainest one to another. */
function waysOn(model: Model, position: Position, branching: ReadonlySet<string>): readonly Record<string, Answer>[] {
  return itemsOfStep(position.next).reduce<Record<string, Answer>[]>(
    (ways, item) => {
      const values = branching.has(item.id) ? branches(model, position, item) : [plainAnswer(model, position, item)];
      const accepted = values.filter((value) => value !== null || !('required' in item && item.required));
      return ways.flatMap((way) => accepted.map((value) => ({ ...way, [item.id]: value })));
    },
    [{}],
  );
}

function eventFor(step: Step, values: Answers): WalkEvent {
  if (step.kind === 'question') return { type: 'answer', item: step.id, value: values[step.id] ?? null };
  if (step.kind === 'form') return { type: 'fill', section: step.id, values };
  return { type: 'acknowledge', item: step.id };
}

function branches(model: Model, { facts }: Position, item: Item): readonly Answer[] {
  if (item.type === 'yes-no') return [true, false];
  const named = conditionsOf(model.process)
    .flatMap(comparisonsIn)
    .flatMap((comparison) => (comparison.item === item.id ? comparison.values : []));
  if (item.type === 'number') {
    const around = named.flatMap((value) => (typeof value === 'number' ? [value - 1, value, value + 1] : []));
    const inRange = [item.min, item.max, ...around].filter((value) => value >= item.min && value <= item.max);
    return [...new Set(inRange), ...(item.required ? [] : [null])];
  }
  if (item.type !== 'choice' && item.type !== 'choices') return [null];
  const open = openChoices(item, facts) ?? typicalChoices(model, item.choices, named);
  if (item.type === 'choices') return [[], open];
  return item.required ? open : [...open, null];
}

/** Of a directory list, the ones that conditions name, and of the others one for each unit, as predicates see no more. */
function typicalChoices(model: Model, choices: unknown, named: readonly unknown[]): readonly string[] {
  const { themes } = model.directory;
  const isThemes =
    typeof choices === 'object' && choices !== null && 'directory' in choices && choices.directory === 'themes';
  if (!isThemes) return [...model.countries, ...named.filter((code) => typeof code === 'string')];
  const others = themes.filter((theme) => !named.includes(theme.id));
  const onePerUnit = new Map(others.map((theme) => [theme.unit, theme.id]));
  return [...themes.filter((theme) => named.includes(theme.id)).map((theme) => theme.id), ...onePerUnit.values()];
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
