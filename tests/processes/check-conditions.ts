import type { DirectoryContent } from '../../bot/domain/directory/directory';
import type { Condition } from '../../bot/domain/process/condition-shape';
import { findItem, type Item, itemsOf, type Process } from '../../bot/domain/process/process';
import { predicates } from '../../bot/domain/rules/predicates';
import { isClass } from '../../bot/domain/walk/nearness';
import { problem } from './problem';

/** A condition, where it stands, and the items that are asked before it. */
interface PlacedCondition {
  readonly place: string;
  readonly when: Condition;
  readonly earlier: readonly Item[];
  /** The last item that it lets be asked or chosen; without it, it is looked at to the end of the walk. */
  readonly until?: Item | undefined;
  /** It is looked at when the case is made: no card of the walk depends on it. */
  readonly afterwards?: boolean;
}

type Comparison = { readonly item: string; readonly values: readonly (boolean | string | number)[] };

/** Whether every condition of a process looks only at what has been answered before it, and at answers that exist. */
export function checkConditions(process: Process, directory: DirectoryContent): string[] {
  return placedConditions(process).flatMap(({ place, when, earlier }) => [
    ...comparisonsIn(when).flatMap((comparison) => checkComparison(process, directory, place, comparison, earlier)),
    ...predicatesIn(when)
      .filter((name) => !Object.hasOwn(predicates, name))
      .map((name) =>
        problem(
          `${place} uses the predicate "${name}", which does not exist`,
          'the walk would stop with an error',
          `add it to bot/domain/rules/predicates.ts with a test, or take one of: ${Object.keys(predicates).join(', ')}`,
        ),
      ),
  ]);
}

/** Every condition of a process as a plain list. */
export function conditionsOf(process: Process): readonly Condition[] {
  return placedConditions(process).map(({ when }) => when);
}

/** The comparisons with answers that a condition is made of. */
export function comparisonsIn(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  if ('predicate' in condition) return [];
  if ('count' in condition) return condition.count.map((item) => ({ item, values: [condition.is] }));
  return [{ item: condition.answer, values: 'is' in condition ? [condition.is] : condition.in }];
}

/** The conditions that can still make a difference to a walk that stands before `next`, or that are not decided yet. */
export function conditionsAhead(
  process: Process,
  next: Item | undefined,
  isOpen: (when: Condition) => boolean,
): readonly Condition[] {
  const items = itemsOf(process);
  const here = next ? items.indexOf(next) : items.length;
  return placedConditions(process)
    .filter(({ afterwards }) => !afterwards)
    .filter(({ when, until }) => !until || items.indexOf(until) >= here || isOpen(when))
    .map(({ when }) => when);
}

/** The names of the predicates that a condition uses. */
export function predicatesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(predicatesIn);
  if ('any' in condition) return condition.any.flatMap(predicatesIn);
  if ('not' in condition) return predicatesIn(condition.not);
  return 'predicate' in condition ? [condition.predicate] : [];
}

function placedConditions(process: Process): readonly PlacedCondition[] {
  const items = itemsOf(process);
  const before = (item: Item | undefined) => items.slice(0, item ? items.indexOf(item) : items.length);
  const atOutcome = before(items.find((item) => item.type === 'outcome'));
  const placed: (Omit<PlacedCondition, 'when'> & { when: Condition | undefined })[] = [
    ...process.sections.map((section) => ({
      place: `Section "${section.id}"`,
      when: section.when,
      earlier: before(section.items[0]),
      until: section.items.at(-1),
    })),
    ...items.map((item) => ({ place: `Item "${item.id}"`, when: item.when, earlier: before(item), until: item })),
    ...items.map((item) => ({
      place: `What item "${item.id}" follows from`,
      when: followingIn(process, item),
      earlier: before(item),
      until: item,
    })),
    ...items.flatMap((item) =>
      'choices' in item && Array.isArray(item.choices)
        ? item.choices.map((choice) => ({
            place: `Choice "${choice.id}" of item "${item.id}"`,
            when: choice.when,
            earlier: before(item),
            until: item,
          }))
        : [],
    ),
    ...process.outcomes.flatMap((outcome) => [
      ...(isClass(outcome) ? outcome.traits : [outcome.when]).map((when) => ({
        place: `Outcome "${outcome.id}"`,
        when,
        earlier: atOutcome,
      })),
      ...outcome.advice.map((advice) => ({
        place: `Advice "${advice.id}" of outcome "${outcome.id}"`,
        when: advice.when,
        earlier: atOutcome,
      })),
    ]),
    ...process.lists.flatMap((list) =>
      list.todos.map((todo) => ({
        place: `To-do "${list.id}.${todo.id}"`,
        when: todo.when,
        earlier: items,
        afterwards: true,
      })),
    ),
    ...process.contradictions.map(({ id, when }) => ({
      place: `Contradiction "${id}"`,
      when,
      earlier: items,
      afterwards: true,
    })),
    ...process.handsOver.map(({ id, when }) => ({
      place: `Hand-over "${id}"`,
      when,
      earlier: items,
      afterwards: true,
    })),
    ...process.reviews.map(({ id, when }) => ({ place: `Review "${id}"`, when, earlier: items, afterwards: true })),
    ...process.next.map(({ process: next, when }) => ({
      place: `Next process "${next}"`,
      when,
      earlier: items,
      afterwards: true,
    })),
    ...[...process.routing.responsible, ...process.routing.informed].map((rule) => ({
      place: `Routing rule "${rule.id}"`,
      when: rule.when,
      earlier: items,
    })),
  ];
  return placed.flatMap(({ when, ...place }) => (when ? [{ ...place, when }] : []));
}

/** When an item is filled in. An included one may follow from what this process does not ask: then it is asked. */
function followingIn(process: Process, item: Item): Condition | undefined {
  if (item.type !== 'yes-no' || item.follows === undefined) return undefined;
  const { answer, in: values } = item.follows;
  const isAskedElsewhere = item.words !== undefined && findItem(process, answer) === undefined;
  return isAskedElsewhere ? undefined : { answer, in: values };
}

function checkComparison(
  process: Process,
  directory: DirectoryContent,
  place: string,
  { item: itemId, values }: Comparison,
  earlier: readonly Item[],
): string[] {
  const item = findItem(process, itemId);
  if (!item) {
    return [
      problem(
        `${place} looks at "${itemId}", which is not an item of the process`,
        'the comparison would never hold',
        'correct the id, or add the item',
      ),
    ];
  }
  const tooEarly = earlier.includes(item)
    ? []
    : [
        problem(
          `${place} looks at "${itemId}", which is asked only later`,
          'an item that has not been reached counts as not asked, so the comparison would not hold when it is needed',
          `let "${itemId}" stand earlier in the process, or look at another item`,
        ),
      ];
  const wrong = values
    .filter((value) => !mayBeAnswer(process, directory, item, value))
    .map((value) =>
      problem(
        `${place} compares "${itemId}" with ${JSON.stringify(value)}, which is never its answer`,
        'the comparison would never hold',
        `compare it with ${answersInWords(item)}`,
      ),
    );
  return [...tooEarly, ...wrong];
}

function mayBeAnswer(process: Process, directory: DirectoryContent, item: Item, value: boolean | string | number) {
  if (item.type === 'yes-no') return typeof value === 'boolean';
  if (item.type === 'outcome') return process.outcomes.some((outcome) => outcome.id === value);
  if (item.type === 'number') return Number.isInteger(value) && Number(value) >= item.min && Number(value) <= item.max;
  // An answer of several choices is a list and a text is free: the vocabulary has no word for either.
  if (item.type !== 'choice') return false;
  if (Array.isArray(item.choices)) return item.choices.some((choice) => choice.id === value);
  if (!('directory' in item.choices)) return false;
  if (item.choices.directory === 'themes') return directory.themes.some((theme) => theme.id === value);
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
}

function answersInWords(item: Item): string {
  if (item.type === 'yes-no') return 'true or false';
  if (item.type === 'outcome') return 'the id of an outcome';
  if (item.type === 'number') return `a whole number from ${item.min} to ${item.max}`;
  if (item.type === 'choice') return 'the id of one of its choices';
  return `the answer to another item: one of type "${item.type}" cannot be compared`;
}
