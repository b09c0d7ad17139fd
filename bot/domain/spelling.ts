/** Names as people spell them differently: upper or lower case, with or without accents, with hyphens or spaces. */

/** Letters that are letters of their own, and so keep their mark when marks are taken away. */
const OWN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ð: 'd', þ: 'th', æ: 'ae', ß: 'ss', ł: 'l' };
const ANY_OF_THEM = new RegExp(`[${Object.keys(OWN_LETTERS).join('')}]`, 'g');

function folded(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(ANY_OF_THEM, (letter) => OWN_LETTERS[letter] ?? letter);
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
