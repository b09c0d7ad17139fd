import { createInstance, type TFunction } from 'i18next';
import { LANGUAGES, type Language } from '../../domain/language';
import type { Words } from '../../domain/words';
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
    const countries = countryCodes()
      .map((code) => ({ code, name: countryName(code, language) }))
      .sort((one, other) => collator.compare(one.name, other.name));
    return {
      language,
      own: (key, parameters) => translate(i18n.getFixedT(language, OWN), key, parameters),
      process: (id, key, parameters) => translate(i18n.getFixedT(language, id), key, parameters),
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

function translate(t: TFunction, key: string, parameters: Readonly<Record<string, string | number>> = {}): string {
  // `nest: false`: "$t(...)" typed by a person stays what it is.
  const text = t(key, { ...parameters, nest: false, returnObjects: false, defaultValue: '' });
  if (text === '')
    throw new Error(`No words for "${key}": add the key to all three language files and run npm run check.`);
  return text;
}
