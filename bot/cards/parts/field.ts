import { countryChoice } from '../../domain/language/places';
import type { Named } from '../../domain/person';
import type { Answer } from '../../domain/process/answers';
import type { Item, ItemOf } from '../../domain/process/process';
import { LONGEST_NAME, type Meant, type Problem } from '../../domain/process/typed';
import type { Facts } from '../../domain/rules/condition';
import type { Model } from '../../domain/rules/model';
import { pickedOf } from '../../domain/walk/answer-input';
import { directoryChoices, openChoices } from '../../domain/walk/replay';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { dayInput } from './day-input';
import { choiceTitle, itemWord } from './facts';
import { shortened } from './room';
import { sourceText } from './source';
import { askedWhich, numberShown } from './which';

/** What was sent and could not be kept: shown again as it was typed, with a sentence for each problem. */
export interface Rejected {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly meant?: Readonly<Record<string, Meant>>;
  /** The days of items that have been pointed out as over: sent once more, they are what they are. */
  readonly over?: Readonly<Record<string, string>>;
}

/** Beyond this many choices, an input is a list to search in rather than one to look through. */
export const SEARCHABLE = 12;

/** A number or a day, in characters. */
const LONGEST_OTHER_INPUT = 40;
/** The first half of a surrogate pair, left at the end of a text that was cut. */
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;

/**
 * The input for an item, with what stands in it: what was sent and refused, else what is kept. `room`: the longest title
 * of a choice, in characters.
 */
export function field(
  kit: Kit,
  model: Model,
  facts: Facts,
  item: Item,
  rejected?: Rejected,
  room = Number.POSITIVE_INFINITY,
): Json {
  const { words } = kit;
  const word = (key: 'label' | 'question' | 'why') => itemWord(model, item, key, words);
  const kept = facts.answers[item.id];
  const problem = rejected?.problems[item.id];
  const typed = rejected?.inputs[item.id];
  const optional = item.type === 'choices' || ('required' in item && !item.required);
  const choices =
    item.type === 'choice' || item.type === 'choices'
      ? item.type === 'choice' && 'directory' in item.choices && item.choices.directory === 'countries'
        ? words.countries().map((country) => ({ title: countryChoice(country), value: country.code }))
        : (openChoices(item, facts) ?? directoryChoices(model, item)).map((id) => ({
            title: shortened(choiceTitle(model, item, id, words), room),
            value: id,
          }))
      : [];
  const input = {
    id: item.id,
    type: item.type === 'person' ? 'text' : item.type,
    label: optional ? words.own('form.optional', { question: word('question') }) : word('question'),
    hint: item.type === 'yes-no' ? word('why') : hint(kit, item, word('why')),
    problem: problem ? problemText(kit, item, problem) : '',
    value:
      typeof typed === 'string' || typeof typed === 'number'
        ? typedAgain(item, String(typed), choices)
        : inputValue(item, kept),
    ...(isWrittenBefore(item, kept) && { now: words.own('form.written-before', { text: shortened(kept, room) }) }),
    ...((item.type === 'text' || item.type === 'person') && {
      maxLength: longest(item),
      multiline: item.type === 'text' && (item.multiline ?? false),
    }),
    ...(item.type === 'number' && { min: item.min, max: item.max, error: problemText(kit, item, 'out-of-range') }),
    choose: words.own('form.choose', { label: word('label') }),
    choices,
    ...(item.type === 'yes-no' && {
      why: words.own('walk.why-short'),
      whyTitle: words.own('walk.why-of', { label: word('label') }),
      source: sourceText(kit, item.source),
      choices: [
        { title: words.own('answers.yes'), value: 'true' },
        { title: words.own('answers.no'), value: 'false' },
      ],
    }),
    style: choices.length > SEARCHABLE && item.type === 'choice' ? 'filtered' : 'compact',
  };
  if (item.type !== 'date') return askedWhich(kit, input, rejected?.meant?.[item.id]);
  return dayInput(kit, input, { kept: typeof kept === 'string' ? kept : undefined, years: item.years, rejected });
}

/** The inputs for an item: for a person one for their name, and one to pick them in Teams. */
export function fields(
  kit: Kit,
  model: Model,
  facts: Facts,
  item: Item,
  rejected?: Rejected,
  room = Number.POSITIVE_INFINITY,
): readonly Json[] {
  const own = field(kit, model, facts, item, rejected, room);
  return item.type === 'person' ? [own, pickerField(pickedInput(kit, pickedOf(item)), [], room)] : [own];
}

/** What a field to pick somebody says, beside one in which they can be written. */
export function pickedInput({ words }: Kit, id: string, why = words.own('form.picked-why')) {
  return {
    id,
    label: words.own('form.optional', { question: words.own('form.picked') }),
    hint: words.own('form.hint', { why }),
    problem: '',
    value: '',
    style: 'compact',
  };
}

/**
 * A field in which Teams searches everybody of the tenant. Elsewhere (the Playground) these people are all there are to
 * choose from.
 */
export function pickerField(input: object, known: readonly Named[], room: number): Json {
  return {
    ...input,
    type: 'person',
    choices: known.map(({ id, name }) => ({ title: shortened(name, room), value: id })),
  };
}

function hint({ words }: Kit, item: Item, why: string): string {
  return item.type === 'text' || item.type === 'person'
    ? words.own('form.limit', { why, count: longest(item) })
    : words.own('form.hint', { why });
}

function problemText({ words }: Kit, item: Item, problem: Problem): string {
  if (problem === 'not-a-number' && item.type === 'number' && item.decimals !== undefined) {
    return words.own('problems.not-a-decimal', { count: item.decimals });
  }
  if (problem === 'missing' && item.type === 'yes-no') return words.own('problems.missing-answer');
  // A client drops what it cannot read as a number, so who wrote "1 000" sees an empty input.
  if (problem === 'missing' && item.type === 'number') return words.own('problems.missing-number');
  const limits = {
    ...((item.type === 'text' || item.type === 'person') && { max: longest(item) }),
    ...(item.type === 'number' && { min: item.min, max: item.max }),
  };
  return words.own(`problems.${problem}`, limits);
}

/**
 * What was typed, as far as the input can show it: a number input shows numbers only, a list its choices, a text no more
 * than its limit.
 * Today's clients send nothing else; from one that does, the card could grow beyond what Teams shows.
 */
function typedAgain(item: Item, typed: string, choices: readonly { readonly value: string }[]): string {
  switch (item.type) {
    case 'text':
    case 'person':
      return shownAgain(typed, longest(item));
    case 'number':
      return numberShown(typed);
    case 'yes-no':
      return typed === 'true' || typed === 'false' ? typed : '';
    case 'choice':
    case 'choices': {
      const chosen = typed.split(',');
      return choices.flatMap(({ value }) => (chosen.includes(value) ? [value] : [])).join(',');
    }
    default:
      return shownAgain(typed, LONGEST_OTHER_INPUT);
  }
}

/** What was typed into a text that is no item's and could not be kept, as far as it may be shown; undefined where nothing was. */
export function typedText(rejected: Rejected | undefined, id: string, maxLength: number): string | undefined {
  const typed = rejected?.inputs[id];
  return typeof typed === 'string' ? shownAgain(typed, maxLength) : undefined;
}

function shownAgain(typed: string, most: number): string {
  return typed.slice(0, most).replace(HALF_A_CHARACTER, '');
}

/** Whether it was written in words before it was to be chosen. */
function isWrittenBefore(item: Item, kept: Answer | undefined): kept is string {
  return item.type === 'choices' && typeof kept === 'string';
}

function inputValue(item: Item, kept: Answer | undefined): string {
  if (isWrittenBefore(item, kept)) return '';
  if (kept === undefined || kept === null) return '';
  return Array.isArray(kept) ? kept.join(',') : String(kept);
}

function longest(item: ItemOf<'text'> | ItemOf<'person'>): number {
  return item.type === 'text' ? item.maxLength : LONGEST_NAME;
}
