/** What of the first content waits to be confirmed: how much of each list, and each entry with a button that says it is right. */
import type { Unit } from '../../domain/directory/directory';
import { EDITABLE_LISTS, type EditableList, type EntryContents, entriesIn } from '../../domain/directory/entry';
import { canBeConfirmed, type EntryAsRead, isUnconfirmed } from '../../domain/directory/first-content';
import type { Message } from '../../domain/message';
import { press, rowName, select } from '../actions';
import { type Kit, message } from '../kit';
import { fitted, shortened } from '../parts/room';
import { type DirectoryRow, directoryMessage, range, SHOWN_NAME, stateOf } from './directory';
import { type DirectoryView, entryName } from './words';

/** So many entries fit on a card with their buttons. */
const ROWS = 6;

interface ToConfirm {
  readonly unconfirmed: readonly EntryAsRead[];
  /** What has just been done. */
  readonly note?: string | undefined;
}

/** How much there is to confirm, list by list. */
export function beforeYouBeginCard(kit: Kit, view: DirectoryView, { unconfirmed, note }: ToConfirm): Message {
  const { words } = kit;
  const rows = EDITABLE_LISTS.flatMap((list): DirectoryRow[] => {
    const count = unconfirmed.filter((entry) => entry.list === list).length;
    if (count === 0) return [];
    const title = words.own(`directory.lists.${list}`);
    const state = words.own('begin.left', { count });
    const name = rowName(words.own('directory.open', { name: title }), state);
    return [{ title, state, mark: '', select: select(name, 'before-you-begin', { list }) }];
  });
  return directoryMessage(kit, {
    note: [note ?? '', mailNote(kit, view)].filter((text) => text !== '').join(' '),
    title: words.own('begin.title'),
    lead: words.own(rows.length === 0 ? 'begin.done' : 'begin.text'),
    rows,
    actions: [
      press(words.own('directory.do.directory'), 'directory', {}),
      press(words.own('actions.home'), 'home', {}),
    ],
  });
}

/** The entries of a list that wait, the team's own first: until it is confirmed, no unit gets mail at all. */
export function toConfirmCard(
  kit: Kit,
  view: DirectoryView,
  { list, unconfirmed, from, note = '' }: ToConfirm & { readonly list: EditableList; readonly from: number },
): Message {
  const { words } = kit;
  const all = waitingIn(view, list, unconfirmed);
  const start = from < all.length ? from : 0;
  const shown = all.slice(start, start + ROWS);
  const end = start + shown.length;
  const card = (room: number) => ({
    heading: words.own('begin.title'),
    note,
    title: words.own(`directory.lists.${list}`),
    lead: [words.own('begin.left', { count: all.length }), range(kit, { start, end, all: all.length })]
      .filter((text) => text !== '')
      .join(' · '),
    rows: shown.map(({ content, tag, isAdded }) => {
      const place = { list, id: content.id, begin: start };
      return {
        title: shortened(entryName(kit, view, list, content), Math.min(room, SHOWN_NAME)),
        state: [
          ...(isAdded ? [words.own('begin.new')] : []),
          list === 'units'
            ? contactText(kit, content as Unit, Math.min(room, SHOWN_NAME))
            : stateOf(kit, view, { list, content }, Math.min(room, SHOWN_NAME)),
        ].join(' · '),
        actions: [
          ...(canBeConfirmed(list, content)
            ? [press(words.own('begin.right'), 'directory-check', { ...place, tag })]
            : []),
          press(words.own('directory.do.change'), 'directory-form', place),
        ],
      };
    }),
    actions: [
      ...(end < all.length ? [press(words.own('directory.more'), 'before-you-begin', { list, from: end })] : []),
      ...(start > 0 ? [press(words.own('directory.less'), 'before-you-begin', { list })] : []),
      press(words.own('directory.do.back'), 'before-you-begin', {}),
    ],
  });
  return fitted((room) => message(kit, 'before-you-begin', card(room), words.own('begin.title')));
}

/** What of a unit is to be confirmed: whom its mail reaches. */
function contactText({ words }: Kit, { contact: { name, address } }: Unit, room: number): string {
  const known = [name, address].flatMap((text) => (text === undefined ? [] : [shortened(text, room)]));
  return [...known, ...(address === undefined ? [words.own('begin.no-address')] : [])].join(' · ');
}

/** Where mail goes meanwhile; empty where it goes to every contact. */
function mailNote({ words }: Kit, { directory }: DirectoryView): string {
  const { unconfirmedContacts = [], standing } = directory;
  if (unconfirmedContacts.length === 0) return '';
  return words.own(isUnconfirmed(directory, standing.coordinator) ? 'begin.mail-waits' : 'begin.mail-to-team');
}

function waitingIn({ directory }: DirectoryView, list: EditableList, unconfirmed: readonly EntryAsRead[]) {
  const { coordinator } = directory.standing;
  const isOther = ({ id }: EntryContents[EditableList]) => (list === 'units' && id === coordinator ? 0 : 1);
  return [...entriesIn(directory, list)]
    .sort((one, other) => isOther(one) - isOther(other))
    .flatMap((content) => {
      const waiting = unconfirmed.find((entry) => entry.list === list && entry.id === content.id);
      return waiting ? [{ content, tag: waiting.tag, isAdded: waiting.addedAt !== undefined }] : [];
    });
}
