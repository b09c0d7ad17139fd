import { LRUCache } from 'lru-cache';
import { BUCKETS, bucketName } from '../rows/buckets';
import { numberOf } from '../rows/columns';
import { counterKey } from '../rows/row-keys';
import type { RowKey, Step, TableRows } from '../rows/table-rows';

/** A series of numbers: one bucket's, for one process letter and one year (UTC). */
export interface Series {
  readonly bucket: number;
  readonly prefix: string;
  readonly year: number;
}

interface Counter {
  readonly last: number;
  /** Undefined while the row does not exist. */
  readonly tag: string | undefined;
}

const MOST_SERIES = 1_000;

/**
 * Serial numbers of cases. Each bucket counts for itself, and the remainder by 32 names the bucket: so buckets never
 * wait for each other, numbers are unique, and a case is found from its number alone. The counter is raised in the
 * transaction that uses the number; its tag makes sure that nobody else has used it.
 */
export class CaseNumbers {
  private readonly counters = new LRUCache<string, Counter>({ max: MOST_SERIES });

  constructor(private readonly rows: TableRows) {}

  /** The next serial number, and the step that must be part of the transaction which uses it. At most one read. */
  async next(series: Series): Promise<{ readonly serial: number; readonly step: Step }> {
    const key = rowKeyOf(series);
    const counter = this.counters.get(idOf(key)) ?? (await this.read(key));
    const last = counter.last + 1;
    const row = { ...key, last };
    return {
      serial: last * BUCKETS + series.bucket,
      step: counter.tag === undefined ? { insert: row } : { merge: row, tag: counter.tag },
    };
  }

  /** The number was used. A wrong or missing tag is harmless: the next transaction is refused, and reads it afresh. */
  used(series: Series, serial: number, tag: string | undefined): void {
    const id = idOf(rowKeyOf(series));
    if (tag === undefined) this.counters.delete(id);
    else this.counters.set(id, { last: Math.floor(serial / BUCKETS), tag });
  }

  /** What is remembered may be wrong. */
  forget(series: Series): void {
    this.counters.delete(idOf(rowKeyOf(series)));
  }

  private async read(key: RowKey): Promise<Counter> {
    const row = await this.rows.read(key);
    const counter = row ? { last: numberOf(row, 'last'), tag: row.etag } : { last: 0, tag: undefined };
    this.counters.set(idOf(key), counter);
    return counter;
  }
}

/** The bucket in which the case with this serial number is. */
export function bucketOfSerial(serial: number): number {
  return serial % BUCKETS;
}

function rowKeyOf({ bucket, prefix, year }: Series): RowKey {
  return { partitionKey: bucketName(bucket), rowKey: counterKey(prefix, year) };
}

function idOf({ partitionKey, rowKey }: RowKey): string {
  return `${partitionKey}|${rowKey}`;
}
