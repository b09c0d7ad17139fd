import { EXAMPLE_CARDS } from './example-cards';
import type { GalleryCard } from './gallery-card';

/** Every card the bot can show, in every language. */
export async function galleryCards(): Promise<readonly GalleryCard[]> {
  return EXAMPLE_CARDS;
}
