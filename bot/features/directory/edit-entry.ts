/** An entry of the directory: look at it, change it, confirm it, take it out of use and back. */
import { directoryEntryCard, keptNote, type TaggedEntry } from '../../cards/directory/entry';
import type { RejectedEntry } from '../../cards/directory/fields';
import { entryFormCard } from '../../cards/directory/form';
import { directoryHistoryCard } from '../../cards/directory/history';
import { plainNotice } from '../../cards/notice';
import type { Payload } from '../../cards/verbs';
import { findUnit } from '../../domain/directory/directory';
import { addEntry, changeEntry, type EditableList, type EntryContents, isKeepable } from '../../domain/directory/entry';
import { type Inputs, nameField, type Read } from '../../domain/directory/entry-fields';
import { entryId } from '../../domain/directory/entry-id';
import { readEntry, spelledId } from '../../domain/directory/entry-input';
import { useOf } from '../../domain/directory/entry-use';
import type { Message } from '../../domain/message';
import { type Desk, editEntry, editedBy, entryCard, faster, viewOf } from './desk';

/** Shows an entry as it is stored now, in use or not. */
export async function showEntry(desk: Desk, { list, id, from }: Payload<'directory-entry'>): Promise<Message> {
  const stored = await desk.assistant.directoryEditor.entry(list, id);
  return stored
    ? directoryEntryCard(desk.speak, await viewOf(desk), stored, { from })
    : plainNotice(desk.speak, 'gone');
}

/** Shows who changed what of an entry, and when. */
export async function showEntryHistory(desk: Desk, { list, id, from }: Payload<'directory-history'>): Promise<Message> {
  const { directoryEditor } = desk.assistant;
  const [stored, events] = await Promise.all([directoryEditor.entry(list, id), directoryEditor.events(list, id)]);
  if (!stored) return plainNotice(desk.speak, 'gone');
  return directoryHistoryCard(desk.speak, await viewOf(desk), stored.value, events, from);
}

/** Opens the form of an entry, or of a new one. */
export async function openForm(desk: Desk, { list, id }: Payload<'directory-form'>): Promise<Message> {
  if (id === undefined) return canAdd(list) ? formCard(desk, list, undefined) : plainNotice(desk.speak, 'gone');
  const stored = await desk.assistant.directoryEditor.entry(list, id);
  if (!stored) return plainNotice(desk.speak, 'gone');
  return stored.value.retired ? entryCard(desk, stored) : formCard(desk, list, stored);
}

/** Keeps what was filled in: of an entry that is there, or as a new one. */
export async function saveEntry(desk: Desk, payload: Payload<'directory-save'>): Promise<Message> {
  const { list, id, tag, ...inputs } = payload;
  return id === undefined || tag === undefined ? add(desk, list, inputs) : change(desk, { list, id, tag }, inputs);
}

/** Marks an entry as confirmed on this day. */
export async function checkEntry(desk: Desk, place: Payload<'directory-check'>): Promise<Message> {
  return editEntry(desk, place, {
    async make({ value }) {
      if (value.retired || !('lastChecked' in value.content)) return undefined;
      const content = { ...value.content, lastChecked: desk.speak.today };
      return changeEntry(value, { content }, { ...editedBy(desk), edit: 'checked' });
    },
  });
}

/** Takes an entry out of use, unless something needs it. */
export async function retireEntry(desk: Desk, place: Payload<'directory-retire'>): Promise<Message> {
  return editEntry(desk, place, {
    async make(entry) {
      const { directory, processes } = await viewOf(desk);
      const use = useOf(place.list, place.id, directory, processes);
      if (use) return entryCard(desk, entry, keptNote(desk.speak, use));
      return changeEntry(entry.value, { retired: true }, { ...editedBy(desk), edit: 'retired' });
    },
  });
}

/** Takes an entry back into use; a theme only where its unit is in use. */
export async function returnEntry(desk: Desk, place: Payload<'directory-return'>): Promise<Message> {
  return editEntry(desk, place, {
    async make(entry) {
      const { content } = entry.value;
      const { directory } = await viewOf(desk);
      if ('unit' in content && !findUnit(directory, String(content.unit))) {
        return entryCard(desk, entry, desk.speak.words.own('directory.kept.no-unit'));
      }
      return changeEntry(entry.value, { retired: false }, { ...editedBy(desk), edit: 'returned' });
    },
  });
}

async function change<L extends EditableList>(
  desk: Desk,
  place: { readonly list: L; readonly id: string; readonly tag: string },
  inputs: Inputs,
): Promise<Message> {
  const read = async (content: EntryContents[L]): Promise<Read<EntryContents[L]>> => {
    const filled = readEntry(place.list, inputs, content, await groundOf(desk, place.list));
    // Longer names may take the room that its people need.
    return 'value' in filled && !isKeepable(filled.value)
      ? { problems: { [nameField(desk.assistant.languages.default)]: 'no-room' } }
      : filled;
  };
  return editEntry(desk, place, {
    async make(entry) {
      if (entry.value.retired) return undefined;
      const filled = await read(entry.value.content);
      if ('problems' in filled) return formCard(desk, place.list, entry, { inputs, ...filled });
      return changeEntry(entry.value, { content: filled.value }, { ...editedBy(desk), edit: 'changed' });
    },
    async overtaken(entry, note) {
      const filled = await read(entry.value.content);
      const stands = 'value' in filled && isSame(filled.value, entry.value.content);
      if (stands || entry.value.retired) return entryCard(desk, entry, note);
      const unread = 'problems' in filled ? filled : { problems: {} };
      return formCard(desk, place.list, entry, { inputs, ...unread, overtaken: note ?? '' });
    },
  });
}

/** Adds an entry. One of that name which was taken out of use comes back with what was filled in. */
async function add<L extends EditableList>(desk: Desk, list: L, inputs: Inputs): Promise<Message> {
  if (!canAdd(list)) return plainNotice(desk.speak, 'gone');
  const { directoryEditor, log } = desk.assistant;
  const filled = readEntry(list, inputs, undefined, await groundOf(desk, list));
  if ('problems' in filled) return formCard(desk, list, undefined, { inputs, ...filled });
  const { value: content } = filled;
  const earlier = await earlierEntry(desk, list, content);
  if (earlier && !earlier.value.retired) return entryCard(desk, earlier, faster(desk, earlier.value));
  const made = earlier
    ? changeEntry(
        earlier.value,
        { content: kept(earlier.value.content, content), retired: false },
        { ...editedBy(desk), edit: 'returned' },
      )
    : addEntry(list, content, editedBy(desk));
  const written = made && (await directoryEditor.write(earlier, made));
  if (written === undefined || written === 'conflict') {
    const now = await directoryEditor.entry(list, earlier?.value.content.id ?? content.id);
    return now ? entryCard(desk, now, faster(desk, now.value)) : plainNotice(desk.speak, 'gone');
  }
  log.info('directory.edited', { list, id: written.value.content.id, edit: made?.event.edit });
  return entryCard(desk, written);
}

/** The entry of that id; else one of the first content with that name, which is out of use or the name would be taken. */
async function earlierEntry<L extends EditableList>({ assistant }: Desk, list: L, content: EntryContents[L]) {
  const found = await assistant.directoryEditor.entry(list, content.id);
  const spelled = 'name' in content ? spelledId(content.name) : '';
  if (found || spelled === '') return found;
  const first = await assistant.directoryEditor.entry(list, spelled);
  return first?.value.retired ? first : undefined;
}

/** What a form does not ask of an entry that comes back stays as it was: its people, its facts, its source. */
function kept<L extends EditableList>(earlier: EntryContents[L], content: EntryContents[L]): EntryContents[L] {
  const { source: _ours, id: _new, ...asked } = content;
  const { members: _none, facts: _nothing, ...rest }: Record<string, unknown> = asked;
  return { ...earlier, ...rest };
}

/** The international affairs team adds units, themes and sister cities; days and reminders belong to the processes. */
function canAdd(list: EditableList): boolean {
  return list === 'units' || list === 'themes' || list === 'sisterCities';
}

async function formCard<L extends EditableList>(
  desk: Desk,
  list: L,
  entry: TaggedEntry<L> | undefined,
  rejected?: RejectedEntry,
): Promise<Message> {
  return entryFormCard(desk.speak, await viewOf(desk), list, entry, rejected);
}

async function groundOf(desk: Desk, list: EditableList) {
  const { countries } = desk.assistant;
  const idOf = (name: string) => entryId(list, name);
  return { directory: (await viewOf(desk)).directory, countries, today: desk.speak.today, idOf };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
