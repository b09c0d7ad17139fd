/** The forms of the directory: an entry, a member, a new member. What was typed stays, whatever comes of it. */
import type { Member } from '../domain/directory';
import type { EditableList, EntryContents } from '../domain/directory-entry';
import { ENTRY_PROBLEMS, type EntryProblem, LONGEST } from '../domain/entry-fields';
import type { Message } from '../domain/message';
import { type Json, press } from './actions';
import type { TaggedEntry } from './directory-entry';
import { type Field, fieldChoices, fieldsOf, fieldValue, partHint, partLabel, partText } from './directory-parts';
import { type DirectoryView, entryName } from './directory-words';
import { type Kit, message } from './kit';
import { shortened } from './room';

/** What was sent and not kept: as it was typed, with what is wrong, and a word of what happened meanwhile. */
export interface RejectedEntry {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, EntryProblem>>;
  /** Who was faster; then each field also says what stands there now. */
  readonly overtaken?: string;
}

const SEARCHABLE = 12;
const SHOWN = 120;

/** The form of an entry; without one, of a new entry in the list. */
export function entryFormCard<L extends EditableList>(
  kit: Kit,
  view: DirectoryView,
  list: L,
  entry: TaggedEntry<L> | undefined,
  rejected?: RejectedEntry,
): Message {
  const { words } = kit;
  const content = entry?.value.content;
  const fields = fieldsOf(list).map((field) => inputFor(kit, view, field, content, rejected));
  const own = content && { id: content.id };
  const back = own
    ? press(words.own('directory.do.back'), 'directory-entry', { list, ...own }, { inputs: 'none' })
    : press(words.own('directory.do.back'), 'directory-list', { list }, { inputs: 'none' });
  return form(kit, {
    heading: content ? shortened(entryName(kit, view, list, content), SHOWN) : words.own('directory.title'),
    title: content ? words.own(`directory.one.${list}`) : addTitle(kit, list),
    fields,
    rejected,
    actions: [
      press(
        words.own('directory.do.keep'),
        'directory-save',
        { list, ...own, ...(entry && { tag: entry.tag }) },
        { style: 'positive' },
      ),
      back,
    ],
  });
}

/** The form of a member: where mail reaches them, and when they are away next. */
export function memberFormCard(
  kit: Kit,
  { value: { content: unit }, tag }: TaggedEntry<'units'>,
  member: Member,
  rejected?: RejectedEntry,
): Message {
  const { words } = kit;
  const place = { unit: unit.id, member: member.id };
  const day = (part: 'from' | 'to') => ({
    ...field(kit, part, rejected),
    type: 'date',
    value: typed(rejected, part) ?? '',
  });
  const address = {
    ...field(kit, 'address', rejected),
    value: typed(rejected, 'address') ?? member.address ?? '',
    ...nowText(kit, rejected, 'address', member.address ?? ''),
  };
  return form(kit, {
    heading: shortened(words.name(unit.name), SHOWN),
    title: words.own('directory.member.title'),
    // Whose form it is stands on the card that leads here; the name is somebody's and no heading's.
    fields: [
      {
        ...address,
        label: words.own('form.optional', { question: `${words.own('directory.field.address')}, ${member.name}` }),
      },
      day('from'),
      day('to'),
    ],
    rejected,
    actions: [
      press(words.own('directory.do.keep'), 'directory-member-save', { ...place, tag }, { style: 'positive' }),
      press(words.own('directory.do.back'), 'directory-member', place, { inputs: 'none' }),
    ],
  });
}

/** Somebody whom the assistant knows, as a choice. */
export interface Acquainted {
  readonly id: string;
  readonly name: string;
}

/**
 * The form to add a person to a unit. In Teams the search finds everybody in the tenant; elsewhere (the Playground) the
 * people whom the assistant knows. `byMail`: somebody can be looked up by address too.
 */
export function newMemberCard(
  kit: Kit,
  { value: { content: unit }, tag }: TaggedEntry<'units'>,
  { known, byMail }: { readonly known: readonly Acquainted[]; readonly byMail: boolean },
  rejected?: RejectedEntry,
): Message {
  const { words } = kit;
  const choices = known
    .filter(({ id }) => unit.members.every((member) => member.id !== id))
    .map(({ id, name }) => ({ title: name, value: id }));
  const person = { ...field(kit, 'person', rejected), type: 'person', value: typed(rejected, 'person') ?? '', choices };
  const mail = { ...field(kit, 'mail', rejected), value: typed(rejected, 'mail') ?? '' };
  return form(kit, {
    heading: shortened(words.name(unit.name), SHOWN),
    title: words.own('directory.do.add-member'),
    fields: byMail ? [person, mail] : [person],
    rejected,
    actions: [
      press(words.own('directory.do.keep'), 'directory-add-member', { unit: unit.id, tag }, { style: 'positive' }),
      press(words.own('directory.do.back'), 'directory-entry', { list: 'units', id: unit.id }, { inputs: 'none' }),
    ],
  });
}

function form(
  kit: Kit,
  {
    heading,
    title,
    fields,
    rejected,
    actions,
  }: {
    readonly heading: string;
    readonly title: string;
    readonly fields: readonly Json[];
    readonly rejected: RejectedEntry | undefined;
    readonly actions: readonly Json[];
  },
): Message {
  const { words } = kit;
  const isWrong = rejected !== undefined && Object.keys(rejected.problems).length > 0;
  const overtaken = rejected?.overtaken === undefined ? [] : [rejected.overtaken, words.own('directory.again')];
  const note = [...overtaken, ...(isWrong ? [words.own('form.problems')] : [])].join(' ');
  return message(
    kit,
    'form',
    { heading, note, noteStyle: isWrong ? 'attention' : 'warning', title, fields, actions },
    title,
  );
}

function addTitle({ words }: Kit, list: EditableList): string {
  return list === 'reminders' || list === 'leadTimes'
    ? words.own(`directory.one.${list}`)
    : words.own(`directory.add.${list}`);
}

function inputFor(
  kit: Kit,
  view: DirectoryView,
  known: Field,
  content: EntryContents[EditableList] | undefined,
  rejected: RejectedEntry | undefined,
): Json {
  const { words } = kit;
  const { part, type } = known;
  const stored = content ? fieldValue(part, content) : '';
  const label = partLabel(kit, part);
  const hint = partHint(kit, part);
  const choices = type === 'choice' ? fieldChoices(kit, view, part) : [];
  const limits =
    type === 'number' ? { min: known.min, max: known.max } : type === 'text' ? { max: known.maxLength } : {};
  const value = typed(rejected, part) ?? (content === undefined && part === 'organisation' ? 'sector' : stored);
  return {
    id: part,
    type,
    label: type === 'text' && known.optional ? words.own('form.optional', { question: label }) : label,
    hint:
      type === 'text'
        ? words.own('form.limit', { why: hint, count: known.maxLength })
        : words.own('form.hint', { why: hint }),
    problem: problemText(kit, rejected?.problems[part], limits),
    value: type === 'number' && !Number.isFinite(Number(value)) ? '' : value,
    ...(type === 'text' && { maxLength: known.maxLength, multiline: known.multiline ?? false }),
    ...(type === 'number' && { ...limits, error: problemText(kit, 'out-of-range', limits) }),
    choices,
    style: choices.length > SEARCHABLE ? 'filtered' : 'compact',
    ...nowText(kit, rejected, part, stored, partText(kit, view, part, stored)),
  };
}

/** A field that belongs to no entry's part: its words, its limit, what is wrong. */
function field(kit: Kit, id: 'address' | 'from' | 'to' | 'person' | 'mail', rejected: RejectedEntry | undefined) {
  const { words } = kit;
  const isText = id === 'address' || id === 'mail';
  const label = words.own(`directory.field.${id}`);
  const why = words.own(`directory.hint.${id}`);
  return {
    id,
    type: 'text',
    label: id === 'person' ? label : words.own('form.optional', { question: label }),
    hint: isText ? words.own('form.limit', { why, count: LONGEST.address }) : words.own('form.hint', { why }),
    problem: problemText(kit, rejected?.problems[id], { max: LONGEST.address }),
    maxLength: LONGEST.address,
    multiline: false,
    choices: [],
    style: 'compact',
  };
}

/** What stands in a field now, where somebody else changed it while this was being typed. */
function nowText(
  { words }: Kit,
  rejected: RejectedEntry | undefined,
  id: string,
  stored: string,
  text = stored,
): { readonly now?: string } {
  if (rejected?.overtaken === undefined || (typed(rejected, id) ?? '') === stored) return {};
  return {
    now: text === '' ? words.own('directory.now-empty') : words.own('directory.now', { value: shortened(text, SHOWN) }),
  };
}

function problemText(
  { words }: Kit,
  problem: EntryProblem | undefined,
  limits: { readonly min?: number; readonly max?: number },
): string {
  if (problem === undefined) return '';
  const own = ENTRY_PROBLEMS.find((candidate) => candidate === problem);
  if (own) return words.own(`directory.problem.${own}`);
  return words.own(`problems.${problem as Exclude<EntryProblem, (typeof ENTRY_PROBLEMS)[number]>}`, limits);
}

/** What was typed into a field; an input that was left empty is not sent at all. */
function typed(rejected: RejectedEntry | undefined, id: string): string | undefined {
  if (rejected === undefined) return undefined;
  const value = rejected.inputs[id];
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, LONGEST.spellings) : '';
}
