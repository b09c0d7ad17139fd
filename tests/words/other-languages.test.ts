/** No common word of one language, and no name of a country or language, is read as a command of another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import { foldedWords } from '../../bot/domain/language/spelling';
import { createUnderstanding } from '../../bot/domain/said/understanding';
import { testContent } from '../fixtures/content';
import { ROOT } from '../fixtures/root';
import { leavesOf } from './word-keys';

const { content } = testContent();
const { phrases } = content;
const understand = createUnderstanding(phrases);
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const listed = (read('tests/words/common-words.json') as { words: Record<Language, readonly string[]> }).words;

/** Words of the lists that may be read so all the same: everybody in a bilingual city gives these answers. */
const READ_ALL_THE_SAME: Readonly<Record<Language, readonly string[]>> = {
  // "And" and "well"; nobody writes them alone.
  fi: ['ja', 'no'],
  // In the list, but English.
  sv: ['later'],
  // In the list as codes of countries.
  en: ['ja'],
};

/** The words that people here use: a list of common ones, and all that the assistant itself says but for how languages call themselves. */
function wordsOf(language: Language): readonly string[] {
  const files = ['bot/locales', ...[...content.processes.keys()].map((id) => `bot/city/espoo/processes/${id}`)];
  const own = files.flatMap((folder) =>
    [...leavesOf(read(`${folder}/${language}.json`))]
      .filter(([key]) => !/^(start|language\.)/.test(key))
      .map(([, text]) => text.replace(/\{\{[\w.]+\}\}/g, ' ')),
  );
  return [...new Set([...listed[language], ...own.flatMap(foldedWords)])];
}

/** What countries and languages are called in a language. */
function namesOf(language: Language): readonly string[] {
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  return [
    ...content
      .words(language)
      .countries()
      .flatMap(({ name, others }) => [name, ...others]),
    ...['fi', 'sv', 'en', 'et', 'ru', 'de', 'fr', 'es', 'zh', 'ja', 'ko', 'ar', 'uk', 'no', 'da', 'is', 'se'].map(
      (code) => languages.of(code) ?? code,
    ),
  ];
}

/** Whether a text is one of a language's own phrases. */
function isPhrase(text: string, language: Language): boolean {
  const wanted = foldedWords(text).join(' ');
  return Object.values(phrases.commands[language])
    .flat()
    .some((phrase) => foldedWords(phrase).join(' ') === wanted);
}

describe.each(LANGUAGES)('to somebody who speaks %s', (language) => {
  it.each([
    ['word', wordsOf(language)],
    ['name of a country or language', namesOf(language)],
  ] as const)('no common %s is a command of another language', (_what, words) => {
    expect(words.length).toBeGreaterThan(250);
    const misread = words.flatMap((word) => {
      const meaning = understand(word, language);
      const isOthers = meaning?.kind === 'command' && meaning.language !== language && meaning.command !== 'case';
      return isOthers && !isPhrase(word, language) && !READ_ALL_THE_SAME[language].includes(word)
        ? [`${word}: ${meaning.command} (${meaning.language})`]
        : [];
    });
    expect(misread).toEqual([]);
  });

  it('no common word and no name begins a process by itself', () => {
    const begun = [...listed[language], ...namesOf(language)].filter(
      (word) => understand(word, language)?.kind === 'start',
    );
    expect(begun).toEqual([]);
  });

  it('no common word sends, throws away or turns back, but for the very words that do', () => {
    const words = [...wordsOf(language), ...namesOf(language)];
    const acting = words.filter((word) => {
      const meaning = understand(word, language);
      return meaning?.kind === 'command' && ['submit', 'cancel', 'back'].includes(meaning.command);
    });
    expect(acting.filter((word) => !LANGUAGES.some((other) => isPhrase(word, other)))).toEqual([]);
  });
});
