/** The languages a card is shown in. */
export type GalleryLanguage = 'fi' | 'sv' | 'en';

/** One card in one language, as it would be sent to Teams. */
export interface GalleryCard {
  /** Kebab-case, the same in every language: it becomes the anchor and the picture's file name. */
  readonly name: string;
  readonly language: GalleryLanguage;
  /** The Adaptive Card's JSON, expanded: no template expressions left. */
  readonly card: object;
}

/** The widths in CSS pixels a card is shown at: a phone or a side panel, and a chat on a desktop. */
export const GALLERY_WIDTHS = [320, 600] as const;

/** One of the widths of the gallery. */
export type GalleryWidth = (typeof GALLERY_WIDTHS)[number];

/**
 * Refuses lists the gallery could not show: a name that is no file name, the same card and language twice, no cards.
 *
 * @throws Error naming the card and the mend.
 */
export function checkGalleryCards(cards: readonly GalleryCard[]): void {
  if (cards.length === 0) throw new Error('The gallery has no cards: galleryCards() answered an empty list.');
  const seen = new Set<string>();
  for (const { name, language } of cards) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
      throw new Error(`Gallery card "${name}": its name becomes a file name, so write it in kebab-case.`);
    }
    const key = `${name}.${language}`;
    if (seen.has(key)) throw new Error(`Gallery card "${key}" is listed twice: give one of the two another name.`);
    seen.add(key);
  }
}
