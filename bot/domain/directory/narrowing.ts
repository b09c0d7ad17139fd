/**
 * A choice among more than a card can list: some letters of the name narrow it down. Names are those of the directory, in
 * any of its languages, or of people.
 */

import { foldedWords } from '../language/spelling';
import type { Unit } from './directory';

/** Beyond this many choices a card asks for the name instead: with long names more would not fit into what Teams shows. */
export const MOST_OFFERED = 100;

export interface Option {
  readonly id: string;
  /** What it is called, in every language. */
  readonly names: readonly string[];
}

export function unitOption({ id, name }: Unit): Option {
  return { id, names: Object.values(name) };
}

/** What was meant by an id or by what was typed of a name. */
export type Narrowed =
  | { readonly chosen: string }
  /** Several fit: ids in the order of the options; empty where more fit than a card can list. */
  | { readonly among: readonly string[] }
  | 'none';

/** At most `most` are told of. The option with this id, else the only one of that name, else those of which the words typed begin words. */
export function narrowed(options: readonly Option[], typed: string, most = MOST_OFFERED): Narrowed {
  const own = options.find(({ id }) => id === typed);
  if (own) return { chosen: own.id };
  const words = foldedWords(typed);
  if (words.length === 0) return 'none';
  const whole = words.join(' ');
  const read = options.map(({ id, names }) => ({ id, names: names.map(foldedWords) }));
  const same = read.filter(({ names }) => names.some((name) => name.join(' ') === whole));
  const begun = read.filter(({ names }) => names.some((name) => isBegun(name, words)));
  const [only, ...others] = same.length > 0 ? same : begun;
  if (!only) return 'none';
  if (others.length === 0) return { chosen: only.id };
  return { among: others.length < most ? [only, ...others].map(({ id }) => id) : [] };
}

/** Whether each of these words begins a word of the name. */
function isBegun(name: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => name.some((other) => other.startsWith(word)));
}
