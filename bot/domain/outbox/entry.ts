/**
 * What is to be sent because of a case. Entries are written in the same transaction as the change that causes them
 * (`case/entries.ts` says which), and a worker delivers them later: so nothing is sent for a change that was not kept, and
 * nothing kept goes untold.
 */
import type { WithNewer } from '../newer';
import type { Person } from '../person';
import type { Channel } from './channels';

/**
 * `receipt` to the requester, `request` to the responsible unit or person, `information` to a unit that is only told, `review` to
 * whoever has to look at the case again. `news` tells somebody that another person did something for which they have
 * waited; `reminder` that something waits for them. `update` brings every card that somebody holds up to date, `line`
 * shows the case elsewhere, `folder` makes the place for its documents.
 */
export const PURPOSES = [
  'receipt',
  'request',
  'information',
  'review',
  'news',
  'reminder',
  'update',
  'line',
  'folder',
] as const;

export type Purpose = (typeof PURPOSES)[number];

/** As what somebody gets a card: what they can do with it depends on it. An `assignee` has a to-do of the case and nothing else. */
export const READERS = ['requester', 'responsible', 'appointee', 'informed', 'assignee'] as const;

export type Reader = (typeof READERS)[number];

/**
 * `due`: to be sent. `claimed`: a worker is at it. `unknown`: sent perhaps; waits for somebody to look, which for a mail
 * the worker does. `sent`, `obsolete` (when its time came, there was nothing left to say) and `dead` are final.
 */
export const ENTRY_STATES = ['due', 'claimed', 'unknown', 'sent', 'obsolete', 'dead'] as const;

export type Target =
  | { readonly kind: 'person'; readonly person: Pick<Person, 'id' | 'tenant'>; readonly as: Reader }
  | { readonly kind: 'unit'; readonly unit: string; readonly deliverTo: string }
  /** Units that are told and have no entry of their own yet. */
  | { readonly kind: 'units'; readonly units: readonly string[] }
  /** Nobody in particular: the cards of the case, its line elsewhere, its timers. */
  | { readonly kind: 'case' };

export interface OutboxEntry extends WithNewer {
  /** The same for the same effect: case, purpose, target and channel. */
  readonly key: string;
  /** The number of the case, or the id of another subject. */
  readonly case: string;
  /** The kind of what it belongs to, where that is no case. */
  readonly subject?: string;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly target: Target;
  /** The event of the case that it stems from. */
  readonly event: number;
  /** What the news is (to an assignee, of which to-do), or which reminder of the directory, or which review of the process. */
  readonly about?: string;
  /** A message that this one replaces in place instead of adding another to the chat. */
  readonly replaces?: string;
  /** UTC, ISO 8601: not before this moment. */
  readonly due: string;
  /** For a timer that comes again: so many months after it was delivered. */
  readonly everyMonths?: number;
  readonly attempts: number;
  readonly state: (typeof ENTRY_STATES)[number];
  /** The message that was sent, by which the card in it is brought up to date later. */
  readonly message?: string;
  /** Why the last attempt failed, as a code; of a sent one, what of it the channel would not take. */
  readonly failure?: string;
}
