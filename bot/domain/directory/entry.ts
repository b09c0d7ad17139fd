/**
 * One entry of the directory as the international affairs team edits it, and what happened to it. An edit is the new
 * entry together with its event: both are kept, or neither.
 */

import type { WithNewer } from '../newer';
import type { Named } from '../person';
import type {
  DignitaryRow,
  DirectoryContent,
  LeadTime,
  Network,
  Reminder,
  Retention,
  SisterCity,
  Theme,
  Unit,
} from './directory';

/** What can be edited, by the list that it stands in. */
export interface EntryContents {
  readonly units: Unit;
  readonly themes: Theme;
  readonly sisterCities: SisterCity;
  readonly networks: Network;
  readonly reminders: Reminder;
  readonly leadTimes: LeadTime;
  readonly dignitaryMatrix: DignitaryRow;
  readonly retention: Retention;
}
export const EDITABLE_LISTS = [
  'units',
  'themes',
  'sisterCities',
  'networks',
  'reminders',
  'leadTimes',
  'dignitaryMatrix',
  'retention',
] as const;
export type EditableList = (typeof EDITABLE_LISTS)[number];

/** Who did something, and when (UTC, ISO 8601). */
export interface Edited {
  readonly by: Named | 'assistant';
  readonly at: string;
}

export interface DirectoryEntry<L extends EditableList = EditableList> extends WithNewer {
  readonly list: L;
  readonly content: EntryContents[L];
  /** Out of use: no walk, card or rule sees it any more. It can be taken back into use. */
  readonly retired: boolean;
  /** Its place in lists; without one it comes last. */
  readonly order?: number;
  /** How many events it has. */
  readonly events: number;
  /** The latest edit; absent for what nobody has edited yet. */
  readonly edited?: Edited;
  /** By whom and when what it says was last found right or made so; absent for first content. */
  readonly confirmed?: Edited;
}

/** What somebody did with an entry, as its history tells it. */
const EDITS = [
  'added',
  'changed',
  'checked',
  'retired',
  'returned',
  'member-added',
  'member-changed',
  'member-removed',
  'member-moved',
  'deputy-named',
  'deputy-ended',
  'absence-added',
  'absence-removed',
] as const;
export type Edit = (typeof EDITS)[number];

/** By these somebody stands for what an entry says. Who adds people to a unit need not have looked at its contact. */
const CONFIRMING: readonly Edit[] = ['added', 'changed', 'checked', 'returned'];

/** What happened to an entry. The directory is no visitor's data, so its events keep the values before and after. */
export interface EntryEvent extends Edited {
  readonly sequence: number;
  readonly edit: Edit;
  /** The name of the member that it is about. */
  readonly about?: string;
  /** The parts of the entry that changed, each as it was and as it became; absent where there was or is none. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

export interface EntryChange<L extends EditableList = EditableList> {
  readonly entry: DirectoryEntry<L>;
  readonly event: EntryEvent;
}

interface Editing extends Edited {
  readonly edit: Edit;
  readonly about?: string;
}

/**
 * The entry with a new content, and in or out of use; undefined where nothing would change. What is kept as it was counts as
 * checked, if nobody had confirmed it before.
 */
export function changeEntry<L extends EditableList>(
  entry: DirectoryEntry<L>,
  to: { readonly content?: EntryContents[L]; readonly retired?: boolean },
  { by, at, edit, about }: Editing,
): EntryChange<L> | undefined {
  const { content = entry.content, retired = entry.retired } = to;
  const was = partsOf(entry);
  const is = partsOf({ content, retired });
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (part) => !isSame(was[part], is[part]),
  );
  const confirms = by !== 'assistant' && CONFIRMING.includes(edit);
  if (changed.length === 0 && (!confirms || entry.confirmed)) return undefined;
  const only = (parts: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.filter((part) => parts[part] !== undefined).map((part) => [part, parts[part]]));
  const sequence = entry.events + 1;
  return {
    entry: {
      ...entry,
      content,
      retired,
      events: sequence,
      edited: { by, at },
      ...(confirms && { confirmed: { by, at } }),
    },
    event: {
      sequence,
      edit: changed.length === 0 ? 'checked' : edit,
      at,
      by,
      ...(about !== undefined && { about }),
      before: only(was),
      after: only(is),
    },
  };
}

/** A new entry with its first event. */
export function addEntry<L extends EditableList>(
  list: L,
  content: EntryContents[L],
  { by, at }: Edited,
): EntryChange<L> {
  return {
    entry: { list, content, retired: false, events: 1, edited: { by, at }, confirmed: { by, at } },
    event: { sequence: 1, edit: 'added', at, by, before: {}, after: { ...content } },
  };
}

/**
 * Storage keeps 64 KiB of UTF-16 in one text. A little is left free, so that what a form fills can still get a deputy or
 * another day.
 */
const LONGEST_ENTRY = 32 * 1024 - 256;

/** Whether an entry can be kept with this content: of a unit, all its people and their absences count. */
export function isKeepable(content: EntryContents[EditableList]): boolean {
  return JSON.stringify(content).length <= LONGEST_ENTRY;
}

/** The entries of a list that are in use. */
export function entriesIn<L extends EditableList>(directory: DirectoryContent, list: L): readonly EntryContents[L][] {
  return directory[list] as readonly EntryContents[EditableList][] as readonly EntryContents[L][];
}

/** The parts of an entry that an event can tell of; of a contact, and of the parties of a visit, each by itself. */
function partsOf({ content, retired }: Pick<DirectoryEntry, 'content' | 'retired'>): Readonly<Record<string, unknown>> {
  const { name, contact, parties, ...rest }: Record<string, unknown> = { ...content };
  const within = (part: string, value: unknown) =>
    Object.fromEntries(Object.entries(Object(value)).map(([key, inner]) => [`${part}-${key}`, inner]));
  return {
    ...within('name', name),
    ...within('contact', contact),
    ...within('party', parties),
    ...rest,
    ...(retired && { retired }),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
