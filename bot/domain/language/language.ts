/** The languages that the product has words in. A city speaks some of them. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A name that is directory data (a unit, a theme): the administrator writes it in each language. */
export type LocalizedName = Readonly<Record<Language, string>>;

/** The languages of a city. */
export interface CityLanguages {
  readonly spoken: readonly Language[];
  /** One of them: that of whoever uses none of them, and of records and lists. */
  readonly default: Language;
}

/**
 * The language to begin with, from a BCP 47 tag as Teams sends it (`sv-FI`). Anything that the city does not speak gets
 * its default language.
 */
export function languageOfLocale(locale: string | undefined, city: CityLanguages): Language {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return city.spoken.find((language) => language === primary) ?? city.default;
}
