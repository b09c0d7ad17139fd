/**
 * What a newer version of the assistant keeps with a thing, by its name, and this one does not know. It goes back as it came
 * whenever the thing is written: while a new version is rolled out both write, and one that is taken back must have lost
 * nothing. Only where people are removed for good does it go, because nobody here can tell whom it names.
 */
export type Newer = Readonly<Record<string, unknown>>;

export interface WithNewer {
  readonly newer?: Newer;
}

/** The thing as this version knows it. */
export function withoutNewer<T extends WithNewer>({ newer: _, ...known }: T): Omit<T, 'newer'> {
  return known;
}
