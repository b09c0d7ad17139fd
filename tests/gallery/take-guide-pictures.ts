/**
 * `npm run guide-pictures`: takes the pictures of the guides for people, each card as it is on a phone in the light theme,
 * in the three languages: `docs/pictures/guides/<language>-<card>.png`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../bot/domain/language/language';
import { cardPage } from './card-page';
import { findChromium, withChromium } from './chromium';
import { galleryCards } from './gallery-cards';
import { GUIDE_PICTURES } from './guide-pictures';
import { repositoryRoot } from './repository-root';

const FOLDER = join(repositoryRoot(), 'docs', 'pictures', 'guides');

async function main(): Promise<void> {
  const chromium = findChromium(process.env);
  if (!('path' in chromium)) throw new Error(`No pictures were taken: ${chromium.missing}.`);
  const cards = await galleryCards();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await withChromium(chromium.path, async (browser) => {
    const page = await browser.newPage();
    await page.setContent(cardPage());
    for (const wanted of GUIDE_PICTURES) {
      for (const language of LANGUAGES) {
        const found = cards.find(({ name, language: its }) => name === wanted && its === language);
        if (!found) throw new Error(`The gallery has no card "${wanted}.${language}": correct guide-pictures.ts.`);
        await page.evaluate(`showCard(${JSON.stringify(found.card)}, "light", false)`);
        await page.locator('.stage').screenshot({ path: join(FOLDER, `${language}-${wanted}.png`) });
      }
    }
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
