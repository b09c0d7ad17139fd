/** The names in a source's line: of places, organisations and things, never of people. */
import { createHash } from 'node:crypto';

/**
 * Words that are names of people in the sources, by their hashes, so that they stand nowhere in the project. An address
 * of a person is known by its form.
 */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  '2nb5s7hSno-W',
  '8mWIKOTv0Hwe',
  '8xFGz3EjAx4S',
  '92k6bXlXfB5Q',
  'APEWnRQcWW88',
  'B_E6fQjYTaXF',
  'EOL9zutNtbvx',
  'PJUtfSBt5C9O',
  'RjpCqyiHh06f',
  'UN5WgIOWPWCq',
  'bHM0UpEKg51e',
  'dYzMBQAJQ_fl',
  'r_BrQhnXW4FZ',
  'tWeepzg7R98V',
  'wAOMEx0Y_I7S',
  'yM10ZDvlFjaI',
]);
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}'’.&/-]*[\p{L}\p{N}])?/gu;
const ADDRESS = /[\p{L}\d._-]+@[\p{L}\d.-]+/gu;

/** What a first reading of a whole source tells of its words. */
export interface KnownWords {
  /** Beginnings of words that stand with a capital within a sentence. */
  readonly names: ReadonlySet<string>;
  /** Beginnings of words that stand in small letters. */
  readonly others: ReadonlySet<string>;
}

/** Enough of a word to know its cases by: `Suomi` and `Suomen`; `Uusimaa`, and not `uusia`. */
const asName = (word: string) => word.slice(0, 4);
const asOther = (word: string) => word.slice(0, 5).toLowerCase();

export function knownWords(lines: readonly string[]): KnownWords {
  const words = lines.flatMap((line, at) => read(line, lines[at - 1] ?? ''));
  return {
    names: new Set(words.filter(isName).map(({ word }) => asName(word))),
    others: new Set(words.filter(({ word }) => /^\p{Ll}/u.test(word)).map(({ word }) => asOther(word))),
  };
}

/**
 * A word with a capital is a name, and rather one too many: a fact is held to them. At the beginning of a sentence it is one if it stands as a name elsewhere or nowhere
 * in small letters, if a name follows at once, or if its line is a list of names (`Køge, Tanska`). Headings have none.
 */
export function namesIn(line: string, before: string, { names, others }: KnownWords): readonly string[] {
  const addresses = (line.match(ADDRESS) ?? []).filter((address) => !/^[^@]*\.[^@]*@/.test(address));
  const words = read(line, before);
  const isList = line.includes(',') && words.every(({ word }) => /^\p{Lu}/u.test(word));
  const found = words.filter((one, at) => {
    if (!/\p{Lu}/u.test(one.word) || one.inHeading) return false;
    const next = words[at + 1];
    const isCalled = next?.touches === true && isName(next);
    return isName(one) || isCalled || isList || names.has(asName(one.word)) || !others.has(asOther(one.word));
  });
  return [...found.map(({ word }) => word), ...addresses].filter((word) => !isOfPerson(word));
}

interface Word {
  readonly word: string;
  readonly begins: boolean;
  /** Whether only a space stands between it and the word before. */
  readonly touches: boolean;
  readonly inHeading: boolean;
}

function read(line: string, before: string): readonly Word[] {
  const text = line.replace(ADDRESS, ' ');
  const inHeading = isHeading(line);
  return [...text.matchAll(WORD)].map((match) => {
    const ahead = text.slice(0, match.index);
    const begins = ahead.trim() === '' ? /(^|[.!?:…])\s*$/.test(before) : /[.!?:•…"”*–]\s*$/.test(ahead);
    return { word: match[0], begins, touches: /\S $/.test(ahead), inHeading };
  });
}

const isName = ({ word, begins, inHeading }: Word) =>
  !inHeading && (/^\p{Lu}{2,6}$/u.test(word) || (!begins && /\p{Lu}/u.test(word)));

const isHeading = (line: string) => !/\p{Ll}/u.test(line) && /\p{Lu}{7}/u.test(line);

export function isOfPerson(word: string): boolean {
  return OF_PEOPLE.has(
    createHash('sha256').update(word.normalize('NFC').toLowerCase()).digest('base64url').slice(0, 12),
  );
}
