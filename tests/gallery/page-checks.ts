import type { Page } from 'playwright-core';
import type { GalleryCard } from './gallery-card';

/**
 * What the gallery refuses. `overflow`, `contrast`, `label`, `alt-text`, `parse` and `render` are found in the page, by
 * the scripts in `in-page/`; `size` is found in the card's JSON.
 */
export type GalleryRule = 'overflow' | 'contrast' | 'label' | 'alt-text' | 'parse' | 'render' | 'size';

/** One thing that is wrong with one card in one language. */
export interface GalleryFinding {
  readonly name: string;
  readonly language: string;
  readonly rule: GalleryRule;
  readonly detail: string;
  /** The renderings that show it, such as `dark 320`; empty where it does not depend on one. */
  readonly renderings: readonly string[];
}

interface PageFinding {
  readonly name: string;
  readonly language: string;
  readonly theme: string;
  readonly width: number;
  readonly rule: GalleryRule;
  readonly detail: string;
}

/** Teams takes messages of about 28 KB; the card travels with an envelope around it. */
export const CARD_BYTES_LIMIT = 25_000;

/** Cards whose JSON in UTF-8 reaches {@link CARD_BYTES_LIMIT}. */
export function checkSizes(cards: readonly GalleryCard[]): GalleryFinding[] {
  return cards.flatMap(({ name, language, card }) => {
    const bytes = Buffer.byteLength(JSON.stringify(card));
    if (bytes < CARD_BYTES_LIMIT) return [];
    const detail = `${bytes} bytes of JSON; a card stays under ${CARD_BYTES_LIMIT}`;
    return [{ name, language, rule: 'size' as const, detail, renderings: [] }];
  });
}

/**
 * What the page's scripts measured in every rendering, as it first appears and with all that is hidden shown;
 * the same finding in several renderings becomes one.
 *
 * @param page the gallery, loaded
 */
export async function readPageFindings(page: Page): Promise<GalleryFinding[]> {
  const measured = await page.evaluate<readonly PageFinding[]>('galleryFindings');
  const found = new Map<string, GalleryFinding>();
  for (const { theme, width, name, language, rule, detail } of measured) {
    const key = [name, language, rule, detail].join('\n');
    const renderings = [...(found.get(key)?.renderings ?? []), `${theme} ${width}`];
    found.set(key, { name, language, rule, detail, renderings });
  }
  return [...found.values()];
}

/** One line for a person: which card, which rule, what, and where it shows. */
export function describeFinding({ name, language, rule, detail, renderings }: GalleryFinding): string {
  const where = renderings.length > 0 ? ` (${renderings.join(', ')})` : '';
  return `${name}.${language}: ${rule}: ${detail}${where}`;
}
