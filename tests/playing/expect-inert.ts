import { isObject } from '../fixtures/json';
import type { NastyString } from '../fixtures/nasty-strings';
import { INERT, placesOf } from './live-text';

/** Characters that neither a card nor a mail may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters must not be there.
export const BROKEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** What a button carries back to the bot; nobody sees it. */
const isSent = (place: string) => /^(\?|data)\./.test(place);

/** A card shows a text as it is, or the beginning of it, and nothing comes of it. */
export function expectInert(card: unknown, { mark }: Pick<NastyString, 'mark'>): void {
  const text = JSON.stringify(card);
  if (text.includes(JSON.stringify(mark).slice(1, -1))) {
    const places = placesOf(card, [mark]);
    expect(places.filter((place) => !INERT.test(place) && !place.endsWith('.text') && !isSent(place))).toEqual([]);
    expect(places.filter((place) => /^TextBlock|^Fact/.test(place))).toEqual([]);
  }
  // JSON escapes what a card may not hold, a half of a pair too: only then the texts are worth looking at.
  if (ESCAPED.test(text)) expect(textsIn(card).filter((each) => BROKEN.test(each) || !each.isWellFormed())).toEqual([]);
}

/** How JSON writes, or leaves as they are, characters that no card may hold. */
const ESCAPED = /\\[ubf]|[\u007f\ufffe\uffff]/;

/** All text of a card, wherever it stands. */
function textsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsIn);
  return isObject(node) ? Object.values(node).flatMap(textsIn) : [];
}
