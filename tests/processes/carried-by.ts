import { placedTodos } from '../../bot/domain/case/todo';
import { itemsOf, type Process } from '../../bot/domain/process/process';

/**
 * Every part of a process that can carry a rule of the source, with its `source`: `item foreign`,
 * `choice kind.minister`, `outcome receive`, `advice receive.keep-informed`, `routing other-theme`,
 * `todo to-find-out.flags`, `field after.lessons.learned`.
 */
export function sourcesByPlace(process: Process): ReadonlyMap<string, string> {
  const choices = itemsOf(process).flatMap((item) =>
    'choices' in item && Array.isArray(item.choices)
      ? item.choices.map((choice) => [`choice ${item.id}.${choice.id}`, choice.source ?? item.source] as const)
      : [],
  );
  const todos = placedTodos(process);
  return new Map([
    ...itemsOf(process).map((item) => [`item ${item.id}`, item.source] as const),
    ...choices,
    ...process.outcomes.map(({ id, source }) => [`outcome ${id}`, source] as const),
    ...process.outcomes.flatMap(({ id, advice }) =>
      advice.map((point) => [`advice ${id}.${point.id}`, point.source] as const),
    ),
    ...[...process.routing.responsible, ...process.routing.informed].map(
      ({ id, source }) => [`routing ${id}`, source] as const,
    ),
    ...todos.map(({ key, rule }) => [`todo ${key}`, rule.source] as const),
    ...todos.flatMap(({ key, rule }) => rule.form.map((field) => [`field ${key}.${field.id}`, field.source] as const)),
  ]);
}

/** A rule of the source, the part of the process that carries it, and the `source` that it should name. */
export type SourceRule = readonly [rule: string, place: string, source: string];

/** The rules with the `source` that their places really have: equal to `rules` when each is carried as it says. */
export function carried(process: Process, rules: readonly SourceRule[]): readonly (readonly (string | undefined)[])[] {
  const places = sourcesByPlace(process);
  return rules.map(([rule, place]) => [rule, place, places.get(place)]);
}

/** To-dos, outcomes and pieces of advice that claim a source without being one of its rules. */
export function unlisted(process: Process, rules: readonly SourceRule[]): readonly string[] {
  const known = new Set(rules.map(([, place]) => place));
  return [...sourcesByPlace(process)]
    .filter(([place, source]) => /^(todo|outcome|advice) /.test(place) && !known.has(place) && source !== 'product')
    .map(([place]) => place);
}
