/**
 * Takes README's pictures of an English walk in the Agents Playground:
 *
 *     node tools/run-typescript.js tests/e2e/take-pictures.ts [folder]
 *
 * Without a folder they replace those in `docs/pictures`: `walk.png` (a question, the outcome, the receipt) and `life.png`
 * (the unit's card once taken on, the requester's as it followed, the inbox), each with its three cards side by side, and
 * every card by itself.
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

const WALK: readonly Stage[] = ['question', 'outcome', 'receipt'];
const LIFE: readonly Stage[] = ['unit', 'requester'];

async function main(folder: string): Promise<void> {
  const found = findChromium(process.env);
  if (!('path' in found)) throw new Error(`No pictures were taken: ${found.missing}.`);
  mkdirSync(folder, { recursive: true });
  const assistant = await startLocally();
  try {
    await withChromium(found.path, async (browser) => {
      const chat = await openChat(browser, assistant.url, VIEWPORT);
      const pictures = await walkWithPictures(chat, folder);
      const inbox = await pictureOf(chat, await chat.says('inbox'), join(folder, 'life-inbox.png'));
      await together(browser, WALK.flatMap(pictures), join(folder, 'walk.png'));
      await together(browser, [...LIFE.flatMap(pictures), inbox], join(folder, 'life.png'));
    });
  } finally {
    await assistant.stop();
  }
}

/** Takes the pictures of a walk. Resolves with a function that gives the picture of a stage. */
async function walkWithPictures(chat: Chat, folder: string): Promise<(stage: Stage) => readonly Buffer[]> {
  const pictures = new Map<Stage, Buffer>();
  await walkVisit(chat, 'en', async (stage, card) => {
    const part = WALK.includes(stage) ? 'walk' : LIFE.includes(stage) ? 'life' : undefined;
    // Of the questions, the first one stands for all; of the unit's cards the last one, on which the case is taken on.
    if (part === undefined || (part === 'walk' && pictures.has(stage))) return;
    pictures.set(stage, await pictureOf(chat, card, join(folder, `${part}-${stage}.png`)));
  });
  return (stage) => [pictures.get(stage) ?? []].flat();
}

interface Scrollable {
  scrollIntoView(options: { readonly block: 'center' }): void;
}

/** The card with the assistant's name above it, and without the Playground's note that a press was sent. */
async function pictureOf({ page }: Chat, { bubble }: Card, path: string): Promise<Buffer> {
  const note = bubble.getByRole('button', { name: 'Dismiss Invoke Message' });
  // The card may be brought up to date just now, and its note is gone with it.
  if (await note.isVisible()) await note.click({ timeout: 2_000 }).catch(() => undefined);
  // A button that is pointed at or has the focus looks like one that was chosen.
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur()');
  // Right at the top it would stand below the Playground's own bar.
  await bubble.evaluate((element: Scrollable) => element.scrollIntoView({ block: 'center' }));
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
