/** What a listing of cases can be narrowed by, and who can. */
import { CASE_STATES } from '../domain/case-state';
import type { Viewer } from '../domain/may-see';
import type { Model } from '../domain/model';
import type { Json } from './actions';
import type { Kit } from './kit';
import type { Payload } from './verbs';

/** What a listing is narrowed by. */
export type ListingFilter = Omit<Payload<'inbox'>, 'from'>;

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

/** The fields by which a listing is narrowed, with what there is to choose. */
export function filterFields({ words }: Kit, looking: Looking, filter: ListingFilter): readonly Json[] {
  const { viewer, directory, processes, years } = looking;
  const units = directory.units.filter(({ id }) => viewer.coordinates || viewer.units.includes(id));
  const field = (id: string, label: string, value: string, choices: readonly Json[]) => ({ id, label, value, choices });
  const choice = (value: string, title: string) => ({ title, value });
  const year = viewer.coordinates ? String(years[0]) : ANY;
  return [
    field('unit', words.own('inbox.unit'), filter.unit ?? ANY, [
      choice(ANY, words.own(viewer.coordinates ? 'inbox.any-unit' : 'inbox.my-units')),
      choice(OWN, words.own('inbox.own')),
      ...units.map(({ id, name }) => choice(id, words.name(name))),
    ]),
    field('state', words.own('inbox.state'), filter.state ?? 'open', [
      choice('open', words.own('inbox.open')),
      choice(ANY, words.own('inbox.any-state')),
      ...CASE_STATES.map((state) => choice(state, words.own(`life.short.${state}`))),
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
