/**
 * How names were folded when the first keys and ids were made of them. What is stored under those is found by this, so it
 * never changes; how names are compared otherwise (`spelling.ts`) may go on learning.
 */

const OWN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ð: 'd', þ: 'th', æ: 'ae', ß: 'ss', ł: 'l' };
const ANY_OF_THEM = new RegExp(`[${Object.keys(OWN_LETTERS).join('')}]`, 'g');

/** The words and numbers of a text as keys and ids hold them. */
export function keptWords(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(ANY_OF_THEM, (letter) => OWN_LETTERS[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
