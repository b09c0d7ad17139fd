import type { TablesServer } from '../fixtures/tables-server/tables-server';

export type Row = Readonly<Record<string, unknown>>;

/** What the bot has stored, by kind, read from the storage itself. */
export interface StoredRows {
  readonly drafts: readonly Row[];
  readonly cases: readonly Row[];
  readonly events: readonly Row[];
  /** All outbox entries, waiting and settled. */
  readonly entries: readonly Row[];
  /** Outbox entries that cannot be read, put out of the way. */
  readonly aside: readonly Row[];
  readonly todos: readonly Row[];
  readonly people: readonly Row[];
}

/** Reads the storage stand-in's rows. */
export function storedRows(tables: TablesServer): StoredRows {
  const { casework = [], people = [] } = tables.rows();
  return sortRows(casework, people);
}

/** Sorts the rows of the table `casework` by what they are (`docs/data.md`). */
export function sortRows(casework: readonly Row[], people: readonly Row[] = []): StoredRows {
  const like = (pattern: RegExp) => casework.filter((row) => pattern.test(String(row.RowKey ?? row.rowKey)));
  return {
    drafts: like(/^draft\|/),
    cases: like(/^case\|[^|]+$/),
    events: like(/^case\|[^|]+\|event\|/),
    entries: like(/^(outbox\||stuck\||case\|[^|]+\|entry\|)/),
    aside: like(/^unreadable\|/),
    todos: like(/^case\|[^|]+\|todo\|/),
    people,
  };
}

/** How each message of a case to people stands: its key without the case number, and its state. */
export function entryStates(rows: StoredRows, number: string): Readonly<Record<string, unknown>> {
  return statesOf(rows, number, (channel) => channel === 'teams' || channel === 'mail');
}

/** The same for what people do not get: its lines elsewhere, and its timers. */
export function silentStates(rows: StoredRows, number: string): Readonly<Record<string, unknown>> {
  return statesOf(rows, number, (channel) => channel !== 'teams' && channel !== 'mail');
}

function statesOf({ entries }: StoredRows, number: string, isMeant: (channel: unknown) => boolean) {
  const ofCase = entries.filter((row) => row.case === number && isMeant(row.channel));
  return Object.fromEntries(ofCase.map((row) => [String(row.entry).slice(number.length + 1), row.state]));
}
