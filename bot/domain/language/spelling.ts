/**
 * Names as people spell them differently: upper or lower case, with or without accents, full-width, with hyphens or
 * spaces, with an apostrophe or without ("Xi'an"), with points or without ("U.N."), "ö" or "oe".
 */
import { keptWords } from './kept-spelling';

/** Letters that are letters of their own, and so keep their mark when marks are taken away. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  // Greek has another s at the end of a word.
  ς: 'σ',
};
const ANY_OF_THEM = new RegExp(`[${Object.keys(OWN_LETTERS).join('')}]`, 'g');
/** How those who have no such key write these letters. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe' };
const ANY_WRITTEN_OUT = new RegExp(`[${Object.keys(WRITTEN_OUT).join('')}]`, 'g');

const APOSTROPHE_INSIDE = /(?<=[\p{L}\p{M}])['’‘ʼʻ`´′＇](?=\p{L})/gu;
const INITIALS = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}(?![\p{L}\p{N}]))+/gu;

function folded(text: string): string {
  const bare = text
    .replace(APOSTROPHE_INSIDE, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    // Capitals first: a few letters of old scripts have the capital, and so the small letter, of another one.
    .toUpperCase()
    .toLowerCase();
  return bare
    .replace(ANY_OF_THEM, (letter) => OWN_LETTERS[letter] ?? letter)
    .replace(INITIALS, (letters) => letters.replaceAll('.', ''));
}

/** The letters of a name alone: two spellings of it are the same then. */
export function foldedName(text: string): string {
  return folded(text).replace(/[^\p{L}]/gu, '');
}

/** The words and numbers of a text, each without case and accents. */
export function foldedWords(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The same for two names that differ in no more than how they are spelt: "Köln", "Koln" and "KOELN". */
export function nameKey(text: string): string {
  return foldedWords(text).map(withoutWrittenOut).join(' ');
}

/**
 * The words of a text in every spelling under which somebody may have stored them: as they are, with "ö" written out or
 * the other way round, and as names were folded first.
 */
export function spellingsOf(text: string): readonly (readonly string[])[] {
  const plain = foldedWords(text);
  const writtenOut = text
    .normalize('NFC')
    .toLowerCase()
    .replace(ANY_WRITTEN_OUT, (letter) => WRITTEN_OUT[letter] ?? letter);
  const all = [plain, foldedWords(writtenOut), plain.map(withoutWrittenOut), keptWords(text)];
  return [...new Map(all.map((words) => [words.join(' '), words])).values()];
}

function withoutWrittenOut(word: string): string {
  return word.replace(/([aou])e/g, '$1');
}
