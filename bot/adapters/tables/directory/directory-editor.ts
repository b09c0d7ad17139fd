import type { EditableList } from '../../../domain/directory/entry';
import type { DirectoryEditor } from '../../../ports';
import { newOperation, writeOwn } from '../rows/own-write';
import type { RowReader } from '../rows/row-reader';
import type { Row, Step, TableRows } from '../rows/table-rows';
import { directoryEntryRow, entryEventRow, readDirectoryEntryRow, readEntryEventRow } from './directory-entry-row';
import { entryEventRange, isEntryId } from './directory-keys';
import { LISTS } from './directory-rows';
import type { KnownDirectory } from './directory-table';

/** Edits the table `directory`: an entry and its event are one transaction, and this process knows of it at once. */
export function createDirectoryEditor({
  rows,
  reader,
  directory,
}: {
  rows: TableRows;
  reader: RowReader;
  directory: KnownDirectory;
}): DirectoryEditor {
  /** The tag that was written, or undefined for a conflict. What became of a lost write is read before long. */
  async function commit(row: Row & { readonly operation: string }, steps: readonly Step[]) {
    try {
      const written = await writeOwn(
        rows,
        row,
        async () => (await rows.commit(steps))[0],
        (found) => found.etag,
      );
      return written.done ? (written.result ?? (await rows.read(row))?.etag) : undefined;
    } catch (error) {
      directory.doubt();
      throw error;
    }
  }

  return {
    async entry(list, id) {
      if (!isEntryId(id)) return undefined;
      const row = await rows.read({ partitionKey: LISTS[list], rowKey: id });
      return row && { value: readDirectoryEntryRow(list, row), tag: row.etag };
    },

    async write(stored, { entry, event }) {
      const operation = newOperation();
      const row = directoryEntryRow(entry, operation);
      const tag = await commit(row, [
        stored ? { replace: row, tag: stored.tag } : { insert: row },
        { insert: entryEventRow(entry.list, entry.content.id, event, operation) },
      ]);
      if (tag === undefined) return 'conflict';
      directory.learn({ ...row, etag: tag });
      return { value: entry, tag };
    },

    async events(list: EditableList, id) {
      if (!isEntryId(id)) return { items: [] };
      const found = await rows.take(LISTS[list], entryEventRange(id), Number.POSITIVE_INFINITY);
      return reader.all('event', found, readEntryEventRow);
    },
  };
}
