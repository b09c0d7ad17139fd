/** Countries and cities by whatever name people call them. */
import { foldedName, foldedWords, nameKey } from './spelling';

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
  /** What else people call it, or a part of it that stands for the whole ("England"). */
  readonly others: readonly string[];
}

/** The names of a city that one list holds to be the same. */
export type CityNames = readonly string[];

/** A part of so many countries' names ("island", "republic") means none of them. */
const MOST_COUNTRIES = 3;
const SHORTEST_PART = 4;

/** The countries that are called so, in any language of the list; else those few of whose name it is a part ("Korea"). */
export function countriesMeant(countries: readonly Country[], text: string): readonly string[] {
  const codes = (fits: (name: string) => boolean) => [
    ...new Set(countries.filter(({ name, others }) => [name, ...others].some(fits)).map(({ code }) => code)),
  ];
  const wanted = foldedName(text);
  const named = codes((name) => wanted !== '' && foldedName(name) === wanted);
  if (named.length > 0) return named;
  const parts = foldedWords(text).filter((word) => word.length >= SHORTEST_PART);
  if (parts.length === 0) return [];
  const partly = codes((name) => {
    const words = foldedWords(name);
    return parts.every((part) => words.includes(part));
  });
  return partly.length <= MOST_COUNTRIES ? partly : [];
}

/** Everything that a city of that name is called, the name itself among it; nothing for one that no list knows. */
export function namesOfCity(cities: readonly CityNames[], text: string): readonly string[] {
  const wanted = nameKey(text);
  return cities.filter((names) => names.some((name) => nameKey(name) === wanted)).flat();
}

/**
 * A country as a choice in a list that one types in to search it, which finds what stands in it: with those other names
 * that its own does not show.
 */
export function countryChoice({ name, others }: Pick<Country, 'name' | 'others'>): string {
  const own = foldedName(name);
  const more = others.filter((other) => !own.includes(foldedName(other)));
  return more.length === 0 ? name : `${name} (${more.join(', ')})`;
}
