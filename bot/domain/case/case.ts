/** A submitted walk: what was answered, what came out and why, and who has it. Kept as it was on the day. */

import type { CaseState } from '../case-state';
import type { Named } from '../directory/contact';
import type { Language } from '../language/language';
import { namingAnswers } from '../listing/line';
import type { WithNewer } from '../newer';
import type { OutboxEntry } from '../outbox/attempts';
import type { Answers } from '../process/answers';
import { evaluate } from '../rules/condition';
import type { Model } from '../rules/model';
import type { Draft, Person } from '../walk/draft';
import { type Explanation, explain } from '../walk/explanation';
import { replay } from '../walk/replay';
import { dayInEspoo } from '../working-time';
import { echoes, entriesOnSubmit, reviewTimer } from './entries';
import type { CaseAction } from './life';
import { timers } from './reminding';
import { type Routing, route, withContacts } from './routing';
import { firstTodos, type Todo } from './todo';

export interface Case extends WithNewer {
  /** Like `V-2026-0042`: the process's letter, the year of submission (UTC), a number that is unique in that year. */
  readonly number: string;
  readonly process: string;
  readonly version: number;
  readonly language: Language;
  readonly requester: Person;
  readonly answers: Answers;
  readonly explanation: Explanation;
  readonly routing: Routing;
  readonly state: CaseState;
  /** Since when it has been in this state: the event that brought it there, and its moment. */
  readonly since: { readonly event: number; readonly at: string };
  /** Who took it on, and the message of their chat that holds its card. */
  readonly holder?: Named & { readonly message?: string };
  /** What was said with the latest action that needed words, for those who read it. */
  readonly said?: { readonly action: CaseAction; readonly text: string; readonly by: string; readonly at: string };
  /** The state in which more information was asked; the answer leads back to it. */
  readonly askedIn?: CaseState;
  /** Who asked; the answer is told to them. */
  readonly asker?: Named;
  /** The message of the requester's chat that holds its card. */
  readonly message?: string;
  readonly draft: string;
  /** UTC, ISO 8601. */
  readonly submittedAt: string;
  /** The sequence number of its latest event, and its moment. */
  readonly lastEvent: number;
  readonly changedAt: string;
  /** When what was personal in it was removed; nothing can be done with it any more. */
  readonly purged?: string;
  /** When somebody was erased from it on request, the last time. */
  readonly erased?: string;
}

export const EVENT_TYPES = [
  'submitted',
  'routed',
  'moved',
  'edited',
  'reminded',
  'todo-done',
  'todo-reopened',
  'todo-changed',
  'erased',
  'purged',
] as const;

/** What happened to a case. The data of an event holds ids and codes, never what somebody typed. */
export interface CaseEvent {
  readonly sequence: number;
  readonly type: (typeof EVENT_TYPES)[number];
  readonly at: string;
  readonly by: Named | 'assistant';
  readonly data: Readonly<Record<string, unknown>>;
}

/** Everything that a submit writes, in one entity-group transaction or not at all. */
export interface Submission {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly entries: readonly OutboxEntry[];
  readonly todos: readonly Todo[];
  readonly draft: Draft;
  readonly unreckoned?: CaseChange['unreckoned'];
}

/** A change of a case that exists: kept in one transaction, if nobody else has changed the case meanwhile. */
export interface CaseChange {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly entries: readonly OutboxEntry[];
  readonly todos: readonly Todo[];
  /** To-dos that fall away, by key. */
  readonly removedTodos?: readonly string[];
  /** Reminders that are left out because their moment cannot be reckoned, by id: for the log, not kept. */
  readonly unreckoned?: readonly string[];
}

/**
 * Makes a case of a complete draft. `message` is the id of the message whose card the person pressed; the receipt
 * replaces it. Throws when the answers have no outcome: `transition` does not let such a draft be submitted.
 */
export function submission(
  model: Model,
  draft: Draft,
  { number, now, message }: { number: string; now: string; message?: string },
): Submission {
  const explanation = explain(model, draft.state.answers);
  if (!explanation) throw new Error(`Draft ${draft.id} has no outcome yet and cannot become a case.`);
  const made: Case = {
    number,
    process: model.process.id,
    version: model.process.version,
    language: draft.language,
    requester: draft.owner,
    answers: draft.state.answers,
    explanation,
    routing: withContacts(route(model, draft.state.answers), model.directory, dayInEspoo(new Date(now))),
    state: 'submitted',
    since: { event: 1, at: now },
    ...(message !== undefined && { message }),
    draft: draft.id,
    submittedAt: now,
    lastEvent: 2,
    changedAt: now,
  };
  const { entries, unreckoned } = timers(model, made);
  return {
    case: made,
    events: firstEvents(made),
    entries: [...entriesOnSubmit(made, message), ...entries, ...reviewTimers(model, made)],
    unreckoned,
    todos: firstTodos(model, made.answers),
    draft: closed(model, draft, made),
  };
}

/** The draft stays as the owner's line in "my cases" and as the way from an old card to the receipt: no more than that. */
function closed({ process }: Model, draft: Draft, { number, answers, submittedAt }: Case): Draft {
  const state = { answers: namingAnswers(process.title, answers) };
  return { ...draft, state, revision: draft.revision + 1, updatedAt: submittedAt, case: number };
}

/** The timers of the reviews that its answers call for. */
export function reviewTimers(model: Model, made: Case): readonly OutboxEntry[] {
  const { facts } = replay(model, made.answers);
  return model.process.reviews
    .filter((review) => evaluate(review.when, facts) === true)
    .map((review) => reviewTimer(made, review.id, review.everyMonths));
}

/** A changed to-do with its event. The event tells what was touched, never what was written. */
export function withTodo(
  before: Case,
  todo: Todo,
  type: 'todo-done' | 'todo-reopened' | 'todo-changed',
  who: Named,
  now: Date,
): CaseChange {
  const sequence = before.lastEvent + 1;
  const at = now.toISOString();
  const made = { ...before, lastEvent: sequence, changedAt: at };
  const by = { id: who.id, name: who.name };
  return {
    case: made,
    events: [{ sequence, type, at, by, data: { todo: todo.key } }],
    entries: echoes(made),
    todos: [todo],
  };
}

function firstEvents({ requester, submittedAt: at, explanation, routing }: Case): readonly CaseEvent[] {
  const { responsible, informed } = routing;
  const told = informed.map(({ unit }) => unit);
  return [
    {
      sequence: 1,
      type: 'submitted',
      at,
      by: { id: requester.id, name: requester.name },
      data: { outcome: explanation.outcome, source: explanation.source },
    },
    // Why each unit is told, and who of it, stands with the case: of very many that would not fit into one event.
    { sequence: 2, type: 'routed', at, by: 'assistant', data: { responsible, informed: told } },
  ];
}

/** How a case is numbered: the digits name the bucket too, so that no counter is shared by all (see `docs/data.md`). */
export function caseNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}-${year}-${String(serial).padStart(4, '0')}`;
}

/** The parts of a case number as a person may write it (`v-2026-42`, with any kind of dash), or undefined when it is not one. */
export function parseCaseNumber(text: string): { prefix: string; year: number; serial: number } | undefined {
  const match = /^\s*([a-zA-Z])\s*[\p{Pd}\u2212]?\s*(\d{4})\s*[\p{Pd}\u2212]?\s*0*(\d{1,9})\s*$/u.exec(text);
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  return { prefix: match[1].toUpperCase(), year: Number(match[2]), serial: Number(match[3]) };
}
