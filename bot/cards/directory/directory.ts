/** The directory from above: what there is, what waits to be checked, and each list a page at a time. */

import type {
  DignitaryRow,
  LeadTime,
  Network,
  Reminder,
  Retention,
  Theme,
  Unit,
} from '../../domain/directory/directory';
import type { EditableList, EntryContents } from '../../domain/directory/entry';
import { EDITABLE_LISTS, entriesIn } from '../../domain/directory/entry';
import { isStale, staleEntries } from '../../domain/directory/stale-entries';
import type { Message } from '../../domain/message';
import { press, rowName, select } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { fitted, shortened } from '../parts/room';
import { unitName } from '../parts/routing';
import { together } from '../parts/unreadable';
import type { ShownList } from '../verbs';
import { type DirectoryView, daysText, entryName, lostUnitMark, partInVisit, waitText } from './words';

/** So many rows fit on a card, whatever they are called. */
const ROWS = 12;
/** The longest name in a row, in characters, where there is room for it. */
export const SHOWN_NAME = 80;

/** A row of a card of the directory. */
export interface DirectoryRow {
  readonly title: string;
  readonly state: string;
  readonly mark: string;
  readonly select: Json;
}

/** All lists with how much is in them; what came with a new version and what has not been checked for a year come first. */
export function directoryCard(kit: Kit, view: DirectoryView): Message {
  const { words } = kit;
  const stale = listed(view, 'stale').length;
  const added = listed(view, 'added').length;
  const { unreadable = 0 } = view;
  const lists: readonly ShownList[] = [
    ...(added > 0 ? (['added'] as const) : []),
    ...(stale > 0 ? (['stale'] as const) : []),
    ...EDITABLE_LISTS,
  ];
  const rows = lists.map((list): DirectoryRow => {
    const title = words.own(`directory.lists.${list}`);
    const state = words.own('directory.count', { count: listed(view, list).length });
    const name = rowName(words.own('directory.open', { name: title }), state);
    return { title, state, mark: '', select: select(name, 'directory-list', { list }) };
  });
  return directoryMessage(kit, {
    note: together(
      added > 0 ? words.own('directory.added', { count: added, day: addedSince(kit, view) }) : '',
      stale > 0 ? words.own('directory.stale', { count: stale }) : '',
      unreadable > 0 ? words.own('unreadable.left-out', { count: unreadable }) : '',
    ),
    title: words.own('directory.title'),
    rows,
    actions: [press(words.own('actions.home'), 'home', {})],
  });
}

/** One list. Entries that wait to be checked stand first. `note`: why it is shown, where nobody has asked for it. */
export function directoryListCard(
  kit: Kit,
  view: DirectoryView,
  list: ShownList,
  { from = 0, note = '' }: { readonly from?: number | undefined; readonly note?: string } = {},
): Message {
  const { words } = kit;
  const all = listed(view, list);
  const start = from < all.length ? from : 0;
  const shown = all.slice(start, start + ROWS);
  const end = start + shown.length;
  const card = (room: number) => ({
    heading: words.own('directory.title'),
    note,
    title: words.own(`directory.lists.${list}`),
    lead: range(kit, { start, end, all: all.length }),
    rows: shown.map((entry) => row(kit, view, entry, Math.min(room, SHOWN_NAME))),
    actions: [
      ...(end < all.length ? [press(words.own('directory.more'), 'directory-list', { list, from: end })] : []),
      ...(start > 0 ? [press(words.own('directory.less'), 'directory-list', { list })] : []),
      ...(canGrow(list) ? [press(words.own(`directory.add.${list}`), 'directory-form', { list })] : []),
      press(words.own('directory.do.directory'), 'directory', {}),
    ],
  });
  return fitted((room) => directoryMessage(kit, card(room)));
}

/** Whether the team adds entries to a list and takes them out of use; of the others there is one for each thing that needs it. */
export function canGrow(list: ShownList): list is 'units' | 'themes' | 'sisterCities' | 'networks' {
  return list === 'units' || list === 'themes' || list === 'sisterCities' || list === 'networks';
}

/** Which part of a list is shown; empty where it is all of it, and a word where there is none. */
export function range({ words }: Kit, { start, end, all }: { start: number; end: number; all: number }): string {
  if (all === 0) return words.own('directory.empty');
  return end - start === all ? '' : words.own('directory.shown', { from: start + 1, to: end, all });
}

/** Fills the layout of the directory's cards. */
export function directoryMessage(
  kit: Kit,
  card: {
    readonly heading?: string;
    readonly note?: string;
    readonly title: string;
    readonly facts?: readonly { readonly label: string; readonly value: string }[];
    readonly lead?: string;
    readonly rows?: readonly DirectoryRow[];
    readonly actions: readonly Json[];
  },
): Message {
  return message(kit, 'directory', { heading: '', note: '', facts: [], lead: '', rows: [], ...card }, card.title);
}

/** The day on which the first of what nobody has looked at came. */
function addedSince({ words }: Kit, { added = [] }: DirectoryView): string {
  const [first] = added.flatMap(({ addedAt }) => addedAt ?? []).sort();
  return first === undefined ? '' : words.dayOf(first);
}

interface Listed {
  readonly list: EditableList;
  readonly content: EntryContents[EditableList];
}

function listed({ directory, added = [], today }: DirectoryView, list: ShownList): readonly Listed[] {
  if (list === 'stale') {
    const { units, sisterCities, networks } = staleEntries(directory, today);
    return [
      ...units.map((content) => ({ list: 'units' as const, content })),
      ...sisterCities.map((content) => ({ list: 'sisterCities' as const, content })),
      ...networks.map((content) => ({ list: 'networks' as const, content })),
    ];
  }
  if (list === 'added') {
    return added.flatMap((entry) =>
      entriesIn(directory, entry.list)
        .filter(({ id }) => id === entry.id)
        .map((content) => ({ list: entry.list, content })),
    );
  }
  const entries = entriesIn(directory, list);
  const isWaiting = (entry: object) => (isStale(entry, today) ? 0 : 1);
  return [...entries].sort((one, other) => isWaiting(one) - isWaiting(other)).map((content) => ({ list, content }));
}

function row(kit: Kit, view: DirectoryView, { list, content }: Listed, room: number): DirectoryRow {
  const title = shortened(entryName(kit, view, list, content), room);
  const state = stateOf(kit, view, { list, content }, room);
  const mark = lostUnitMark(kit, view, content);
  const name = rowName(kit.words.own('directory.open', { name: title }), state, mark);
  return { title, state, mark, select: select(name, 'directory-entry', { list, id: content.id }) };
}

/** What stands in an entry, in a line. */
export function stateOf(kit: Kit, view: DirectoryView, { list, content }: Listed, room: number): string {
  const { words } = kit;
  switch (list) {
    case 'units': {
      const { contact, members } = content as Unit;
      const people =
        members.length === 0 ? words.own('directory.nobody') : words.own('directory.people', { count: members.length });
      const reached = [contact.name, contact.address].flatMap((text) =>
        text === undefined ? [] : [shortened(text, room)],
      );
      return [...reached, people, checkedText(kit, content as Unit)].join(' · ');
    }
    case 'themes':
      return shortened(unitName(kit.words, view, (content as Theme).unit), room);
    case 'sisterCities': {
      const city = content as EntryContents['sisterCities'];
      const { country, status } = city;
      return [words.country(country), words.own(`directory.status.${status}`), checkedText(kit, city)].join(' · ');
    }
    case 'networks': {
      const { kind, contact, case: number } = content as Network;
      const reached = contact.name ?? contact.address;
      return [
        words.own(`directory.kind.${kind}`),
        ...(reached === undefined ? [] : [shortened(reached, room)]),
        number ?? words.own('directory.not-evaluated'),
      ].join(' · ');
    }
    case 'reminders':
      return waitText(kit, content as Reminder);
    case 'leadTimes':
      return daysText(kit, (content as LeadTime).days);
    case 'dignitaryMatrix':
      return partiesText(kit, view, content as DignitaryRow, room);
    case 'retention':
      return monthsText(kit, content as Retention);
  }
}

/** Who takes part in a visit, who does not, and of whom it has to be said yet. */
function partiesText(kit: Kit, view: DirectoryView, { parties }: DignitaryRow, room: number): string {
  return Object.entries(parties)
    .map(([unit, part]) => `${shortened(unitName(kit.words, view, unit), room)}: ${partInVisit(kit, part)}`)
    .join(' · ');
}

function monthsText({ words }: Kit, { months, unendedMonths }: Retention): string {
  const kept = words.own('directory.kept-for', { time: words.own('directory.months', { count: months }) });
  if (unendedMonths === undefined) return kept;
  const time = words.own('directory.months', { count: unendedMonths });
  return `${kept} · ${words.own('directory.kept-unended', { time })}`;
}

function checkedText({ words }: Kit, { lastChecked }: { readonly lastChecked: string }): string {
  return words.own('directory.checked-on', { day: words.day(lastChecked) });
}
