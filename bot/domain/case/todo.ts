/**
 * The living lists of a case: what is to be done, by whom, by when. They are made when the case is, from the lists of
 * its process, and change until the case is closed.
 */

import type { DirectoryContent } from '../directory/directory';
import { isDay } from '../language/written-day';
import type { WithNewer } from '../newer';
import type { Deed, Person } from '../person';
import { type Answers, firstAnswered } from '../process/answers';
import type { Process, TodoRule } from '../process/process';
import { evaluate } from '../rules/condition';
import type { Model } from '../rules/model';
import { replay } from '../walk/replay';

export interface Todo extends WithNewer {
  /** List and to-do, as in the process: `planning.gifts`. */
  readonly key: string;
  /** Who does it, by name or address. */
  readonly person?: string;
  /** Their Entra object id, where they were picked: then they see this to-do and may tick it (`given-todo.ts`). */
  readonly personId?: string;
  /** `YYYY-MM-DD` in the city. */
  readonly due?: string;
  readonly note?: string;
  /** What was filled in when it was done: figures, feedback. */
  readonly answers?: Answers;
  readonly done?: { readonly at: string; readonly by: Pick<Person, 'id' | 'name'> };
  /** Grows by one with every change; a card carries the revision that it shows. */
  readonly revision: number;
}

/** A to-do's rule with its place. */
export interface PlacedTodo {
  readonly key: string;
  readonly list: string;
  readonly rule: TodoRule;
}

export type TodoChange =
  | { readonly type: 'tick' }
  | { readonly type: 'untick' }
  /**
   * What stands in the to-do's card: person, date, note and its form. `null` empties a field. A person who stays the same
   * stays picked.
   */
  | {
      readonly type: 'write';
      readonly person: string | null;
      readonly personId?: string;
      readonly due: string | null;
      readonly note: string | null;
      readonly answers: Answers;
    };

/** Why a change was not made. `blocked` names what has to be done first, `incomplete` what has to be written down. */
export type TodoRefusal =
  | { readonly reason: 'blocked'; readonly by: readonly string[] }
  | { readonly reason: 'incomplete'; readonly needs: readonly ('person' | 'date' | 'note' | 'form')[] };

/** The to-dos that a case begins with: those of its lists that its answers call for, dated by its lead times. */
export function firstTodos(model: Model, answers: Answers): readonly Todo[] {
  const { facts } = replay(model, answers);
  return placedTodos(model.process)
    .filter(({ rule }) => !rule.when || evaluate(rule.when, facts) === true)
    .map(({ key, rule }) => {
      const due = dueDate(rule, facts.answers, model.directory);
      return { key, revision: 0, ...(due !== undefined && { due }) };
    });
}

/** All to-dos of a process in the order of its lists. */
export function placedTodos(process: Process): readonly PlacedTodo[] {
  return process.lists.flatMap((list) =>
    list.todos.map((rule) => ({ key: `${list.id}.${rule.id}`, list: list.id, rule })),
  );
}

/**
 * The to-do after a change, or why it was not made. Ticking waits until the to-dos before it are done and all that must
 * be written down is; unticking is always possible.
 */
export function changeTodo(
  { process, todos }: { readonly process: Process; readonly todos: readonly Todo[] },
  key: string,
  change: TodoChange,
  { who, now }: Deed,
): Todo | TodoRefusal {
  const todo = todos.find((candidate) => candidate.key === key);
  const rule = placedTodos(process).find((placed) => placed.key === key)?.rule;
  if (!todo || !rule) throw new Error(`There is no to-do "${key}" on this case of "${process.id}".`);
  const { done: _, ...open } = todo;
  const revision = todo.revision + 1;
  switch (change.type) {
    case 'untick':
      return { ...open, revision };
    case 'write': {
      const personId = change.personId ?? (change.person === (todo.person ?? null) ? todo.personId : undefined);
      return {
        key,
        revision,
        ...(change.person !== null && { person: change.person }),
        ...(personId !== undefined && { personId }),
        ...(change.due !== null && { due: change.due }),
        ...(change.note !== null && { note: change.note }),
        ...(Object.keys(change.answers).length > 0 && { answers: change.answers }),
        ...(todo.done && { done: todo.done }),
      };
    }
    case 'tick': {
      const by = openBefore(process, todos, key);
      if (by.length > 0) return { reason: 'blocked', by };
      const needs = missing(rule, todo);
      if (needs.length > 0) return { reason: 'incomplete', needs };
      return { ...open, done: { at: now.toISOString(), by: { id: who.id, name: who.name } }, revision };
    }
  }
}

/** The to-dos that must be done before this one and are not, by key. */
export function openBefore(process: Process, todos: readonly Todo[], key: string): readonly string[] {
  const placed = placedTodos(process);
  const after = placed.find((candidate) => candidate.key === key)?.rule.after ?? [];
  return placed
    .filter(({ rule }) => after.includes(rule.id))
    .filter((before) => todos.some((todo) => todo.key === before.key && !todo.done))
    .map((before) => before.key);
}

/** Whether it should have been done before `today` (`YYYY-MM-DD` in the city) and is not. */
export function isOverdue({ due, done }: Todo, today: string): boolean {
  return due !== undefined && !done && due < today;
}

/** A day so many days from another, both `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function dueDate({ due }: TodoRule, answers: Answers, { leadTimes }: DirectoryContent): string | undefined {
  const day = firstAnswered(due?.item, answers);
  const lead = leadTimes.find((candidate) => candidate.id === due?.leadTime);
  if (typeof day !== 'string' || !lead || !isDay(day)) return undefined;
  const found = dayAfter(day, lead.days);
  // Days were not always held to bounds: what lies behind the last year of four digits is left open.
  return isDay(found) ? found : undefined;
}

function missing(rule: TodoRule, todo: Todo): readonly ('person' | 'date' | 'note' | 'form')[] {
  const has = { person: todo.person, date: todo.due, note: todo.note };
  const needed = rule.needs.filter((need) => has[need] === undefined);
  const unfilled = rule.form.some(
    (item) => 'required' in item && item.required && (todo.answers?.[item.id] ?? null) === null,
  );
  return unfilled ? [...needed, 'form'] : needed;
}
