/** Reading what was typed or picked, whatever it is for. */
import { isBlank, withPlainLineBreaks } from '../language/visible-text';
import { type DayBounds, isWithin, readDay } from '../language/written-day';
import { numbersMeant, type WrittenNumber } from '../language/written-number';
import type { Answer } from './answers';
import type { ItemOf } from './process';

/** Why a value cannot be an answer, or not yet; the person reads a sentence for each, and with "which" a question. */
export type Problem =
  | 'missing'
  | 'too-long'
  | 'not-readable'
  | 'not-a-number'
  | 'out-of-range'
  | 'which-number'
  | 'not-a-date'
  | 'out-of-bounds'
  | 'which-day'
  | 'day-over'
  | 'sister-city'
  | 'too-early'
  | 'not-a-choice'
  /** Of a name: several have it, or nothing does. */
  | 'several'
  | 'no-such'
  /** Of somebody who was picked: nobody knows them by what the picker says. */
  | 'nobody';

/** What a value may mean that could mean several things, or is not written out: for its writer to choose from. */
export type Meant = readonly (string | number)[];

export type ReadAnswer = { readonly value: Answer } | { readonly problem: Problem; readonly meant?: Meant };

/** The longest name or address of a person, in characters. */
export const LONGEST_NAME = 200;

// NUL and its like cannot be stored in a table or shown on a card; line breaks and tabs can.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are looked for.
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** Reads a text: something in it can be seen, it is not too long, and all of it can be stored and shown. */
export function readText(raw: unknown, item: Pick<ItemOf<'text'>, 'required' | 'maxLength'>): ReadAnswer {
  if (raw === undefined || raw === null) return item.required ? { problem: 'missing' } : { value: null };
  if (typeof raw !== 'string') return { problem: 'not-readable' };
  const text = withPlainLineBreaks(raw).normalize('NFC').trim();
  if (UNSTORABLE.test(text) || !text.isWellFormed()) return { problem: 'not-readable' };
  if (isBlank(text)) return item.required ? { problem: 'missing' } : { value: null };
  return text.length > item.maxLength ? { problem: 'too-long' } : { value: text };
}

/** What a number has to be: from `min` to `max`, a whole one where no decimals are named. */
export type NumberLimits = Pick<ItemOf<'number'>, 'min' | 'max' | 'decimals'>;

/** Reads a number, from a client that sends one as a number or as it was typed. */
export function readNumber({ min, max, decimals = 0 }: NumberLimits, raw: unknown): ReadAnswer {
  if (typeof raw !== 'string' && typeof raw !== 'number') return { problem: 'not-a-number' };
  const written = typeof raw === 'number' ? [exactly(raw)] : numbersMeant(raw);
  const fitting = written.filter((number) => number.decimals <= decimals);
  // There is no nought below nought.
  const values = fitting.map(({ value }) => value + 0).filter((value) => min <= value && value <= max);
  const [value] = values;
  if (fitting.length === 0) return { problem: 'not-a-number' };
  if (value === undefined) return { problem: 'out-of-range' };
  return written.length === 1 ? { value } : { problem: 'which-number', meant: values };
}

/** A number that is one already means what it says. */
function exactly(value: number): WrittenNumber {
  const [, decimals] = /\.(\d+)$/.exec(String(value)) ?? [];
  return { value, decimals: Number.isInteger(value) ? 0 : (decimals?.length ?? Number.POSITIVE_INFINITY) };
}

/** Reads a day within bounds, from a client that has a calendar or from one that has not. */
export function readDate(raw: string, bounds: DayBounds): ReadAnswer {
  const read = readDay(raw, bounds);
  if (!read) return { problem: 'not-a-date' };
  if ('day' in read) return isWithin(read.day, bounds) ? { value: read.day } : { problem: 'out-of-bounds' };
  return read.meant.length === 0 ? { problem: 'out-of-bounds' } : { problem: 'which-day', meant: read.meant };
}
