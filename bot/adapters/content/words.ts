import { createInstance, type TFunction } from 'i18next';
import type { CityLanguages, Language } from '../../domain/language/language';
import type { WordParameters, Words } from '../../domain/language/words';
import { countriesIn, countryName, type OtherNames } from './countries';

/** The language files: the bot's own, and one for each process by its id. */
export type WordFiles = Readonly<
  Partial<Record<Language, { readonly own: unknown; readonly processes: Readonly<Record<string, unknown>> }>>
>;

/** What the words of a city depend on besides its files. */
export interface Speaking {
  readonly languages: CityLanguages;
  readonly timeZone: string;
  readonly otherNames: OtherNames;
}

const OWN = 'own';
/** How each language writes dates and lists: English as it is written in Britain, day first. */
export const REGIONS: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Makes the words of each language that the city speaks; any other gets those of its default. A key that is missing throws: `npm run check` finds it before a person does. */
export function createWords(
  files: WordFiles,
  { languages, timeZone, otherNames }: Speaking,
): (language: Language) => Words {
  const i18n = createInstance();
  const resources = Object.fromEntries(
    languages.spoken.map((language) => [language, { [OWN]: files[language]?.own, ...files[language]?.processes }]),
  );
  void i18n.init({
    resources,
    lng: languages.default,
    fallbackLng: false,
    defaultNS: OWN,
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<typeof i18n.init>[0]);
  const speak = (language: Language): Words => {
    const day = new Intl.DateTimeFormat(REGIONS[language], { dateStyle: 'long', timeZone: 'UTC' });
    const dayOf = new Intl.DateTimeFormat(REGIONS[language], { dateStyle: 'long', timeZone });
    const moment = new Intl.DateTimeFormat(REGIONS[language], {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone,
    });
    const collator = new Intl.Collator(REGIONS[language]);
    const plurals = new Intl.PluralRules(language);
    const texts = new Map(
      [OWN, ...Object.keys(files[language]?.processes ?? {})].map((file) => [
        file,
        textsOf(i18n.getFixedT(language, file), plurals),
      ]),
    );
    const text = (file: string, key: string, parameters?: WordParameters) => {
      const found = texts.get(file)?.(key, parameters);
      if (!found) throw new Error(`No words for "${key}": add the key to each language's file and run npm run check.`);
      return found;
    };
    const countries = [...countriesIn(language, otherNames)].sort((one, other) =>
      collator.compare(one.name, other.name),
    );
    return {
      language,
      languages: languages.spoken,
      own: (key, parameters) => text(OWN, key, parameters),
      process: (id, key, parameters) => text(id, key, parameters),
      name: (name) => name[language],
      day: (isoDate) => day.format(new Date(`${isoDate}T00:00:00Z`)),
      dayOf: (isoMoment) => dayOf.format(new Date(isoMoment)),
      momentOf: (isoMoment) => moment.format(new Date(isoMoment)),
      country: (code) => countryName(code, language),
      countries: () => countries,
    };
  };
  const known = new Map(languages.spoken.map((language) => [language, speak(language)]));
  const otherwise = known.get(languages.default) ?? speak(languages.default);
  return (language) => known.get(language) ?? otherwise;
}

/** A text with its values in their places. */
type Filled = (parameters: WordParameters) => string;

/** The text of a key in one file, or an empty one where there is none. */
function textsOf(
  translate: TFunction,
  plurals: Intl.PluralRules,
): (key: string, parameters?: WordParameters) => string {
  // i18next knows which text it is, and is asked once for each: asked each time, that was a third of what a card costs.
  const known = new Map<string, Filled>();
  return (key, parameters = {}) => {
    const count = typeof parameters.count === 'number' ? parameters.count : undefined;
    const form = count === undefined ? key : `${key} ${plurals.select(count)}`;
    let filled = known.get(form);
    if (!filled) {
      filled = withPlaces(translate(key, { count, skipInterpolation: true, returnObjects: false, defaultValue: '' }));
      known.set(form, filled);
    }
    return filled(parameters);
  };
}

/** Reads a text once. `{{name}}` takes the value as it is, and stays where there is none. */
function withPlaces(text: string): Filled {
  // Names stand at the odd places, what is between them at the even ones.
  const pieces = text.split(/\{\{(\w+)\}\}/);
  if (pieces.length === 1) return () => text;
  return (parameters) =>
    pieces.map((piece, at) => (at % 2 === 1 ? (parameters[piece] ?? `{{${piece}}}`) : piece)).join('');
}
