/**
 * An answer as it is kept: yes/no as boolean, a choice as its id, several as a list of ids, a date as `YYYY-MM-DD`.
 * `null` says that the person left an optional field empty, which is not the same as not having been asked.
 */
export type Answer = boolean | string | number | readonly string[] | null;

/** Answers by item id. */
export type Answers = Readonly<Record<string, Answer>>;

/** The first of these items that has an answer, and nothing where none has: a field left empty is none. */
export function firstAnswered(items: string | readonly string[] | undefined, answers: Answers): Answer | undefined {
  const found = [items ?? []].flat().find((item) => (answers[item] ?? null) !== null);
  return found === undefined ? undefined : answers[found];
}
