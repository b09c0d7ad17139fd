/** The directory as rows: one for each entry of its lists. */
import type { z } from 'zod/v4';
import {
  type DirectoryContent,
  decisiveSchemas,
  type FirstDirectory,
  storedSchemas,
} from '../../../domain/directory/directory';
import type { Standing } from '../../../domain/directory/standing';
import { Unreadable } from '../../../domain/errors';
import { jsonOf, jsonText } from '../rows/columns';
import type { Row, RowKey, StoredRow } from '../rows/table-rows';

/** The lists of the directory, each with the partition that holds it. */
export const LISTS = {
  units: 'units',
  themes: 'themes',
  goals: 'goals',
  leadTimes: 'lead-times',
  reminders: 'reminders',
  sisterCities: 'sister-cities',
  networks: 'networks',
  retention: 'retention',
  // Earlier versions keep the whole matrix in one row of the partition `dignitary-matrix` (`earlier-matrix.ts`).
  dignitaryMatrix: 'dignitary-kinds',
} as const satisfies Partial<Record<keyof DirectoryContent, string>>;
const NAMES = Object.keys(LISTS) as readonly (keyof typeof LISTS)[];

/** The lists on which something rests that cannot be undone. */
export type DecisiveList = keyof typeof decisiveSchemas;

/** All rows of a directory. `order` is the place in its list. */
export function directoryRows(directory: FirstDirectory): readonly Row[] {
  return NAMES.flatMap((name) => directory[name].map((entry, order) => row(LISTS[name], entry.id, entry, order)));
}

/**
 * The directory that these rows hold, with what `contentOf` makes of each; rows of which it makes nothing are left out. A
 * row with `retired` true counts as not there: a row that was deleted would come back with the next start.
 */
export function readDirectoryRows(
  rows: readonly StoredRow[],
  standing: Standing,
  contentOf: (row: StoredRow) => unknown,
): DirectoryContent {
  const inUse = rows.filter(isInUse).sort(byOrder);
  const contentsOf = (partition: string) =>
    inUse.filter((row) => row.partitionKey === partition).flatMap((row) => contentOf(row) ?? []);
  const lists = Object.fromEntries(NAMES.map((name) => [name, contentsOf(LISTS[name])]));
  // Each content is what the schema of its list has made of it.
  return { ...lists, standing } as DirectoryContent;
}

/** The list that a row stands in; undefined for one of no list that is known here. */
export function listOf({ partitionKey }: RowKey): keyof typeof LISTS | undefined {
  return NAMES.find((list) => LISTS[list] === partitionKey);
}

/** The content of a row of one of the lists. @throws Unreadable */
export function readContent(row: StoredRow): unknown {
  const list = listOf(row);
  return list && parsedContent(row, storedSchemas[list]);
}

/**
 * The entries in use of a list on which something rests that cannot be undone.
 * @throws Unreadable for one that is not whole, for a `retired` that is no boolean, and for an id that is another row's.
 */
export function readWhole<L extends DecisiveList>(list: L, rows: readonly StoredRow[]): DirectoryContent[L] {
  const contents = rows.filter(isCertainlyInUse).sort(byOrder);
  return contents.map((row) => ownContent(row, decisiveSchemas[list])) as DirectoryContent[L];
}

/** What is in a row about the entry that its key names: two rows of one id may say two things. @throws Unreadable */
function ownContent(row: StoredRow, schema: (typeof decisiveSchemas)[DecisiveList]) {
  const content = parsedContent(row, schema);
  if (content.id === row.rowKey) return content;
  throw new Unreadable(`Directory entry ${row.partitionKey} / ${row.rowKey}`, { why: 'its content has another id' });
}

/** @throws Unreadable, with where it is amiss and not with what stands there. */
export function parsedContent<S extends z.ZodType>(row: StoredRow, schema: S): z.infer<S> {
  const parsed = schema.safeParse(jsonOf(row, 'content'));
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Unreadable(`Directory entry ${row.partitionKey} / ${row.rowKey}`, { why });
}

export function isInUse({ retired }: StoredRow): boolean {
  return retired !== true;
}

/** @throws Unreadable where `retired` is neither true nor false: by hand, "true" is easily written as a text. */
function isCertainlyInUse(row: StoredRow): boolean {
  if (row.retired === undefined || typeof row.retired === 'boolean') return isInUse(row);
  throw new Unreadable(`Directory entry ${row.partitionKey} / ${row.rowKey}`, { why: '"retired" is no boolean' });
}

function row(partitionKey: string, rowKey: string, content: unknown, order: number): Row {
  return { partitionKey, rowKey, content: jsonText(`Directory entry ${rowKey}`, content), order };
}

/** Entries that an administrator added without a place come last, by id. */
function byOrder(one: StoredRow, other: StoredRow): number {
  const place = ({ order }: StoredRow) => (typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER);
  return place(one) - place(other) || (one.rowKey < other.rowKey ? -1 : 1);
}
