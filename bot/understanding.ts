/**
 * What a person means by what they typed: a process to begin, or one of the commands. Phrases are data, in three
 * languages; any of them is understood whatever the person's language is, upper or lower case, with one letter wrong.
 */
import { distance } from 'fastest-levenshtein';
import { caseNumber, parseCaseNumber } from './domain/case';
import { LANGUAGES, type Language } from './domain/language';
import { COMMANDS, type Command, type Phrases } from './domain/phrases';

export type Meaning =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly language: Language;
      /** What was said behind it: what to search for, the number of a case. */
      readonly rest?: string;
    }
  | { readonly kind: 'start'; readonly process: string; readonly language: Language };

export type Understand = (text: string, language: Language) => Meaning | undefined;

/**
 * Makes the reader of what people type. A command must be the whole message ("no" is not in "Nora"), or the beginning of
 * it where its phrase ends in "…"; such a phrase has to be written as it is. The words that begin a process may stand
 * inside a sentence, and the longest phrase found wins. The person's own language goes first.
 */
export function createUnderstanding(phrases: Phrases): Understand {
  const commands = LANGUAGES.flatMap((language) =>
    COMMANDS.flatMap((command) =>
      phrases.commands[language][command].map((phrase) => ({
        words: wordsOf(phrase),
        isBeginning: phrase.endsWith(BEGINNING),
        meaning: { kind: 'command', command, language } as const,
      })),
    ),
  );
  const starts = Object.entries(phrases.starts).flatMap(([process, byLanguage]) =>
    LANGUAGES.flatMap((language) =>
      byLanguage[language].map((phrase) => ({
        words: wordsOf(phrase),
        meaning: { kind: 'start', process, language } as const,
      })),
    ),
  );
  return (text, language) => {
    const said = wordsOf(text.slice(0, LONGEST_TEXT)).slice(0, LONGEST_MESSAGE);
    if (said.length === 0) return undefined;
    const own = (meaning: Meaning) => (meaning.language === language ? 1 : 0);
    const command = best(
      commands.filter(
        ({ words, isBeginning }) =>
          words.length === said.length &&
          words.every((word, at) => (isBeginning ? isSaid : isMeant)(said[at] ?? '', word)),
      ),
      ({ words, meaning }) => [words.filter((word, at) => word === said[at]).length, own(meaning)],
    );
    if (command) return command.meaning;
    const begun = best(
      commands.filter(({ words, isBeginning }) => isBeginning && words.every((word, at) => word === said[at])),
      ({ words, meaning }) => [words.length, own(meaning)],
    );
    const rest = begun && withoutWords(text, begun.words.length);
    const number = caseNumberIn(begun?.meaning.command === 'case' ? (rest ?? '') : text);
    if (begun && begun.meaning.command !== 'case') return { ...begun.meaning, rest: rest ?? '' };
    if (number !== undefined) return { kind: 'command', command: 'case', language, rest: number };
    return best(
      starts.filter(({ words }) => stands(words, said)),
      ({ words, meaning }) => [words.length, own(meaning)],
    )?.meaning;
  };
}

/** At the end of a phrase that something follows. */
const BEGINNING = '…';
/** The longest text behind a command. */
const LONGEST_REST = 200;
/** A case number inside a sentence; alone, it may be written more loosely. */
const NUMBER_IN_SENTENCE = /(?<![\p{L}\p{N}-])[a-z]-?\d{4}-\d{1,9}(?![\p{L}\p{N}-])/iu;

/** The number of the case that a text names, or undefined. */
export function caseNumberIn(text: string): string | undefined {
  const alone = text.length <= LONGEST_REST ? parseCaseNumber(text) : undefined;
  const found = alone ?? parseCaseNumber(NUMBER_IN_SENTENCE.exec(text.slice(0, LONGEST_TEXT))?.[0] ?? '');
  return found && caseNumber(found.prefix, found.year, found.serial);
}

/** Only so much is looked at, in words and in characters: who writes more than this does not give a command. */
const LONGEST_MESSAGE = 40;
const LONGEST_TEXT = 2_000;
/** Words shorter than this must be exact: "no" and "on" are one letter apart. */
const SHORTEST_WITH_TYPO = 4;

function wordsOf(text: string): readonly string[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** What stands behind the first words of a text, as it was written. */
function withoutWords(text: string, count: number): string {
  const words = [
    ...text
      .normalize('NFC')
      .slice(0, LONGEST_TEXT)
      .matchAll(/[\p{L}\p{N}\p{M}]+/gu),
  ];
  const last = words[count - 1];
  const rest = last ? text.normalize('NFC').slice(last.index + last[0].length) : '';
  return rest
    .replace(/^[\s:,.;-]+/, '')
    .slice(0, LONGEST_REST)
    .trim();
}

function isSaid(said: string, word: string): boolean {
  return said === word;
}

/** Whether `phrase` stands in `said`, in order, other words between allowed. */
function stands(phrase: readonly string[], said: readonly string[]): boolean {
  let found = 0;
  for (const word of said) {
    const wanted = phrase[found];
    if (wanted !== undefined && isMeant(word, wanted)) found += 1;
  }
  return found === phrase.length;
}

function isMeant(said: string, word: string): boolean {
  if (said === word) return true;
  if (word.length < SHORTEST_WITH_TYPO || said.length < SHORTEST_WITH_TYPO - 1) return false;
  if (Math.abs(said.length - word.length) > 1) return false;
  const wrong = distance(said, word);
  // Two letters swapped count as one slip.
  return wrong <= 1 || (wrong === 2 && [...said].sort().join('') === [...word].sort().join(''));
}

function best<T>(candidates: readonly T[], score: (candidate: T) => readonly [number, number]): T | undefined {
  return [...candidates].sort((one, other) => {
    const [a, b] = [score(one), score(other)];
    return b[0] - a[0] || b[1] - a[1];
  })[0];
}
