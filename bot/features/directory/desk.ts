/** How one entry of the directory is edited: as it was on the card, once, with its event; and who was faster, if somebody was. */
import { directoryEntryCard, type TaggedEntry } from '../../cards/directory/entry';
import type { DirectoryView } from '../../cards/directory/words';
import { plainNotice } from '../../cards/notice';
import type { Network } from '../../domain/directory/directory';
import type { DirectoryEntry, EditableList, EntryChange } from '../../domain/directory/entry';
import type { Message } from '../../domain/message';
import { type Assistant, knownModels } from '../assistant';
import type { AskedByTeam } from '../coordinator';

/** Somebody of the team at work on the directory. */
export type Desk = AskedByTeam;

/** The directory as it is known now: after an edit it holds that edit. */
export async function viewOf({ assistant, speak: { today } }: Desk): Promise<DirectoryView> {
  return directoryView(assistant, today);
}

/** The same for somebody who has not asked. `today`: `YYYY-MM-DD` in the city. */
export async function directoryView(
  { directory, processes }: Pick<Assistant, 'directory' | 'processes'>,
  today: string,
): Promise<DirectoryView> {
  return {
    directory: await directory.content(),
    unreadable: directory.unreadable(),
    added: directory.unconfirmed().filter(({ addedAt }) => addedAt !== undefined),
    processes: [...processes.values()],
    today,
  };
}

/** An entry as a card names it: the tag is that of what the card shows. */
export interface Place<L extends EditableList> {
  readonly list: L;
  readonly id: string;
  readonly tag: string;
}

/** Who edits and when, for the event. */
export function editedBy({ assistant, turn: { who } }: Desk) {
  return { by: { id: who.id, name: who.name }, at: assistant.clock.now().toISOString() };
}

/**
 * Edits an entry. What the card showed must still stand: else the entry is shown as it is now, with who was faster and
 * when. One read and one transaction.
 */
export async function editEntry<L extends EditableList>(
  desk: Desk,
  place: Place<L>,
  {
    make,
    show = (entry, note) => entryCard(desk, entry, note),
    overtaken = show,
  }: {
    /** The change, a card that says why there is none, or undefined where nothing would change. */
    readonly make: (entry: TaggedEntry<L>) => Promise<EntryChange<L> | Message | undefined>;
    /** The card after it. */
    readonly show?: (entry: TaggedEntry<L>, note?: string) => Promise<Message>;
    /** The card for who was slower; `note` is empty where nobody else was faster. */
    readonly overtaken?: (entry: TaggedEntry<L>, note?: string) => Promise<Message>;
  },
): Promise<Message> {
  const { assistant, speak } = desk;
  const { list, id, tag } = place;
  const stored = await assistant.directoryEditor.entry(list, id);
  if (!stored) return plainNotice(speak, 'gone');
  if (stored.tag !== tag) return overtaken(stored, faster(desk, stored.value));
  const change = await make(stored);
  if (change === undefined) return show(stored);
  if ('card' in change) return change;
  const written = await assistant.directoryEditor.write(stored, change);
  if (written === 'conflict') {
    const now = await assistant.directoryEditor.entry(list, id);
    return now ? overtaken(now, faster(desk, now.value)) : plainNotice(speak, 'gone');
  }
  assistant.log.info('directory.edited', { list, id, edit: change.event.edit });
  return show(written);
}

/** The card of an entry with today's directory around it. */
export async function entryCard(desk: Desk, entry: TaggedEntry, note?: string): Promise<Message> {
  return shownEntry(desk, entry, { note });
}

/** The same; of a unit with its people from `from` on, of a network with what its case says. */
export async function shownEntry(
  desk: Desk,
  entry: TaggedEntry,
  notes: { readonly note?: string | undefined; readonly from?: number | undefined },
): Promise<Message> {
  const [view, standsOn] = await Promise.all([viewOf(desk), caseOf(desk, entry.value)]);
  return directoryEntryCard(desk.speak, view, entry, { ...notes, standsOn });
}

/** The case on which a network or partnership stands; undefined where it names none that is here. */
async function caseOf({ assistant }: Desk, { list, content }: DirectoryEntry) {
  const number = list === 'networks' ? (content as Network).case : undefined;
  const found = number === undefined ? undefined : await assistant.cases.read(number);
  const model = found && (await knownModels(assistant))(found.value.process);
  return found && model && { model, case: found.value };
}

/** Who edited it meanwhile, and when; undefined where it was oneself, or is not known. */
export function faster({ speak: { words }, turn: { who } }: Desk, { edited }: DirectoryEntry): string | undefined {
  if (!edited || edited.by === 'assistant' || edited.by.id === who.id) return undefined;
  return words.own('life.faster', { name: edited.by.name, when: words.momentOf(edited.at) });
}
