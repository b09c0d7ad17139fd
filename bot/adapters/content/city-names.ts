/** Puts the city's names into the product's words: `{{city.genitive}}` in `bot/locales` becomes what the city is called. */
import type { Language } from '../../domain/language/language';
import type { City } from './city-file';
import { REGIONS } from './words';

/** A name in the form that a sentence needs. With a capital (`{{Team.nominative}}`) it begins with one. */
const PLACE = /\{\{(\w+)\.(\w+)\}\}/g;

/**
 * The same words with the names of a city in one language; what a turn fills in stays open.
 * @param file whose words these are, for the error
 * @throws Error for a name or form that the city does not have, with where to add it
 */
export function withNames(words: unknown, city: City, language: Language, file: string): unknown {
  const names: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = {
    city: city.names.city[language],
    administration: city.names.administration[language],
    assistant: city.names.assistant[language],
    team: city.names.team[language],
    address: {
      team: city.addresses.team,
      domain: city.addresses.domain,
      site: city.addresses.site[language] ?? '',
    },
    number: { example: city.exampleNumber },
    languages: { choice: choiceOf(city.languages, language) },
  };
  const filled = (text: string) =>
    text.replace(PLACE, (_place, asked: string, form: string) => {
      const name = asked.charAt(0).toLowerCase() + asked.slice(1);
      const found = names[name]?.[form];
      if (found === undefined) {
        throw new Error(`${file} needs names.${name}.${language}.${form}: add it to city.json of "${city.id}".`);
      }
      return name === asked ? found : found.charAt(0).toUpperCase() + found.slice(1);
    });
  const within = (node: unknown): unknown => {
    if (typeof node === 'string') return filled(node);
    if (Array.isArray(node)) return node.map(within);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, within(value)]));
  };
  return within(words);
}

/** "Finnish, Swedish or English", in a language. */
function choiceOf(languages: readonly Language[], language: Language): string {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const list = new Intl.ListFormat(REGIONS[language], { type: 'disjunction' });
  return list.format(languages.map((one) => names.of(one) ?? one));
}
