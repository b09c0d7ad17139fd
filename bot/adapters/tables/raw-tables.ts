import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { Added, Clock, CopiedRow, CopiedValue, RawTables } from '../../ports';
import { NO_TELEMETRY } from '../../ports';
import { ONLY_CASES, type Places } from './casework/subjects';
import { notOvertaken } from './overtaken';
import { pagesOf } from './rows/pages';
import { StorageClock } from './rows/storage-clock';
import { isAbsent, reaching } from './rows/storage-failure';
import { type StorageAccess, tableClient } from './rows/table-client';
import { TABLE_NAMES } from './tables';

/** A page of rows that are large takes its time, and nobody waits for a card here. */
const DEADLINE_MS = 60_000;
const PAGE = 1_000;
/** Of an entity-group transaction. */
const MOST_TOGETHER = 100;

const TYPES = new Set(['Binary', 'DateTime', 'Double', 'Guid', 'Int64']);

/** What the client gives when it is told to convert nothing. */
interface Typed {
  readonly type: string;
  readonly value: string | number;
}

/**
 * The tables as they are, with the exact types of their columns. `places`: what outbox entries may belong to; cases alone
 * unless told. May throw `Unavailable`.
 */
export function openRawTables(access: StorageAccess, own: Clock, places: Places = ONLY_CASES): RawTables {
  const options = {
    deadlineMs: DEADLINE_MS,
    clock: new StorageClock(own),
    telemetry: NO_TELEMETRY,
    typedDoubles: true,
  };
  const clients = new Map(TABLE_NAMES.map((name) => [name as string, tableClient(access, name, options)]));
  const clientOf = (table: string): TableClient => {
    const client = clients.get(table);
    if (!client) throw new RangeError(`There is no table "${table}": they are ${TABLE_NAMES.join(', ')}.`);
    return client;
  };

  return {
    names: TABLE_NAMES,
    mostTogether: MOST_TOGETHER,

    async *rows(table) {
      const listing = clientOf(table).listEntities({ disableTypeConversion: true });
      for await (const page of pagesOf(listing, PAGE)) yield* page.map(copied);
    },

    async prepare() {
      await Promise.all([...clients.values()].map((client) => reaching(client.createTable())));
    },

    async add(table, given, { isInUse }) {
      const client = clientOf(table);
      const rows = isInUse && table === 'casework' ? await notOvertaken(client, given, places) : given;
      const overtaken = given.length - rows.length;
      if (rows.length === 0) return { added: 0, there: 0, different: [], overtaken };
      const actions = rows.map((row): TransactionAction => ['create', entity(row)]);
      try {
        await reaching(client.submitTransaction(actions));
        return { added: rows.length, there: 0, different: [], overtaken };
      } catch {
        // Some are there already, perhaps from this very transaction, whose answer was lost; or one of them cannot be
        // written in a transaction (Azurite takes no U+2028 there), which must not keep the others out. Whatever else
        // is wrong, the first row tells.
        return { ...(await addOneByOne(client, rows)), overtaken };
      }
    },
  };
}

async function addOneByOne(client: TableClient, rows: readonly CopiedRow[]): Promise<Omit<Added, 'overtaken'>> {
  const counts = { added: 0, there: 0 };
  const different: Added['different'][number][] = [];
  for (const row of rows) {
    const found = await stored(client, row);
    if (found === undefined) {
      await reaching(client.createEntity(entity(row)));
      counts.added += 1;
    } else if (isSame(found, row)) counts.there += 1;
    else different.push({ partitionKey: row.partitionKey, rowKey: row.rowKey });
  }
  return { ...counts, different };
}

async function stored(client: TableClient, { partitionKey, rowKey }: CopiedRow): Promise<CopiedRow | undefined> {
  try {
    return copied(await reaching(client.getEntity(partitionKey, rowKey, { disableTypeConversion: true })));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** The same columns with the same values, in whatever order. */
function isSame({ columns: one }: CopiedRow, { columns: other }: CopiedRow): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))
  );
}

/** What is the service's own stays out: it is made anew where the row is written. */
const OWN = new Set(['etag', 'timestamp', 'odata.metadata', 'partitionKey', 'rowKey']);

function copied(row: object): CopiedRow {
  const { partitionKey, rowKey } = row as { partitionKey: string; rowKey: string };
  const columns = Object.entries(row as Record<string, Typed>).flatMap(([name, typed]) =>
    OWN.has(name) ? [] : [[name, columnValue(typed)] as const],
  );
  return { partitionKey, rowKey, columns: Object.fromEntries(columns) };
}

function columnValue({ type, value }: Typed): CopiedValue {
  if (type === 'String') return String(value);
  if (type === 'Boolean') return String(value) === 'true';
  if (type === 'Int32') return Number(value);
  if (isKept(type)) return { type, value: type === 'Double' ? double(value) : String(value) };
  throw new TypeError(`A column has the type "${type}", which Azure Tables did not have when this was written.`);
}

const isKept = (type: string): type is 'Binary' | 'DateTime' | 'Double' | 'Guid' | 'Int64' => TYPES.has(type);

/** JSON has no infinity, so it stays a text. */
function double(value: string | number): string | number {
  return Number.isFinite(Number(value)) ? Number(value) : String(value);
}

function entity({ partitionKey, rowKey, columns }: CopiedRow) {
  return { ...columns, partitionKey, rowKey };
}
