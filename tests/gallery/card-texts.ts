import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { galleryCards } from './gallery-cards';

/** The JSON of every card of the gallery, by name and language. */
export type CardTexts = ReadonlyMap<string, string>;

/**
 * The cards as the code below a folder makes them: this project's, or a checkout's. TypeScript must be loadable
 * (`tools/run-typescript.js`).
 */
export async function cardTexts(root: string): Promise<CardTexts> {
  const made: { galleryCards: typeof galleryCards } = require(join(root, 'tests/gallery/gallery-cards.ts'));
  const cards = await made.galleryCards();
  return new Map(cards.map(({ name, language, card }) => [`${name}.${language}`, JSON.stringify(card)]));
}

/** Writes each into a file of its own. */
export function writeCardTexts(folder: string, texts: CardTexts): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of texts) writeFileSync(join(folder, `${name}.json`), text);
}

/** What is not the same, a line each. Empty when all are byte for byte the same. */
export function differences(older: CardTexts, newer: CardTexts): readonly string[] {
  const names = [...new Set([...older.keys(), ...newer.keys()])].sort();
  return names.flatMap((name) => {
    const [one, other] = [older.get(name), newer.get(name)];
    if (one === other) return [];
    if (one === undefined) return [`${name} is new`];
    if (other === undefined) return [`${name} is gone`];
    const at = [...one].findIndex((letter, place) => other[place] !== letter);
    const from = Math.max(0, (at < 0 ? one.length : at) - 30);
    return [`${name} differs: …${one.slice(from, from + 80)}… was, …${other.slice(from, from + 80)}… is`];
  });
}
