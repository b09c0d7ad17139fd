/** Where the rows of what outbox entries belong to are kept. */
import type { OutboxEntry } from '../../../domain/outbox/entry';
import { type ByKind, ofKind } from '../../../domain/outbox/subjects';
import { isFreePrefix } from '../rows/row-keys';
import { placeOfCase } from './case-row';

/** The rows of one kind of subject. */
export interface SubjectRows {
  /** Its own row key begins with this and its id; what is kept beside it begins with both. */
  readonly prefix: string;
  /** Where one is, by its id as a person may write it; undefined for what is no id of this kind. Nothing is an id of two. */
  place(id: string): { readonly partitionKey: string; readonly id: string } | undefined;
}

export type Places = ByKind<SubjectRows>;

/** Where one subject is. */
export interface SubjectPlace {
  readonly partitionKey: string;
  readonly prefix: string;
  readonly id: string;
}

export const CASE_ROWS: SubjectRows = {
  prefix: 'case',
  place(text) {
    const place = placeOfCase(text);
    return place && { partitionKey: place.partitionKey, id: place.number };
  },
};

/** Whatever is asked about belongs to a case. */
export const ONLY_CASES: Places = { case: CASE_ROWS };

/** Where an entry's subject is kept; undefined where nobody here knows such a subject. */
export function placeOfSubject(entry: Pick<OutboxEntry, 'subject' | 'case'>, places: Places): SubjectPlace | undefined {
  const rows = ofKind(places, entry);
  return rows && placeIn(rows, entry.case);
}

/** Where what has this id is kept, of whichever kind it is; undefined where it is no id of any. */
export function placeOfId(id: string, places: Places): SubjectPlace | undefined {
  return Object.values(places)
    .map((rows) => placeIn(rows, id))
    .find((place) => place !== undefined);
}

/**
 * Refuses kinds whose rows would be taken for others.
 * @throws RangeError with the prefix that is to be changed
 */
export function mindPrefixes(places: Places): void {
  const prefixes = Object.values(places).map(({ prefix }) => prefix);
  const wrong = prefixes.find((prefix, at) => !isFreePrefix(prefix) || prefixes.indexOf(prefix) !== at);
  if (wrong === undefined) return;
  throw new RangeError(
    `Rows that begin with "${wrong}" would be taken for others (row-keys.ts): choose another prefix.`,
  );
}

function placeIn({ prefix, place }: SubjectRows, id: string): SubjectPlace | undefined {
  const found = place(id);
  return found && { ...found, prefix };
}
