import type { Person } from '../../../domain/person';
import type { WalkState } from '../../../domain/walk/checklist';
import type { Draft } from '../../../domain/walk/draft';
import { bucketName, bucketOf } from '../rows/buckets';
import {
  jsonText,
  languageOf,
  momentOf,
  newerColumns,
  numberOf,
  optionalTextOf,
  personOf,
  shapedOf,
  textOf,
} from '../rows/columns';
import { draftKey } from '../rows/row-keys';
import * as shapes from '../rows/shapes';
import type { Row, RowKey, StoredRow } from '../rows/table-rows';

const COLUMNS = [
  ...['draft', 'process', 'version', 'language', 'revision', 'createdAt', 'updatedAt', 'status', 'case', 'edits'],
  ...['ownerId', 'ownerTenant', 'ownerName', 'state', 'operation'],
];

/** Where a draft is kept. */
export function draftRowKey(owner: Pick<Person, 'id' | 'tenant'>, id: string): RowKey {
  return { partitionKey: bucketName(bucketOf(owner)), rowKey: draftKey(owner, id) };
}

/** @throws TooLarge when the answers are longer than a column can be. */
export function draftRow(draft: Draft, operation: string): Row & { readonly operation: string } {
  const { id, owner, case: number, edits } = draft;
  return {
    ...draft.newer,
    ...draftRowKey(owner, id),
    draft: id,
    process: draft.process,
    version: draft.version,
    language: draft.language,
    revision: draft.revision,
    createdAt: draft.createdAt,
    updatedAt: draft.updatedAt,
    status: statusOf(draft),
    ...(number !== undefined && { case: number }),
    ...(edits !== undefined && { edits }),
    ownerId: owner.id,
    ownerTenant: owner.tenant,
    ownerName: owner.name,
    state: jsonText(`The state of draft ${id}`, draft.state),
    operation,
  };
}

/** @throws Unreadable */
export function readDraftRow(row: StoredRow): Draft {
  const number = optionalTextOf(row, 'case');
  const edits = optionalTextOf(row, 'edits');
  return {
    id: textOf(row, 'draft'),
    owner: personOf(row, 'owner'),
    process: textOf(row, 'process'),
    version: numberOf(row, 'version'),
    language: languageOf(row),
    state: shapedOf(row, 'state', shapes.walkState) as WalkState,
    revision: numberOf(row, 'revision'),
    createdAt: momentOf(row, 'createdAt'),
    updatedAt: momentOf(row, 'updatedAt'),
    ...(number !== undefined && { case: number }),
    ...(edits !== undefined && { edits }),
    ...newerColumns(row, COLUMNS),
  };
}

/** `over`: changes of a case that were saved or thrown away; listings leave it out. */
function statusOf({ case: number, edits }: Draft): 'open' | 'closed' | 'over' {
  if (number === undefined) return 'open';
  return edits === undefined ? 'closed' : 'over';
}
