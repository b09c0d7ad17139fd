/**
 * An answer as it is kept: yes/no as boolean, a choice as its id, several as a list of ids, a date as `YYYY-MM-DD`.
 * `null` says that the person left an optional field empty, which is not the same as not having been asked.
 */
export type Answer = boolean | string | number | readonly string[] | null;

/** Answers by item id. */
export type Answers = Readonly<Record<string, Answer>>;
