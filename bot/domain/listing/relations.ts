/**
 * What the city has had with somebody before, for whoever decides about the next visit: the latest cases with the same
 * organisation and city, how many with the country, and whether this repeats a theme. No answers and no names.
 */

import { monthsLater } from '../working-time';
import type { CaseLine } from './line';

/** An earlier case, as far as anybody of the city may know of it. */
export type EarlierCase = Pick<
  CaseLine,
  'number' | 'process' | 'submittedAt' | 'outcome' | 'state' | 'unit' | 'openTodos'
>;

export interface Relations {
  readonly organisation: readonly EarlierCase[];
  /** Those of the same city with somebody else. */
  readonly city: readonly EarlierCase[];
  /** How many with the country, those above among them; `atLeast` where there are more than were looked at. */
  readonly country: { readonly count: number; readonly atLeast: boolean };
  /** The latest one on the same theme within two years: pointed out, never blocked. */
  readonly repeats?: EarlierCase;
  /** The latest one that is likely to be the same request, which somebody else has taken: told, never blocked. */
  readonly same?: EarlierCase;
}

/** The lines that were found, the newest first. */
export interface FoundLines {
  readonly organisation: readonly CaseLine[];
  readonly city: readonly CaseLine[];
  readonly country: readonly CaseLine[];
  /** Whether the country has more than these. */
  readonly moreOfCountry: boolean;
}

const MOST_OF_ORGANISATION = 3;
const MOST_OF_CITY = 2;
const REPEAT_MONTHS = 24;

/** The new matter: its theme ('' for none), whose it is, and which line would be the same request. */
export interface AboutMatter {
  readonly theme: string;
  readonly tenant: string;
  readonly now: Date;
  readonly isSame: (line: CaseLine) => boolean;
}

/** What of the lines found matters to a new matter; undefined where nothing was found. */
export function relationsOf(found: FoundLines, { theme, tenant, now, isSame }: AboutMatter): Relations | undefined {
  const here = (lines: readonly CaseLine[]) => lines.filter((line) => line.tenant === tenant);
  const organisation = here(found.organisation);
  const city = here(found.city).filter(({ number }) => !organisation.some((other) => other.number === number));
  const country = { count: here(found.country).length, atLeast: found.moreOfCountry };
  if (organisation.length + city.length + country.count === 0) return undefined;
  const repeated = [...organisation, ...city]
    .filter((line) => theme !== '' && line.theme === theme && line.state !== 'withdrawn' && isRecent(line, now))
    .sort((one, other) => other.submittedAt.localeCompare(one.submittedAt))[0];
  const same = organisation.find(isSame);
  return {
    organisation: organisation.slice(0, MOST_OF_ORGANISATION).map(shown),
    city: city.slice(0, MOST_OF_CITY).map(shown),
    country,
    ...(repeated && { repeats: shown(repeated) }),
    ...(same && { same: shown(same) }),
  };
}

function isRecent({ submittedAt }: CaseLine, now: Date): boolean {
  return monthsLater(new Date(submittedAt), REPEAT_MONTHS) > now.toISOString();
}

function shown({ number, process, submittedAt, outcome, state, unit, openTodos }: CaseLine): EarlierCase {
  return { number, process, submittedAt, outcome, state, unit, openTodos };
}
