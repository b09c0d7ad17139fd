import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing that calls out or waits for what a test machine lacks. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is, or the sentence that says what to do about its absence. */
export type ChromiumPath = { readonly path: string } | { readonly missing: string };

/** Looks for Chromium: at `CHROMIUM_PATH` where that is set, and nowhere else then, or in the usual places. */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): ChromiumPath {
  const wanted = environment.CHROMIUM_PATH;
  const path = (wanted ? [wanted] : USUAL_PLACES).find(isExecutable);
  if (path) return { path };
  return wanted
    ? { missing: `there is no Chromium at CHROMIUM_PATH (${wanted}); correct the path or unset it` }
    : { missing: 'there is no Chromium; install it, or set CHROMIUM_PATH to one' };
}

/**
 * Starts a headless Chromium with a profile of its own, which is deleted when it is closed. Each page that it opens knows
 * nothing of the others.
 *
 * @param path the program, from {@link findChromium}
 */
export function startChromium(path: string): Promise<Browser> {
  // Playwright makes the temporary profile and removes it.
  return chromium.launch({ executablePath: path, headless: true, args: FLAGS });
}

/**
 * Runs something in a headless Chromium with a profile of its own, which is deleted afterwards.
 *
 * @param path the program, from {@link findChromium}
 */
export async function withChromium<T>(path: string, work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await startChromium(path);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
