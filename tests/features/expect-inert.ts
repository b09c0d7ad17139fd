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
  const live = placesOf(card, [mark]).filter(
    (place) => !INERT.test(place) && !place.endsWith('.text') && !isSent(place),
  );
  expect(live).toEqual([]);
  expect(placesOf(card, [mark]).filter((place) => /^TextBlock|^Fact/.test(place))).toEqual([]);
  expect(textsIn(card).filter((text) => BROKEN.test(text) || !text.isWellFormed())).toEqual([]);
}

/** All text of a card, wherever it stands. */
function textsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsIn);
  return isObject(node) ? Object.values(node).flatMap(textsIn) : [];
}
