import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { cardPage } from './card-page';
import type { GalleryCard } from './gallery-card';
import { checkOperables, isReachedBy, operablesOf } from './operables';
import { TEAMS_THEMES } from './teams-palettes';

/** One barrier in one card in one language. `rule` is axe-core's, or one of our own. */
export interface Barrier {
  readonly name: string;
  readonly language: string;
  readonly rule: string;
  readonly detail: string;
  /** The themes that show it. */
  readonly themes: readonly string[];
}

type Found = Pick<Barrier, 'rule' | 'detail'>;

const AXE: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  resultTypes: ['violations'],
  // An experiment of axe-core, which takes all words in a row for its label; `label-in-name` below looks at the first ones.
  rules: { 'label-content-name-mismatch': { enabled: false } },
};

/** The reference renderer gives a list to search in no name. Teams draws its own, with the label that the card brings. */
const UNNAMED_BY_RENDERER = 'ac-choiceSetInput-filtered';

/**
 * What keeps people from using the cards, by WCAG 2.1 A and AA as far as a machine can tell: axe-core's rules, the way of
 * the Tab key, text spaced by the reader, names of buttons and fields, language and headings; each card in every theme,
 * with all that is hidden shown.
 *
 * @param page any; it is filled anew
 */
export async function findBarriers(page: Page, cards: readonly GalleryCard[]): Promise<readonly Barrier[]> {
  await page.setContent(cardPage(['axe-core/axe.min.js']));
  const found = new Map<string, Barrier>();
  for (const { name, language, card } of cards) {
    for (const theme of TEAMS_THEMES) {
      await page.evaluate(`showCard(${JSON.stringify(card)}, ${JSON.stringify(theme)}, true)`);
      for (const one of await barriersShown(page, card, language)) {
        const key = [name, language, one.rule, one.detail].join('\n');
        found.set(key, { name, language, ...one, themes: [...(found.get(key)?.themes ?? []), theme] });
      }
    }
  }
  return [...found.values()];
}

async function barriersShown(page: Page, card: object, language: string): Promise<readonly Found[]> {
  const spaced = await page.evaluate<readonly string[]>('overflowWhenSpaced()');
  return [
    ...(await axeViolations(page)),
    ...spaced.map((detail) => ({ rule: 'text-spacing', detail })),
    ...(await keyboardBarriers(page, card)),
    ...checkOperables(card),
    ...((card as { readonly lang?: string }).lang === language
      ? []
      : [{ rule: 'language', detail: `the card does not say that it is in ${language}` }]),
    ...((await page.locator('[role="heading"]').count()) > 0
      ? []
      : [{ rule: 'heading', detail: 'no heading to jump to' }]),
  ];
}

async function axeViolations(page: Page): Promise<readonly Found[]> {
  // Rules for whole pages, such as landmarks, are not run on a part of one: the page around the card is not ours.
  const violations = await page.evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(
    `axe.run('form', ${JSON.stringify(AXE)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'label' && html.includes(UNNAMED_BY_RENDERER)))
      .map(({ html }) => ({ rule: id, detail: html.slice(0, 160) })),
  );
}

interface FocusStop {
  readonly name: string;
  readonly look: string;
  readonly isNew: boolean;
  readonly before: string;
}

/** No card has as many; a walk that comes to it goes in a circle. */
const MOST_STOPS = 200;

/** Goes through the card with the Tab key: every field and button, in the order of the card, each with a visible focus. */
async function keyboardBarriers(page: Page, card: object): Promise<readonly Found[]> {
  const stops: FocusStop[] = [];
  const barriers: Found[] = [];
  await page.evaluate('document.activeElement?.blur()');
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<FocusStop | undefined>('focusStop()');
    const last = stops.at(-1);
    if (stop?.isNew && last && last.look === stop.before) {
      barriers.push({ rule: 'focus-visible', detail: `"${last.name}" looks the same with the focus` });
    }
    if (!stop || stop.look === '') break;
    if (stop.isNew) stops.push(stop);
  }
  const names = stops.map(({ name }) => name);
  const missed = operablesOf(card).find((operable, at) => !isReachedBy(operable, names[at]));
  if (missed) {
    barriers.push({ rule: 'tab-order', detail: `"${missed.name}" is not where it should be in: ${names.join(' → ')}` });
  }
  return barriers;
}

/** One line for a person. */
export function describeBarrier({ name, language, rule, detail, themes }: Barrier): string {
  return `${name}.${language}: ${rule}: ${detail} (${themes.join(', ')})`;
}
