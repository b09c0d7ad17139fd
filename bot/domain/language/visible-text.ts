/** What of a text can be seen, and where its lines end, whatever was pasted. */

/**
 * Characters that show nothing: what Unicode says may be ignored when it is shown (zero-width spaces and joiners, soft
 * hyphens, marks of direction, variation selectors, the fillers of Hangul), every kind of space, controls, and three
 * that are blank by their glyph (Braille with no dots, Khitan's filler, the notehead that is null).
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}\s\u2800\ufff9-\ufffb\u{16fe4}\u{1d159}]/gu;

/** Whether nothing of a text can be seen. Beside something that can, such characters have their use (emoji, Persian). */
export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, '') === '';
}

/** A number or a day without what shows nothing in it: dates that are copied bring marks of direction along. */
export function withoutInvisible(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

/** The text with `\n` for each end of a line: Windows', old Macs', and Unicode's own, which storage may not take. */
export function withPlainLineBreaks(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
}

/** A text on one line as it can be stored and shown: no control characters, no half of a character, `most` characters; '' where nothing can be seen. */
export function onOneLine(text: string, most: number): string {
  if (isBlank(text)) return '';
  const line = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\ufffe\uffff\s]+/gu, ' ')
    .trim();
  return [...line].slice(0, most).join('');
}
