/** A submitted walk: what was answered, what came out and why, and who has it. Kept as it was on the day. */

import type { CaseState } from '../case-state';
import type { Language } from '../language/language';
import type { WithNewer } from '../newer';
import type { OutboxEntry } from '../outbox/entry';
import type { Named, Person } from '../person';
import type { Answers } from '../process/answers';
import type { Explanation } from '../walk/explanation';
import type { CaseAction } from './lives/life-of';
import type { Routing } from './routing';
import type { Todo } from './todo';

/** Who carries a visit out, and the address at which the party that arranges it reaches them. */
export interface Appointee extends Named {
  readonly address?: string;
}

export interface Case extends WithNewer {
  /** Like `V-2026-0042`: the process's letter, the year of submission (UTC), a number that is unique in that year. */
  readonly number: string;
  readonly process: string;
  readonly version: number;
  readonly language: Language;
  readonly requester: Person;
  readonly answers: Answers;
  /** What was written down with the steps of its life, the latest of each item (`forms` of the process). */
  readonly recorded?: Answers;
  readonly explanation: Explanation;
  readonly routing: Routing;
  readonly state: CaseState;
  /** Since when it has been in this state: the event that brought it there, and its moment. */
  readonly since: { readonly event: number; readonly at: string };
  /** Who took it on, and the message of their chat that holds its card. */
  readonly holder?: Named & { readonly message?: string };
  /** The responsible person of a visit (M 3.3), once a coordinator has confirmed them. */
  readonly appointee?: Appointee;
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
  'appointed',
  'appointment-ended',
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
