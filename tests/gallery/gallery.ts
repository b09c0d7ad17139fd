import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { cardTexts, writeCardTexts } from './card-texts';
import { findChromium, withChromium } from './chromium';
import type { GalleryCard } from './gallery-card';
import { galleryCards } from './gallery-cards';
import { checkSizes, describeFinding, type GalleryFinding, readPageFindings } from './page-checks';
import { takePictures } from './pictures';
import { renderGalleryPage } from './render-page';
import { repositoryRoot } from './repository-root';

const FOLDER = join(repositoryRoot(), '.local', 'gallery');

/**
 * `npm run cards`: writes the gallery, pictures it, and answers the exit code, 1 where a card breaks a rule. With
 * `--json <folder>` nothing but the JSON of each card, into that folder.
 */
async function main(): Promise<number> {
  const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
  if (json !== undefined) {
    const texts = await cardTexts(repositoryRoot());
    writeCardTexts(json, texts);
    say(`${texts.size} cards in ${json}.`);
    return 0;
  }
  const started = Date.now();
  const cards = await galleryCards();
  await mkdir(FOLDER, { recursive: true });
  const page = join(FOLDER, 'index.html');
  await writeFile(page, renderGalleryPage(cards));

  const findings = checkSizes(cards);
  const chromium = findChromium(process.env);
  if ('path' in chromium) {
    const { found, pictures, sheets } = await inChromium(chromium.path, page, cards);
    findings.push(...found);
    const names = new Set(cards.map(({ name }) => name)).size;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    say(`${names} cards, ${pictures} pictures and ${sheets} contact sheets in ${seconds} s.`);
  } else {
    say(`Pictures and measurements were skipped, only sizes were checked: ${chromium.missing}.`);
  }
  for (const finding of findings) say(`✗ ${describeFinding(finding)}`);
  say(`${findings.length === 0 ? 'Nothing wrong found' : `${findings.length} findings`}. Open ${pathToFileURL(page)}`);
  if ('path' in chromium) say(`Whole families at one glance: ${relative(process.cwd(), join(FOLDER, 'sheets'))}/`);
  return findings.length === 0 ? 0 : 1;
}

const DRAWN_WITHIN_MS = 240_000;

function inChromium(
  path: string,
  file: string,
  cards: readonly GalleryCard[],
): Promise<{ found: GalleryFinding[]; pictures: number; sheets: number }> {
  return withChromium(path, async (browser) => {
    const page = await browser.newPage();
    // Every card in every language, theme and width is drawn before the page counts as loaded.
    await page.goto(pathToFileURL(file).href, { timeout: DRAWN_WITHIN_MS });
    const found = await readPageFindings(page);
    return { found, ...(await takePictures(page, cards, FOLDER)) };
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`The gallery could not be made: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
