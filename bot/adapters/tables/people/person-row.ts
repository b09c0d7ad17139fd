import { createHash } from 'node:crypto';
import type { Acquaintance } from '../../../domain/acquaintance';
import { NOTIFY } from '../../../domain/notify';
import type { Person } from '../../../domain/person';
import { languageOf, newerColumns, optionalTextOf, textOf } from '../rows/columns';
import { isKeySafe } from '../rows/row-keys';
import type { Row, RowKey, StoredRow } from '../rows/table-rows';

const COLUMNS = ['personId', 'tenant', 'name', 'language', 'languageChosen', 'chat', 'notify', 'guest'];

/** Where a person is kept: by tenant and Entra object id as they are, so that somebody's row can be found by hand. */
export function personRowKey({ tenant, id }: Pick<Person, 'id' | 'tenant'>): RowKey {
  return { partitionKey: keyOf(tenant), rowKey: keyOf(id) };
}

export function personRow({ person, language, languageChosen, chat, notify, guest, newer }: Acquaintance): Row {
  return {
    ...newer,
    ...personRowKey(person),
    personId: person.id,
    tenant: person.tenant,
    name: person.name,
    language,
    languageChosen,
    ...(chat !== undefined && { chat }),
    ...(notify !== undefined && { notify }),
    ...(guest !== undefined && { guest }),
  };
}

/** @throws Unreadable */
export function readPersonRow(row: StoredRow): Acquaintance {
  const chat = optionalTextOf(row, 'chat');
  const notify = NOTIFY.find((wish) => wish === row.notify);
  return {
    person: { id: textOf(row, 'personId'), tenant: textOf(row, 'tenant'), name: textOf(row, 'name') },
    language: languageOf(row),
    languageChosen: row.languageChosen === true,
    ...(chat !== undefined && { chat }),
    ...(notify !== undefined && { notify }),
    ...(typeof row.guest === 'boolean' && { guest: row.guest }),
    // A wish that only a newer version knows stays until the person makes another one.
    ...newerColumns(row, notify === undefined ? COLUMNS.filter((name) => name !== 'notify') : COLUMNS),
  };
}

/** Entra ids are GUIDs; whatever else comes along (a test tool's ids) is hashed if a key cannot hold it. */
function keyOf(id: string): string {
  const plain = id.toLowerCase();
  return isKeySafe(plain) ? plain : `sha256-${createHash('sha256').update(plain).digest('hex').slice(0, 32)}`;
}
