/** The languages that the assistant speaks. Finnish and Swedish are the city's own; English serves colleagues with neither. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A name that is directory data (a unit, a theme): the administrator writes it in each language. */
export type LocalizedName = Readonly<Record<Language, string>>;

/**
 * The language to begin with, from a BCP 47 tag as Teams sends it (`sv-FI`).
 * Anything that is neither Finnish nor Swedish nor English gets Finnish, the city's majority language.
 */
export function languageOfLocale(locale: string | undefined): Language {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? 'fi';
}
