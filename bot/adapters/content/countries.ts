import { join } from 'node:path';
import { getAlpha2Codes } from 'i18n-iso-countries/index';
import english from 'i18n-iso-countries/langs/en.json';
import finnish from 'i18n-iso-countries/langs/fi.json';
import swedish from 'i18n-iso-countries/langs/sv.json';
import { z } from 'zod/v4';
import { LANGUAGES, type Language } from '../../domain/language/language';
import type { CityNames, Country } from '../../domain/language/places';
import { foldedName } from '../../domain/language/spelling';
import { parsed, readJson } from './files';

// The library knows which codes there are; the runtime's own names are the ones in everyday use ("South Korea").
const names = new Map(LANGUAGES.map((language) => [language, new Intl.DisplayNames(language, { type: 'region' })]));
/** The library's names: of many countries the official one and others besides ("Turkey", "Russian Federation"). */
const LISTED: Readonly<Record<Language, Readonly<Record<string, string | string[]>>>> = {
  fi: finnish.countries,
  sv: swedish.countries,
  en: english.countries,
};

/** Names that stand in neither: `bot/places/country-names.json`, each with its source. */
export type OtherNames = z.infer<typeof otherNames>['names'];
const inEach = z.array(z.string().min(1));
const otherNames = z.strictObject({
  source: z.string().min(1),
  names: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z]{2}$/),
      names: z.strictObject({ fi: inEach, sv: inEach, en: inEach }),
      source: z.string().min(1),
    }),
  ),
});
const cityNames = z.strictObject({ source: z.string().min(1), names: z.array(z.array(z.string().min(1)).min(2)) });

/** ISO 3166-1 alpha-2 codes of all countries. */
export function countryCodes(): readonly string[] {
  return Object.keys(getAlpha2Codes());
}

const CODE = /^[A-Z]{2}$/;

/** A country's name in a language; the code itself when there is none, or it is no code (the runtime would throw). */
export function countryName(code: string, language: Language): string {
  return CODE.test(code) ? (names.get(language)?.of(code) ?? code) : code;
}

/** Everything that a country is called in a language, its everyday name first. */
export function countryNamesIn(code: string, language: Language, more: OtherNames): readonly string[] {
  const others = more.filter((other) => other.code === code).flatMap(({ names }) => names[language]);
  return [countryName(code, language), ...[LISTED[language][code] ?? []].flat(), ...others];
}

/** All countries with everything that they are called in a language, each name once however it is spelt. */
export function countriesIn(language: Language, more: OtherNames): readonly Country[] {
  return countryCodes().map((code) => {
    const [name = code, ...all] = countryNamesIn(code, language, more);
    const byFolding = new Map([name, ...all].reverse().map((other) => [foldedName(other), other]));
    byFolding.delete(foldedName(name));
    return { code, name, others: [...byFolding.values()].reverse() };
  });
}

/** Reads the other names of countries in `folder`, `bot/places`. */
export function readOtherNames(folder: string): OtherNames {
  return parsed(otherNames, readJson(folder, 'country-names.json'), join(folder, 'country-names.json')).names;
}

/** Reads the names of cities in `folder`, `bot/places`. */
export function readCityNames(folder: string): readonly CityNames[] {
  return parsed(cityNames, readJson(folder, 'cities.json'), join(folder, 'cities.json')).names;
}
