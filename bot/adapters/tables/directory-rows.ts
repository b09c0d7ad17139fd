/** The directory as rows: one for each entry of its lists, and one for the whole matrix of dignitaries. */
import { type DirectoryContent, directorySchema } from '../../domain/directory';
import { Unreadable } from '../../domain/errors';
import { jsonOf, jsonText } from './columns';
import type { Row, StoredRow } from './table-rows';

const MATRIX = 'dignitary-matrix';
/** The lists of the directory, each with the partition that holds it. */
export const LISTS = {
  units: 'units',
  themes: 'themes',
  goals: 'goals',
  leadTimes: 'lead-times',
  reminders: 'reminders',
  sisterCities: 'sister-cities',
  retention: 'retention',
} as const satisfies Partial<Record<keyof DirectoryContent, string>>;
const NAMES = Object.keys(LISTS) as readonly (keyof typeof LISTS)[];

/** All rows of a directory. `order` is the place in its list. */
export function directoryRows(directory: DirectoryContent): readonly Row[] {
  return [
    ...NAMES.flatMap((name) => directory[name].map((entry, order) => row(LISTS[name], entry.id, entry, order))),
    row(MATRIX, 'matrix', directory.dignitaryMatrix, 0),
  ];
}

/**
 * The directory that these rows hold. A row with `retired` true counts as not there: a row that was deleted would come
 * back with the next start.
 * @throws Unreadable when it is no directory as a whole.
 */
export function readDirectoryRows(rows: readonly StoredRow[]): DirectoryContent {
  const inUse = rows.filter((row) => row.retired !== true).sort(byOrder);
  const contentOf = (partition: string) =>
    inUse.filter((row) => row.partitionKey === partition).map((row) => jsonOf(row, 'content'));
  const parsed = directorySchema.safeParse({
    ...Object.fromEntries(NAMES.map((name) => [name, contentOf(LISTS[name])])),
    dignitaryMatrix: contentOf(MATRIX)[0],
  });
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Unreadable('The table "directory"', { why: where, cause: parsed.error });
}

function row(partitionKey: string, rowKey: string, content: unknown, order: number): Row {
  return { partitionKey, rowKey, content: jsonText(`Directory entry ${rowKey}`, content), order };
}

/** Entries that an administrator added without a place come last, by id. */
function byOrder(one: StoredRow, other: StoredRow): number {
  const place = ({ order }: StoredRow) => (typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER);
  return place(one) - place(other) || (one.rowKey < other.rowKey ? -1 : 1);
}
