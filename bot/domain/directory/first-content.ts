/**
 * What the directory began with and nobody has confirmed yet. The model is of 2020: its contacts may have left long ago, three
 * rows of its matrix are lost, and how long data is kept was our proposal. So the team goes over it before it begins.
 */
import { isSettled } from './dignitary-matrix';
import type { DignitaryRow, DirectoryContent } from './directory';
import type { DirectoryEntry, EditableList, EntryContents } from './entry';

/** An entry by its place, with the tag that it was read with. */
export interface EntryAsRead {
  readonly list: EditableList;
  readonly id: string;
  readonly tag: string;
  /** When it came with a new version, into a directory that was in use; absent for what it began with. */
  readonly addedAt?: string;
}

/** Whether a wrong entry of this kind does harm: what has a day of checking, who hears of dignitaries, how long data is kept. */
export function isToBeConfirmed(list: EditableList, content: object): boolean {
  return 'lastChecked' in content || list === 'dignitaryMatrix' || list === 'retention';
}

/** Whether an entry came with a new version and nobody has looked at it yet: the team is shown it, whatever its list. */
export function isUnseen({ edited, confirmed }: Pick<DirectoryEntry, 'edited' | 'confirmed'>): boolean {
  return edited?.by === 'assistant' && confirmed === undefined;
}

/** Whether one press can say that an entry is right: not while it still asks something itself. */
export function canBeConfirmed(list: EditableList, content: EntryContents[EditableList]): boolean {
  return list !== 'dignitaryMatrix' || isSettled(content as DignitaryRow);
}

/** Whether mail may not go to a unit's contact yet, because nobody has confirmed it. */
export function isUnconfirmed({ unconfirmedContacts = [] }: DirectoryContent, unit: string): boolean {
  return unconfirmedContacts.includes(unit);
}
