/** An entry of the directory: look at it, change it, confirm it, take it out of use and back. */
import { canGrow } from '../../cards/directory/directory';
import { keptNote, type TaggedEntry } from '../../cards/directory/entry';
import type { RejectedEntry } from '../../cards/directory/fields';
import { entryFormCard } from '../../cards/directory/form';
import { directoryHistoryCard } from '../../cards/directory/history';
import { plainNotice } from '../../cards/notice';
import type { Payload } from '../../cards/verbs';
import { findUnit } from '../../domain/directory/directory';
import { doubtAbout } from '../../domain/directory/doubtful-edit';
import { addEntry, changeEntry, type EditableList, type EntryContents, isKeepable } from '../../domain/directory/entry';
import { type Inputs, nameField, type Read } from '../../domain/directory/entry-fields';
import { entryId } from '../../domain/directory/entry-id';
import { readEntry, spelledId } from '../../domain/directory/entry-input';
import { useOf } from '../../domain/directory/entry-use';
import { canBeConfirmed, isToBeConfirmed, isUnseen } from '../../domain/directory/first-content';
import type { Message } from '../../domain/message';
import { nextToConfirm } from './before-you-begin';
import { type Desk, editEntry, editedBy, entryCard, faster, shownEntry, viewOf } from './desk';

/** Shows an entry as it is stored now, in use or not. */
export async function showEntry(desk: Desk, { list, id, from }: Payload<'directory-entry'>): Promise<Message> {
  const stored = await desk.assistant.directoryEditor.entry(list, id);
  return stored ? shownEntry(desk, stored, { from }) : plainNotice(desk.speak, 'gone');
}

/** Shows who changed what of an entry, and when. */
export async function showEntryHistory(desk: Desk, { list, id, from }: Payload<'directory-history'>): Promise<Message> {
  const { directoryEditor } = desk.assistant;
  const [stored, events] = await Promise.all([directoryEditor.entry(list, id), directoryEditor.events(list, id)]);
  if (!stored) return plainNotice(desk.speak, 'gone');
  return directoryHistoryCard(desk.speak, await viewOf(desk), stored.value, events, from);
}

/** Opens the form of an entry, or of a new one. */
export async function openForm(desk: Desk, { list, id, begin }: Payload<'directory-form'>): Promise<Message> {
  if (id === undefined) return canGrow(list) ? formCard(desk, list, undefined) : plainNotice(desk.speak, 'gone');
  const stored = await desk.assistant.directoryEditor.entry(list, id);
  if (!stored) return plainNotice(desk.speak, 'gone');
  return stored.value.retired ? entryCard(desk, stored) : formCard(desk, list, stored, undefined, begin);
}

/** Keeps what was filled in: of an entry that is there, or as a new one. */
export async function saveEntry(desk: Desk, payload: Payload<'directory-save'>): Promise<Message> {
  const { list, id, tag, sure, begin, ...inputs } = payload;
  return id === undefined || tag === undefined
    ? add(desk, list, inputs)
    : change(desk, { list, id, tag }, inputs, { sure, begin });
}

/** Marks an entry as right on this day: what it says is somebody's word from then on. One that asks something itself is filled in first. */
export async function checkEntry(desk: Desk, { begin, ...place }: Payload<'directory-check'>): Promise<Message> {
  return editEntry(desk, place, {
    async make(entry) {
      const { list, content, retired } = entry.value;
      if (retired || !(isToBeConfirmed(list, content) || isUnseen(entry.value))) return undefined;
      if (!canBeConfirmed(list, content)) return formCard(desk, list, entry, undefined, begin);
      const checked = 'lastChecked' in content ? { ...content, lastChecked: desk.speak.today } : content;
      return changeEntry(entry.value, { content: checked }, { ...editedBy(desk), edit: 'checked' });
    },
    ...leadingBack(desk, begin),
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
      const { content, retired } = entry.value;
      if (!retired) return undefined;
      const { directory } = await viewOf(desk);
      if ('unit' in content && !findUnit(directory, String(content.unit))) {
        return entryCard(desk, entry, desk.speak.words.own('directory.kept.no-unit'));
      }
      return changeEntry(entry.value, { retired: false }, { ...editedBy(desk), edit: 'returned' });
    },
  });
}

/** After an edit from "Before you begin" comes that card again; who was slower looks at the entry first. */
function leadingBack(desk: Desk, begin: number | undefined) {
  if (begin === undefined) return {};
  return {
    show: (entry: TaggedEntry) => nextToConfirm(desk, entry, begin),
    overtaken: (entry: TaggedEntry, note?: string) => entryCard(desk, entry, note),
  };
}

async function change<L extends EditableList>(
  desk: Desk,
  place: { readonly list: L; readonly id: string; readonly tag: string },
  inputs: Inputs,
  { sure, begin }: Pick<Payload<'directory-save'>, 'sure' | 'begin'>,
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
      if ('problems' in filled) return formCard(desk, place.list, entry, { inputs, ...filled }, begin);
      const doubt = doubtAbout(place.list, entry.value.content, filled.value);
      if (doubt && doubt.of !== sure) return formCard(desk, place.list, entry, { inputs, problems: {}, doubt }, begin);
      return changeEntry(entry.value, { content: filled.value }, { ...editedBy(desk), edit: 'changed' });
    },
    ...leadingBack(desk, begin),
    async overtaken(entry, note) {
      const filled = await read(entry.value.content);
      const stands = 'value' in filled && isSame(filled.value, entry.value.content);
      if (stands || entry.value.retired) return entryCard(desk, entry, note);
      const unread = 'problems' in filled ? filled : { problems: {} };
      return formCard(desk, place.list, entry, { inputs, ...unread, overtaken: note ?? '' }, begin);
    },
  });
}

/** Adds an entry. One of that name which was taken out of use comes back with what was filled in. */
async function add<L extends EditableList>(desk: Desk, list: L, inputs: Inputs): Promise<Message> {
  if (!canGrow(list)) return plainNotice(desk.speak, 'gone');
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

async function formCard<L extends EditableList>(
  desk: Desk,
  list: L,
  entry: TaggedEntry<L> | undefined,
  rejected?: RejectedEntry,
  begin?: number,
): Promise<Message> {
  return entryFormCard(desk.speak, await viewOf(desk), list, entry, rejected, begin);
}

async function groundOf(desk: Desk, list: EditableList) {
  const { countries } = desk.assistant;
  const idOf = (name: string) => entryId(list, name);
  return { directory: (await viewOf(desk)).directory, countries, today: desk.speak.today, idOf };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
