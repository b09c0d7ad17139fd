/** How much of long answers a card shows: as much as it has room for. The whole text is kept all the same. */

import type { Words } from '../../domain/language/words';
import type { Message } from '../../domain/message';

/** Teams shows no card of 25,000 bytes or more; a little is left for what travels with it. */
const ROOM = 24_500;

/** The longest text shown in full, in characters; the next one where a card would grow too large with it. */
const SHOWN = [240, 120, 60, 30, 15, 8];

/** The card with its long texts as long as it has room for. `build` is given how many characters of a text to show. */
export function fitted(build: (shown: number) => Message): Message {
  let message = build(SHOWN[0] ?? 0);
  for (const shown of SHOWN.slice(1)) {
    if (fits(message)) return message;
    message = build(shown);
  }
  return message;
}

/** Whether Teams has room for a card. */
export function fits({ card }: Message): boolean {
  return Buffer.byteLength(JSON.stringify(card)) < ROOM;
}

/** The longest name in a list of them, in characters. */
const LONGEST_LISTED = 60;

/** The first names of a list, and how many more there are. */
export function listed(words: Words, names: readonly string[], most: number): string {
  const first = names
    .slice(0, most)
    .map((name) => shortened(name, LONGEST_LISTED))
    .join(', ');
  const others = names.length - most;
  return others > 0 ? words.own('list.more', { names: first, count: others }) : first;
}

/** The beginning of a long text, cut at a character boundary. */
export function shortened(text: string, shown: number): string {
  // A character takes at least one place in the text.
  if (text.length <= shown) return text;
  const characters = [...text];
  return characters.length <= shown ? text : `${characters.slice(0, shown - 1).join('')}…`;
}
