import { createInstance, type TFunction } from 'i18next';
import { LANGUAGES, type Language } from '../../domain/language';
import type { WordParameters, Words } from '../../domain/words';
import { countryCodes, countryName } from './countries';

/** The language files: the bot's own, and one for each process by its id. */
export type WordFiles = Readonly<
  Record<Language, { readonly own: unknown; readonly processes: Readonly<Record<string, unknown>> }>
>;

const OWN = 'own';
const ESPOO = 'Europe/Helsinki';
/** How each language writes dates: English as it is written in Finland, day first. */
const REGIONS: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Makes the words of the three languages. A key that is missing throws: `npm run check` finds it before a person does. */
export function createWords(files: WordFiles): Readonly<Record<Language, Words>> {
  const i18n = createInstance();
  const resources = Object.fromEntries(
    LANGUAGES.map((language) => [language, { [OWN]: files[language].own, ...files[language].processes }]),
  );
  void i18n.init({
    resources,
    lng: 'fi',
    fallbackLng: false,
    defaultNS: OWN,
    initAsync: false,
    showSupportNotice: false,
    // Cards show text as text; escaping is the business of the one place that writes HTML, the mail.
    interpolation: { escapeValue: false },
  } as Parameters<typeof i18n.init>[0]);
  const speak = (language: Language): Words => {
    const day = new Intl.DateTimeFormat(REGIONS[language], { dateStyle: 'long', timeZone: 'UTC' });
    const dayOf = new Intl.DateTimeFormat(REGIONS[language], { dateStyle: 'long', timeZone: ESPOO });
    const moment = new Intl.DateTimeFormat(REGIONS[language], {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: ESPOO,
    });
    const collator = new Intl.Collator(REGIONS[language]);
    const texts = new Map(
      [OWN, ...Object.keys(files[language].processes)].map((file) => [file, textsOf(i18n.getFixedT(language, file))]),
    );
    const text = (file: string, key: string, parameters?: WordParameters) => {
      const found = texts.get(file)?.(key, parameters);
      if (!found)
        throw new Error(`No words for "${key}": add the key to all three language files and run npm run check.`);
      return found;
    };
    const countries = countryCodes()
      .map((code) => ({ code, name: countryName(code, language) }))
      .sort((one, other) => collator.compare(one.name, other.name));
    return {
      language,
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
  return { fi: speak('fi'), sv: speak('sv'), en: speak('en') };
}

/** The text of a key in one file, or an empty one where there is none. */
function textsOf(translate: TFunction): (key: string, parameters?: WordParameters) => string {
  // Most texts are the same each time, and finding one costs more than anything else in a card.
  const plain = new Map<string, string>();
  // `nest: false`: "$t(...)" typed by a person stays what it is.
  const find = (key: string, parameters: WordParameters = {}) =>
    translate(key, { ...parameters, nest: false, returnObjects: false, defaultValue: '' });
  return (key, parameters) => {
    if (parameters) return find(key, parameters);
    const known = plain.get(key);
    if (known !== undefined) return known;
    const found = find(key);
    plain.set(key, found);
    return found;
  };
}
