/**
 * What came in from a card, read as answers. Cards can be old, and what they send is written by whoever presses: so
 * every value is checked against its item here, and what does not fit is told as a problem, never kept halfway.
 */
import type { Answer, Answers } from './answers';
import type { Model } from './model';
import type { Item, ItemOf } from './process';
import { directoryChoices, openChoices, type Position } from './replay';

/** Why a value cannot be an answer; the person reads a sentence for each. */
export type Problem =
  | 'missing'
  | 'too-long'
  | 'not-readable'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-date'
  | 'too-early'
  | 'not-a-choice'
  /** Of a name: several have it, or nothing does. */
  | 'several'
  | 'no-such';

export type ReadAnswer = { readonly value: Answer } | { readonly problem: Problem };

/** The answers of a form and the problems in it, by item id. Without problems, every item has an answer or `null`. */
export interface ReadForm {
  readonly values: Answers;
  readonly problems: Readonly<Record<string, Problem>>;
}

/** Reads the inputs of a form; those of other items are ignored. */
export function readForm(
  model: Model,
  position: Position,
  items: readonly Item[],
  inputs: Readonly<Record<string, unknown>>,
): ReadForm {
  const values: Record<string, Answer> = {};
  const problems: Record<string, Problem> = {};
  for (const item of items) {
    const read = readAnswer(model, position, item, inputs[item.id]);
    if ('problem' in read) problems[item.id] = read.problem;
    else values[item.id] = read.value;
  }
  for (const item of items) {
    if (item.type !== 'date' || item.notBefore === undefined || problems[item.id]) continue;
    // A first date that stands in the same form counts as it is now, not as it was answered before.
    const inForm = items.some((other) => other.id === item.notBefore);
    const first = (inForm ? values : position.facts.answers)[item.notBefore];
    const last = values[item.id];
    if (typeof first === 'string' && typeof last === 'string' && last < first) problems[item.id] = 'too-early';
  }
  return { values, problems };
}

/** Reads one value. Text keeps every character that was typed, but for space around it and its Unicode form (NFC). */
export function readAnswer(model: Model, position: Position, item: Item, raw: unknown): ReadAnswer {
  if (item.type === 'yes-no') return typeof raw === 'boolean' ? { value: raw } : { problem: 'not-a-choice' };
  if (item.type === 'outcome') return { problem: 'not-a-choice' };
  if (item.type === 'choices') return readChoices(model, position, item, raw);
  if (raw === undefined || raw === null || raw === '') return item.required ? { problem: 'missing' } : { value: null };
  if (item.type === 'number') return readNumber(item, raw);
  if (typeof raw !== 'string') return { problem: 'not-readable' };
  if (item.type === 'text') return readText(raw, item);
  if (item.type === 'person') return readText(raw, { ...item, maxLength: LONGEST_NAME });
  if (item.type === 'date') return readDate(raw);
  return isOpen(model, position, item, raw) ? { value: raw } : { problem: 'not-a-choice' };
}

/** The longest name or address of a person, in characters. */
export const LONGEST_NAME = 200;

// NUL and its like cannot be stored in a table or shown on a card; line breaks and tabs can.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are looked for.
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** Reads a text: not too long, with nothing in it that cannot be stored or shown. */
export function readText(raw: unknown, item: Pick<ItemOf<'text'>, 'required' | 'maxLength'>): ReadAnswer {
  if (raw === undefined || raw === null) return item.required ? { problem: 'missing' } : { value: null };
  if (typeof raw !== 'string') return { problem: 'not-readable' };
  const text = raw.replace(/\r\n?/g, '\n').normalize('NFC').trim();
  if (text === '') return item.required ? { problem: 'missing' } : { value: null };
  if (UNSTORABLE.test(text) || !text.isWellFormed()) return { problem: 'not-readable' };
  return text.length > item.maxLength ? { problem: 'too-long' } : { value: text };
}

function readNumber(item: ItemOf<'number'>, raw: unknown): ReadAnswer {
  if (typeof raw !== 'string' && typeof raw !== 'number') return { problem: 'not-a-number' };
  const text = String(raw).trim().replace(',', '.');
  const value = Number(text);
  const decimals = /\.(\d*?)0*$/.exec(text)?.[1] ?? '';
  const fits = Number.isInteger(value) || (decimals !== '' && decimals.length <= (item.decimals ?? 0));
  if (text === '' || !Number.isFinite(value) || !fits) return { problem: 'not-a-number' };
  return value < item.min || value > item.max ? { problem: 'out-of-range' } : { value };
}

function readDate(raw: string): ReadAnswer {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(raw) ? new Date(`${raw}T00:00:00Z`) : undefined;
  const real = date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(raw);
  return real ? { value: raw } : { problem: 'not-a-date' };
}

function readChoices(model: Model, position: Position, item: ItemOf<'choices'>, raw: unknown): ReadAnswer {
  if (raw === undefined || raw === null || raw === '') return { value: [] };
  if (typeof raw !== 'string') return { problem: 'not-readable' };
  const chosen = [...new Set(raw.split(','))];
  return chosen.every((id) => isOpen(model, position, item, id)) ? { value: chosen } : { problem: 'not-a-choice' };
}

function isOpen(model: Model, { facts }: Position, item: ItemOf<'choice'> | ItemOf<'choices'>, id: string): boolean {
  return (openChoices(item, facts) ?? directoryChoices(model, item)).includes(id);
}
