import { languageOfLocale } from '../../../bot/domain/language/language';
import { CITY_LANGUAGES } from '../../fixtures/city';

it.each([
  ['fi', 'fi'],
  ['fi-FI', 'fi'],
  ['sv', 'sv'],
  ['sv-FI', 'sv'],
  ['SV-fi', 'sv'],
  ['sv_FI', 'sv'],
  ['en', 'en'],
  ['en-US', 'en'],
  ['en-Latn-GB', 'en'],
])('who uses Teams in %s is spoken to in %s', (locale, language) => {
  expect(languageOfLocale(locale, CITY_LANGUAGES)).toBe(language);
});

it.each([undefined, '', 'de-DE', 'et', 'svenska', 'english', 'finnish', '-fi', '*'])(
  'who uses Teams in %p is spoken to in Finnish',
  (locale) => {
    expect(languageOfLocale(locale, CITY_LANGUAGES)).toBe('fi');
  },
);
