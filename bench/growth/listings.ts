/** What people and the worker ask of the tables, as they ask it, in one city. */

import { openTables, type Tables } from '../../bot/adapters/tables/tables';
import { type FindOptions, findLines } from '../../bot/features/listing/case-lines';
import { ROWS_ON_PAGE } from '../../bot/features/listing/inbox';
import { PAGE_SIZE } from '../../bot/features/listing/my-work';
import { MOST_OPEN } from '../../bot/features/listing/waiting';
import type { RegisterQuery } from '../../bot/ports';
import { loadDirectory } from '../../tests/fixtures/model';
import { KINDS, NOW, nameAt, YEAR } from './city';
import { BUSY_USER, HEAVY_USER, handlerOf, viewerOf } from './people';

/** One thing that is asked, by name; each call asks it anew. */
export interface Listing {
  readonly name: string;
  /** Whether it is the first page that somebody sees, which must come with one request. */
  readonly isFirstPage: boolean;
  /** The city that the largest is compared with: the smallest, or, if only there as much is the same, the one before. */
  readonly against: 'smallest' | 'before';
  readonly ask: () => Promise<unknown>;
}

/** A unit that most of the cases come to. */
const UNIT = 'service-development';
/** Drafts that are looked for when somebody writes; entries that a worker takes. */
const RECENT = 5;
const BATCH = 32;
/** The turn of whoever of the unit has taken on open cases. */
const WITH_OPEN_CASES = 1;
const DEADLINE_MS = 60_000;

export function openCity(connectionString: string): Promise<Tables> {
  const clock = { now: () => NOW };
  return openTables({ access: { connectionString }, clock, firstDirectory: loadDirectory(), deadlineMs: DEADLINE_MS });
}

/** Opens the tables and says what is asked of them. */
export async function listingsOf(connectionString: string): Promise<readonly Listing[]> {
  const { drafts, register, outbox } = await openCity(connectionString);
  const member = handlerOf(UNIT, WITH_OPEN_CASES);
  const asMember = viewerOf(member, [UNIT], false);
  const asTeam = viewerOf(member, [], true);
  const lines = (viewer: typeof asMember, query: RegisterQuery, options: FindOptions) => () =>
    findLines({ register }, viewer, [query], options);
  const open = { size: MOST_OPEN, filter: { state: 'open' } } as const;
  const page = { size: ROWS_ON_PAGE };
  const ofUnit = { of: 'unit', unit: UNIT } as const;
  const first = await lines(asMember, ofUnit, page)();
  const firstOwn = await drafts.list(HEAVY_USER, { size: PAGE_SIZE });
  const mine = lines(asMember, { of: 'person', person: member.id }, open);
  if ((await mine()).items.length === 0)
    throw new Error(`${member.name} has no open cases: an empty inbox shows nothing.`);
  const against = 'smallest';
  const firstPage = (name: string, ask: Listing['ask']): Listing => ({ name, ask, isFirstPage: true, against });
  const other = (name: string, ask: Listing['ask']): Listing => ({ name, ask, isFirstPage: false, against });
  return [
    firstPage('my cases', () => drafts.list(HEAVY_USER, { size: PAGE_SIZE })),
    other('my cases, next page', () => drafts.list(HEAVY_USER, { size: PAGE_SIZE, from: firstOwn.next ?? '' })),
    { ...other('drafts to go on with', () => drafts.open(BUSY_USER, RECENT)), against: 'before' },
    firstPage('inbox: mine', mine),
    firstPage("inbox: my unit's", lines(asMember, ofUnit, { ...open, filter: { ...open.filter, unit: UNIT } })),
    firstPage("a unit's cases", lines(asMember, ofUnit, page)),
    other("a unit's cases, next page", lines(asMember, ofUnit, { ...page, from: first.next })),
    firstPage("the year's cases, open", lines(asTeam, { of: 'year', year: YEAR }, { ...page, filter: open.filter })),
    firstPage('search, a name', lines(asTeam, { of: 'words', text: nameAt(1) }, page)),
    firstPage('search, a word of every eighth', lines(asTeam, { of: 'words', text: KINDS[1] }, page)),
    other("the outbox's poll", () => outbox.due(NOW, BATCH)),
  ];
}
