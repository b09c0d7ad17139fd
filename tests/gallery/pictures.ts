import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { GALLERY_WIDTHS, type GalleryCard } from './gallery-card';
import { TEAMS_THEMES } from './teams-palettes';

/** A rectangle of the page in CSS pixels. */
interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface SheetLayout {
  readonly sheet: Clip;
  readonly pictures: readonly (Clip & { readonly name: string })[];
}

/**
 * Writes `pictures/<name>.<language>.<theme>.<width>.png` for every rendering, and `sheets/<language>.<theme>.<width>.png`
 * with all cards of one family side by side. Pictures of earlier runs are deleted first, so that a card which is
 * gone does not linger.
 *
 * @param page the gallery, loaded; its renderings are moved into the sheets, so read the findings before
 * @param folder the gallery's folder
 * @returns how many were written
 */
export async function takePictures(
  page: Page,
  cards: readonly GalleryCard[],
  folder: string,
): Promise<{ pictures: number; sheets: number }> {
  const [pictures, sheets] = [join(folder, 'pictures'), join(folder, 'sheets')];
  for (const each of [pictures, sheets]) {
    await rm(each, { recursive: true, force: true });
    await mkdir(each, { recursive: true });
  }
  const session = await page.context().newCDPSession(page);
  const count = { pictures: 0, sheets: 0 };
  for (const family of families(cards)) {
    const layout = await page.evaluate<SheetLayout>(`layOutSheet(${family.map((key) => JSON.stringify(key)).join()})`);
    // As large as the sheet: what lies in the window is many times faster to picture than what must be scrolled to.
    const { width, height } = layout.sheet;
    await page.setViewportSize({ width: Math.max(width, 400), height: Math.max(height, 400) });
    await writePicture(session, layout.sheet, join(sheets, `${family.join('.')}.png`));
    for (const picture of layout.pictures) {
      await writePicture(session, picture, join(pictures, `${picture.name}.${family.join('.')}.png`));
    }
    count.pictures += layout.pictures.length;
    count.sheets += 1;
  }
  return count;
}

function families(cards: readonly GalleryCard[]): [language: string, theme: string, width: number][] {
  const languages = [...new Set(cards.map(({ language }) => language))];
  return languages.flatMap((language) =>
    TEAMS_THEMES.flatMap((theme) => GALLERY_WIDTHS.map((width): [string, string, number] => [language, theme, width])),
  );
}

async function writePicture(session: CDPSession, { x, y, width, height }: Clip, path: string): Promise<void> {
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    clip: { x, y, width, height, scale: 1 },
    captureBeyondViewport: false,
  });
  await writeFile(path, Buffer.from(data, 'base64'));
}
