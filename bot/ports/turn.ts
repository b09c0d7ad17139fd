/**
 * The seam to the SDK: who is here, where, and what they said or pressed. Everything inside works with this, so that
 * another SDK means another `adapters/teams` and nothing else.
 */

import type { Message } from '../domain/message';
import type { Person } from '../domain/person';

export interface Turn {
  readonly who: Person;
  /** `shared`: a group chat or a channel, where others read along. */
  readonly place: 'personal' | 'shared';
  /** The activity names another tenant beside the conversation's: somebody from elsewhere in a chat of ours. */
  readonly outside?: boolean;
  /** Whether they are a guest of the tenant; undefined where nobody has told. */
  readonly guest?: boolean;
  /** The client's locale, a BCP 47 tag; a first guess at the language, no more. */
  readonly locale?: string;
  /** How to reach this personal chat later; opaque. Absent in a shared place. */
  readonly chat?: string;
  /** In a shared place: what is needed to open a personal chat with this person; opaque. */
  readonly introduction?: string;
  /** The id of the message whose card was pressed. */
  readonly message?: string;
}

/** What answers turns. None of these rejects: whoever waits gets a card with what to do next, whatever happens. */
export interface Router {
  /** The assistant was added to a personal chat. */
  installed(turn: Turn): Promise<Message>;
  /** The assistant was removed from a personal chat: nobody reads an answer. */
  removed(turn: Turn): Promise<void>;
  /** Somebody wrote. */
  said(turn: Turn, text: string): Promise<Message>;
  /** Somebody attached something, which nobody reads here. Their words, if there are any, are said besides. */
  attached(turn: Turn): Promise<Message>;
  /** Somebody pressed a button. */
  pressed(turn: Turn, verb: unknown, data: unknown): Promise<Message>;
}
