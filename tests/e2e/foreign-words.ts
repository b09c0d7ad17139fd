import { join } from 'node:path';
import { readJson } from '../../bot/adapters/content/files';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import { ownWords } from '../fixtures/city';
import { testContent } from '../fixtures/content';
import { PROCESSES } from '../fixtures/model';

/** Finds the words of another language in a text; names and typed words that belong there are given as `typed`. */
export type FindForeignWords = (text: string, language: Language, typed?: string) => readonly string[];

/** Shorter words are the same in many languages. */
const SHORTEST = 4;

/**
 * Knows every word that the assistant has in each language: its own, the processes', units and themes, countries and
 * months. A word is foreign when another language has it and its own has not; a loan word that both have is not.
 */
export function foreignWordsFinder(): FindForeignWords {
  const vocabularies = new Map(LANGUAGES.map((language) => [language, vocabulary(language)]));
  return (text, language, typed = '') => {
    const own = new Set([...(vocabularies.get(language) ?? []), ...wordsIn(typed)]);
    const foreign = new Set(
      LANGUAGES.filter((other) => other !== language).flatMap((other) => [...(vocabularies.get(other) ?? [])]),
    );
    return [...new Set(wordsIn(text))].filter((word) => foreign.has(word) && !own.has(word));
  };
}

function vocabulary(language: Language): ReadonlySet<string> {
  const { firstDirectory, processes, words } = testContent().content;
  const { units, themes, dignitaryMatrix } = firstDirectory;
  const speak = words(language);
  const sentences = [
    ...textsIn(ownWords(language)),
    ...[...processes.keys()].flatMap((id) => textsIn(readJson(join(PROCESSES, id), `${language}.json`))),
    ...[...units, ...themes, ...dignitaryMatrix].map(({ name }) => name[language]),
    ...speak.countries().flatMap(({ name, others }) => [name, ...others]),
    ...Array.from({ length: 12 }, (_, month) => speak.day(`2026-${String(month + 1).padStart(2, '0')}-01`)),
  ];
  return new Set(sentences.flatMap(wordsIn));
}

function textsIn(json: unknown): readonly string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(textsIn) : [];
}

function wordsIn(text: string): readonly string[] {
  return text
    .replaceAll(/\{\{.*?\}\}/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST);
}
