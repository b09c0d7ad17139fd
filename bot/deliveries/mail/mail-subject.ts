/** The longest subject of a mail, in characters of UTF-16: Exchange keeps no more. */
export const LONGEST_SUBJECT = 255;

/** The first half of a surrogate pair, left at the end of a text that was cut. */
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;
/** The last word of a text with what stands before it, where there is another word before that. */
const LAST_WORD = /(?<=\S)\s+\S*$/;

/**
 * A subject with as much of what it is about as there is room for, up to a word's end. `frame` sets that into its
 * sentence; it is told last, as the number and what the mail wants are shorter and say more.
 */
export function subject(frame: (about: string) => string, about: string): string {
  const whole = frame(about);
  const surplus = whole.length - LONGEST_SUBJECT;
  return surplus > 0 ? frame(cut(about, about.length - surplus)) : whole;
}

/** The words that are left with an ellipsis in so many characters; of a single long word its beginning. */
function cut(text: string, most: number): string {
  const room = text.slice(0, Math.max(0, most - 1));
  const isAtWordsEnd = /\s/.test(text.charAt(room.length));
  const words = isAtWordsEnd ? room.trimEnd() : room.replace(LAST_WORD, '');
  return `${words.replace(HALF_A_CHARACTER, '')}…`;
}
