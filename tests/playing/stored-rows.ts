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

/** What was sorted last of each state of the tables: tests ask over and over between two writes. */
const sorted = new WeakMap<object, StoredRows>();

/** Reads the storage stand-in's rows. */
export function storedRows(tables: TablesServer): StoredRows {
  const all = tables.rows();
  const rows = sorted.get(all) ?? sortRows(all.casework ?? [], all.people ?? []);
  sorted.set(all, rows);
  return rows;
}

/** Sorts the rows of the table `casework` by what they are (`docs/data.md`). */
export function sortRows(casework: readonly Row[], people: readonly Row[] = []): StoredRows {
  const kinds = new Map<string, Row[]>(KINDS.map(([kind]) => [kind, []]));
  for (const row of casework) {
    const key = String(row.RowKey ?? row.rowKey);
    const [kind] = KINDS.find(([, pattern]) => pattern.test(key)) ?? [];
    if (kind !== undefined) kinds.get(kind)?.push(row);
  }
  const of = (kind: string) => kinds.get(kind) ?? [];
  return {
    drafts: of('draft'),
    cases: of('case'),
    events: of('event'),
    entries: of('entry'),
    aside: of('aside'),
    todos: of('todo'),
    people,
  };
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['draft', /^draft\|/],
  ['case', /^case\|[^|]+$/],
  ['event', /^case\|[^|]+\|event\|/],
  ['entry', /^(outbox\||stuck\||case\|[^|]+\|entry\|)/],
  ['aside', /^unreadable\|/],
  ['todo', /^case\|[^|]+\|todo\|/],
];

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
