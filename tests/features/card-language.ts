import { join } from 'node:path';
import { readJson } from '../../bot/adapters/content/files';
import { LANGUAGES, type Language } from '../../bot/domain/language';
import { testContent } from '../fixtures/content';
import { isObject, type JsonObject } from '../fixtures/json';
import { ROOT } from '../fixtures/root';
import { texts } from '../fixtures/teams-person';

/** Finds the texts on a card that are another language's words. */
export type ForeignTexts = (card: JsonObject, language: Language) => readonly string[];

/**
 * Knows every sentence of the bot and of the processes in these folders, every name in the directory and every country,
 * in each language. A text is foreign when it is such a sentence of another language and none of its own.
 */
export function foreignWordFinder(
  folders: readonly string[] = [join(ROOT, 'bot/processes/visit-request')],
): ForeignTexts {
  const { content } = testContent();
  const sentences = (language: Language): readonly string[] => [
    ...sentencesIn(readJson(ROOT, 'bot/locales', `${language}.json`)),
    ...folders.flatMap((folder) => sentencesIn(readJson(folder, `${language}.json`))),
    ...content.firstDirectory.units.map(({ name }) => name[language]),
    ...content.firstDirectory.themes.map(({ name }) => name[language]),
    ...content
      .words(language)
      .countries()
      .map(({ name }) => name),
  ];
  const patterns = new Map(LANGUAGES.map((language) => [language, sentences(language).map(asPattern)]));
  const isOf = (text: string, language: Language) =>
    patterns.get(language)?.some((pattern) => pattern.test(text)) ?? false;
  return (card, language) =>
    texts(card, { opened: true }).filter((text) => {
      const others = LANGUAGES.filter((other) => other !== language);
      return others.some((other) => isOf(text, other)) && !isOf(text, language);
    });
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
