/** A case with everything that is kept beside it, and what it is rewritten to when something of it has to go for good. */

import type { OutboxEntry } from '../outbox/entry';
import type { Case, CaseEvent } from './case';
import type { Todo } from './todo';

export interface WholeCase {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly todos: readonly Todo[];
  readonly entries: readonly OutboxEntry[];
  /** Its outbox entries that nobody can read; none unless told. */
  readonly setAside?: readonly SetAside[];
}

/** What was put aside because it cannot be read: where it is kept, and all that stands there. */
export interface SetAside {
  readonly key: string;
  readonly text: string;
}

/** What was set aside is not kept: when a case is rewritten, it is over, and what nobody can read is said to nobody. */
export interface Rewriting {
  readonly case: Case;
  /** Every event as it is kept from now on, by its sequence number. */
  readonly events: readonly CaseEvent[];
  readonly todos: readonly Todo[];
  /** Entries as they are kept from now on, by key; those that are not named are taken away. */
  readonly entries: readonly OutboxEntry[];
  /** The event that tells of it, and what it causes. */
  readonly event: CaseEvent;
  readonly added: readonly OutboxEntry[];
  /** Whether the draft that the case came from goes, and that of its changes. */
  readonly withoutDrafts: boolean;
}
