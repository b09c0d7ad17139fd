import { getAlpha2Codes } from 'i18n-iso-countries/index';
import { LANGUAGES, type Language } from '../../domain/language';

// The library knows which codes there are; the runtime's own names are the ones in everyday use ("South Korea").
const names = new Map(LANGUAGES.map((language) => [language, new Intl.DisplayNames(language, { type: 'region' })]));

/** ISO 3166-1 alpha-2 codes of all countries. */
export function countryCodes(): readonly string[] {
  return Object.keys(getAlpha2Codes());
}

const CODE = /^[A-Z]{2}$/;

/** A country's name in a language; the code itself when there is none, or it is no code (the runtime would throw). */
export function countryName(code: string, language: Language): string {
  return CODE.test(code) ? (names.get(language)?.of(code) ?? code) : code;
}
