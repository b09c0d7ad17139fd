/**
 * What came in from a card, read as answers. Cards can be old, and what they send is written by whoever presses: so
 * every value is checked against its item here, and what does not fit is told as a problem, never kept halfway.
 */

import { sisterCityOf } from '../directory/sister-city';
import { dayBounds } from '../language/written-day';
import type { Answer, Answers } from '../process/answers';
import { subjectOf } from '../process/naming';
import type { Item, ItemOf } from '../process/process';
import {
  LONGEST_NAME,
  type Meant,
  type Problem,
  type ReadAnswer,
  readDate,
  readNumber,
  readText,
} from '../process/typed';
import type { Model } from '../rules/model';
import { directoryChoices, openChoices, type Position } from './replay';

/** What answers are read against. */
export interface Ground {
  readonly model: Model;
  readonly position: Position;
  /** `YYYY-MM-DD` in the city. */
  readonly today: string;
}

/** The answers of a form and the problems in it, by item id. Without problems, every item has an answer or `null`. */
export interface ReadForm {
  readonly values: Answers;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly meant: Readonly<Record<string, Meant>>;
}

/** Reads the inputs of a form; those of other items are ignored. */
export function readForm(ground: Ground, items: readonly Item[], inputs: Readonly<Record<string, unknown>>): ReadForm {
  const values: Record<string, Answer> = {};
  const problems: Record<string, Problem> = {};
  const meant: Record<string, Meant> = {};
  for (const item of items) {
    const picked = item.type === 'person' ? inputs[pickedOf(item)] : undefined;
    const read = readAnswer(ground, item, picked || inputs[item.id]);
    if ('value' in read) values[item.id] = read.value;
    else {
      problems[item.id] = read.problem;
      if (read.meant) meant[item.id] = read.meant;
    }
  }
  for (const item of items) {
    if (item.type !== 'date' || item.notBefore === undefined || problems[item.id]) continue;
    // A first date that stands in the same form counts as it is now, not as it was answered before.
    const inForm = items.some((other) => other.id === item.notBefore);
    const first = (inForm ? values : ground.position.facts.answers)[item.notBefore];
    const last = values[item.id];
    if (typeof first === 'string' && typeof last === 'string' && last < first) problems[item.id] = 'too-early';
  }
  return { values, problems, meant };
}

/**
 * The days of a form that are over, by item, to be pointed out before they are recorded as what they are. What was
 * answered so before has been; what was only jotted down in a form that is still open has not.
 */
export function daysOver(
  { position, today }: Ground,
  items: readonly Item[],
  values: Answers,
): Readonly<Record<string, string>> {
  const { next, facts } = position;
  const open = next.kind === 'form' ? next.items : [];
  return Object.fromEntries(
    items.flatMap(({ id, type }) => {
      const day = values[id];
      const isNew = facts.answers[id] !== day || open.some((item) => item.id === id);
      return type === 'date' && typeof day === 'string' && day < today && isNew ? [[id, day]] : [];
    }),
  );
}

/**
 * What follows from the name of a sister city in a form, by item: the choice to fill in where another was made, or none.
 * It is pointed out with the card, and can be changed there.
 */
export function followsFromSisterCity(
  { model: { directory, process }, position }: Ground,
  items: readonly Item[],
  values: Answers,
): Readonly<Record<string, string>> {
  const sister = sisterCityOf(directory, subjectOf(process, { ...position.facts.answers, ...values }));
  if (!sister) return {};
  return Object.fromEntries(
    items.flatMap(({ id, ...item }) => {
      if (item.type !== 'choice' || !item.sisterCity) return [];
      const { choose, insteadOf } = item.sisterCity;
      const given = values[id] ?? null;
      return given === null || insteadOf.some((other) => other === given) ? [[id, choose]] : [];
    }),
  );
}

/** Reads one value. Text keeps every character that was typed, but for space around it and its Unicode form (NFC). */
export function readAnswer(ground: Ground, item: Item, raw: unknown): ReadAnswer {
  const { model, position, today } = ground;
  if (item.type === 'yes-no') return readYesNo(raw);
  if (item.type === 'outcome') return { problem: 'not-a-choice' };
  if (item.type === 'choices') return readChoices(model, position, item, raw);
  if (raw === undefined || raw === null || raw === '') return item.required ? { problem: 'missing' } : { value: null };
  if (item.type === 'number') return readNumber(item, raw);
  if (typeof raw !== 'string') return { problem: 'not-readable' };
  if (item.type === 'text') return readText(raw, item);
  if (item.type === 'person') return readPerson(item, raw);
  if (item.type === 'date') return readDate(raw, dayBounds(today, item.years));
  return isOpen(model, position, item, raw) ? { value: raw } : { problem: 'not-a-choice' };
}

/** Pressed as itself, or chosen on a checklist, whose inputs hold texts. */
function readYesNo(raw: unknown): ReadAnswer {
  if (typeof raw === 'boolean') return { value: raw };
  if (raw === 'true' || raw === 'false') return { value: raw === 'true' };
  return { problem: raw === undefined || raw === null || raw === '' ? 'missing' : 'not-a-choice' };
}

/** The input in which somebody can be picked for an item, beside the one for a name; no item has such an id. */
export function pickedOf({ id }: Pick<Item, 'id'>): string {
  return `${id}.picked`;
}

/** What pickers hand over before it is known whose it is: an account in Teams, or an Entra object id. It is nobody's name. */
const UNNAMED = /^(29:|8:orgid:|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$)/i;

function readPerson(item: ItemOf<'person'>, raw: string): ReadAnswer {
  return UNNAMED.test(raw) ? { problem: 'nobody' } : readText(raw, { ...item, maxLength: LONGEST_NAME });
}

function readChoices(model: Model, position: Position, item: ItemOf<'choices'>, raw: unknown): ReadAnswer {
  if (raw === undefined || raw === null || raw === '') {
    // What was written in words stays until somebody chooses.
    const written = item.onceText ? position.facts.answers[item.id] : undefined;
    return { value: typeof written === 'string' ? written : [] };
  }
  if (typeof raw !== 'string') return { problem: 'not-readable' };
  const chosen = [...new Set(raw.split(','))];
  return chosen.every((id) => isOpen(model, position, item, id)) ? { value: chosen } : { problem: 'not-a-choice' };
}

function isOpen(model: Model, { facts }: Position, item: ItemOf<'choice'> | ItemOf<'choices'>, id: string): boolean {
  return (openChoices(item, facts) ?? directoryChoices(model, item)).includes(id);
}
