import { describeBarrier, findBarriers } from './accessibility-checks';
import { findChromium, withChromium } from './chromium';
import { galleryCards } from './gallery-cards';

/**
 * `npm run accessibility`: looks for barriers in every card, in three languages and themes, and answers the exit code, 1
 * where there is one. With names behind it (`npm run accessibility -- summary receipt`), only in those cards.
 */
async function main(names: readonly string[]): Promise<number> {
  const started = Date.now();
  const chromium = findChromium(process.env);
  if (!('path' in chromium)) throw new Error(`Nothing was checked: ${chromium.missing}.`);
  const cards = (await galleryCards()).filter(({ name }) => names.length === 0 || names.includes(name));
  if (cards.length === 0) throw new Error(`No card is called ${names.join(' or ')}: see npm run cards.`);
  const barriers = await withChromium(chromium.path, async (browser) => findBarriers(await browser.newPage(), cards));
  for (const barrier of barriers) say(`✗ ${describeBarrier(barrier)}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`${cards.length} cards, each in three themes, in ${seconds} s: ${barriers.length} barriers found.`);
  return barriers.length === 0 ? 0 : 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
