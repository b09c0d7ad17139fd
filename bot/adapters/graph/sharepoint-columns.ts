import { z } from 'zod/v4';
import type { MirroredCase, MirrorItem } from '../../domain/mirror';

/** A column of the list, as Graph takes it. */
export interface ListColumn {
  readonly name: string;
  readonly displayName: string;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly required?: boolean;
  readonly text?: { readonly allowMultipleLines: false; readonly maxLength: 255 };
  readonly number?: { readonly decimalPlaces: 'none' };
  readonly dateTime?: { readonly format: 'dateTime'; readonly displayAs: 'standard' };
}

const text = (name: string, indexed: boolean): ListColumn => ({
  name,
  displayName: name,
  indexed,
  enforceUniqueValues: false,
  text: { allowMultipleLines: false, maxLength: 255 },
});

/** Which column shows what. `Title` is in every list. People may rename what they see, not the names here. */
const COLUMN_OF = {
  number: 'CaseNumber',
  title: 'Title',
  process: 'CaseProcess',
  state: 'CaseState',
  outcome: 'CaseOutcome',
  unit: 'CaseUnit',
  requester: 'CaseRequester',
  submittedAt: 'CaseSubmittedAt',
  revision: 'CaseRevision',
} as const satisfies Record<keyof MirroredCase, string>;

/** Filters work on indexed columns only once a list has over 5,000 lines; that the number is unique makes writing safe. */
export const COLUMNS: readonly ListColumn[] = [
  { ...text(COLUMN_OF.number, true), enforceUniqueValues: true, required: true },
  text(COLUMN_OF.process, true),
  text(COLUMN_OF.state, true),
  text(COLUMN_OF.outcome, true),
  text(COLUMN_OF.unit, true),
  text(COLUMN_OF.requester, false),
  {
    name: COLUMN_OF.submittedAt,
    displayName: COLUMN_OF.submittedAt,
    indexed: true,
    enforceUniqueValues: false,
    dateTime: { format: 'dateTime', displayAs: 'standard' },
  },
  {
    name: COLUMN_OF.revision,
    displayName: COLUMN_OF.revision,
    indexed: false,
    enforceUniqueValues: false,
    number: { decimalPlaces: 'none' },
  },
];

/** What Graph is to expand in a line, so that it answers with these columns. */
export const EXPAND = `fields($select=${Object.values(COLUMN_OF).join(',')})`;

/** Finds the line of a case. */
export function filterBy(number: string): string {
  return `fields/${COLUMN_OF.number} eq '${number.replaceAll("'", "''")}'`;
}

/** A case as fields of a line. */
export function fieldsOf(shown: MirroredCase): Readonly<Record<string, string | number>> {
  const names = Object.keys(COLUMN_OF) as (keyof MirroredCase)[];
  return Object.fromEntries(names.map((name) => [COLUMN_OF[name], shown[name]]));
}

const field = z.union([z.string(), z.number()]).optional().catch(undefined);

/** A line as Graph answers with it; a field that was emptied is missing. */
export const listItem: z.ZodType<MirrorItem> = z
  .object({ id: z.string().min(1), eTag: z.string().default('*'), fields: z.record(z.string(), z.unknown()) })
  .transform(({ id, eTag, fields }) => {
    const shown = Object.entries(COLUMN_OF).map(([name, column]) => [name, field.parse(fields[column])]);
    return { id, tag: eTag, shown: Object.fromEntries(shown.filter(([, value]) => value !== undefined)) };
  });
