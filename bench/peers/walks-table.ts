/** The walks of a server that keeps them as rows of its own: one point read and one conditional write for each press. */
import type { TableClient } from '@azure/data-tables';
import { isMissing } from './table-state';
import type { Walk } from './walk';

export interface StoredWalk {
  readonly walk: Walk;
  readonly etag: string;
}

interface Row {
  readonly revision: number;
  readonly answers: string;
}

export class WalksTable {
  constructor(private readonly table: TableClient) {}

  async insert(walk: Walk): Promise<void> {
    await this.table.createEntity(rowOf(walk));
  }

  async read(draft: string): Promise<StoredWalk | undefined> {
    try {
      const { revision, answers, etag } = await this.table.getEntity<Row>('walks', draft);
      return { walk: { draft, revision, answers: JSON.parse(answers) }, etag };
    } catch (cause) {
      if (isMissing(cause)) return undefined;
      throw cause;
    }
  }

  async replace(walk: Walk, etag: string): Promise<void> {
    await this.table.updateEntity(rowOf(walk), 'Replace', { etag });
  }
}

export function rowOf({ draft, revision, answers }: Walk) {
  return { partitionKey: 'walks', rowKey: draft, revision, answers: JSON.stringify(answers) };
}
