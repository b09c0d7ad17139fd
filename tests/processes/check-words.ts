import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import { isObject } from '../fixtures/json';
import { problem } from './problem';

/** Whether the word files of a process have the same keys in each language of the city. Nothing to say while none is there. */
export function checkWords(
  words: Readonly<Record<Language, unknown>>,
  languages: readonly Language[] = LANGUAGES,
): string[] {
  const written = languages.filter((language) => words[language] !== undefined);
  if (written.length === 0) return [];
  const keys = new Map(languages.map((language) => [language, new Set(keysOf(words[language]))]));
  const all = new Set([...keys.values()].flatMap((some) => [...some]));
  return languages.flatMap((language) =>
    [...all]
      .filter((key) => !keys.get(language)?.has(key))
      .map((key) =>
        problem(
          `${language}.json has no "${key}", which another language has`,
          'a person who reads this language would see no words there',
          `add it to ${language}.json, or take it away from the others`,
        ),
      ),
  );
}

/** Where the words stand, as dotted paths. A list of phrases is one place: languages may have more or fewer of them. */
function keysOf(words: unknown, place: readonly string[] = []): string[] {
  if (!isObject(words)) return words === undefined ? [] : [place.join('.')];
  return Object.entries(words).flatMap(([key, value]) => keysOf(value, [...place, key]));
}
