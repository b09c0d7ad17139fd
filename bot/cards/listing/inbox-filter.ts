/** What a listing of cases can be narrowed by, and who can. */
import { statesOf } from '../../domain/case/lives/life-of';
import { CASE_STATES, type CaseState } from '../../domain/case-state';
import type { Unit } from '../../domain/directory/directory';
import { narrowed, unitOption } from '../../domain/directory/narrowing';
import type { Viewer } from '../../domain/listing/may-see';
import type { Model } from '../../domain/rules/model';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { SEARCHABLE } from '../parts/field';
import { shortened } from '../parts/room';
import type { Payload } from '../verbs';

/** What a listing is narrowed by. */
export type ListingFilter = Omit<Payload<'inbox'>, 'from' | 'unit-name'>;

/** Who looks, and what there is to choose from. */
export interface Looking {
  readonly viewer: Viewer;
  readonly modelOf: (process: string) => Model | undefined;
  readonly processes: readonly string[];
  readonly directory: Model['directory'];
  /** The years of which there are cases, the latest first. */
  readonly years: readonly number[];
}

/** The value of a choice that narrows by nothing, and of the one for one's own cases. */
export const ANY = 'all';
export const OWN = 'me';

/** Filters are for those who see more than their own cases. */
export function hasFilters({ viewer }: Looking): boolean {
  return viewer.coordinates || viewer.units.length > 0;
}

/** So many units are listed beside the rows of a listing; of more than these the name is asked for. */
export const MOST_UNITS_LISTED = 40;

/** The units by which somebody can narrow a listing. */
export function unitsToChoose({ viewer, directory }: Looking): readonly Unit[] {
  return directory.units.filter(({ id }) => viewer.coordinates || viewer.units.includes(id));
}

/** The states of the process by which a listing is narrowed; of all processes where it is by none. */
function statesOffered({ modelOf }: Looking, { process }: ListingFilter): readonly CaseState[] {
  const model = process === undefined ? undefined : modelOf(process);
  const own = model && statesOf(model.process);
  return own ? CASE_STATES.filter((state) => own.has(state)) : CASE_STATES;
}

/**
 * The fields by which a listing is narrowed, with what there is to choose. Of more units than a card has room for the one
 * that is chosen is offered, those whose name begins as was typed (`named`), and a field to type one into.
 */
export function filterFields(
  { words }: Kit,
  looking: Looking,
  filter: ListingFilter,
  { named = '', room }: { readonly named?: string | undefined; readonly room: number },
): readonly Json[] {
  const { viewer, processes, years } = looking;
  const units = unitsToChoose(looking);
  const isMany = units.length > MOST_UNITS_LISTED;
  const fit = isMany ? narrowed(units.map(unitOption), named, MOST_UNITS_LISTED) : 'none';
  const among = fit !== 'none' && 'among' in fit ? fit.among : [];
  const offered = isMany ? units.filter(({ id }) => id === filter.unit || among.includes(id)) : units;
  const field = (id: string, label: string, value: string, choices: readonly Json[]) => ({
    id,
    type: 'choice',
    label,
    value,
    choices,
    style: choices.length > SEARCHABLE + 2 ? 'filtered' : 'compact',
  });
  const choice = (value: string, title: string) => ({ title: shortened(title, room), value });
  const year = viewer.coordinates ? String(years[0]) : ANY;
  return [
    field('unit', words.own('inbox.unit'), filter.unit ?? ANY, [
      choice(ANY, words.own(viewer.coordinates ? 'inbox.any-unit' : 'inbox.my-units')),
      choice(OWN, words.own('inbox.own')),
      ...offered.map(({ id, name }) => choice(id, words.name(name))),
    ]),
    ...(isMany
      ? [{ id: 'unit-name', type: 'text', label: words.own('inbox.unit-name'), value: named, choices: [], style: '' }]
      : []),
    field('state', words.own('inbox.state'), filter.state ?? 'open', [
      choice('open', words.own('inbox.open')),
      choice(ANY, words.own('inbox.any-state')),
      ...statesOffered(looking, filter).map((state) => choice(state, words.own(`life.short.${state}`))),
    ]),
    field('process', words.own('inbox.process'), filter.process ?? ANY, [
      choice(ANY, words.own('inbox.any-process')),
      ...processes.map((id) => choice(id, words.process(id, 'name'))),
    ]),
    field('year', words.own('inbox.year'), filter.year ?? year, [
      ...(viewer.coordinates ? [] : [choice(ANY, words.own('inbox.any-year'))]),
      ...years.map((one) => choice(String(one), String(one))),
    ]),
  ];
}
