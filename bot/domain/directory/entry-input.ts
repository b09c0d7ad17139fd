/** What was filled in on a form of the directory, read as an entry. Every field has its own problem, and none is kept halfway. */

import { keptWords } from '../language/kept-spelling';
import type { LocalizedName } from '../language/language';
import { dayBounds } from '../language/written-day';
import {
  CASE_NUMBER,
  type DignitaryRow,
  type DirectoryContent,
  type LeadTime,
  NETWORK_KINDS,
  type Network,
  PARTS_IN_VISIT,
  type Reminder,
  type Retention,
  type SisterCity,
  type Theme,
  type Unit,
} from './directory';
import type { EditableList, EntryContents } from './entry';
import { EntryForm, type Inputs, LONGEST, nameField, partyField, type Read } from './entry-fields';
import { unitOption } from './narrowing';

export const CITY_STATUSES: readonly SisterCity['status'][] = ['in-force', 'not-told'];
export const MOST_DAYS = {
  leadTimes: { min: -400, max: 400 },
  reminders: { min: 0, max: 260 },
  notice: { min: 1, max: 400 },
} as const;
export const MOST_MONTHS = { min: 1, max: 600 } as const;

/** Walks offer all themes on one card, which has room for so many. */
export const MOST_THEMES = 40;

/** What a form is read against. */
export interface Ground {
  readonly directory: DirectoryContent;
  readonly countries: readonly string[];
  /** `YYYY-MM-DD`: a new entry counts as checked on this day. */
  readonly today: string;
  /** The id of a new entry by its English name. */
  idOf(name: string): string;
}

/** The entry that a form makes: of `before` by changing it, of nothing by adding one. */
export function readEntry<L extends EditableList>(
  list: L,
  inputs: Inputs,
  before: EntryContents[L] | undefined,
  ground: Ground,
): Read<EntryContents[L]> {
  const read = READERS[list] as Reader<L>;
  return read(inputs, before, ground);
}

/** Of some lists there is one entry for each thing that the processes speak of: none can be added. */
const NOTHING_TO_CHANGE = { problems: { id: 'missing' } } as const;

type Reader<L extends EditableList> = (
  inputs: Inputs,
  before: EntryContents[L] | undefined,
  ground: Ground,
) => Read<EntryContents[L]>;

const READERS: { readonly [L in EditableList]: Reader<L> } = {
  units: readUnit,
  themes: readTheme,
  sisterCities: readSisterCity,
  networks: readNetwork,
  leadTimes: (inputs, before) => readDays(inputs, 'days', before, MOST_DAYS.leadTimes),
  reminders: (inputs, before) => readDays(inputs, 'workingDays', before, MOST_DAYS.reminders),
  dignitaryMatrix: (inputs, before) => readDignitaryRow(inputs, before),
  retention: (inputs, before) => readRetention(inputs, before),
};

function readUnit(inputs: Inputs, before: Unit | undefined, { directory, today, idOf }: Ground): Read<Unit> {
  const form = new EntryForm(inputs);
  const { coordinator } = directory.standing;
  const organisations = directory.standing.organisations.map(({ id }) => id);
  const name = form.name(directory.units, before?.id, directory.standing.languages);
  const contact = readContact(form, before);
  const organisation = form.choice('organisation', organisations);
  const noticeDays = form.optionalNumber('noticeDays', MOST_DAYS.notice);
  if (before?.id === coordinator && contact.address === undefined) form.problem('contact-address', 'team-address');
  const { noticeDays: _former, ...kept } = before ?? { members: [], source: 'product', lastChecked: today };
  return form.done(() => ({
    ...kept,
    id: before?.id ?? freeId(idOf(name.en), directory.units),
    name: { ...before?.name, ...name },
    contact,
    organisation: organisation ?? before?.organisation ?? '',
    ...(noticeDays !== undefined && { noticeDays }),
  }));
}

function readTheme(inputs: Inputs, before: Theme | undefined, { directory, idOf }: Ground): Read<Theme> {
  const form = new EntryForm(inputs);
  const { languages } = directory.standing;
  const name = form.name(directory.themes, before?.id, languages);
  const unit = form.among('unit', directory.units.map(unitOption)) ?? '';
  if (before === undefined && directory.themes.length >= MOST_THEMES) {
    form.problem(nameField(languages.default), 'too-many');
  }
  return form.done(() => ({
    ...(before ?? { source: 'product' }),
    id: before?.id ?? freeId(idOf(name.en), directory.themes),
    name: { ...before?.name, ...name },
    unit,
  }));
}

function readSisterCity(inputs: Inputs, before: SisterCity | undefined, ground: Ground): Read<SisterCity> {
  const form = new EntryForm(inputs);
  const { sisterCities, standing } = ground.directory;
  const name = form.name(sisterCities, before?.id, standing.languages);
  const spellings = readSpellings(form);
  const country = form.choice('country', ground.countries) ?? '';
  const status = form.choice('status', CITY_STATUSES) ?? 'not-told';
  return form.done(() => ({
    ...(before ?? { facts: [], source: 'product', lastChecked: ground.today }),
    id: before?.id ?? freeId(ground.idOf(name.en), sisterCities),
    name: { ...before?.name, ...name },
    spellings,
    country,
    status,
  }));
}

function readNetwork(inputs: Inputs, before: Network | undefined, ground: Ground): Read<Network> {
  const form = new EntryForm(inputs);
  const { networks, standing } = ground.directory;
  const name = form.name(networks, before?.id, standing.languages);
  const spellings = readSpellings(form);
  const kind = form.choice('kind', NETWORK_KINDS) ?? 'network';
  const contact = readContact(form, before);
  const number = form.text('case', LONGEST.caseNumber)?.toUpperCase();
  if (number !== undefined && !CASE_NUMBER.test(number)) form.problem('case', 'not-a-case-number');
  const { case: _former, ...kept } = before ?? { source: 'product', lastChecked: ground.today };
  return form.done(() => ({
    ...kept,
    id: before?.id ?? freeId(ground.idOf(name.en), networks),
    name: { ...before?.name, ...name },
    spellings,
    kind,
    contact,
    ...(number !== undefined && { case: number }),
  }));
}

function readSpellings(form: EntryForm): string[] {
  const lines = (form.text('spellings', LONGEST.spellings) ?? '').split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** The contact with what was filled in; parts of it that a newer version wrote stay. */
function readContact(form: EntryForm, before: Pick<Unit, 'contact'> | undefined): Unit['contact'] {
  const name = form.text('contact-name', LONGEST.name);
  const address = form.address('contact-address');
  const { name: _name, address: _address, ...unknown } = before?.contact ?? {};
  return { ...unknown, ...(name !== undefined && { name }), ...(address !== undefined && { address }) };
}

/** Days are changed only: which there are is up to the processes. */
function readDays<T extends LeadTime | Reminder>(
  inputs: Inputs,
  part: 'days' | 'workingDays',
  before: T | undefined,
  limits: { readonly min: number; readonly max: number },
): Read<T> {
  const form = new EntryForm(inputs);
  const days = form.wholeNumber(part, limits);
  return before === undefined ? { problems: { [part]: 'missing' } } : form.done(() => ({ ...before, [part]: days }));
}

/** Who takes part is said unit by unit; which units there are to tell is the matrix's own. */
function readDignitaryRow(inputs: Inputs, before: DignitaryRow | undefined): Read<DignitaryRow> {
  if (before === undefined) return NOTHING_TO_CHANGE;
  const form = new EntryForm(inputs);
  const parties = Object.entries(before.parties).map(
    ([unit, part]) => [unit, form.choice(partyField(unit), PARTS_IN_VISIT) ?? part] as const,
  );
  return form.done(() => ({ ...before, parties: Object.fromEntries(parties) }));
}

/** A time for what nobody ended stays away where there is none: drafts end by themselves. */
function readRetention(inputs: Inputs, before: Retention | undefined): Read<Retention> {
  if (before === undefined) return NOTHING_TO_CHANGE;
  const form = new EntryForm(inputs);
  const months = form.wholeNumber('months', MOST_MONTHS);
  const unendedMonths = before.unendedMonths === undefined ? undefined : form.wholeNumber('unendedMonths', MOST_MONTHS);
  return form.done(() => ({ ...before, months, ...(unendedMonths !== undefined && { unendedMonths }) }));
}

/** Where mail reaches a member, and days on which they are away from now on. */
export interface MemberInput {
  readonly address?: string;
  readonly absence?: { readonly from: string; readonly to: string };
}

/** Reads what can be changed of a member. An absence needs both of its days, the last not before the first. */
export function readMember(inputs: Inputs, today: string): Read<MemberInput> {
  const form = new EntryForm(inputs);
  const bounds = dayBounds(today);
  const address = form.address('address');
  const from = form.day('from', bounds);
  const to = form.day('to', bounds);
  if (from !== undefined && to === undefined) form.problem('to', 'missing');
  if (to !== undefined && from === undefined) form.problem('from', 'missing');
  if (from !== undefined && to !== undefined && to < from) form.problem('to', 'too-early');
  return form.done(() => ({
    ...(address !== undefined && { address }),
    ...(from !== undefined && to !== undefined && { absence: { from, to } }),
  }));
}

/** Who is meant: somebody chosen, by id, or somebody to be looked up by address. */
export type SoughtPerson = { readonly person: string } | { readonly mail: string };

export function readSoughtPerson(inputs: Inputs): Read<SoughtPerson> {
  const form = new EntryForm(inputs);
  const person = form.text('person', LONGEST.address);
  const mail = form.address('mail');
  if (person !== undefined && inputs.mail !== undefined && inputs.mail !== '') form.problem('mail', 'only-one');
  if (person === undefined && (inputs.mail === undefined || inputs.mail === '')) form.problem('person', 'missing');
  return form.done(() => (person === undefined ? { mail: mail ?? '' } : { person }));
}

/**
 * The id that the first content of the directory gives an entry of this name: that one was read before anybody could use
 * it, and speaks.
 */
export function spelledId(name: LocalizedName): string {
  return keptWords(name.en)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join('-')
    .slice(0, LONGEST_ID);
}

/** An id that no other has, with a number where it is taken. */
function freeId(id: string, others: readonly { readonly id: string }[]): string {
  const isFree = (candidate: string) => others.every((other) => other.id !== candidate);
  if (isFree(id)) return id;
  for (let number = 2; ; number += 1) if (isFree(`${id}-${number}`)) return `${id}-${number}`;
}

const LONGEST_ID = 60;
