/** What is kept: drafts, cases, the register, the directory, people; the outbox has a file of its own. */
import type { Acquaintance, Learning, Whom } from '../domain/acquaintance';
import type { Case, CaseChange, CaseEvent } from '../domain/case/case';
import type { Edit } from '../domain/case/filled-in/edit';
import type { Submission } from '../domain/case/submission';
import type { Todo } from '../domain/case/todo';
import type { Rewriting, WholeCase } from '../domain/case/whole-case';
import type { DirectoryContent, decisiveSchemas } from '../domain/directory/directory';
import type { DirectoryEntry, EditableList, EntryChange, EntryEvent } from '../domain/directory/entry';
import type { EntryAsRead } from '../domain/directory/first-content';
import type { CountedCase } from '../domain/listing/counted-facts';
import type { CaseLine } from '../domain/listing/line';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Found, Page, Unread } from '../domain/page';
import type { Person } from '../domain/person';
import type { Erasure } from '../domain/privacy/erasure';
import type { Draft } from '../domain/walk/draft';

/** A draft as it was read or written. `tag` (an ETag) lets it be written only while nobody else has changed it. */
export interface Stored<T> {
  readonly value: T;
  readonly tag: string;
}

/** A case with everything beside it as it was read. `tag` is that of the case; entries have their own. */
export interface StoredWhole extends Stored<WholeCase> {
  readonly entries: readonly Stored<OutboxEntry>[];
}

export interface DraftStore {
  /** Keeps a new draft. */
  create(draft: Draft): Promise<Stored<Draft>>;
  /**
   * The owner's draft, or undefined. May answer from memory; a memory of another revision than `revision` (what a card
   * shows) is read afresh. One read at most.
   */
  read(owner: Person, id: string, revision?: number): Promise<Stored<Draft> | undefined>;
  /** Writes conditionally, in one round trip. `conflict` when somebody else was first; memory of it is dropped. */
  save(stored: Stored<Draft>, next: Draft): Promise<Stored<Draft> | 'conflict'>;
  /**
   * Keeps a draft of changes in the one place that there is for it. If one is open there already, that one is the answer;
   * one that is over makes way. The revision goes on growing, so that no old card fits the new draft.
   */
  begin(draft: Draft): Promise<Stored<Draft>>;
  /** Throws the draft away, conditionally as `save`. */
  discard(stored: Stored<Draft>): Promise<'discarded' | 'conflict'>;
  /** The owner's drafts that are still open and can be read, newest first; at most `limit`. */
  open(owner: Person, limit: number): Promise<readonly Draft[]>;
  /** Open drafts of everybody that nobody has changed since a moment (UTC, ISO 8601), read bit by bit. */
  untouchedSince(moment: string): AsyncIterable<Stored<Draft> | Unread>;
  /** Everything the owner has begun, newest first: open drafts, and closed ones that became cases; no changes that are over. */
  list(owner: Person, options: { readonly size: number; readonly from?: string }): Promise<Page<Draft>>;
}

export interface CaseStore {
  /**
   * Writes case, events, outbox entries and the closed draft in one entity-group transaction. `build` is given the
   * number. `conflict` when the draft is no longer the one in `stored`: read it again and see what became of it.
   */
  submit(
    stored: Stored<Draft>,
    prefix: string,
    now: Date,
    build: (number: string) => Submission,
  ): Promise<Submission | 'conflict'>;
  /** The case with this number, or undefined. */
  read(number: string): Promise<Stored<Case> | undefined>;
  /** Writes a change of the case in one transaction. `conflict` when the case is no longer the one in `stored`. */
  change(stored: Stored<Case>, change: CaseChange): Promise<Stored<Case> | 'conflict'>;
  /** The same for what its requester changed, with the draft that ends. `conflict` also when that draft is another by now. */
  edit(draft: Stored<Draft>, stored: Stored<Case>, edit: Edit): Promise<Stored<Case> | 'conflict'>;
  /** The to-dos of a case, in no particular order. */
  todos(number: string): Promise<Found<Todo>>;
  /** Its events from one sequence number to another, both included, oldest first. A case may have thousands. */
  events(number: string, of: { readonly from: number; readonly to: number }): Promise<Found<CaseEvent>>;
  /**
   * The case with everything that is kept beside it, or undefined. For what looks through whole cases: not quick. Rejects
   * with `Unreadable` where any of it cannot be read: whoever rewrites a case must have all of it.
   */
  whole(number: string): Promise<StoredWhole | undefined>;
  /**
   * Writes the whole case anew, if it and its entries are still as in `stored`; `conflict` otherwise. One transaction, or
   * several where the rows are too many: the case itself comes with the last one, and the same again ends what broke off.
   */
  rewrite(stored: StoredWhole, rewriting: Rewriting): Promise<'rewritten' | 'conflict'>;
  /**
   * Every case numbered in these years (both included) by processes with these letters, in no particular order, read bit
   * by bit: a million take no more memory than a thousand. What cannot be read is left out. For `FigureCount`.
   */
  counted(of: {
    readonly prefixes: readonly string[];
    readonly from: number;
    readonly to: number;
  }): AsyncIterable<CountedCase>;
  /**
   * Every case there is, in no particular order, read bit by bit: for commands that compare or rebuild. Of one that cannot
   * be read its number alone.
   */
  all(): AsyncIterable<Case | Unread>;
}

/** Things of which one comes in each period, however many instances there are: somebody's summary, the nightly run. */
export interface Claims {
  /** True for one claimer of a period only, and for that one again. A later period may be claimed afresh. */
  claim(what: string, period: string, by: string): Promise<boolean>;
  /** Forgets who claimed it last. Twice is as good as once. */
  forget(what: string): Promise<void>;
}

/**
 * Which lines of the register are asked for. `words`: each begins a word of organisation or city; of a beginning that
 * very many have in common, not all are found. `unit-days`: visits of a responsible unit that begin from one day to another
 * (`YYYY-MM-DD`, both included); of these there is no page but the first.
 * very many have in common, not all are found. `given`: the open cases in which somebody has been given something to do.
 */
export type RegisterQuery =
  | { readonly of: 'person' | 'given'; readonly person: string }
  | { readonly of: 'unit'; readonly unit: string }
  | { readonly of: 'year'; readonly year: number }
  | { readonly of: 'organisation' | 'city'; readonly name: string }
  | { readonly of: 'country'; readonly code: string }
  | { readonly of: 'unit-days'; readonly unit: string; readonly from: string; readonly to: string }
  | { readonly of: 'figures'; readonly process: string }
  | { readonly of: 'words'; readonly text: string };

/** What the lines that are asked for have in common besides. `open`: somebody has to do something still. */
export interface RegisterFilter {
  readonly unit?: string;
  readonly state?: CaseLine['state'] | 'open';
  readonly process?: string;
  readonly year?: number;
}

/**
 * The cases as listings read them: by person, unit, year, organisation, city, country, day of a visit. It is made from the cases and
 * can be made again; the truth is the case.
 */
export interface Register {
  /** Shows a case so from now on. Twice is as good as once; a later revision is not put back by an earlier one. */
  put(line: CaseLine): Promise<void>;
  /**
   * Lines, newest case first, a page at a time. `from` is the place (`placeOf`) behind which the page begins; the same
   * place can be handed to several queries, so that their pages go on together.
   */
  find(
    query: RegisterQuery,
    options: { readonly size: number; readonly from?: string; readonly filter?: RegisterFilter },
  ): Promise<Page<CaseLine>>;
}

export interface Directory {
  /** The directory as of a minute ago, or older where it cannot be read soon: for names, choices and where things go. */
  content(): Promise<DirectoryContent>;
  /** The directory as of at most a minute ago, for who may do what. Rejects where nobody can tell. */
  current(): Promise<DirectoryContent>;
  /** How many entries could not be read the last time. */
  unreadable(): number;
  /** What nobody has confirmed yet of what the directory began with or got with a version, as it was read the last time. */
  unconfirmed(): readonly EntryAsRead[];
  /**
   * The entries in use of a list as it is stored now, for what cannot be undone. Rejects with `Unreadable` where one of
   * them cannot be read whole: nothing is done on a part of the rules, or on a guess.
   */
  whole<L extends keyof typeof decisiveSchemas>(list: L): Promise<DirectoryContent[L]>;
}

/** Changes the directory, one entry at a time. What it has written, this process's `Directory` knows at once. */
export interface DirectoryEditor {
  /** An entry as it is stored now, in use or not; undefined where there is none. One read. */
  entry<L extends EditableList>(list: L, id: string): Promise<Stored<DirectoryEntry<L>> | undefined>;
  /**
   * Writes an entry with its event in one transaction; without `stored` as a new one. `conflict` when somebody else
   * was first: when the entry is no longer the one in `stored`, or is there already.
   */
  write<L extends EditableList>(
    stored: Stored<DirectoryEntry<L>> | undefined,
    change: EntryChange<L>,
  ): Promise<Stored<DirectoryEntry<L>> | 'conflict'>;
  /** What happened to an entry, oldest first. */
  events(list: EditableList, id: string): Promise<Found<EntryEvent>>;
}

/** Who is to be forgotten. They are named there until that is done. */
export interface Erasures {
  /** Begins one, or keeps how far it has come. */
  put(erasure: Erasure): Promise<void>;
  /** Those that are not done. */
  open(): Promise<Found<Erasure>>;
  /** Nothing is left to do; twice is as good as once. */
  end(erasure: Erasure): Promise<void>;
}

export interface People {
  /**
   * What is known of a person, from memory where it is fresh; undefined for a stranger, and for somebody of whom what is
   * kept cannot be read.
   */
  find(person: Pick<Person, 'id' | 'tenant'>): Promise<Acquaintance | undefined>;
  /** The same from memory only: costs nothing, and may be undefined for somebody who is known. */
  recall(person: Pick<Person, 'id' | 'tenant'>): Acquaintance | undefined;
  /** Whether what is kept of a person could not be read when they were looked for last. */
  isUnreadable(person: Pick<Person, 'id' | 'tenant'>): boolean;
  /**
   * Learns something of a person, and resolves to how they are known then. Written only where that is a change, in one
   * round trip while they are remembered, and never over what another instance has learnt meanwhile: it is learnt on top
   * of that. In the place of what cannot be read comes only what somebody has chosen: a guess must not.
   */
  learn(whom: Whom, learning: Learning): Promise<Acquaintance>;
  /** Their chat is of no use any more: that one, or whichever there is. One that has come in its place meanwhile stays. */
  loseChat(person: Pick<Person, 'id' | 'tenant'>, chat?: string): Promise<void>;
  /** Forgets somebody: the next time they are a stranger. */
  forget(person: Pick<Person, 'id' | 'tenant'>): Promise<void>;
  /** Everybody whom the assistant has met, by name; at most `limit`. */
  everybody(tenant: string, limit: number): Promise<Found<Acquaintance>>;
}
