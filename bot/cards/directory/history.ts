import type { DirectoryEntry, EntryEvent } from '../../domain/directory/entry';
import type { Message } from '../../domain/message';
import type { Found } from '../../domain/page';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import { fitted, shortened } from '../parts/room';
import { unreadableNote } from '../parts/unreadable';
import { isPart, partLabel, partText } from './parts';
import { type DirectoryView, entryName } from './words';

/** So many events fit on a card. */
const LINES = 15;
const SHOWN = 80;

/** What happened to an entry, newest first: who changed what, from what to what, when. */
export function directoryHistoryCard(
  kit: Kit,
  view: DirectoryView,
  { list, content }: DirectoryEntry,
  events: Found<EntryEvent>,
  from = 0,
): Message {
  const { words } = kit;
  const title = words.own('directory.history.title');
  const unreadable = unreadableNote(kit, events);
  const newest = [...events.items].sort((one, other) =>
    one.at === other.at ? other.sequence - one.sequence : one.at < other.at ? 1 : -1,
  );
  const shown = newest.slice(from, from + LINES);
  const place = { list, id: content.id };
  const card = (room: number) => ({
    heading: shortened(entryName(kit, view, list, content), SHOWN),
    title,
    lines: [
      ...(unreadable === '' ? [] : [{ what: unreadable, when: '' }]),
      ...(shown.length === 0 && unreadable === ''
        ? [{ what: words.own('directory.history.empty'), when: '' }]
        : shown.map((event) => ({
            what: whatHappened(kit, view, event, Math.min(room, SHOWN)),
            when: words.momentOf(event.at),
          }))),
    ],
    actions: [
      ...(from + LINES < newest.length
        ? [press(words.own('directory.more'), 'directory-history', { ...place, from: from + LINES })]
        : []),
      press(words.own('directory.do.back'), 'directory-entry', place),
    ],
  });
  return fitted((room) => message(kit, 'history', card(room), title));
}

function whatHappened(
  kit: Kit,
  view: DirectoryView,
  { edit, by, about = '', before, after }: EntryEvent,
  room: number,
): string {
  const { words } = kit;
  const name = by === 'assistant' ? words.own('directory.assistant') : shortened(by.name, SHOWN);
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(isPart);
  const read = (part: string, value: unknown) =>
    shortened(partText(kit, view, part, value), room) || words.own('directory.history.nothing');
  const values = parts.map((part) =>
    words.own('directory.history.values', {
      of: partLabel(kit, view, part),
      was: read(part, before[part]),
      is: read(part, after[part]),
    }),
  );
  return words.own(`directory.event.${edit}`, { name, about: shortened(about, SHOWN), values: values.join('; ') });
}
