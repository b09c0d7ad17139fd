/**
 * Takes README's pictures of an English walk in the Agents Playground:
 *
 *     node tests/gallery/run-typescript.js tests/e2e/take-pictures.ts [folder]
 *
 * Without a folder they replace those in `docs/pictures`: `walk-question.png`, `walk-outcome.png`, `walk-receipt.png`,
 * and `walk.png`, which shows the three side by side.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT } from '../fixtures/root';
import { findChromium, withChromium } from '../gallery/chromium';
import type { Card } from './card';
import { type Chat, openChat } from './chat';
import { startLocally } from './local-assistant';
import { type Stage, walkVisit } from './visit-walk';

/** As narrow as the Playground's chat is in Teams' usual window, and high enough for every card that is shown. */
const VIEWPORT = { width: 620, height: 1200 };
const MARGIN = 12;
/** What the assistant's name takes above its card; the message before it begins higher up. */
const NAME_HEIGHT = 26;
/** The width of `walk.png`, in which README's readers see all three. */
const TOGETHER_WIDTH = 1200;

const SHOWN: readonly Stage[] = ['question', 'outcome', 'receipt'];

async function main(folder: string): Promise<void> {
  const found = findChromium(process.env);
  if (!('path' in found)) throw new Error(`No pictures were taken: ${found.missing}.`);
  mkdirSync(folder, { recursive: true });
  const assistant = await startLocally();
  try {
    await withChromium(found.path, async (browser) => {
      const pictures = await walkWithPictures(await openChat(browser, assistant.url, VIEWPORT), folder);
      await together(browser, pictures, join(folder, 'walk.png'));
    });
  } finally {
    await assistant.stop();
  }
}

async function walkWithPictures(chat: Chat, folder: string): Promise<readonly Buffer[]> {
  const pictures = new Map<Stage, Buffer>();
  await walkVisit(chat, 'en', async (stage, card) => {
    // Of the questions, the first one stands for all.
    if (!SHOWN.includes(stage) || pictures.has(stage)) return;
    pictures.set(stage, await pictureOf(chat, card, join(folder, `walk-${stage}.png`)));
  });
  return [...pictures.values()];
}

/** The card with the assistant's name above it, and without the Playground's note that a press was sent. */
async function pictureOf({ page }: Chat, { bubble }: Card, path: string): Promise<Buffer> {
  const note = bubble.getByRole('button', { name: 'Dismiss Invoke Message' });
  if (await note.isVisible()) await note.click();
  // A button that is pointed at or has the focus looks like one that was chosen.
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur()');
  await bubble.scrollIntoViewIfNeeded();
  const box = await bubble.boundingBox();
  if (!box) throw new Error('The card to take a picture of is not in the chat any more.');
  return page.screenshot({
    path,
    animations: 'disabled',
    clip: {
      x: 0,
      y: box.y - NAME_HEIGHT,
      width: box.x + box.width + MARGIN,
      height: NAME_HEIGHT + box.height + MARGIN,
    },
  });
}

async function together(browser: Browser, pictures: readonly Buffer[], path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: TOGETHER_WIDTH, height: VIEWPORT.height } });
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`);
  await page.setContent(
    `<!doctype html><style>body{margin:0;display:flex;align-items:start;background:#fff}img{width:${100 / images.length}%}</style>` +
      images.join(''),
  );
  await page.locator('body').screenshot({ path });
}

main(resolve(process.argv[2] ?? join(ROOT, 'docs', 'pictures'))).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
