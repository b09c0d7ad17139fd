/**
 * What is left of a case when its time is over: number, process, states, days, units, outcome with its source, choices and
 * figures stay, so that no figure and no decision changes; people, free text and contacts go for good. How long cases are
 * kept is data of the directory (`retention`); which answers may name a person is data of the process (`personal`).
 */

import type { Case, CaseEvent } from '../case/case';
import { echoes } from '../case/entries';
import { placedTodos, type Todo } from '../case/todo';
import type { Rewriting, WholeCase } from '../case/whole-case';
import { isEnd, isResting } from '../case-state';
import type { Retention } from '../directory/directory';
import { isWaiting } from '../outbox/attempts';
import type { OutboxEntry } from '../outbox/entry';
import type { Answer, Answers } from '../process/answers';
import { type Item, itemsOf } from '../process/process';
import type { Model } from '../rules/model';
import { monthsLater } from '../working-time';
import { withoutPeople } from './without-people';

/**
 * From when on what is personal in a case has to go (UTC, ISO 8601); undefined where no rule says so, where it is gone, or
 * where what the case led to is in force still.
 */
export function purgeDue(retention: readonly Retention[], made: Case): string | undefined {
  const rule = retention.find(({ id }) => id === made.process);
  if (!rule) return undefined;
  if (made.purged !== undefined) {
    // A review that came round later may have named somebody again.
    return made.changedAt > made.purged ? monthsLater(new Date(made.changedAt), rule.months) : undefined;
  }
  if (isResting(made.state)) return undefined;
  if (isEnd(made.state)) return monthsLater(new Date(made.since.at), rule.months);
  return rule.unendedMonths === undefined ? undefined : monthsLater(new Date(made.changedAt), rule.unendedMonths);
}

/** The case without what is personal, with the event that tells of it and the entries that bring it everywhere. */
export function purged({ process }: Pick<Model, 'process'>, whole: WholeCase, now: Date): Rewriting {
  const at = now.toISOString();
  const sequence = whole.case.lastEvent + 1;
  const { case: nameless, events, todos, entries } = withoutPeople(whole, () => true);
  const { said: _said, ...quiet } = nameless;
  const isKept = keptOf(itemsOf(process));
  const { explanation } = nameless;
  const made: Case = {
    ...quiet,
    // Its id begins with digits that stand for the requester.
    draft: 'removed',
    answers: onlyKept(nameless.answers, isKept),
    ...(nameless.recorded && {
      recorded: onlyKept(nameless.recorded, keptOf(process.forms.flatMap(({ items }) => items))),
    }),
    explanation: {
      ...explanation,
      reasons: explanation.reasons.filter(({ item }) => isKept(item)),
      flips: explanation.flips.filter(({ item }) => isKept(item)),
    },
    lastEvent: sequence,
    changedAt: at,
    purged: at,
  };
  const event: CaseEvent = { sequence, type: 'purged', at, by: 'assistant', data: {} };
  return {
    case: made,
    events,
    todos: todos.map((todo) => purgedTodo(process, todo)),
    entries: entries.flatMap(purgedEntry),
    event,
    // The cards in people's chats are theirs and are left alone: without its people the case knows none of them.
    added: echoes(made).filter(({ purpose }) => purpose === 'line'),
    withoutDrafts: true,
  };
}

/** The name under which the number of lines of a text is kept when the text goes. */
export function countOf(item: string): string {
  return `${item}-count`;
}

/** How many lines somebody has written: one initiative, one article each. */
export function linesIn(text: unknown): number {
  return typeof text === 'string' ? text.split('\n').filter((line) => line.trim() !== '').length : 0;
}

function purgedTodo(process: Model['process'], { person: _person, note: _note, answers, ...todo }: Todo): Todo {
  if (answers === undefined) return todo;
  const form = placedTodos(process).find(({ key }) => key === todo.key)?.rule.form ?? [];
  const isKept = keptOf(form);
  const counted = form.filter((item) => item.type === 'text' && item.multiline === true && item.personal);
  const counts = counted
    .filter(({ id }) => typeof answers[id] === 'string')
    .map(({ id }) => [countOf(id), linesIn(answers[id])]);
  return { ...todo, answers: { ...onlyKept(answers, isKept), ...Object.fromEntries(counts) } };
}

/**
 * What was sent stays as a fact. What waits still is about somebody, and falls away, but for the lines elsewhere and for
 * the reviews of what is in force: they are due long after everybody who was there has gone.
 */
function purgedEntry(entry: OutboxEntry): readonly OutboxEntry[] {
  const { message: _message, replaces: _replaces, ...rest } = entry;
  return isWaiting(entry) && entry.purpose !== 'line' && entry.purpose !== 'review' ? [] : [rest];
}

/** Whether the words given to an item stay. Those of an item that the process does not have any more may be anything, and go. */
function keptOf(items: readonly Item[]): (id: string) => boolean {
  const kept = new Set(items.filter((item) => !('personal' in item && item.personal)).map(({ id }) => id));
  return (id) => kept.has(id);
}

/** Numbers and yes/no name nobody, whatever was asked: they stay, because figures rest on them. */
function onlyKept(answers: Answers, isKept: (id: string) => boolean): Answers {
  const hasWords = (answer: Answer) => typeof answer === 'string' || Array.isArray(answer);
  return Object.fromEntries(Object.entries(answers).filter(([id, answer]) => isKept(id) || !hasWords(answer)));
}
