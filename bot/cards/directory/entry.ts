/** One entry of the directory as it is stored now, with what can be done with it. */
import type { Case } from '../../domain/case/case';
import { stateIn } from '../../domain/case/lives/life-of';
import { inForceUntil } from '../../domain/case/term';
import { isResting } from '../../domain/case-state';
import { contactOrder, isAbsent } from '../../domain/directory/contact';
import type { Member, SisterCity, Unit } from '../../domain/directory/directory';
import type { DirectoryEntry, EditableList, Edited } from '../../domain/directory/entry';
import type { Use } from '../../domain/directory/entry-use';
import { canBeConfirmed, isToBeConfirmed, isUnseen } from '../../domain/directory/first-content';
import type { Words } from '../../domain/language/words';
import type { Message } from '../../domain/message';
import type { Model } from '../../domain/rules/model';
import { press, rowName, select } from '../actions';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { fitted, shortened } from '../parts/room';
import { canGrow, type DirectoryRow, directoryMessage, range, SHOWN_NAME } from './directory';
import { type Field, fieldsOf, fieldText, partLabel } from './parts';
import { type DirectoryView, entryMark, entryName } from './words';

/** So many people fit on the card of a unit. */
const PEOPLE = 12;
/** The longest value of a fact, in characters. */
const SHOWN_FACT = 240;

/** An entry with the tag that it was read with. */
export interface TaggedEntry<L extends EditableList = EditableList> {
  readonly value: DirectoryEntry<L>;
  readonly tag: string;
}

interface EntryNotes {
  /** What came of a press, if it is not plain to see. */
  readonly note?: string | undefined;
  /** The first of a unit's people that is shown. */
  readonly from?: number | undefined;
  /** The case by which a network or partnership is in force or was evaluated, where there is one. */
  readonly standsOn?: { readonly model: Model; readonly case: Case } | undefined;
}

/** The card of an entry; of a unit with its people, of a network with what its case says. */
export function directoryEntryCard(
  kit: Kit,
  view: DirectoryView,
  { value, tag }: TaggedEntry,
  { note, from = 0, standsOn }: EntryNotes = {},
): Message {
  const { words } = kit;
  const { list, content, retired } = value;
  const place = { list, id: content.id };
  const back = press(words.own(`directory.lists.${list}`), 'directory-list', { list });
  const history = press(words.own('directory.do.history'), 'directory-history', place);
  const people = (room: number) =>
    list === 'units' && !retired ? peopleOf(kit, view, content as Unit, from, room) : { lead: '', rows: [] };
  const card = (room: number) => ({
    heading: words.own('directory.place', { list: words.own(`directory.lists.${list}`) }),
    note: note ?? (retired ? words.own('directory.retired') : entryMark(kit, view, content)),
    title: words.own(`directory.one.${list}`),
    facts: [...facts(kit, view, value, room), ...evaluationFacts(kit, value, standsOn)],
    ...people(room),
    actions: retired
      ? [press(words.own('directory.do.return'), 'directory-return', { ...place, tag }), history, back]
      : [...editing(kit, value, tag), history, back],
  });
  return fitted((room) => directoryMessage(kit, card(room)));
}

/** Says what keeps an entry in use. */
export function keptNote({ words }: Kit, use: Use): string {
  if (use.by === 'always') return words.own('directory.kept.always');
  const names =
    use.by === 'themes'
      ? use.themes.map(({ name }) => words.name(name))
      : use.processes.map((id) => words.process(id, 'name'));
  return words.own(`directory.kept.${use.by}`, { names: shortened(names.join(', '), SHOWN_FACT) });
}

/** How somebody of a unit stands in the order of contact, and whether they are away. */
export function memberState({ words }: Kit, unit: Unit, member: Member, room: number): string {
  const place = contactOrder(unit).findIndex(({ id }) => id === member.id);
  const order =
    place === 0
      ? words.own('directory.member.first')
      : unit.deputy === member.id
        ? words.own('directory.member.deputy')
        : words.own('directory.member.place', { place: place + 1 });
  return member.address === undefined ? order : `${order} · ${shortened(member.address, Math.min(room, SHOWN_NAME))}`;
}

function facts(kit: Kit, view: DirectoryView, { list, content, edited, confirmed }: DirectoryEntry, room: number) {
  const { words } = kit;
  const name = { label: words.own(`directory.one.${list}`), value: entryName(kit, view, list, content) };
  // Where its names can be changed, they stand among the parts.
  const named = canGrow(list) ? [] : [name];
  const parts = fieldsOf(kit.words, list, content).map((field: Field) => ({
    label: partLabel(kit, view, field.part),
    value: shortened(fieldText(kit, view, field, content) || words.own('directory.history.nothing'), room),
  }));
  const checked =
    'lastChecked' in content
      ? [{ label: words.own('directory.field.lastChecked'), value: words.day((content as SisterCity).lastChecked) }]
      : [];
  return [
    ...named,
    ...parts,
    ...checked,
    ...(confirmed ? [{ label: words.own('directory.field.confirmed'), value: confirmedText(kit, confirmed) }] : []),
    ...(edited ? [{ label: words.own('directory.do.history'), value: editedText(kit, edited) }] : []),
  ];
}

/** Who changed an entry last, and when. */
function editedText({ words }: Kit, edited: Edited): string {
  return words.own('directory.edited', byAndWhen(words, edited));
}

/** Who found an entry right, and when. */
function confirmedText({ words }: Kit, confirmed: Edited): string {
  return words.own('directory.confirmed', byAndWhen(words, confirmed));
}

function byAndWhen(words: Words, { by, at }: Edited) {
  return {
    name: by === 'assistant' ? words.own('directory.assistant') : shortened(by.name, SHOWN_NAME),
    when: words.momentOf(at),
  };
}

/** What the case of a network or partnership says of it: its class, until when it is in force, when it was evaluated last. */
function evaluationFacts({ words }: Kit, { list }: DirectoryEntry, standsOn: EntryNotes['standsOn']) {
  if (list !== 'networks') return [];
  const fact = (part: 'evaluation' | 'until' | 'evaluated', value: string) => ({
    label: words.own(`directory.field.${part}`),
    value,
  });
  if (!standsOn) return [fact('evaluation', words.own('directory.not-evaluated'))];
  const { model, case: made } = standsOn;
  const until = inForceUntil(model.process, made);
  const evaluatedAt = isResting(stateIn(model.process, made.state)) ? made.since.at : made.submittedAt;
  return [
    fact('evaluation', words.process(model.process.id, `outcomes.${made.explanation.outcome}.title`)),
    ...(until === undefined ? [] : [fact('until', words.day(until))]),
    fact('evaluated', words.dayOf(evaluatedAt)),
  ];
}

function editing({ words }: Kit, entry: DirectoryEntry, tag: string): readonly Json[] {
  const { list, content } = entry;
  const place = { list, id: content.id };
  return [
    press(words.own('directory.do.change'), 'directory-form', place),
    ...(list === 'units'
      ? [press(words.own('directory.do.add-member'), 'directory-new-member', { unit: content.id })]
      : []),
    ...((isToBeConfirmed(list, content) || isUnseen(entry)) && canBeConfirmed(list, content)
      ? [press(words.own('directory.do.check'), 'directory-check', { ...place, tag })]
      : []),
    ...(canGrow(list) ? [press(words.own('directory.do.retire'), 'directory-retire', { ...place, tag })] : []),
  ];
}

function peopleOf(kit: Kit, { today }: DirectoryView, unit: Unit, from: number, room: number) {
  const { words } = kit;
  const order = contactOrder(unit);
  const start = from < order.length ? from : 0;
  const shown = order.slice(start, start + PEOPLE);
  const end = start + shown.length;
  const rows = shown.map((member): DirectoryRow => {
    const title = shortened(member.name, Math.min(room, SHOWN_NAME));
    const state = memberState(kit, unit, member, room);
    const mark = isAbsent(member, today) ? words.own('directory.member.away-now') : '';
    const name = rowName(words.own('directory.open', { name: title }), state, mark);
    return { title, state, mark, select: select(name, 'directory-member', { unit: unit.id, member: member.id }) };
  });
  const turn = (title: string, to: number): DirectoryRow => ({
    title,
    state: '',
    mark: '',
    select: select(title, 'directory-entry', { list: 'units', id: unit.id, from: to }),
  });
  const label = words.own('directory.field.members');
  const part = order.length === 0 ? words.own('directory.nobody') : range(kit, { start, end, all: order.length });
  return {
    lead: part === '' ? label : `${label}: ${part}`,
    rows: [
      ...rows,
      ...(end < order.length ? [turn(words.own('directory.more'), end)] : []),
      ...(start > 0 ? [turn(words.own('directory.less'), 0)] : []),
    ],
  };
}
