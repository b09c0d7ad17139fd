import type { Browser, Locator, Page } from 'playwright-core';
import { type Card, cardOn } from './card';

/** The personal chat with the assistant, as the Agents Playground shows it in a browser. */
export interface Chat {
  readonly page: Page;
  /** The card that greeted the person when the chat was opened. */
  readonly welcome: Card;
  /** Writes a message and waits for the card that answers it. */
  says(text: string): Promise<Card>;
  /** Waits for one more card than there was when this was called last, for example one that comes unasked. */
  nextCard(): Promise<Card>;
}

/** Generous for a machine with other work to do: an answer takes a tenth of a second. */
const PATIENCE_MS = 20_000;

const CARDS = '.fai-OutputCard';
const MESSAGE = '[data-lexical-editor="true"]:visible';

/**
 * Opens the Playground on a page of its own. It shows nothing of what was said on earlier pages, and installs the
 * assistant anew; the assistant remembers.
 */
export async function openChat(
  browser: Browser,
  url: string,
  viewport: { readonly width: number; readonly height: number } = { width: 1000, height: 800 },
): Promise<Chat> {
  const page = await browser.newPage({ viewport, locale: 'en-GB' });
  page.setDefaultTimeout(PATIENCE_MS);
  await keepToThisMachine(page);
  await page.goto(url);
  // In a narrow window it lies over the chat.
  await page.getByTitle('Hide log panel').click();
  let seen = 0;
  const nextCard = async (): Promise<Card> => {
    const bubble = page.locator(CARDS).nth(seen);
    await bubble.waitFor();
    seen += 1;
    return cardOn(page, bubble);
  };
  const welcome = await nextCard();
  return {
    page,
    welcome,
    nextCard,
    async says(text) {
      await page.locator(MESSAGE).fill(text);
      await sendButton(page).click();
      return nextCard();
    },
  };
}

function sendButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Send Message' });
}

/** The page asks for fonts from the internet. Without a network each of them would wait for a name server first. */
async function keepToThisMachine(page: Page): Promise<void> {
  await page.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
}
