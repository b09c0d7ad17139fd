import { odata } from '@azure/data-tables';
import type { Draft } from '../../../domain/walk/draft';
import type { DraftStore, Stored } from '../../../ports';
import { BUCKET_NAMES, bucketName, bucketOf } from '../rows/buckets';
import { newOperation, writeOwn } from '../rows/own-write';
import { draftRange, everyDraft, isKeySafe } from '../rows/row-keys';
import { idIn, type RowReader } from '../rows/row-reader';
import { isAbsent, isRefused } from '../rows/storage-failure';
import type { StoredRow, TableRows } from '../rows/table-rows';
import type { DraftMemory } from './draft-memory';
import { draftRow, draftRowKey, readDraftRow } from './draft-row';

/**
 * Drafts in the table `casework`. A press costs one conditional write; a read goes before it only when this process
 * has not seen the draft, or not as the card shows it.
 */
export function createDraftStore({
  rows,
  reader,
  memory,
}: {
  rows: TableRows;
  reader: RowReader;
  memory: DraftMemory;
}): DraftStore {
  const known = (row: StoredRow): Stored<Draft> => memory.remember({ value: readDraftRow(row), tag: row.etag });

  return {
    async create(draft) {
      const row = draftRow(draft, newOperation());
      const written = await writeOwn(
        rows,
        row,
        () => rows.insert(row),
        (found) => found.etag,
      );
      if (!written.done) throw new Error(`Draft ${draft.id} exists already: ids of drafts must not be used twice.`);
      return memory.remember({ value: draft, tag: written.result });
    },

    async read(owner, id, revision) {
      // The id may come from a card, which anybody can write.
      if (!isKeySafe(id)) return undefined;
      const remembered = memory.recall(owner, id);
      // An older card may be pressed when another process has written since: then what is remembered here is old too.
      if (remembered && (revision === undefined || remembered.value.revision === revision)) return remembered;
      const row = await rows.read(draftRowKey(owner, id));
      if (row === undefined && remembered !== undefined) memory.forget(remembered.value);
      return row && known(row);
    },

    async save(stored, next) {
      const row = draftRow(next, newOperation());
      // Forgotten first: should the write fail half-way, nobody knows what is stored.
      memory.forget(next);
      const written = await writeOwn(
        rows,
        row,
        () => rows.replace(row, stored.tag),
        (found) => found.etag,
      );
      if (written.done) return memory.remember({ value: next, tag: written.result });
      if (written.found) known(written.found);
      return 'conflict';
    },

    async begin(draft) {
      const key = draftRowKey(draft.owner, draft.id);
      const present = await rows.read(key);
      const before = present && known(present);
      if (before && before.value.case === undefined) return before;
      const next = before ? { ...draft, revision: before.value.revision + 1 } : draft;
      const row = draftRow(next, newOperation());
      memory.forget(next);
      const written = await writeOwn(
        rows,
        row,
        () => (before ? rows.replace(row, before.tag) : rows.insert(row)),
        (found) => found.etag,
      );
      if (written.done) return memory.remember({ value: next, tag: written.result });
      // Begun somewhere else at the same moment.
      if (written.found) return known(written.found);
      throw new Error(`Draft ${draft.id} was taken away while it was begun: nothing deletes a draft of changes.`);
    },

    async discard({ value, tag }) {
      memory.forget(value);
      try {
        await rows.remove(draftRowKey(value.owner, value.id), tag);
      } catch (error) {
        // Gone is what was wanted, whoever did it: a second press, or this one before its answer was lost.
        if (isAbsent(error)) return 'discarded';
        if (isRefused(error)) return 'conflict';
        throw error;
      }
      return 'discarded';
    },

    async open(owner, limit) {
      const partition = bucketName(bucketOf(owner));
      const found = await rows.take(partition, draftRange(owner), limit, odata`status eq ${'open'}`);
      return reader.all('draft', found, readDraftRow).items;
    },

    async *untouchedSince(moment) {
      for (const partition of BUCKET_NAMES) {
        const where = odata`status eq ${'open'} and updatedAt lt ${moment}`;
        for await (const row of rows.stream(partition, everyDraft(), where)) {
          const value = reader.one('draft', row, readDraftRow);
          yield value ? { value, tag: row.etag } : { unread: idIn(row.rowKey) };
        }
      }
    },

    async list(owner, { size, from }) {
      const after = from !== undefined && isKeySafe(from) ? from : undefined;
      // One more than asked for tells whether another page follows.
      const found = await rows.take(
        bucketName(bucketOf(owner)),
        draftRange(owner, after),
        size + 1,
        odata`status ne ${'over'}`,
      );
      const page = found.slice(0, size);
      const last = page.at(-1);
      return {
        ...reader.all('draft', page, readDraftRow),
        ...(found.length > size && last && { next: idIn(last.rowKey) }),
      };
    },
  };
}
