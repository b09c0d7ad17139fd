/** What a list outside (SharePoint) shows of a case. It is never the truth: it can be made again from the cases. */

import type { Language } from '../language/language';

/**
 * One line for each case. Names and words are as shown there; nothing else of what was typed leaves the case. A text is
 * empty where there is nothing to tell.
 */
export interface MirroredCase {
  readonly number: string;
  readonly title: string;
  readonly process: string;
  readonly state: string;
  readonly outcome: string;
  readonly unit: string;
  readonly requester: string;
  /** Empty while nobody has taken it on. */
  readonly holder: string;
  readonly organisation: string;
  readonly city: string;
  readonly country: string;
  readonly theme: string;
  /** What was recorded; null before. */
  readonly headCount: number | null;
  /** UTC, ISO 8601; the list knows no parts of a second. */
  readonly submittedAt: string;
  /** The sequence number of the case's latest event: the higher of two is the later. */
  readonly revision: number;
  /** Who requester and holder are, by their Entra object ids: for a list that shows people as people. */
  readonly people?: Partial<Record<MirroredPerson, string>>;
}

/** Who can be shown as a person, beside the name as text. */
export type MirroredPerson = 'requester' | 'holder';

/**
 * What is compared. People are not: a list knows them by ids of its own, and not everybody of the city is known there.
 */
export type MirroredColumn = Exclude<keyof MirroredCase, 'people'>;

/** In the order in which a list is read. */
export const MIRRORED_COLUMNS = [
  'number',
  'title',
  'process',
  'state',
  'outcome',
  'unit',
  'requester',
  'holder',
  'organisation',
  'city',
  'country',
  'theme',
  'headCount',
  'submittedAt',
  'revision',
] as const satisfies readonly MirroredColumn[];

/** What a list is called, and what its columns are. */
export interface ListNames {
  readonly name: string;
  /** Before the number of cases. */
  readonly count: string;
  readonly columns: Readonly<Record<MirroredColumn, string>>;
  /** In which language all that is. */
  readonly language: Language;
}

/** A line as the list has it; what somebody deleted there is missing. */
export interface MirrorItem {
  readonly id: string;
  readonly tag: string;
  readonly shown: Partial<Pick<MirroredCase, MirroredColumn>>;
  /** Whom it shows as people, by the list's own ids. Absent where it shows none. */
  readonly people?: Partial<Record<MirroredPerson, string>>;
}

/** What had to be done so that the list is as it should be; nothing, the second time. */
export interface Provisioned {
  readonly created: boolean;
  /** Names of columns. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

/** How a list differs from the cases. */
export interface MirrorDifferences {
  /** Cases that it does not show. */
  readonly missing: readonly MirroredCase[];
  /** Lines that show something else than their case, and what. */
  readonly different: readonly {
    readonly item: MirrorItem;
    readonly shouldShow: MirroredCase;
    readonly columns: readonly MirroredColumn[];
  }[];
  /** Lines of no case. */
  readonly surplus: readonly MirrorItem[];
}

/**
 * Compares a list with the cases. Read the list first: then a case that is new meanwhile is merely written once more,
 * and no line of it can seem to be of no case.
 */
export function compareMirror(items: readonly MirrorItem[], cases: Iterable<MirroredCase>): MirrorDifferences {
  const left = new Map<string, MirrorItem>();
  const surplus: MirrorItem[] = [];
  for (const item of items) {
    const { number } = item.shown;
    if (number === undefined || left.has(number)) surplus.push(item);
    else left.set(number, item);
  }
  const missing: MirroredCase[] = [];
  const different: MirrorDifferences['different'][number][] = [];
  for (const shouldShow of cases) {
    const item = left.get(shouldShow.number);
    left.delete(shouldShow.number);
    if (!item) missing.push(shouldShow);
    else {
      const columns = differingColumns(item.shown, shouldShow);
      if (columns.length > 0) different.push({ item, shouldShow, columns });
    }
  }
  return { missing, different, surplus: [...surplus, ...left.values()] };
}

/** The names of what a line shows wrongly. Both sides as a list can hold them (see `mirrored`). */
export function differingColumns(shown: MirrorItem['shown'], shouldShow: MirroredCase): readonly MirroredColumn[] {
  const { people: _, ...columns } = shouldShow;
  const names = Object.keys(columns) as MirroredColumn[];
  // A list makes no difference between empty and missing.
  return names.filter((name) => (shown[name] ?? '') !== (columns[name] ?? ''));
}

/** How much a line of text holds. */
const LONGEST_TEXT = 255;

/** What separates words, and signs that XML has no place for: SharePoint refuses a line with one. */
const NO_TEXT = /[\s\p{Cc}\uFFFE\uFFFF]+/gu;

/** The same as a list can hold it: texts of one line and 255 characters, times of whole seconds. */
export function mirrored(shown: MirroredCase): MirroredCase {
  const texts = Object.entries(shown).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(NO_TEXT, ' ').slice(0, LONGEST_TEXT).toWellFormed().trim() : value,
  ]);
  return {
    ...shown,
    ...Object.fromEntries(texts),
    submittedAt: `${new Date(shown.submittedAt).toISOString().slice(0, 19)}Z`,
  };
}
