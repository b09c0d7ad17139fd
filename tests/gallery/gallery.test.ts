import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findChromium, withChromium } from './chromium';
import { EXAMPLE_CARDS } from './example-cards';
import { checkGalleryCards, type GalleryCard } from './gallery-card';
import { CARD_BYTES_LIMIT, checkSizes, describeFinding, type GalleryFinding, readPageFindings } from './page-checks';
import { takePictures } from './pictures';
import { renderGalleryPage } from './render-page';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const LONG =
  'Kansainvälisten asioiden yhteyshenkilöverkoston ja kaupunginkanslian yhteinen vuosikertomus ja ohjelma 2026';

function cardOf(name: string, ...body: readonly object[]): GalleryCard {
  return { name, language: 'fi', card: { type: 'AdaptiveCard', version: '1.5', body } };
}

/** Cards that each break one rule, by the name that the test below looks for. */
const BAD_CARDS = [
  cardOf('clipped-text', { type: 'TextBlock', text: LONG, wrap: false }),
  cardOf('wide-column', {
    type: 'ColumnSet',
    columns: [{ type: 'Column', width: '400px', items: [{ type: 'TextBlock', text: 'Leveä', wrap: true }] }],
  }),
  cardOf('long-placeholder', { type: 'Input.Text', id: 'a', label: 'Nimi', placeholder: LONG.slice(0, 60) }),
  cardOf('white-on-white', { type: 'TextBlock', text: 'Vaalea', color: 'Light', wrap: true }),
  cardOf('unlabelled', { type: 'Input.Text', id: 'visitor', placeholder: 'Nimi' }),
  cardOf('no-alt-text', { type: 'Image', url: PIXEL }),
  cardOf('unknown-element', { type: 'Badge', text: 'Uusi' }),
  cardOf(
    'hidden-overflow',
    { type: 'TextBlock', id: 'more', isVisible: false, text: LONG },
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', title: 'Lisää', targetElements: ['more'] }],
    },
  ),
  cardOf(
    'visitor-names',
    {
      type: 'TextBlock',
      text: 'Vieras: [Tartu](https://example.org) <img src=x onerror="document.title=1">',
      wrap: true,
    },
    { type: 'TextBlock', text: 'Vieras: \\[Riika\\](https://example.org)', wrap: true },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '[Vilna](https://example.org)' }] },
  ),
];

describe('the gallery’s list of cards', () => {
  const [example] = EXAMPLE_CARDS;

  test('refuses an empty list, a name that is no file name, and the same card twice', () => {
    expect(() => checkGalleryCards([])).toThrow('no cards');
    expect(() => checkGalleryCards([cardOf('../a')])).toThrow('kebab-case');
    expect(() => checkGalleryCards([cardOf('a'), cardOf('a')])).toThrow('"a.fi" is listed twice');
    expect(() => checkGalleryCards(example ? [example] : [])).not.toThrow();
  });

  test('flags a card whose JSON is too big for Teams, counted in UTF-8', () => {
    const big = cardOf('big', { type: 'TextBlock', text: 'ä'.repeat(CARD_BYTES_LIMIT / 2), wrap: true });
    expect(checkSizes([big, ...EXAMPLE_CARDS]).map(({ name, rule }) => `${name} ${rule}`)).toEqual(['big size']);
  });

  test('says what to do where there is no Chromium', () => {
    expect(findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toEqual({
      missing: expect.stringContaining('correct the path'),
    });
  });
});

const found = findChromium(process.env);
const inChromium = 'path' in found ? describe : describe.skip;

inChromium(`the gallery in Chromium${'missing' in found ? ` (skipped: ${found.missing})` : ''}`, () => {
  let findings: readonly GalleryFinding[] = [];
  let links: readonly string[] = [];
  let title = '';
  let files: readonly string[] = [];

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
    try {
      const cards = [...EXAMPLE_CARDS, ...BAD_CARDS];
      await onGallery(cards, async (page) => {
        findings = await readPageFindings(page);
        links = await page.locator('#visitor-names figure').first().locator('a').allTextContents();
        title = await page.title();
        await takePictures(page, cards, folder);
      });
      files = await readdir(folder, { recursive: true });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  function findingsOf(name: string): string[] {
    return findings.filter((finding) => finding.name === name).map(describeFinding);
  }

  test.each(EXAMPLE_CARDS.map(({ name }) => name))('finds nothing wrong with %s', (name) => {
    expect(findingsOf(name)).toEqual([]);
  });

  test.each([
    ['clipped-text', /overflow: ac-textBlock .* is clipped: \d+ px too wide \(light 320, dark 320, contrast 320\)$/],
    ['wide-column', /overflow: .* \(light 320, dark 320, contrast 320\)$/],
    ['long-placeholder', /overflow: ac-input .* is clipped/],
    ['white-on-white', /contrast: "Vaalea" is #ffffff on #ffffff, 1.00:1; needs 4.5:1 \(light 320, light 600\)$/],
    ['unlabelled', /label: Input.Text "visitor" has no label/],
    ['no-alt-text', /alt-text: Image data:image\/gif/],
    ['unknown-element', /parse: UnknownElementType: .*Badge/],
    ['hidden-overflow', /overflow: .* is clipped/],
  ])('flags %s', (name, expected) => {
    expect(findingsOf(name)).toContainEqual(expect.stringMatching(expected));
  });

  test('draws Markdown in a text block as Teams does, so that an injected link shows, and runs no HTML', () => {
    expect(links).toEqual(['Tartu']);
    expect(title).toBe('Card gallery');
  });

  test('writes one picture per card, language, theme and width, and the contact sheets', () => {
    expect(files).toContain('pictures/example-form.sv.dark.320.png');
    expect(files.filter((file) => /^pictures\/.*png$/.test(file))).toHaveLength(
      (EXAMPLE_CARDS.length + BAD_CARDS.length) * 6,
    );
    expect(files.filter((file) => /^sheets\/(fi|sv|en)\.\w+\.(320|600)\.png$/.test(file))).toHaveLength(18);
  });
});

async function onGallery(cards: readonly GalleryCard[], work: (page: Page) => Promise<void>): Promise<void> {
  if (!('path' in found)) return;
  await withChromium(found.path, async (browser) => {
    const page = await browser.newPage();
    await page.setContent(renderGalleryPage(cards));
    await work(page);
  });
}
