/** Copies of everything that is kept, row by row: for backups and moves. Nothing here knows what a row means. */

/** What JSON cannot say by itself. `value` is as the service writes it; of a double it is a number, or `NaN` and the like. */
export interface TypedValue {
  readonly type: 'Binary' | 'DateTime' | 'Double' | 'Guid' | 'Int64';
  readonly value: string | number;
}

/** A text, a yes or no, a whole number of 32 bits, or what says its type. */
export type CopiedValue = string | boolean | number | TypedValue;

export interface CopiedRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly columns: Readonly<Record<string, CopiedValue>>;
}

/** How the rows that were to be added stand now. */
export interface Added {
  readonly added: number;
  /** Were there already, and the same. */
  readonly there: number;
  /** Their keys are taken by rows that say something else, which were left alone. */
  readonly different: readonly Pick<CopiedRow, 'partitionKey' | 'rowKey'>[];
  /** What the copy has as still to be done, and this storage as done or begun: left out, or it would be done again. */
  readonly overtaken: number;
}

/** Everything that is kept, as rows. */
export interface RawTables {
  /** By name, in the order in which they are copied. */
  readonly names: readonly string[];
  /** Every row of a table in the order of its keys, a page in memory at a time. */
  rows(table: string): AsyncIterable<CopiedRow>;
  /** Makes the tables that are absent. */
  prepare(): Promise<void>;
  /**
   * Adds rows that are not there; overwrites none. They are of one partition and at most `mostTogether`. With `isInUse`
   * what waits in them is compared with what has become of it here.
   */
  add(table: string, rows: readonly CopiedRow[], options: { readonly isInUse: boolean }): Promise<Added>;
  readonly mostTogether: number;
}

/** What a copy says of itself. */
export interface CopyAccount {
  /** When it was begun (UTC, ISO 8601): changes since then may be missing. */
  readonly begunAt: string;
  /** How many rows each table has in it. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Where a copy lies. */
export interface CopyFolder {
  /** Writes the rows of a table and resolves to how many they were. */
  write(table: string, rows: AsyncIterable<CopiedRow>): Promise<number>;
  /** Writes what the copy says of itself, which makes it whole. */
  finish(account: CopyAccount): Promise<void>;
  /**
   * What the copy says of itself. @throws Error where it is not whole, holds other tables than `tables`, or its files are
   * not those that were written.
   */
  account(tables: readonly string[]): Promise<CopyAccount>;
  /** The rows of a table, one after the other. */
  rows(table: string): AsyncIterable<CopiedRow>;
}
