import type { Row } from '../../playing/stored-rows';

/** What somebody did, and what came of it. */
export interface Done {
  readonly who: string;
  /** The verb of a press, or `says`. */
  readonly what: string;
  /** In milliseconds, without what the machine kept everybody waiting; undefined where the bot was killed on the way. */
  readonly tookMs: number | undefined;
  readonly status: number | undefined;
  /** Whether the person saw a card or a sentence, and not "something went wrong". */
  readonly said: boolean;
  /** Why there was no answer, where somebody knows. */
  readonly broke?: string;
  /** The number on a receipt: from then on the case is promised. */
  readonly acknowledged?: string;
  /** Set where the answer says that nothing came of it: whether storage is as it was before. */
  readonly refused?: { readonly storageSame: boolean };
}

/** Something that can be seen outside. */
export interface Effect {
  readonly channel: 'teams' | 'mail';
  /** The outbox entry from which it stems; undefined where none is known. */
  readonly entry: string | undefined;
  readonly case: string | undefined;
}

/** Somebody who was taken out of the unit that has their case, while there was word for them. */
export interface Left {
  readonly who: string;
  /** How many messages and updates of cards they have got since. */
  readonly heard: number;
  /** How much has come since to who is left: messages to a colleague, or mails where there is none. */
  readonly heardInstead: number;
}

/** A run as it was seen from outside, with what was stored at its end. Checked when the run is over. */
export interface History {
  readonly name: string;
  readonly done: readonly Done[];
  readonly effects: readonly Effect[];
  readonly rows: {
    readonly drafts: readonly Row[];
    readonly cases: readonly Row[];
    readonly events: readonly Row[];
    readonly entries: readonly Row[];
    /** Spoiled ones, put out of the way. */
    readonly aside: readonly Row[];
  };
  /** What a newer version wrote meanwhile: rows, by their key, with the columns that must stand as they stood. */
  readonly newer: readonly Row[];
  /** Set where a minute of the clock has passed since everything was repaired. */
  readonly drained: boolean;
  readonly unhandled: readonly string[];
  readonly left: readonly Left[];
}

export interface Violation {
  readonly rule: Rule;
  readonly what: string;
}

/** The invariants, in one sentence each. */
export const RULES = {
  'one-case': 'an acknowledged submit is one case, and a draft makes one at most',
  'one-entry': 'a case has one outbox entry for each effect',
  'one-effect': 'an entry has one effect at most, and none stands without an entry',
  'sent-is-one': 'an entry that says "sent" has its effect',
  'one-event': 'each change of a case has exactly one event, written with it',
  'refused-nothing': 'a refused request changes nothing',
  'newer-left': 'what only a newer version knows stands as that version left it',
  drained: 'a minute after the repair nothing waits',
  'out-is-out': 'who is out of the unit hears nothing more, and who is in hears it',
  unhandled: 'no rejection is unhandled',
  'in-time': 'every press is answered within three seconds (words within ten), with a sentence',
} as const;
export type Rule = keyof typeof RULES;
