/** Which rows of the directory are still first content: nobody has stood for what they say. */
import type { FirstDirectory, Unit } from '../../../domain/directory/directory';
import { EDITABLE_LISTS, type EditableList } from '../../../domain/directory/entry';
import { type EntryAsRead, isToBeConfirmed } from '../../../domain/directory/first-content';
import type { StoredRow } from '../rows/table-rows';
import { isInUse, listOf } from './directory-rows';

/** The entries in use that wait for somebody to confirm them. `contentOf`: what a row holds, or nothing where that cannot be read. */
export function unconfirmedEntries(
  rows: readonly StoredRow[],
  first: FirstDirectory,
  contentOf: (row: StoredRow) => unknown,
): readonly EntryAsRead[] {
  return rows.filter(isInUse).flatMap((row) => {
    const list = EDITABLE_LISTS.find((candidate) => candidate === listOf(row));
    const content = contentOf(row);
    if (!list || typeof content !== 'object' || content === null) return [];
    const addedAt = addedWithVersion(row);
    if (addedAt !== undefined) return [{ list, id: row.rowKey, tag: row.etag, addedAt }];
    if (!isToBeConfirmed(list, content)) return [];
    return isConfirmed(row, list, content, first) ? [] : [{ list, id: row.rowKey, tag: row.etag }];
  });
}

/** When an entry came with a new version, where nobody has looked at it since: the assistant's own edit is its latest. */
function addedWithVersion({ editedAt, byId, confirmedAt }: StoredRow): string | undefined {
  return typeof editedAt === 'string' && byId === undefined && confirmedAt === undefined ? editedAt : undefined;
}

/**
 * Whether somebody has confirmed an entry. A version that did not know of confirming wrote who edited it: that counts, but for
 * a unit only where it was its contact and not its people, or where it was checked.
 */
function isConfirmed(row: StoredRow, list: EditableList, content: object, first: FirstDirectory): boolean {
  if (row.confirmedAt !== undefined) return true;
  if (row.byId === undefined) return false;
  const original = list === 'units' ? first.units.find(({ id }) => id === row.rowKey) : undefined;
  if (!original) return true;
  const { contact, lastChecked } = content as Unit;
  return (
    contact.name !== original.contact.name ||
    contact.address !== original.contact.address ||
    lastChecked !== original.lastChecked
  );
}
