/** What counts as copied: this many words in a row that also stand in a row in a source. */
import { createHash } from 'node:crypto';

const IN_A_ROW = 7;
/** 48 bits: too few to find a sentence by, enough that two of a hundred thousand rows are never taken for one. */
const HASH_LENGTH = 8;

/** The words of a text as they are compared: small letters, without hyphens and marks, whatever line they stand on. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/-\s*\n\s*/g, '')
    .replace(/[-\u00ad\u2010\u2011]/g, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A hash for each place at which seven words in a row begin, in their order. */
export function rowsOf(words: readonly string[]): readonly string[] {
  return words.slice(0, Math.max(0, words.length - IN_A_ROW + 1)).map((_, at) => rowAt(words, at) ?? '');
}

/** The hash of the seven words that begin at a place; undefined where there are fewer. */
export function rowAt(words: readonly string[], at: number): string | undefined {
  const row = words.slice(at, at + IN_A_ROW);
  if (row.length < IN_A_ROW) return undefined;
  return createHash('sha256').update(row.join(' ')).digest('base64url').slice(0, HASH_LENGTH);
}
