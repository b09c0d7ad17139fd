import type { Mutant } from './mutant';

const STORAGE = {
  file: 'bot/adapters/tables/directory/remembered-city.ts',
  test: 'tests/contracts/remembered-city.test.ts',
};
const WALK = { test: 'tests/cities/another-city.test.ts' };
const FOLDER = { test: 'tests/processes/check-city.test.ts' };

/** What makes a city data: its storage, its clocks, its languages and its names are its own. */
export const mutants: readonly Mutant[] = [
  {
    ...STORAGE,
    without: 'the refusal of a storage that is another city’s',
    search: 'if (remembered !== undefined) throw new WrongCity(id, remembered);',
    replacement: 'if (remembered !== undefined) return;',
  },
  {
    ...STORAGE,
    without: 'the refusal of a storage that was in use before storages remembered',
    search: 'if (!ownsOlderStorage && ',
    replacement: 'if (false && ',
  },
  {
    ...STORAGE,
    without: 'a second look after a lost race',
    search: 'if (first !== id) throw',
    replacement: 'if (false) throw',
  },
  {
    ...STORAGE,
    without: 'a memory of the city',
    search: 'await rows.insert({ ...PLACE, city: id });',
    replacement: '',
  },
  {
    ...WALK,
    file: 'bot/adapters/calendar/city-calendar.ts',
    without: 'the zone of the city',
    search: '...createClocks(timeZone)',
    replacement: "...createClocks('Europe/Helsinki')",
  },
  {
    ...WALK,
    file: 'bot/cards/person/preferences.ts',
    without: 'a choice among the languages of the city only',
    search: 'words.languages.map(',
    replacement: "(['fi', 'sv', 'en'] as const).map(",
  },
  {
    ...WALK,
    file: 'bot/deliveries/by-mail.ts',
    without: 'mails in the languages of the city only',
    search: '    languages: assistant.languages.spoken,',
    replacement: "    languages: ['fi', 'en'],",
  },
  {
    ...WALK,
    file: 'bot/start/channels.ts',
    without: 'the city’s own name as the sender',
    search: 'name: ownName(city)',
    replacement: "name: 'Kansainvälinen Espoo'",
  },
  {
    ...WALK,
    file: 'bot/cards/directory/parts.ts',
    without: 'forms with names in the languages of the city only',
    search: '!isName(part) || names.includes(part)',
    replacement: 'true',
  },
  {
    test: 'tests/cities/own-names.test.ts',
    file: 'bot/start/channels.ts',
    without: 'an address that is the city’s own',
    search: 'address: city.addresses.team',
    replacement: "address: 'international@espoo.fi'",
  },
  {
    file: 'bot/domain/language/language.ts',
    test: 'tests/domain/language/language.test.ts',
    without: 'the default language of the city',
    search: '?? city.default;',
    replacement: "?? 'en';",
  },
  {
    file: 'bot/start/city-folder.ts',
    test: 'tests/start/city-folder.test.ts',
    without: 'a choice of the operator among several cities',
    search: 'only !== undefined && cities.length === 1',
    replacement: 'only !== undefined',
  },
  {
    ...FOLDER,
    file: 'bot/adapters/content/city-file.ts',
    without: 'a look at the names in each language of the city',
    search: '    if (missing) throw',
    replacement: '    if (false) throw',
  },
  {
    ...FOLDER,
    file: 'bot/adapters/content/city-names.ts',
    without: 'a word on a form of a name that is missing',
    search: 'if (found === undefined) {',
    replacement: "if (found === undefined) return '';\n      if (found === undefined) {",
  },
  {
    ...FOLDER,
    file: 'bot/adapters/calendar/city-calendar.ts',
    without: 'the refusal of a country whose holidays nobody knows',
    search: 'if (!known[country] || ',
    replacement: 'if (false && ',
  },
];
