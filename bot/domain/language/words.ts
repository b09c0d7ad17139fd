/**
 * Words in one language, as the cards use them. The bot's own stand in `bot/locales/`, a process's in its folder, and
 * names of units and themes in the directory.
 */
import type own from '../../locales/en.json';
import type { Language, LocalizedName } from './language';
import type { Country } from './places';

type Path<T> = T extends string
  ? ''
  : { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string];

/** A key of the bot's own words; plural forms (`days_one`, `days_other`) are asked for without their ending. */
export type OwnKey = Singular<Path<typeof own>>;
type Singular<K extends string> = K extends `${infer Stem}_one` ? Stem : K extends `${string}_other` ? never : K;

export type WordParameters = Readonly<Record<string, string | number>>;

export interface Words {
  readonly language: Language;
  /** All languages that the city speaks. */
  readonly languages: readonly Language[];
  /** The bot's own words. `{{name}}` takes its value from `parameters`, `count` chooses the plural form. */
  own(key: OwnKey, parameters?: WordParameters): string;
  /** The words of a process, by the path in its language file. */
  process(processId: string, key: string, parameters?: WordParameters): string;
  /** A name from the directory. */
  name(name: LocalizedName): string;
  /** A calendar day (`2026-11-21`) as people write it. */
  day(isoDate: string): string;
  /** The day of a moment in the city (UTC, ISO 8601). */
  dayOf(isoMoment: string): string;
  /** The day and the time of a moment in the city (UTC, ISO 8601). */
  momentOf(isoMoment: string): string;
  /** A country by its ISO 3166-1 alpha-2 code. */
  country(code: string): string;
  /** All countries, in the alphabetical order of the language. */
  countries(): readonly Country[];
}
