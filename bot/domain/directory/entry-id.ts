/** Ids of the directory's entries that people add. */
import { createHash } from 'node:crypto';
import { keptWords } from '../language/kept-spelling';
import type { EditableList } from './entry';

const DIGITS = 10;
const KINDS = {
  units: 'unit',
  themes: 'theme',
  sisterCities: 'city',
  networks: 'network',
  leadTimes: 'lead-time',
  reminders: 'reminder',
  dignitaryMatrix: 'dignitary',
  retention: 'retention',
} as const satisfies Record<EditableList, string>;

/**
 * The id of an entry by its name, the same for one name however it is spelt: so of two people who add it at once one is
 * told of the other, and what was taken out of use is found again. Ids get into outbox keys and from there into the log,
 * where nothing that was typed may stand; hence a hash of the name and no part of it.
 * @example entryId('units', 'Education') // 'unit-' and ten hex digits
 */
export function entryId(list: EditableList, name: string): string {
  const hash = createHash('sha256')
    .update(keptWords(name).join(' ') || name)
    .digest('hex')
    .slice(0, DIGITS);
  return `${KINDS[list]}-${hash}`;
}
