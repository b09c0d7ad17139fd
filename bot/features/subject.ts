/**
 * What entries of the outbox belong to, as whoever goes through all that is kept knows it: the purge, an erasure, my data,
 * an export, and the list of what could not be delivered. `start/subjects.ts` is the table of the kinds that there are.
 */
import type { Json } from '../cards/layout/json';
import type { Retention } from '../domain/directory/directory';
import type { Words } from '../domain/language/words';
import type { CaseLine } from '../domain/listing/line';
import type { Unread } from '../domain/page';
import type { Person } from '../domain/person';
import type { Erasure } from '../domain/privacy/erasure';
import type { Draft } from '../domain/walk/draft';

/** A kind of subject. */
export interface Subject {
  /** As several are called in the log, in an export, and by the operator's commands: `cases`. */
  readonly plural: string;
  /** Every one there is, in no particular order, read bit by bit. Of one that cannot be read its id alone. */
  all(): AsyncIterable<Kept | Unread>;
  /** What somebody may read at once as theirs, without a look through everybody's. */
  ownOf(who: Person, found: FoundAbout): Promise<Own>;
  /** The button that opens one for the international affairs team; absent where there is nothing to open. */
  opening?(words: Words, id: string): Json;
}

/** One subject, as it was found. What it is asked to do rejects with `Unreadable` where not all of it can be read. */
export interface Kept {
  readonly id: string;
  /**
   * Takes out what is personal if its time is over by these rules; `dryRun` only says so. `later`: somebody changed it at
   * the same moment.
   */
  purge(by: {
    readonly retention: readonly Retention[];
    readonly now: Date;
    readonly dryRun: boolean;
  }): Promise<'done' | 'later' | 'not-due'>;
  /** Takes a person out of it. `left`: it must stay whole for now, or somebody changed it at the same moment. */
  erase(erasure: Erasure, now: Date): Promise<'done' | 'left' | 'not-named'>;
  /** What it holds of a person, as they may have it; undefined where it does not name them. */
  partOf(asked: Erasure): Promise<object | undefined>;
}

/** What somebody may read as theirs, under the names that it has in the text. */
export interface Own {
  readonly parts: Readonly<Record<string, readonly unknown[]>>;
  /** Whether there is more. */
  readonly isCut: boolean;
  /** What cannot be read, by its id. */
  readonly unreadable: readonly string[];
}

/** What is found of a person without looking through everybody's subjects. */
export interface FoundAbout {
  readonly begun: readonly Draft[];
  readonly listed: readonly CaseLine[];
  /** The open to-dos that they were given, with the number of their case. */
  readonly given: readonly { readonly case: string; readonly todo: string }[];
  readonly isCut: boolean;
  /** What cannot be read, by its id. */
  readonly unreadable: readonly string[];
}
