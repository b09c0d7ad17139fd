import { odata } from '@azure/data-tables';
import { Unreadable } from '../../domain/errors';
import type { Channel, OutboxEntry } from '../../domain/outbox';
import type { Log, Outbox, Stored } from '../../ports';
import { BUCKET_NAMES } from './buckets';
import { placeOfCase } from './case-row';
import { entryRow, entryRowKey, readEntryRow } from './entry-row';
import { newOperation, writeOwn } from './own-write';
import { asideKey, dueRange, type KeyRange, stuckRange } from './row-keys';
import { entriesBeside, settledBeside } from './rows-of-case';
import { isRefused } from './storage-failure';
import type { StoredRow, TableRows } from './table-rows';

/** How many buckets are asked at once for what is due. */
const AT_ONCE = 8;
/** Of what waits; an operator who hears of so much has heard enough. */
const MOST_COUNTED = 500;

/**
 * The outbox in the table `casework`: an entry is in the bucket of its case. Claiming and settling move its row, so
 * that one of several workers succeeds, a claim that runs out is due again by itself, and what is settled is out of
 * the way.
 */
export function createOutbox({ rows, log }: { rows: TableRows; log?: Log | undefined }): Outbox {
  async function move(from: Stored<OutboxEntry>, to: OutboxEntry): Promise<Stored<OutboxEntry> | undefined> {
    const partitionKey = partitionOf(from.value.case);
    const row = entryRow(partitionKey, to, newOperation());
    const old = { partitionKey, rowKey: entryRowKey(from.value, from.tag) };
    const moved = { value: to, tag: row.operation };
    const written = await writeOwn(
      rows,
      row,
      async () => {
        await rows.commit([{ remove: old }, { insert: row }]);
        return moved;
      },
      () => moved,
    );
    return written.done ? written.result : undefined;
  }

  /** The entry in a row, or undefined, told to the log, for a row that somebody has spoiled: it must not stop the others. */
  function readable(row: StoredRow): Stored<OutboxEntry> | undefined {
    try {
      return readEntryRow(row);
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      log?.error('entry.unreadable', cause, { partition: row.partitionKey, row: row.rowKey });
      return undefined;
    }
  }

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

  /** The first `limit` entries of a range in these partitions together; `where` is one more condition. */
  async function first(
    partitions: readonly string[],
    range: KeyRange,
    limit: number,
    {
      spoiled = async () => {},
      where,
    }: { spoiled?: (row: StoredRow) => Promise<void>; where?: string | undefined } = {},
  ): Promise<Stored<OutboxEntry>[]> {
    const found: Stored<OutboxEntry>[] = [];
    for (let from = 0; from < partitions.length; from += AT_ONCE) {
      const some = partitions.slice(from, from + AT_ONCE);
      const ofEach = await Promise.all(some.map((partition) => rows.take(partition, range, limit, where)));
      for (const row of ofEach.flat()) {
        const entry = readable(row);
        if (entry) found.push(entry);
        else await spoiled(row);
      }
    }
    return found.sort(byDue).slice(0, limit);
  }

  return {
    due: (now, limit, { caseNumber, channels } = {}) =>
      first(caseNumber === undefined ? BUCKET_NAMES : [partitionOf(caseNumber)], dueRange(now), limit, {
        spoiled: setAside,
        where: channels && byChannel(channels),
      }),

    stuck: (limit) => first(BUCKET_NAMES, stuckRange(), limit),

    async overview(now) {
      const [late, stuck] = await Promise.all([
        first(BUCKET_NAMES, dueRange(now), MOST_COUNTED),
        first(BUCKET_NAMES, stuckRange(), MOST_COUNTED),
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

    claim: move,

    async settle(stored, next) {
      return (await move(stored, next)) !== undefined;
    },

    async settledOf(text) {
      const place = placeOfCase(text);
      if (place === undefined) return [];
      return (await settledBeside(rows, place, readable)).map(({ value }) => value);
    },

    async ofCase(text) {
      const place = placeOfCase(text);
      if (place === undefined) return [];
      return (await entriesBeside(rows, place, readable)).map(({ value }) => value);
    },
  };
}

function partitionOf(number: string): string {
  const place = placeOfCase(number);
  if (place === undefined) throw new RangeError(`"${number}" is not the number of a case.`);
  return place.partitionKey;
}

function byChannel(channels: readonly Channel[]): string {
  return `(${channels.map((channel) => odata`channel eq ${channel}`).join(' or ')})`;
}

function byDue({ value: one }: Stored<OutboxEntry>, { value: other }: Stored<OutboxEntry>): number {
  return one.due < other.due ? -1 : one.due > other.due ? 1 : 0;
}
