/**
 * What a person means by what they typed: a process to begin, or one of the commands. Phrases are data, in three
 * languages; any of them is understood whatever the person's language is, upper or lower case, with one letter wrong.
 */
import { distance } from 'fastest-levenshtein';
import { LANGUAGES, type Language } from './domain/language';
import { COMMANDS, type Command, type Phrases } from './domain/phrases';

export type Meaning =
  | { readonly kind: 'command'; readonly command: Command; readonly language: Language }
  | { readonly kind: 'start'; readonly process: string; readonly language: Language };

export type Understand = (text: string, language: Language) => Meaning | undefined;

/**
 * Makes the reader of what people type. A command must be the whole message ("no" is not in "Nora"); the words that
 * begin a process may stand inside a sentence, and the longest phrase found wins. The person's own language goes first.
 */
export function createUnderstanding(phrases: Phrases): Understand {
  const commands = LANGUAGES.flatMap((language) =>
    COMMANDS.flatMap((command) =>
      phrases.commands[language][command].map((phrase) => ({
        words: wordsOf(phrase),
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
        ({ words }) => words.length === said.length && words.every((word, at) => isMeant(said[at] ?? '', word)),
      ),
      ({ words, meaning }) => [words.filter((word, at) => word === said[at]).length, own(meaning)],
    );
    if (command) return command.meaning;
    return best(
      starts.filter(({ words }) => stands(words, said)),
      ({ words, meaning }) => [words.length, own(meaning)],
    )?.meaning;
  };
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
