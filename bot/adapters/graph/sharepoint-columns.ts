import { z } from 'zod/v4';
import type { MirroredCase, MirroredColumn, MirroredPerson, MirrorItem } from '../../domain/listing/mirror';

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
  readonly personOrGroup?: {
    readonly allowMultipleSelection: false;
    readonly chooseFromType: 'peopleOnly';
    readonly displayAs: 'nameWithPresence';
  };
}

/** Which column shows what. `Title` is in every list. People may rename what they see, not the names here. */
const COLUMN_OF = {
  number: 'CaseNumber',
  title: 'Title',
  process: 'CaseProcess',
  state: 'CaseState',
  outcome: 'CaseOutcome',
  unit: 'CaseUnit',
  requester: 'CaseRequester',
  holder: 'CaseHolder',
  organisation: 'CaseOrganisation',
  city: 'CaseCity',
  country: 'CaseCountry',
  theme: 'CaseTheme',
  headCount: 'CaseHeadCount',
  submittedAt: 'CaseSubmittedAt',
  revision: 'CaseRevision',
} as const satisfies Record<MirroredColumn, string>;

/** The same people once more as people, beside their names: not everybody of the city is known to the site. */
const PERSON_COLUMN_OF = {
  requester: 'CaseRequesterPerson',
  holder: 'CaseHolderPerson',
} as const satisfies Record<MirroredPerson, string>;

const PEOPLE = Object.keys(PERSON_COLUMN_OF) as readonly MirroredPerson[];

/**
 * Graph reads and writes a person as the id of a line in the site's list of people, under the column's name with this
 * behind it (Microsoft Learn, "fieldValueSet resource type").
 */
const lookupOf = (who: MirroredPerson) => `${PERSON_COLUMN_OF[who]}LookupId`;

type Filtered = 'filtered' | 'shown';

const column = (name: string, use: Filtered, type: Partial<ListColumn>): ListColumn => ({
  name,
  displayName: name,
  indexed: use === 'filtered',
  enforceUniqueValues: false,
  ...type,
});
const text = (of: MirroredColumn, use: Filtered) =>
  column(COLUMN_OF[of], use, { text: { allowMultipleLines: false, maxLength: 255 } });
const number = (of: MirroredColumn) => column(COLUMN_OF[of], 'shown', { number: { decimalPlaces: 'none' } });
const person = (of: MirroredPerson) =>
  column(PERSON_COLUMN_OF[of], 'shown', {
    personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly', displayAs: 'nameWithPresence' },
  });

/**
 * Filters work on indexed columns only once a list has over 5,000 lines, and a list takes 20 indexes, some of which the
 * city may want for columns of its own. That the number is unique makes writing safe.
 */
export const COLUMNS: readonly ListColumn[] = [
  { ...text('number', 'filtered'), enforceUniqueValues: true, required: true },
  text('process', 'filtered'),
  text('state', 'filtered'),
  text('outcome', 'shown'),
  text('unit', 'filtered'),
  text('requester', 'shown'),
  person('requester'),
  text('holder', 'shown'),
  person('holder'),
  text('organisation', 'filtered'),
  text('city', 'filtered'),
  text('country', 'filtered'),
  text('theme', 'filtered'),
  number('headCount'),
  column(COLUMN_OF.submittedAt, 'filtered', { dateTime: { format: 'dateTime', displayAs: 'standard' } }),
  number('revision'),
];

/** What Graph is to expand in a line, so that it answers with these columns. */
export const EXPAND = `fields($select=${[...Object.values(COLUMN_OF), ...PEOPLE.map(lookupOf)].join(',')})`;

/** Finds the line of a case. */
export function filterBy(number: string): string {
  return fieldIs(COLUMN_OF.number, number);
}

/** An OData filter; a quote in its text is doubled. */
export function fieldIs(field: string, value: string): string {
  return `fields/${field} eq '${value.replaceAll("'", "''")}'`;
}

/** Fields of a line as they are written; null empties one. */
export type Fields = Readonly<Record<string, string | number | null>>;

/** A case as fields of a line, without its people. */
export function fieldsOf(shown: MirroredCase): Fields {
  const names = Object.keys(COLUMN_OF) as MirroredColumn[];
  return Object.fromEntries(names.map((name) => [COLUMN_OF[name], shown[name]]));
}

/**
 * The people of a case as fields, only those that change. `known` are the ids that the site has for them: a person it
 * does not know leaves the column empty, except that a line which still names the same person keeps what it shows.
 */
export function peopleFieldsOf(
  shown: MirroredCase,
  known: Partial<Record<MirroredPerson, string>>,
  before?: MirrorItem,
): Fields {
  const changed = PEOPLE.flatMap((who): [string, string | null][] => {
    const there = before?.people?.[who];
    const isSamePerson = shown[who] !== '' && before?.shown[who] === shown[who];
    const wanted = known[who] ?? (isSamePerson ? there : undefined);
    return wanted === there ? [] : [[lookupOf(who), wanted ?? null]];
  });
  return Object.fromEntries(changed);
}

const field = z.union([z.string(), z.number()]).optional().catch(undefined);

/** A line as Graph answers with it; a field that was emptied is missing. */
export const listItem: z.ZodType<MirrorItem> = z
  .object({ id: z.string().min(1), eTag: z.string().default('*'), fields: z.record(z.string(), z.unknown()) })
  .transform(({ id, eTag, fields }) => {
    const shown = Object.entries(COLUMN_OF).map(([name, column]) => [name, field.parse(fields[column])]);
    const people = PEOPLE.map((who) => [who, field.parse(fields[lookupOf(who)])?.toString()]);
    const told = (entries: unknown[][]) => Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    return { id, tag: eTag, shown: told(shown), people: told(people) };
  });
