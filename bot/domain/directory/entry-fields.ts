/** The fields of the directory's forms: what may stand in each, and what is wrong with what was typed. */
import { z } from 'zod/v4';
import { type CityLanguages, LANGUAGES, type Language, type LocalizedName } from '../language/language';
import type { DayBounds } from '../language/written-day';
import { type Meant, type Problem, type ReadAnswer, readDate, readNumber, readText } from '../process/typed';
import { narrowed, type Option } from './narrowing';

/** Why a field of the directory cannot be kept; the person reads a sentence for each. */
export const ENTRY_PROBLEMS = [
  'not-an-address',
  'team-address',
  'not-a-case-number',
  'name-taken',
  'only-one',
  'unknown-person',
  'guest',
  'no-look-up',
  'already-member',
  'too-many',
  'no-room',
] as const;
export type EntryProblem = Problem | (typeof ENTRY_PROBLEMS)[number];

export type Inputs = Readonly<Record<string, unknown>>;
export type EntryProblems = Readonly<Record<string, EntryProblem>>;
export type Read<T> = { readonly value: T } | Unread;

/** What is wrong with the fields of a form, and what may be meant where a field is not clear. */
export interface Unread {
  readonly problems: EntryProblems;
  readonly meant?: Readonly<Record<string, Meant>>;
}

/** The longest texts of an entry, in characters. */
export const LONGEST = { name: 120, address: 200, spellings: 1000, caseNumber: 20 } as const;
const address = z.email();

/** Reads fields one after the other and gathers what is wrong with them. */
export class EntryForm {
  private readonly problems: Record<string, EntryProblem> = {};
  private readonly meant: Record<string, Meant> = {};

  constructor(private readonly inputs: Inputs) {}

  problem(field: string, problem: EntryProblem): void {
    this.problems[field] ??= problem;
  }

  done<T>(make: () => T): Read<T> {
    return Object.keys(this.problems).length > 0 ? { problems: this.problems, meant: this.meant } : { value: make() };
  }

  text(field: string, maxLength: number, required = false): string | undefined {
    const read = readText(this.inputs[field], { required, maxLength });
    // A line break can come in where the card has one line only.
    if ('value' in read) return typeof read.value === 'string' ? oneLine(read.value, field) : undefined;
    this.problem(field, read.problem);
    return undefined;
  }

  /** The names in the languages of the city; none of them another entry's. In any other language it is the default's. */
  name(
    others: readonly { readonly id: string; readonly name: LocalizedName }[],
    own: string | undefined,
    languages: CityLanguages,
  ): LocalizedName {
    const read = languages.spoken.map((language) => {
      const field = nameField(language);
      const text = this.text(field, LONGEST.name, true) ?? '';
      const isTaken = others.some((other) => other.id !== own && sameName(other.name[language], text));
      if (isTaken) this.problem(field, 'name-taken');
      return [language, text] as const;
    });
    const name = new Map(read);
    const inEach = LANGUAGES.map((language) => [language, name.get(language) ?? name.get(languages.default) ?? '']);
    return Object.fromEntries(inEach) as Record<Language, string>;
  }

  address(field: string): string | undefined {
    const text = this.text(field, LONGEST.address);
    if (text === undefined || address.safeParse(text).success) return text;
    this.problem(field, 'not-an-address');
    return undefined;
  }

  choice<T extends string>(field: string, choices: readonly T[]): T | undefined {
    const text = this.text(field, LONGEST.address, true);
    const found = choices.find((choice) => choice === text);
    if (text !== undefined && found === undefined) this.problem(field, 'not-a-choice');
    return found;
  }

  /** One of many, by its id or by its name, in part or whole. */
  among(field: string, options: readonly Option[]): string | undefined {
    const text = this.text(field, LONGEST.address, true);
    if (text === undefined) return undefined;
    const found = narrowed(options, text);
    if (found !== 'none' && 'chosen' in found) return found.chosen;
    this.problem(field, found === 'none' ? 'no-such' : 'several');
    return undefined;
  }

  day(field: string, bounds: DayBounds): string | undefined {
    const text = this.text(field, LONGEST.address);
    const value = text === undefined ? undefined : this.kept(field, readDate(text, bounds));
    return typeof value === 'string' ? value : undefined;
  }

  wholeNumber(field: string, limits: { readonly min: number; readonly max: number }): number {
    const raw = this.inputs[field];
    const written = typeof raw === 'number' ? raw : this.text(field, LONGEST.name, true);
    const value = written === undefined ? undefined : this.kept(field, readNumber(limits, written));
    return typeof value === 'number' ? value : limits.min;
  }

  /** The same, or undefined where nothing was written. */
  optionalNumber(field: string, limits: { readonly min: number; readonly max: number }): number | undefined {
    const isEmpty = typeof this.inputs[field] !== 'number' && this.text(field, LONGEST.name) === undefined;
    return isEmpty ? undefined : this.wholeNumber(field, limits);
  }

  /** The value, if it is one; else what is wrong with it is kept. */
  private kept(field: string, read: ReadAnswer) {
    if ('value' in read) return read.value;
    this.problem(field, read.problem);
    if (read.meant) this.meant[field] = read.meant;
    return undefined;
  }
}

/** The input of a name in a language. */
export function nameField(language: Language): `name-${Language}` {
  return `name-${language}`;
}

/** The input that says whether a unit takes part in a dignitary's visit. */
export function partyField(unit: string): `party-${string}` {
  return `party-${unit}`;
}

function oneLine(text: string, field: string): string {
  return field === 'spellings' ? text : text.replace(/\s+/g, ' ');
}

function sameName(one: string, other: string): boolean {
  return lookOf(one) === lookOf(other);
}

/** A name as people see it, so that nobody adds a second one that only a machine can tell from the first. */
function lookOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .toLowerCase();
}
