/** State in Table Storage for packages that bring a `Storage` interface and no implementation of it for tables. */
import { TableClient } from '@azure/data-tables';

interface Item {
  readonly eTag?: string;
}

/** A `Storage` of botbuilder and of the Agents SDK: one row for each key, written under the condition that it brings. */
export class TableState {
  private readonly table: TableClient;

  constructor(connectionString: string, table: string) {
    this.table = openTable(connectionString, table);
  }

  async prepare(): Promise<void> {
    await this.table.createTable();
  }

  async read(keys: readonly string[]): Promise<Record<string, Item>> {
    const found = await Promise.all(keys.map((key) => this.readOne(key)));
    return Object.fromEntries(keys.flatMap((key, at) => (found[at] ? [[key, found[at]]] : [])));
  }

  async write(changes: Readonly<Record<string, Item>>): Promise<void> {
    await Promise.all(Object.entries(changes).map(([key, item]) => this.writeOne(key, item)));
  }

  async delete(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.table.deleteEntity('state', safe(key))));
  }

  private async readOne(key: string): Promise<Item | undefined> {
    try {
      const { state, etag } = await this.table.getEntity<{ state: string }>('state', safe(key));
      return { ...JSON.parse(state), eTag: etag };
    } catch (cause) {
      if (isMissing(cause)) return undefined;
      throw cause;
    }
  }

  private async writeOne(key: string, { eTag, ...item }: Item): Promise<void> {
    const row = { partitionKey: 'state', rowKey: safe(key), state: JSON.stringify(item) };
    if (eTag === undefined || eTag === '*') await this.table.upsertEntity(row, 'Replace');
    else await this.table.updateEntity(row, 'Replace', { etag: eTag });
  }
}

/** A table on this machine. */
export function openTable(connectionString: string, table: string): TableClient {
  return TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });
}

/** Whether storage has answered that there is no such row. */
export function isMissing(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'statusCode' in cause && cause.statusCode === 404;
}

/** Keys of state have slashes, which a row key must not. */
const safe = (key: string): string => key.replaceAll('/', '|');
