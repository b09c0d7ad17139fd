/** A field to choose one of many with: a list where a card has room for it, else the beginning of the name. */
import { MOST_OFFERED, narrowed, type Option } from '../../domain/directory/narrowing';
import type { Kit } from '../kit';
import { SEARCHABLE } from './field';
import { shortened } from './room';

/** The longest name that can be typed, in characters. */
export const LONGEST_TYPED = 200;

export interface Offered extends Option {
  /** What it is called in the reader's language. */
  readonly title: string;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

interface ChoiceOptions {
  /** Why it is asked. */
  readonly why: string;
  /** The longest title, in characters. */
  readonly room: number;
  /** A choice that is none of the options, and stands first. */
  readonly first?: readonly Choice[];
}

/**
 * What a field of a form is made of besides its id and label. `typed`: what stands in it, an id or part of a name. Where
 * several fit what was typed, they are the choices.
 */
export function choiceAmong({ words }: Kit, options: readonly Offered[], typed: string, more: ChoiceOptions) {
  const { why, room, first = [] } = more;
  const among = options.length > MOST_OFFERED ? fitting(options, typed) : options;
  if (among.length === 0 && options.length > 0) {
    const chosen = options.find(({ id }) => id === typed)?.title ?? typed;
    return {
      type: 'text',
      value: chosen.slice(0, LONGEST_TYPED),
      hint: words.own('form.hint', { why: `${why}. ${words.own('form.search')}` }),
      maxLength: LONGEST_TYPED,
      multiline: false,
      choices: [],
      style: 'compact',
    };
  }
  const choices = [...first, ...among.map(({ id, title }) => ({ title: shortened(title, room), value: id }))];
  return {
    type: 'choice',
    value: choices.some(({ value }) => value === typed) ? typed : '',
    hint: words.own('form.hint', { why }),
    choices,
    style: choices.length > SEARCHABLE ? 'filtered' : 'compact',
  };
}

/** Those that fit what was typed, where they are several and not too many. */
function fitting(options: readonly Offered[], typed: string): readonly Offered[] {
  const found = narrowed(options, typed);
  return found === 'none' || 'chosen' in found ? [] : options.filter(({ id }) => found.among.includes(id));
}
