/** The parts of an entry that can be changed on a form, what is in them, and how that reads. */
import { type DignitaryRow, NETWORK_KINDS, PARTS_IN_VISIT, type Reminder } from '../../domain/directory/directory';
import type { EditableList, EntryContents } from '../../domain/directory/entry';
import { LONGEST, nameField, partyField } from '../../domain/directory/entry-fields';
import { CITY_STATUSES, MOST_DAYS, MOST_MONTHS } from '../../domain/directory/entry-input';
import { countryChoice } from '../../domain/language/places';
import type { OwnKey, Words } from '../../domain/language/words';
import type { Kit } from '../kit';
import { unitName } from '../parts/routing';
import { partiesOf, valuesOf } from './values';
import { type DirectoryView, daysText, partInVisit, waitText } from './words';

const NAMES = ['name-fi', 'name-sv', 'name-en'] as const;
const PARTS = [
  ...NAMES,
  'contact-name',
  'contact-address',
  'organisation',
  'noticeDays',
  'unit',
  'spellings',
  'country',
  'status',
  'kind',
  'case',
  'days',
  'workingDays',
  'months',
  'unendedMonths',
] as const;
/** A part that every entry of its list has, or a unit of the matrix of dignitaries. */
export type Part = (typeof PARTS)[number] | PartyPart;
type PartyPart = ReturnType<typeof partyField>;
const PARTY = /^party-(.+)$/;

/** An input for a part: its kind and limits. */
export type Field = { readonly part: Part } & (
  | { readonly type: 'text'; readonly maxLength: number; readonly optional?: boolean; readonly multiline?: boolean }
  | { readonly type: 'number'; readonly min: number; readonly max: number; readonly optional?: boolean }
  | { readonly type: 'choice' }
);

const names = NAMES.map((part): Field => ({ part, type: 'text', maxLength: LONGEST.name }));

const FIELDS: Readonly<Record<EditableList, readonly Field[]>> = {
  units: [
    ...names,
    { part: 'contact-name', type: 'text', maxLength: LONGEST.name, optional: true },
    { part: 'contact-address', type: 'text', maxLength: LONGEST.address, optional: true },
    { part: 'organisation', type: 'choice' },
    { part: 'noticeDays', type: 'number', ...MOST_DAYS.notice, optional: true },
  ],
  themes: [...names, { part: 'unit', type: 'choice' }],
  sisterCities: [
    ...names,
    { part: 'spellings', type: 'text', maxLength: LONGEST.spellings, optional: true, multiline: true },
    { part: 'country', type: 'choice' },
    { part: 'status', type: 'choice' },
  ],
  networks: [
    ...names,
    { part: 'spellings', type: 'text', maxLength: LONGEST.spellings, optional: true, multiline: true },
    { part: 'kind', type: 'choice' },
    { part: 'contact-name', type: 'text', maxLength: LONGEST.name, optional: true },
    { part: 'contact-address', type: 'text', maxLength: LONGEST.address, optional: true },
    { part: 'case', type: 'text', maxLength: LONGEST.caseNumber, optional: true },
  ],
  reminders: [{ part: 'workingDays', type: 'number', ...MOST_DAYS.reminders }],
  leadTimes: [{ part: 'days', type: 'number', ...MOST_DAYS.leadTimes }],
  dignitaryMatrix: [],
  retention: [
    { part: 'months', type: 'number', ...MOST_MONTHS },
    { part: 'unendedMonths', type: 'number', ...MOST_MONTHS },
  ],
};

/** What can be changed in an entry of a list: its names in the languages of the city, and what it has itself. */
export function fieldsOf(
  { languages }: Pick<Words, 'languages'>,
  list: EditableList,
  content?: EntryContents[EditableList],
): readonly Field[] {
  if (list === 'dignitaryMatrix') return Object.keys(partiesOf(content)).map(partyChoice);
  const names = languages.map(nameField);
  return FIELDS[list].filter(({ part }) => {
    if (part === 'unendedMonths') return content !== undefined && part in content;
    return !isName(part) || names.includes(part);
  });
}

function partyChoice(unit: string): Field {
  return { part: partyField(unit), type: 'choice' };
}

export function partLabel(kit: Kit, view: Pick<DirectoryView, 'directory'>, part: Part): string {
  return isParty(part) ? unitName(kit.words, view, unitOf(part)) : kit.words.own(`directory.field.${part}`);
}

/** What a form asks of a part. The three names share one, and so do the units of a row of the matrix. */
export function partHint({ words }: Kit, part: Part, content: EntryContents[EditableList] | undefined): string {
  if (isParty(part)) {
    const { marked, parties } = content as DignitaryRow;
    return words.own('directory.hint.party', { count: marked, parties: Object.keys(parties).length });
  }
  const hint: OwnKey = isName(part) ? 'directory.hint.name' : `directory.hint.${part}`;
  return words.own(hint);
}

/** What stands in the input of a part. */
export function fieldValue(part: Part, content: EntryContents[EditableList]): string {
  const value = valuesOf(content)[part];
  return value === undefined ? '' : String(value);
}

/** The choices of a part that is chosen from a list; units are chosen in another way (`narrowing.ts`). */
export function fieldChoices(
  kit: Kit,
  { directory }: Pick<DirectoryView, 'directory'>,
  part: Part,
): readonly { title: string; value: string }[] {
  const { words } = kit;
  if (isParty(part)) return PARTS_IN_VISIT.map((value) => ({ title: partInVisit(kit, value), value }));
  switch (part) {
    case 'organisation':
      return directory.standing.organisations.map(({ id, name }) => ({ title: words.name(name), value: id }));
    case 'status':
      return CITY_STATUSES.map((value) => ({ title: words.own(`directory.status.${value}`), value }));
    case 'kind':
      return NETWORK_KINDS.map((value) => ({ title: words.own(`directory.kind.${value}`), value }));
    case 'country':
      return words.countries().map((country) => ({ title: countryChoice(country), value: country.code }));
    default:
      return [];
  }
}

/** How a part of an entry reads; empty where there is nothing in it. */
export function fieldText(
  kit: Kit,
  view: DirectoryView,
  { part }: Field,
  content: EntryContents[EditableList],
): string {
  if (part === 'workingDays') return waitText(kit, content as Reminder);
  return partText(kit, view, part, valuesOf(content)[part]);
}

/** How a value of a part reads, also one that an event has kept. */
export function partText(kit: Kit, view: DirectoryView, part: string, value: unknown): string {
  const { words } = kit;
  if (value === undefined || value === '') return '';
  const text = String(value);
  if (PARTY.test(part)) {
    const found = PARTS_IN_VISIT.find((known) => known === text);
    return found ? partInVisit(kit, found) : text;
  }
  switch (part) {
    case 'organisation': {
      const found = view.directory.standing.organisations.find(({ id }) => id === text);
      return found ? words.name(found.name) : text;
    }
    case 'status': {
      const found = CITY_STATUSES.find((status) => status === text);
      return found ? words.own(`directory.status.${found}`) : text;
    }
    case 'kind': {
      const found = NETWORK_KINDS.find((kind) => kind === text);
      return found ? words.own(`directory.kind.${found}`) : text;
    }
    case 'unit':
      return unitName(kit.words, view, text);
    case 'country':
      return words.country(text);
    case 'days':
      return daysText(kit, Number(text));
    case 'months':
    case 'unendedMonths':
      return words.own('directory.months', { count: Number(text) });
    case 'spellings':
      return (Array.isArray(value) ? value : text.split('\n')).join(', ');
    default:
      return text;
  }
}

/** Whether a part of an event can be read by people; ids and sources cannot. */
export function isPart(part: string): part is Part {
  return isParty(part) || PARTS.some((known) => known === part);
}

function isParty(part: string): part is PartyPart {
  return PARTY.test(part);
}

function unitOf(part: PartyPart): string {
  return PARTY.exec(part)?.[1] ?? '';
}

function isName(part: Part): part is (typeof NAMES)[number] {
  return NAMES.some((name) => name === part);
}
