import { casesCard, inboxCard, type NamedUnit, type Waiting } from '../../cards/listing/inbox';
import { ANY, type ListingFilter, type Looking, OWN, unitsToChoose } from '../../cards/listing/inbox-filter';
import type { Payload } from '../../cards/verbs';
import { narrowed, unitOption } from '../../domain/directory/narrowing';
import type { CaseLine } from '../../domain/listing/line';
import type { Message } from '../../domain/message';
import type { RegisterFilter, RegisterQuery } from '../../ports';
import type { Asked } from '../asked';
import { findLines, lookingOf } from './case-lines';
import { whatWaits } from './waiting';

/** Rows for each of the two parts of what waits, and for a page of a listing. */
export const ROWS_WAITING = 6;
export const ROWS_ON_PAGE = 8;

/** What waits for the person and for their units; with anything chosen, a page of the cases that they may see. */
export async function inbox(asked: Asked, { from, 'unit-name': typed, ...chosen }: Payload<'inbox'>): Promise<Message> {
  const looking = await lookingOf(asked.assistant, asked.turn.who);
  const { filter, ...named } = byName(looking, chosen, typed?.trim() ?? '');
  const isListing = from !== undefined || Object.values(filter).some((one) => one !== undefined);
  if (!isListing) return showWaiting(asked, looking);
  return showCases(asked, looking, filter, { from, ...named });
}

/** The filter with the unit whose name was typed. Where that is not clear, it stays as it was chosen. */
function byName(
  looking: Looking,
  filter: ListingFilter,
  named: string,
): { readonly filter: ListingFilter } & NamedUnit {
  if (named === '') return { filter };
  const found = narrowed(unitsToChoose(looking).map(unitOption), named);
  if (found === 'none') return { filter, named, problem: 'no-such' };
  if ('chosen' in found) return { filter: { ...filter, unit: found.chosen } };
  return { filter, named, problem: 'several' };
}

async function showWaiting({ assistant, speak }: Asked, looking: Looking): Promise<Message> {
  const { own, ofUnits, unreadable } = await whatWaits(assistant, looking);
  return inboxCard(speak, looking, { mine: waiting(own), units: waiting(ofUnits), unreadable });
}

async function showCases(
  { assistant, speak }: Asked,
  looking: Looking,
  filter: ListingFilter,
  shown: { readonly from: string | undefined } & NamedUnit,
): Promise<Message> {
  const page = await findLines(assistant, looking.viewer, queriesOf(looking, filter), {
    size: ROWS_ON_PAGE,
    from: shown.from,
    filter: registerFilter(looking, filter),
  });
  return casesCard(speak, looking, page, { filter, ...shown });
}

/** Where to look: all cases of a year for the team, those of their units for members, one's own for everybody. */
function queriesOf({ viewer, years }: Looking, { unit, year }: ListingFilter): readonly RegisterQuery[] {
  if (unit === OWN || (!viewer.coordinates && viewer.units.length === 0)) return [{ of: 'person', person: viewer.id }];
  if (viewer.coordinates) return [{ of: 'year', year: yearOf(year) ?? years[0] ?? 0 }];
  const chosen = viewer.units.filter((one) => unit === undefined || unit === ANY || unit === one);
  return chosen.map((one) => ({ of: 'unit', unit: one }));
}

function registerFilter({ viewer }: Looking, { unit, state, process, year }: ListingFilter): RegisterFilter {
  const isOfUnit = viewer.coordinates && unit !== undefined && unit !== ANY && unit !== OWN;
  const chosenYear = viewer.coordinates && unit !== OWN ? undefined : yearOf(year);
  return {
    ...(isOfUnit && { unit }),
    ...(state !== ANY && { state: state ?? 'open' }),
    ...(process !== undefined && process !== ANY && { process }),
    ...(chosenYear !== undefined && { year: chosenYear }),
  };
}

function yearOf(year: string | undefined): number | undefined {
  return year === undefined || year === ANY ? undefined : Number(year);
}

function waiting(lines: readonly CaseLine[]): Waiting {
  return { lines: lines.slice(0, ROWS_WAITING), more: lines.length > ROWS_WAITING };
}
