import { odata, RestError, type TableClient, type TransactionAction } from '@azure/data-tables';
import { TooLarge } from '../../../domain/errors';
import { pagesOf } from './pages';
import type { KeyRange } from './row-keys';
import { ForeignAnswer } from './storage-answer';
import { isAbsent, reaching } from './storage-failure';

export interface RowKey {
  readonly partitionKey: string;
  readonly rowKey: string;
}

/** A row to be written: its key and its columns. Columns that are undefined are left out. */
export type Row = RowKey & Readonly<Record<string, unknown>>;

/** A row as it was read. */
export type StoredRow = Row & { readonly etag: string };

/** One write of an entity-group transaction. There is no conditional delete: the client library would drop its ETag. */
export type Step =
  | { readonly insert: Row }
  | { readonly replace: Row; readonly tag: string }
  /** Other columns of it stay as they are. */
  | { readonly merge: Row; readonly tag: string }
  /** Whatever was there before. */
  | { readonly put: Row }
  | { readonly remove: RowKey };

const LARGEST_TRANSACTION = 100;
const LARGEST_PAGE = 1000;

/**
 * The rows of one table; every method is one request, except where pages are read. All may throw `Unavailable`. Writes
 * that do not fit what is stored throw what `isRefused` recognises.
 */
export class TableRows {
  constructor(private readonly client: TableClient) {}

  /** Creates the table if there is none yet. */
  async prepare(): Promise<void> {
    await reaching(this.client.createTable());
  }

  /** The row with this key, or undefined. */
  async read({ partitionKey, rowKey }: RowKey): Promise<StoredRow | undefined> {
    try {
      return stored(await reaching(this.client.getEntity(partitionKey, rowKey)));
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /** Adds a row and resolves to its tag. Refused when the key is taken. */
  async insert(row: Row): Promise<string> {
    return tagged(await reaching(this.client.createEntity(row)));
  }

  /** Puts the row in the place of the one with this tag, and resolves to the new tag. Refused when that one has changed. */
  async replace(row: Row, tag: string): Promise<string> {
    return tagged(await reaching(this.client.updateEntity(row, 'Replace', { etag: tag })));
  }

  /** Writes the row, whatever was there before. */
  async put(row: Row): Promise<void> {
    await reaching(this.client.upsertEntity(row, 'Replace'));
  }

  /** Writes these columns, whatever was there before; other columns stay as they are. */
  async merge(row: Row): Promise<void> {
    await reaching(this.client.upsertEntity(row, 'Merge'));
  }

  /** Deletes the row that has this tag. Refused when it has changed or is gone. */
  async remove({ partitionKey, rowKey }: RowKey, tag: string): Promise<void> {
    await reaching(this.client.deleteEntity(partitionKey, rowKey, { etag: tag }));
  }

  /**
   * Carries out all steps or none (an entity-group transaction: one partition, each row at most once). Resolves to the
   * new tags in the order of the steps; the service does not promise to send them.
   * @throws TooLarge for more than 100 steps; Unconfirmed where the answer is not one success for each step.
   */
  async commit(steps: readonly Step[]): Promise<readonly (string | undefined)[]> {
    if (steps.length > LARGEST_TRANSACTION) {
      throw new TooLarge('A transaction', { size: steps.length, limit: LARGEST_TRANSACTION, unit: 'rows' });
    }
    return reaching(this.submitted(steps));
  }

  /** The first `limit` rows of a range, in the order of their keys; `where` is one more condition (see `odata`). */
  async take(partitionKey: string, { from, to }: KeyRange, limit: number, where?: string): Promise<StoredRow[]> {
    const range = odata`PartitionKey eq ${partitionKey} and RowKey ge ${from} and RowKey lt ${to}`;
    return this.collect(where === undefined ? range : `${range} and ${where}`, limit);
  }

  /** All rows of a range in the order of their keys, so many at a time: for whoever stops once enough is found. */
  async *range(
    partitionKey: string,
    { from, to }: KeyRange,
    atATime: number,
    where?: string | undefined,
  ): AsyncIterable<StoredRow> {
    const within = odata`PartitionKey eq ${partitionKey} and RowKey ge ${from} and RowKey lt ${to}`;
    const filter = where === undefined ? within : `${within} and ${where}`;
    const listing = this.client.listEntities({ queryOptions: { filter } });
    for await (const page of pagesOf(listing, Math.min(atATime, LARGEST_PAGE))) yield* page.map(stored);
  }

  /** The rows of a range one after the other, a page in memory at a time; all their columns, or those named. */
  async *stream(
    partitionKey: string,
    { from, to }: KeyRange,
    where: string,
    select?: readonly string[],
  ): AsyncIterable<StoredRow> {
    const range = odata`PartitionKey eq ${partitionKey} and RowKey ge ${from} and RowKey lt ${to}`;
    const filter = `${range} and ${where}`;
    const listing = this.client.listEntities({ queryOptions: select ? { filter, select: [...select] } : { filter } });
    for await (const page of pagesOf(listing, LARGEST_PAGE)) yield* page.map(stored);
  }

  /** Every row of a table that is known to be small, or those of it that fit a condition (see `odata`). */
  async all(where?: string): Promise<StoredRow[]> {
    return this.collect(where, Number.POSITIVE_INFINITY);
  }

  private async collect(filter: string | undefined, limit: number): Promise<StoredRow[]> {
    const query = this.client.listEntities({ queryOptions: filter === undefined ? {} : { filter } });
    const rows: StoredRow[] = [];
    // A page may be short, or empty, though more follow: the service stops looking after a while.
    for await (const page of pagesOf(query, Math.min(limit, LARGEST_PAGE))) {
      for (const row of page) rows.push(stored(row));
      if (rows.length >= limit) break;
    }
    return rows.slice(0, limit);
  }

  private async submitted(steps: readonly Step[]): Promise<readonly (string | undefined)[]> {
    const { subResponses } = await this.client.submitTransaction(steps.map(action));
    // The client throws what a refusal says; one that says nothing it takes for a success.
    const refused = subResponses.find(({ status }) => status >= 400);
    if (refused) throw new RestError('A step of a transaction was refused.', { statusCode: refused.status });
    const done = subResponses.filter(({ status }) => status >= 200 && status < 300).length;
    if (done !== steps.length) {
      throw new ForeignAnswer(`it answered that ${done} of the ${steps.length} steps of a transaction are done`);
    }
    return subResponses.map(({ etag }) => etag);
  }
}

function action(step: Step): TransactionAction {
  if ('insert' in step) return ['create', { ...step.insert }];
  if ('replace' in step) return ['update', { ...step.replace }, 'Replace', { etag: step.tag }];
  if ('merge' in step) return ['update', { ...step.merge }, 'Merge', { etag: step.tag }];
  if ('put' in step) return ['upsert', { ...step.put }, 'Replace'];
  return ['delete', { ...step.remove }];
}

/**
 * The very row that the library made, with a key where none was asked for. Copied, the rows of a page survive long enough
 * for V8 to make its young generation larger: counting a year's figures then takes three times as much memory.
 */
function stored(row: { etag: string; partitionKey?: string; rowKey?: string }): StoredRow {
  const { partitionKey = '', rowKey = '' } = row;
  return Object.assign(row, { partitionKey, rowKey });
}

function tagged({ etag }: { etag?: string }): string {
  if (etag === undefined) throw new Error('Table storage wrote a row without sending its ETag.');
  return etag;
}
