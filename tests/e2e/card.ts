import type { Locator, Page } from 'playwright-core';

/** One card in the chat. It stays the same object while the assistant replaces what it shows. */
export interface Card {
  /** The bubble in the chat. */
  readonly bubble: Locator;
  /** Waits until a text can be seen on the card, part of a sentence or all of it. */
  shows(text: string | RegExp): Promise<void>;
  /** Presses a button by all of its title. */
  press(title: string): Promise<void>;
  /** Presses a row of a list by the first words of its name. */
  pressRow(words: string): Promise<void>;
  /** Writes into a field. */
  write(label: string, text: string): Promise<void>;
  /** Opens a list, narrows it by typing if `typed` is given, and takes an option. Resolves with all that was offered. */
  choose(label: string, option: string, typed?: string): Promise<readonly string[]>;
  /** Takes one of the options that stand below a question. */
  mark(label: string, option: string): Promise<void>;
  /** Ticks a box. */
  tick(label: string): Promise<void>;
  /** Takes the 15th of next month from the calendar. Resolves with it as `YYYY-MM-DD`. */
  pickDay(label: string): Promise<string>;
  /** Every text that can be seen on the card, and what its pressable rows say to a screen reader. */
  texts(): Promise<readonly string[]>;
}

/** The card in a bubble of the chat on `page`. */
export function cardOn(page: Page, bubble: Locator): Card {
  const options = page.getByRole('option');
  return {
    bubble,
    shows: (text) => bubble.getByText(text).first().waitFor(),
    press: (title) => bubble.getByRole('button', { name: title, exact: true }).click(),
    pressRow: (words) => bubble.getByRole('button', { name: `${words} · ` }).click(),
    write: (label, text) => bubble.getByRole('textbox', { name: label }).or(numberField(label)).fill(text),
    mark: (label, option) =>
      bubble.getByRole('radiogroup', { name: label }).getByRole('radio', { name: option }).check(),
    tick: (label) => bubble.getByRole('checkbox', { name: label }).check(),
    async choose(label, option, typed) {
      const list = bubble.getByRole('combobox', { name: label });
      await list.click();
      const offered = await options.allInnerTexts();
      if (typed !== undefined) await list.pressSequentially(typed);
      await page.getByRole('option', { name: option, exact: true }).click();
      return offered;
    },
    async pickDay(label) {
      await bubble.getByRole('combobox', { name: label }).click();
      await page.getByRole('button', { name: /^Next month/ }).click();
      // The calendar's own words are English in every language of the card, and stay so: "15, December, 2026".
      const day = page.getByRole('button', { name: /^15, / });
      const [, month, year] = (await day.getAttribute('aria-label'))?.split(', ') ?? [];
      await day.click();
      const number = new Date(`15 ${month} ${year} UTC`).getUTCMonth() + 1;
      return `${year}-${String(number).padStart(2, '0')}-15`;
    },
    async texts() {
      // The first is the card itself; inside it stands what a button opens.
      const card = bubble.locator('.ac-adaptiveCard').first();
      const rows = await card.locator('.ac-selectable').all();
      const tooltips = await Promise.all(rows.map((row) => row.getAttribute('title')));
      return [await card.innerText(), ...tooltips.map(String)];
    },
  };

  function numberField(label: string): Locator {
    return bubble.getByRole('spinbutton', { name: label });
  }
}
