/** An entry of the directory and its events as rows. */

import { storedSchemas } from '../../../domain/directory/directory';
import type { DirectoryEntry, EditableList, Edited, EntryContents, EntryEvent } from '../../../domain/directory/entry';
import type { Named } from '../../../domain/person';
import {
  jsonText,
  momentOf,
  newerColumns,
  numberOf,
  optionalMomentOf,
  optionalTextOf,
  shapedOf,
  textOf,
} from '../rows/columns';
import { anyObject } from '../rows/shapes';
import type { Row, StoredRow } from '../rows/table-rows';
import { entryEventKey } from './directory-keys';
import { LISTS, parsedContent } from './directory-rows';

const COLUMNS = [
  'content',
  'order',
  'retired',
  'events',
  'editedAt',
  'byId',
  'byName',
  'confirmedAt',
  'confirmedById',
  'confirmedByName',
  'operation',
];

export function directoryEntryRow(
  { list, content, order, retired, events, edited, confirmed, newer }: DirectoryEntry,
  operation: string,
): Row & { readonly operation: string } {
  return {
    ...newer,
    partitionKey: LISTS[list],
    rowKey: content.id,
    // What does not fit could not be read any more.
    content: jsonText(`Directory entry ${content.id}`, storedSchemas[list].parse(content)),
    ...(order !== undefined && { order }),
    ...(retired && { retired }),
    events,
    ...(edited && { editedAt: edited.at, ...byColumns(edited.by) }),
    ...(confirmed && confirmedColumns(confirmed)),
    operation,
  };
}

/** @throws Unreadable */
export function readDirectoryEntryRow<L extends EditableList>(list: L, row: StoredRow): DirectoryEntry<L> {
  const at = optionalMomentOf(row, 'editedAt');
  return {
    list,
    content: parsedContent(row, storedSchemas[list]) as EntryContents[L],
    ...(typeof row.order === 'number' && { order: row.order }),
    retired: row.retired === true,
    events: row.events === undefined ? 0 : numberOf(row, 'events'),
    ...(at !== undefined && { edited: { at, by: readBy(row) } }),
    ...readConfirmed(row),
    ...newerColumns(row, COLUMNS),
  };
}

export function entryEventRow(list: EditableList, id: string, event: EntryEvent, operation: string): Row {
  const { sequence, edit, at, by, about, before, after } = event;
  const what = `Event ${sequence} of directory entry ${id}`;
  return {
    partitionKey: LISTS[list],
    rowKey: entryEventKey(id, sequence, operation),
    entry: id,
    sequence,
    edit,
    at,
    ...byColumns(by),
    ...(about !== undefined && { about }),
    before: jsonText(what, before),
    after: jsonText(what, after),
  };
}

/** @throws Unreadable */
export function readEntryEventRow(row: StoredRow): EntryEvent {
  const about = optionalTextOf(row, 'about');
  return {
    sequence: numberOf(row, 'sequence'),
    edit: textOf(row, 'edit') as EntryEvent['edit'],
    at: momentOf(row, 'at'),
    by: readBy(row),
    ...(about !== undefined && { about }),
    before: shapedOf(row, 'before', anyObject) as EntryEvent['before'],
    after: shapedOf(row, 'after', anyObject) as EntryEvent['after'],
  };
}

function confirmedColumns({ at, by }: Edited): Readonly<Record<string, string>> {
  return { confirmedAt: at, ...(by !== 'assistant' && { confirmedById: by.id, confirmedByName: by.name }) };
}

function readConfirmed(row: StoredRow): Pick<DirectoryEntry, 'confirmed'> {
  const at = optionalMomentOf(row, 'confirmedAt');
  if (at === undefined) return {};
  const id = optionalTextOf(row, 'confirmedById');
  return { confirmed: { at, by: id === undefined ? 'assistant' : { id, name: textOf(row, 'confirmedByName') } } };
}

function byColumns(by: Named | 'assistant'): Readonly<Record<string, string>> {
  return by === 'assistant' ? {} : { byId: by.id, byName: by.name };
}

function readBy(row: StoredRow): Named | 'assistant' {
  const id = optionalTextOf(row, 'byId');
  return id === undefined ? 'assistant' : { id, name: textOf(row, 'byName') };
}
