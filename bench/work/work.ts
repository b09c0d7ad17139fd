/** The work that every server of the bench does: six questions of a visit request, on the assistant's own cards. */

/** A card of the walk: what a layout is filled with, and the same filled already. */
export interface WorkCard {
  readonly layout: string;
  readonly view: object;
  /** Filled, as JSON, with {@link DRAFT} and {@link REVISION} where a walk's own go. */
  readonly text: string;
}

export interface Work {
  /** What is answered, in the order in which it is asked. */
  readonly answers: readonly (readonly [item: string, value: boolean])[];
  /** The card after none of the answers, after one, and so on; the last is the outcome. */
  readonly cards: readonly WorkCard[];
  readonly layouts: Readonly<Record<string, object>>;
}

/** Stands for the id of a draft. */
export const DRAFT = '%draft%';
/** Stands for its revision: a number, so that it is no text in JSON. */
export const REVISION = 990_099;
