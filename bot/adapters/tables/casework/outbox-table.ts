import { odata } from '@azure/data-tables';
import { isFamiliarEntry } from '../../../domain/case/familiar';
import type { Channel } from '../../../domain/outbox/channels';
import type { OutboxEntry } from '../../../domain/outbox/entry';
import type { Found } from '../../../domain/page';
import type { Outbox, Stored } from '../../../ports';
import { BUCKET_NAMES } from '../rows/buckets';
import { newOperation, writeOwn } from '../rows/own-write';
import { asideKey, dueRange, isAside, type KeyRange, strandedRange, stuckRange } from '../rows/row-keys';
import { idIn, type RowReader } from '../rows/row-reader';
import { isRefused } from '../rows/storage-failure';
import type { StoredRow, TableRows } from '../rows/table-rows';
import { entriesBeside, settledBeside } from './entries-beside';
import { entryRow, entryRowKey, readEntryRow } from './entry-row';
import { mindPrefixes, type Places, placeOfId, placeOfSubject } from './subjects';

/** How many buckets are asked at once for what is due. */
const AT_ONCE = 8;
/** Of what waits; an operator who hears of so much has heard enough. */
const MOST_COUNTED = 500;

interface Look {
  readonly range: KeyRange;
  /** One more condition. */
  readonly where?: string | undefined;
  /** All are, unless told. */
  readonly isWanted?: (entry: Stored<OutboxEntry>) => boolean;
  /** What becomes of a row that cannot be read. */
  readonly spoiled?: (row: StoredRow) => Promise<void>;
}

const isAny = () => true;

/**
 * The outbox in the table `casework`: an entry is in the bucket of what it belongs to. Claiming and settling move its row, so
 * that one of several workers succeeds, a claim that runs out is due again by itself, and what is settled is out of
 * the way.
 * @throws RangeError for places that cannot be told apart from others
 */
export function createOutbox({
  rows,
  reader,
  places,
}: {
  rows: TableRows;
  reader: RowReader;
  /** What entries may belong to. */
  places: Places;
}): Outbox {
  mindPrefixes(places);
  const isFamiliar = (entry: OutboxEntry) => isFamiliarEntry(entry, places);

  /** @throws RangeError where it is no id of any subject */
  function partitionOf(id: string): string {
    const place = placeOfId(id, places);
    if (place === undefined) throw new RangeError(`"${id}" is no number of a case, nor an id of another subject.`);
    return place.partitionKey;
  }

  /** In one transaction with the entries that come of it: whoever has lost the claim writes none of them. */
  async function move(
    from: Stored<OutboxEntry>,
    to: OutboxEntry,
    added: readonly OutboxEntry[] = [],
  ): Promise<Stored<OutboxEntry> | undefined> {
    const partitionKey = placeOfSubject(from.value, places)?.partitionKey;
    if (partitionKey === undefined) throw new RangeError(`Nobody here knows where "${from.value.case}" is kept.`);
    const row = entryRow(partitionKey, to, newOperation(), places);
    const old = { partitionKey, rowKey: entryRowKey(from.value, from.tag, places) };
    const moved = { value: to, tag: row.operation };
    const more = added.map((entry) => ({ insert: entryRow(partitionKey, entry, row.operation, places) }));
    const written = await writeOwn(
      rows,
      row,
      async () => {
        await rows.commit([{ remove: old }, { insert: row }, ...more]);
        return moved;
      },
      () => moved,
    );
    return written.done ? written.result : undefined;
  }

  /** The entry in a row, or undefined for a row that somebody has spoiled: it must not stop the others. */
  const readable = (row: StoredRow) => reader.one('entry', row, (one) => readEntryRow(one, places));

  /** Moves a spoiled row out of the way, as it is: left where it is it would be read, and told of, again and again. */
  async function setAside({ etag: _, timestamp: __, ...row }: StoredRow): Promise<void> {
    const old = { partitionKey: row.partitionKey, rowKey: row.rowKey };
    try {
      await rows.commit([{ remove: old }, { insert: { ...row, rowKey: asideKey(row.rowKey) } }]);
    } catch (error) {
      // Another worker was first.
      if (!isRefused(error)) throw error;
    }
  }

  /** The first `limit` entries of a range in these partitions together, of those that are wanted. */
  async function first(partitions: readonly string[], limit: number, look: Look): Promise<Stored<OutboxEntry>[]> {
    const found: Stored<OutboxEntry>[] = [];
    for (let from = 0; from < partitions.length; from += AT_ONCE) {
      const some = partitions.slice(from, from + AT_ONCE);
      found.push(...(await Promise.all(some.map((partition) => firstOf(partition, limit, look)))).flat());
    }
    return found.sort(byDue).slice(0, limit);
  }

  /** The same of one partition. Goes on behind what is not wanted, however much of that there is. */
  async function firstOf(
    partition: string,
    limit: number,
    { range, where, isWanted = isAny, spoiled = async () => {} }: Look,
  ): Promise<Stored<OutboxEntry>[]> {
    const found: Stored<OutboxEntry>[] = [];
    for await (const row of rows.range(partition, range, limit, where)) {
      // One that was put aside has been told of.
      const entry = isAside(row.rowKey) ? undefined : readable(row);
      if (!entry) await spoiled(row);
      else if (isWanted(entry)) found.push(entry);
      if (found.length === limit) break;
    }
    return found;
  }

  async function stuck(limit: number): Promise<Found<Stored<OutboxEntry>>> {
    const unreadable: string[] = [];
    const spoiled = async (row: StoredRow) => void unreadable.push(entryOf(row));
    const items = await first(BUCKET_NAMES, limit, { range: strandedRange(), spoiled });
    return { items, ...(unreadable.length > 0 && { unreadable }) };
  }

  return {
    due: (now, limit, { caseNumber, channels, except } = {}) =>
      first(caseNumber === undefined ? BUCKET_NAMES : [partitionOf(caseNumber)], limit, {
        range: dueRange(now),
        where: channels && byChannel(channels),
        isWanted: ({ value, tag }) => isFamiliar(value) && !except?.has(tag),
        spoiled: setAside,
      }),

    stuck,

    async overview(now) {
      const [late, stuck] = await Promise.all([
        first(BUCKET_NAMES, MOST_COUNTED, { range: dueRange(now), isWanted: ({ value }) => isFamiliar(value) }),
        first(BUCKET_NAMES, MOST_COUNTED, { range: stuckRange(), isWanted: ({ value }) => isFamiliar(value) }),
      ]);
      const oldest = late[0];
      const dead = stuck.filter(({ value }) => value.state === 'dead').length;
      return {
        due: late.length,
        unknown: stuck.length - dead,
        dead,
        ...(oldest && { oldestDue: oldest.value.due }),
      };
    },

    claim: (stored, claimed) => move(stored, claimed),

    async settle(stored, next, added) {
      return (await move(stored, next, added)) !== undefined;
    },

    async settledOf(id) {
      const place = placeOfId(id, places);
      if (place === undefined) return [];
      return (await settledBeside(rows, place, readable)).map(({ value }) => value);
    },

    async ofCase(id) {
      const place = placeOfId(id, places);
      if (place === undefined) return [];
      return (await entriesBeside(rows, place, readable)).map(({ value }) => value);
    },
  };
}

/** The key of the entry in a row that may not say it. */
function entryOf({ entry, rowKey }: StoredRow): string {
  return typeof entry === 'string' ? entry : idIn(rowKey);
}

function byChannel(channels: readonly Channel[]): string {
  return `(${channels.map((channel) => odata`channel eq ${channel}`).join(' or ')})`;
}

function byDue({ value: one }: Stored<OutboxEntry>, { value: other }: Stored<OutboxEntry>): number {
  return one.due < other.due ? -1 : one.due > other.due ? 1 : 0;
}
