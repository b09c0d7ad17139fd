/** What the entries of the directory and their parts are called. */

import { placedTodos } from '../../domain/case/todo';
import type { DignitaryRow, DirectoryContent, Reminder, Theme } from '../../domain/directory/directory';
import { DRAFTS, findUnit } from '../../domain/directory/directory';
import type { EditableList, EntryContents } from '../../domain/directory/entry';
import type { EntryAsRead } from '../../domain/directory/first-content';
import { isStale } from '../../domain/directory/stale-entries';
import type { LocalizedName } from '../../domain/language/language';
import type { Process } from '../../domain/process/process';
import type { Kit } from '../kit';

/** What the cards of the directory are made of. */
export interface DirectoryView {
  readonly directory: DirectoryContent;
  /** How many of its entries cannot be read; absent where all can. */
  readonly unreadable?: number;
  /** What came with a new version and nobody has looked at yet; absent where there is none. */
  readonly added?: readonly EntryAsRead[];
  readonly processes: readonly Process[];
  /** `YYYY-MM-DD` in the city. */
  readonly today: string;
}

/** The name of an entry: its own, or for days and reminders what they are for. */
export function entryName<L extends EditableList>(
  kit: Kit,
  view: DirectoryView,
  list: L,
  content: EntryContents[L],
): string {
  if ('name' in content) return kit.words.name(content.name as LocalizedName);
  switch (list) {
    case 'reminders':
      return reminderName(kit, content as Reminder);
    case 'retention':
      return retentionName(kit, view, content.id);
    default:
      return leadTimeName(kit, view, content.id);
  }
}

/** What has to be looked at in an entry, or empty. */
export function entryMark(kit: Kit, view: DirectoryView, content: EntryContents[EditableList]): string {
  return isStale(content, view.today) ? kit.words.own('directory.mark-stale') : lostUnitMark(kit, view, content);
}

/** That the unit of a theme is out of use, or empty: cases would go nowhere. What is merely old is no alarm in a list. */
export function lostUnitMark(
  { words }: Kit,
  { directory }: DirectoryView,
  content: EntryContents[EditableList],
): string {
  const lost = 'unit' in content && findUnit(directory, (content as Theme).unit) === undefined;
  return lost ? words.own('directory.mark-no-unit') : '';
}

/** Whether a unit takes part in a dignitary's visit, as the team reads it: what it has to confirm is for itself to do. */
export function partInVisit({ words }: Kit, part: DignitaryRow['parties'][string]): string {
  return words.own(part === 'confirm' ? 'matrix.open' : `matrix.${part}`);
}

/** So many days before or after the day of a visit or event. */
export function daysText({ words }: Kit, days: number): string {
  if (days === 0) return words.own('directory.days.same');
  return words.own(days < 0 ? 'directory.days.before' : 'directory.days.after', { count: Math.abs(days) });
}

/** When a reminder comes. */
export function waitText({ words }: Kit, { since, workingDays }: Pick<Reminder, 'since' | 'workingDays'>): string {
  return words.own(`directory.waits.${since}`, { count: workingDays });
}

function reminderName({ words }: Kit, { waitsIn, to }: Reminder): string {
  const state = waitsIn.map((waits) => words.own(`life.short.${waits}`)).join(', ');
  return words.own('directory.reminder', { state, to: words.own(`directory.to.${to}`) });
}

/** How long something is kept is called what is kept: the cases of a process, or drafts. */
function retentionName({ words }: Kit, { processes }: DirectoryView, id: string): string {
  if (id === DRAFTS) return words.own('directory.drafts');
  return processes.some((process) => process.id === id) ? words.process(id, 'name') : id;
}

/** A lead time is called what the first to-do is called that it dates. */
function leadTimeName({ words }: Kit, { processes }: DirectoryView, id: string): string {
  for (const process of processes) {
    const placed = placedTodos(process).find(({ rule }) => rule.due?.leadTime === id);
    if (placed) return words.process(process.id, `lists.${placed.list}.todos.${placed.rule.id}`);
  }
  return id;
}
