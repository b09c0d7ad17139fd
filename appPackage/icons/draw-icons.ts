/** `npm run icons`: draws the icons of the app package out of their SVG sources, in a headless Chromium. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium, withChromium } from '../../tests/gallery/chromium';
import { cityFolder } from '../../tools/city-folder';

/** The sizes that Teams asks for, in pixels. */
const ICONS = { color: 192, outline: 32 } as const;

async function main(): Promise<void> {
  const chromium = findChromium(process.env);
  if ('missing' in chromium) throw new Error(`The icons cannot be drawn: ${chromium.missing}.`);
  await withChromium(chromium.path, async (browser) => {
    for (const [name, size] of Object.entries(ICONS)) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const source = join(cityFolder(process.env), 'app/icons', `${name}.svg`);
      await page.goto(pathToFileURL(source).href);
      // Without the page's own white, so that what is transparent in the source is so in the icon.
      const drawn = await page.screenshot({ omitBackground: true, type: 'png' });
      await writeFile(join(cityFolder(process.env), 'app', `${name}.png`), drawn);
      await page.close();
      process.stdout.write(`${name}.png ${size}×${size} from ${(await readFile(source)).length} bytes of SVG\n`);
    }
  });
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
