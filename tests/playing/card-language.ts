import { join } from 'node:path';
import { readJson } from '../../bot/adapters/content/files';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import { countryChoice } from '../../bot/domain/language/places';
import { ownWords } from '../fixtures/city';
import { testContent } from '../fixtures/content';
import { isObject, type JsonObject } from '../fixtures/json';
import { PROCESSES } from '../fixtures/model';
import { texts } from '../fixtures/teams-person';

/** Finds the texts on a card that are another language's words. */
export type ForeignTexts = (card: JsonObject, language: Language) => readonly string[];

/**
 * Knows every sentence of the bot and of the processes in these folders, every name in the directory and every country,
 * in each language. A text is foreign when it is such a sentence of another language and none of its own.
 */
export function foreignWordFinder(folders: readonly string[] = [join(PROCESSES, 'visit-request')]): ForeignTexts {
  const { content } = testContent();
  const sentences = (language: Language): readonly string[] => [
    ...sentencesIn(ownWords(language)),
    ...folders.flatMap((folder) => sentencesIn(readJson(folder, `${language}.json`))),
    ...content.firstDirectory.units.map(({ name }) => name[language]),
    ...content.firstDirectory.themes.map(({ name }) => name[language]),
    ...content
      .words(language)
      .countries()
      .flatMap((country) => [country.name, countryChoice(country)]),
  ];
  const known = new Map(LANGUAGES.map((language) => [language, readerOf(sentences(language))]));
  const isOf = (text: string, language: Language) => known.get(language)?.(text) ?? false;
  return (card, language) =>
    [...new Set([...texts(card, { opened: true }), ...runsOn(card)])].filter((text) => {
      const others = LANGUAGES.filter((other) => other !== language);
      return others.some((other) => isOf(text, other)) && !isOf(text, language);
    });
}

/** The parts of which texts are put together: "Country: " and "South Korea" of "Country: South Korea". */
function runsOn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(runsOn);
  if (!isObject(node)) return [];
  if (node.type === 'TextRun') return [String(node.text).replace(/^ · |:? $/g, '')];
  return Object.values(node).flatMap(runsOn);
}

/** Knows sentences again: those without parameters by heart, the others by their pattern. Each text is judged once. */
function readerOf(sentences: readonly string[]): (text: string) => boolean {
  const whole = new Set(sentences.filter((sentence) => !sentence.includes('{{')));
  const patterns = sentences.filter((sentence) => sentence.includes('{{')).map(asPattern);
  const judged = new Map<string, boolean>();
  return (text) => {
    const before = judged.get(text);
    if (before !== undefined) return before;
    const found = whole.has(text) || patterns.some((pattern) => pattern.test(text));
    judged.set(text, found);
    return found;
  };
}

function sentencesIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (Array.isArray(words)) return words.flatMap(sentencesIn);
  return isObject(words) ? Object.values(words).flatMap(sentencesIn) : [];
}

/** A sentence as it stands on a card, whatever was put in the place of its `{{parameters}}`. */
function asPattern(sentence: string): RegExp {
  const parts = sentence.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // A template of parameters alone ("{{number}}: {{about}}") would match anything.
  return parts.join('').trim().length > 5 || parts.length === 1 ? new RegExp(`^${parts.join('.+')}$`, 's') : /^\b$/;
}
