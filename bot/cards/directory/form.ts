/** The form of an entry of the directory. */
import type { EditableList, EntryContents } from '../../domain/directory/entry';
import { LONGEST } from '../../domain/directory/entry-fields';
import { unitOption } from '../../domain/directory/narrowing';
import type { Message } from '../../domain/message';
import { press } from '../actions';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { SEARCHABLE } from '../parts/field';
import { choiceAmong, type Offered } from '../parts/narrowing';
import { shortened } from '../parts/room';
import { problemText } from '../parts/sought-person';
import { askedWhich, numberShown } from '../parts/which';
import { canGrow } from './directory';
import type { TaggedEntry } from './entry';
import { form, nowText, type RejectedEntry, SHOWN, typed } from './fields';
import { type Field, fieldChoices, fieldsOf, fieldValue, partHint, partLabel, partText } from './parts';
import { type DirectoryView, entryName } from './words';

/** The form of an entry; without one, of a new entry in the list. `begin`: the page of "Before you begin" that it returns to. */
export function entryFormCard<L extends EditableList>(
  kit: Kit,
  view: DirectoryView,
  list: L,
  entry: TaggedEntry<L> | undefined,
  rejected?: RejectedEntry,
  begin?: number,
): Message {
  const { words } = kit;
  const content = entry?.value.content;
  const fields = (room: number) =>
    fieldsOf(kit.words, list, content).map((field) => inputFor(kit, view, field, content, rejected, room));
  const own = content && { id: content.id };
  const sure = rejected?.doubt?.of;
  const back =
    begin !== undefined
      ? press(words.own('directory.do.back'), 'before-you-begin', { list, from: begin }, { inputs: 'none' })
      : own
        ? press(words.own('directory.do.back'), 'directory-entry', { list, ...own }, { inputs: 'none' })
        : press(words.own('directory.do.back'), 'directory-list', { list }, { inputs: 'none' });
  return form(kit, {
    heading: content ? shortened(entryName(kit, view, list, content), SHOWN) : words.own('directory.title'),
    title: content ? words.own(`directory.one.${list}`) : addTitle(kit, list),
    fields,
    rejected,
    actions: [
      press(
        words.own(sure === undefined ? 'directory.do.keep' : 'directory.do.keep-so'),
        'directory-save',
        {
          list,
          ...own,
          ...(entry && { tag: entry.tag }),
          ...(sure !== undefined && { sure }),
          ...(begin !== undefined && { begin }),
        },
        { style: 'positive' },
      ),
      back,
    ],
  });
}

function addTitle({ words }: Kit, list: EditableList): string {
  return words.own(canGrow(list) ? `directory.add.${list}` : `directory.one.${list}`);
}

function inputFor(
  kit: Kit,
  view: DirectoryView,
  known: Field,
  content: EntryContents[EditableList] | undefined,
  rejected: RejectedEntry | undefined,
  room: number,
): Json {
  const { words } = kit;
  const { part, type } = known;
  const stored = content ? fieldValue(part, content) : '';
  const label = partLabel(kit, view, part);
  const hint = partHint(kit, part, content);
  const choices = type === 'choice' ? fieldChoices(kit, view, part) : [];
  const limits =
    type === 'number' ? { min: known.min, max: known.max } : type === 'text' ? { max: known.maxLength } : {};
  const longest = type === 'text' ? known.maxLength : LONGEST.address;
  const value =
    typed(rejected, part, longest) ??
    (content === undefined && part === 'organisation' ? view.directory.standing.usualOrganisation : stored);
  const input = {
    id: part,
    type,
    label: type !== 'choice' && known.optional ? words.own('form.optional', { question: label }) : label,
    hint:
      type === 'text'
        ? words.own('form.limit', { why: hint, count: known.maxLength })
        : words.own('form.hint', { why: hint }),
    problem: problemText(kit, rejected?.problems[part], limits),
    value: type === 'number' ? numberShown(value) : value,
    ...(type === 'text' && { maxLength: known.maxLength, multiline: known.multiline ?? false }),
    ...(type === 'number' && { ...limits, error: problemText(kit, 'out-of-range', limits) }),
    choices,
    style: choices.length > SEARCHABLE ? 'filtered' : 'compact',
    ...(part === 'unit' && choiceAmong(kit, unitsOffered(kit, view), value, { why: hint, room })),
    ...nowText(kit, rejected, part, stored, partText(kit, view, part, stored)),
  };
  return askedWhich(kit, input, rejected?.meant?.[part]);
}

function unitsOffered({ words }: Kit, { directory }: DirectoryView): readonly Offered[] {
  return directory.units.map((unit) => ({ ...unitOption(unit), title: words.name(unit.name) }));
}
