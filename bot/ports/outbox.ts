/** What waits to be delivered, as the worker and the features see it. */
import type { Channel } from '../domain/outbox/channels';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Found } from '../domain/page';
import type { Stored } from './storage';
import type { OutboxOverview } from './telemetry';

/** Some rows, by their tags. */
export interface Tags {
  has(tag: string): boolean;
}

export interface DueEntries {
  readonly caseNumber?: string | undefined;
  readonly channels?: readonly Channel[];
  /** What is passed over. */
  readonly except?: Tags;
}

export interface Outbox {
  /**
   * Entries that are due, oldest first; at most `limit`. With `caseNumber` (or the id of another subject) only those that
   * are kept beside that one, which is quick: for the worker that is nudged after a submit. With `channels` only those that
   * go out by one of them. What this version does not know is passed over, and whatever has a tag in `except`: neither takes
   * the place of others.
   */
  due(now: Date, limit: number, which?: DueEntries): Promise<readonly Stored<OutboxEntry>[]>;
  /** Takes an entry for delivery, or undefined when another worker was first. */
  claim(stored: Stored<OutboxEntry>, claimed: OutboxEntry): Promise<Stored<OutboxEntry> | undefined>;
  /**
   * Records how it went, together with entries that come of it; all of it or nothing. False when the claim was lost
   * meanwhile.
   */
  settle(stored: Stored<OutboxEntry>, next: OutboxEntry, added?: readonly OutboxEntry[]): Promise<boolean>;
  /**
   * Entries that wait for a person (given up, or sent perhaps), oldest first; at most `limit`. Among those that cannot be
   * read are all that were put aside. Not quick.
   */
  stuck(limit: number): Promise<Found<Stored<OutboxEntry>>>;
  /** How much waits that this version knows, for operators. Not quick. */
  overview(now: Date): Promise<OutboxOverview>;
  /** What of a case, or another subject, was sent, or had nothing left to say. Quick, however much waits elsewhere. */
  settledOf(number: string): Promise<readonly OutboxEntry[]>;
  /** Every entry of a case, or another subject, whatever its state. Looks through all that waits in its bucket. */
  ofCase(number: string): Promise<readonly OutboxEntry[]>;
}
