/** What waits for somebody, for the inbox and for the day's summary: by who is of which unit at that moment. */
import type { Looking } from '../../cards/listing/inbox-filter';
import { contactOf } from '../../domain/directory/contact';
import { findUnit, isMember } from '../../domain/directory/directory';
import type { CaseLine } from '../../domain/listing/line';
import type { RegisterFilter, RegisterQuery } from '../../ports';
import type { Assistant } from '../assistant';
import { findLines } from './case-lines';

/** Of more open cases than this, what waits is looked for among the newest. */
export const MOST_OPEN = 200;

/** What has waited longest comes first. */
export interface WhatWaits {
  /** What only this person can go on with, or has on their desk. */
  readonly own: readonly CaseLine[];
  /** What else waits for their units; what nobody has taken on comes before the rest. */
  readonly ofUnits: readonly CaseLine[];
  /** What could not be read of it. */
  readonly unreadable: readonly string[];
}

/** Everything that waits for whoever looks. */
export async function whatWaits(assistant: Assistant, looking: Looking): Promise<WhatWaits> {
  const { viewer } = looking;
  const open = (query: RegisterQuery, filter: RegisterFilter = {}) =>
    findLines(assistant, viewer, [query], { size: MOST_OPEN, filter: { state: 'open', ...filter } });
  const [named, ...inUnits] = await Promise.all([
    open({ of: 'person', person: viewer.id }),
    ...viewer.units.map((unit) => open({ of: 'unit', unit }, { unit })),
  ]);
  const found = [...named.items, ...inUnits.flatMap(({ items }) => items)];
  const lines = [...new Map(found.map((line) => [line.number, line])).values()].sort(bySince);
  const day = assistant.calendar.dayOf(assistant.clock.now());
  const own = lines.filter((line) => isOwn(assistant, looking, line, day));
  const ofUnits = lines.filter((line) => !own.includes(line) && isOfUnits(assistant, looking, line));
  return {
    own,
    ofUnits: ofUnits.sort((one, other) => Number(one.isTakenOn) - Number(other.isTakenOn)),
    unreadable: [named, ...inUnits].flatMap((page) => page.unreadable ?? []),
  };
}

/** Whether a case waits for this person: as its requester, as who carries it out or has it, or who is asked where that one has left. */
function isOwn(assistant: Assistant, looking: Looking, line: CaseLine, day: string): boolean {
  const { directory, viewer } = looking;
  const { waitsFor, requester, handler, unit } = line;
  if (waitsFor === 'requester') return requester.id === viewer.id;
  if (waitsFor !== 'responsible') return false;
  if (line.appointee?.id === viewer.id) return true;
  if (handler?.id === viewer.id && acts(assistant, looking, line)) return true;
  const isIn = (id: string) => [unit, directory.standing.coordinator].some((each) => isMember(directory, each, id));
  return handler !== undefined && !isIn(handler.id) && contactOf(directory, unit, day).contact?.id === viewer.id;
}

function isOfUnits({ rehearsal }: Assistant, looking: Looking, line: CaseLine): boolean {
  const { viewer } = looking;
  return line.waitsFor === 'responsible' && (viewer.units.includes(line.unit) || isPlayed(rehearsal, looking, line));
}

/** Whether whoever looks acts for the unit that has a case. */
function acts({ rehearsal }: Assistant, looking: Looking, line: CaseLine): boolean {
  const { viewer } = looking;
  return viewer.coordinates || viewer.units.includes(line.unit) || isPlayed(rehearsal, looking, line);
}

/** In local mode the requester plays the part of a unit that has nobody. */
function isPlayed(rehearsal: boolean, { directory, viewer }: Looking, line: CaseLine): boolean {
  return rehearsal && line.requester.id === viewer.id && findUnit(directory, line.unit)?.members.length === 0;
}

function bySince(one: CaseLine, other: CaseLine): number {
  return one.since.localeCompare(other.since);
}
