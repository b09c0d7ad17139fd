/** Where the rows of what an outbox entry belongs to are kept. */
import type { OutboxEntry } from '../../../domain/outbox/entry';
import { placeOfCase } from './case-row';

export interface SubjectPlace {
  readonly partitionKey: string;
  /** Its own row key begins with this and its id; what is kept beside it begins with both. */
  readonly prefix: string;
}

/** Kinds of subjects besides the case, by name: the place of one by its id, undefined where that is no id of the kind. */
export type OtherSubjects = Readonly<Record<string, (id: string) => SubjectPlace | undefined>>;

/** Whatever is asked about belongs to a case. */
export const ONLY_CASES: OtherSubjects = {};

/** Where an entry's subject is kept; undefined where nobody here knows such a subject. */
export function placeOfSubject(
  { subject, case: id }: Pick<OutboxEntry, 'subject' | 'case'>,
  others: OtherSubjects,
): SubjectPlace | undefined {
  if (subject !== undefined) return Object.hasOwn(others, subject) ? others[subject]?.(id) : undefined;
  const place = placeOfCase(id);
  return place && { partitionKey: place.partitionKey, prefix: 'case' };
}

/** The partition of what has this id, of whichever kind it is. @throws RangeError where it is no id of any */
export function partitionOf(id: string, others: OtherSubjects): string {
  const places = [undefined, ...Object.keys(others)].map((subject) =>
    placeOfSubject({ case: id, ...(subject !== undefined && { subject }) }, others),
  );
  const place = places.find((one) => one !== undefined);
  if (place === undefined) throw new RangeError(`"${id}" is not the number of a case.`);
  return place.partitionKey;
}
