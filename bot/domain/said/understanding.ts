/**
 * What a person means by what they typed: a process to begin, or one of the commands. Phrases are data, in three
 * languages; any of them is understood whatever the person's language is, in upper or lower case. With one letter wrong
 * commands are understood in the person's own language alone, because a word of one is often nearly a command of another
 * ("tack" and "back").
 */
import { distance } from 'fastest-levenshtein';
import { caseNumber, parseCaseNumber } from '../case/number';
import { LANGUAGES, type Language } from '../language/language';
import { foldedWords } from '../language/spelling';
import { COMMANDS, type Command, type Phrases } from './phrases';

export type Meaning =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly language: Language;
      /** What was said behind it: what to search for, the number of a case. */
      readonly rest?: string;
    }
  | {
      readonly kind: 'start';
      readonly process: string;
      readonly language: Language;
      /** Nothing else was said. */
      readonly whole: boolean;
    };

export type Understand = (text: string, language: Language) => Meaning | undefined;

/**
 * Makes the reader of what people type. A command must be the whole message ("no" is not in "Nora"), or the beginning of
 * it where its phrase ends in "…"; such a phrase, and one of a command that is never guessed at, has to be written as it
 * is. The words that begin a process may stand inside a sentence, and the longest phrase found wins. The person's own
 * language goes first.
 */
export function createUnderstanding(phrases: Phrases): Understand {
  const commands = LANGUAGES.flatMap((language) =>
    COMMANDS.flatMap((command) =>
      phrases.commands[language][command].map((phrase) => ({
        words: foldedWords(phrase),
        isBeginning: phrase.endsWith(BEGINNING),
        isExact: phrase.endsWith(BEGINNING) || EXACT.includes(command),
        meaning: { kind: 'command', command, language } as const,
      })),
    ),
  );
  const starts = Object.entries(phrases.starts).flatMap(([process, byLanguage]) =>
    LANGUAGES.flatMap((language) =>
      byLanguage[language].map((phrase) => ({
        words: foldedWords(phrase),
        meaning: { kind: 'start', process, language } as const,
      })),
    ),
  );
  return (text, language) => {
    const said = foldedWords(text.slice(0, LONGEST_TEXT)).slice(0, LONGEST_MESSAGE);
    if (said.length === 0) return undefined;
    const own = (meaning: { readonly language: Language }) => (meaning.language === language ? 1 : 0);
    const command = best(
      commands.filter(({ words, isExact, meaning }) => {
        if (own(meaning) === 0 && isParticle(words)) return false;
        const reads = isExact || own(meaning) === 0 ? isSaid : isMeant;
        return words.length === said.length && words.every((word, at) => reads(said[at] ?? '', word));
      }),
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
    const start = best(
      starts.filter(({ words }) => stands(words, said)),
      ({ words, meaning }) => [words.length, own(meaning)],
    );
    return start && { ...start.meaning, whole: start.words.length === said.length };
  };
}

/** What cannot be taken back, leaves a walk or turns it round is never guessed at. */
const EXACT: readonly Command[] = ['submit', 'cancel', 'back', 'in-english', 'in-finnish', 'in-swedish'];

/** So short that it is something else in other languages ("on", "jo", "k"), but for what everybody here says. */
const LONGEST_PARTICLE = 2;
const KNOWN_TO_ALL = ['ei', 'ja', 'no', 'hi', 'ok'];

function isParticle(words: readonly string[]): boolean {
  const [word = ''] = words;
  return words.length === 1 && word.length <= LONGEST_PARTICLE && !KNOWN_TO_ALL.includes(word);
}

/** At the end of a phrase that something follows. */
const BEGINNING = '…';
/** The longest text behind a command. */
const LONGEST_REST = 200;
/** A case number inside a sentence; alone, it may be written more loosely. */
const NUMBER_IN_SENTENCE =
  /(?<![\p{L}\p{N}\p{Pd}])[a-zA-Z][\p{Pd}\u2212]?\d{4}[\p{Pd}\u2212]\d{1,9}(?![\p{L}\p{N}\p{Pd}])/u;

/** The number of the case that a text names, or undefined. */
export function caseNumberIn(text: string): string | undefined {
  const plain = text.slice(0, LONGEST_TEXT).normalize('NFKC');
  const alone = plain.length <= LONGEST_REST ? parseCaseNumber(plain) : undefined;
  const found = alone ?? parseCaseNumber(NUMBER_IN_SENTENCE.exec(plain)?.[0] ?? '');
  return found && caseNumber(found.prefix, found.year, found.serial);
}

/** Only so much is looked at, in words and in characters: who writes more than this does not give a command. */
const LONGEST_MESSAGE = 40;
const LONGEST_TEXT = 2_000;
/** Words shorter than this must be exact: "no" and "on" are one letter apart. */
const SHORTEST_WITH_TYPO = 4;

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

/** Whether a word is said, one slip of the finger allowed. */
export function isMeant(said: string, word: string): boolean {
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
