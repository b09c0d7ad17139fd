// Runs in the gallery's page, last. Draws every card into its place, measures it, and lays out the contact sheets.

import { checkCardModel, checkParsing } from './check-card.js';
import { drawCard, openShowCards } from './draw-card.js';
import { renderMarkdown } from './markdown.js';
import { measureContrast } from './measure-contrast.js';
import { measureOverflow } from './measure-overflow.js';

/** @typedef {import('./measure-contrast.js').RuleFinding} RuleFinding */

/**
 * @typedef {{ name: string, language: string, theme: string, width: number } & RuleFinding} PageFinding
 * @typedef {{ cards: { name: string, language: string, card: object }[], hostConfigs: Record<string, object> }} GalleryData
 */

/** @type {import('./check-card.js').Renderer} */
const renderer = Reflect.get(globalThis, 'AdaptiveCards');
/** @type {GalleryData} */
const galleryData = JSON.parse(document.getElementById('gallery-data')?.textContent ?? '{}');
/** @type {PageFinding[]} */
export const galleryFindings = [];

const HIDES_SOMETHING = /"isVisible":false|"Action\.ShowCard"/;

renderer.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = renderMarkdown(text);
  result.didProcess = true;
};

const figures = [...document.querySelectorAll('figure')];
/** @type {Map<HTMLElement, RuleFinding[]>} */
const foundIn = new Map(figures.map((figure) => [figure, []]));
// First with all that is hidden shown, only to be measured; then as it first appears. All are drawn before
// one is measured: measuring in between would lay out the whole page again each time.
for (const opened of [true, false]) {
  const drawn = figures.map((figure) => ({ figure, card: draw(figure, opened) }));
  for (const { figure, card } of drawn) if (card) foundIn.get(figure)?.push(...measure(card));
}
for (const [figure, findings] of foundIn) report(figure, findings);

/**
 * @param {HTMLElement} figure
 * @param {boolean} opened
 * @returns {import('adaptivecards').AdaptiveCard | undefined} nothing where opening changes nothing, or it failed
 */
function draw(figure, opened) {
  const json = galleryData.cards[Number(figure.dataset.index)]?.card ?? {};
  if (opened && !HIDES_SOMETHING.test(JSON.stringify(json))) return undefined;
  try {
    const hostConfig = galleryData.hostConfigs[figure.dataset.theme ?? ''] ?? {};
    const { card, element, context } = drawCard(renderer, json, hostConfig, opened);
    figure.querySelector('form')?.replaceChildren(element);
    if (opened) openShowCards(element);
    else foundIn.get(figure)?.push(...checkParsing(renderer, json, context, card));
    return card;
  } catch (error) {
    foundIn.get(figure)?.push({ rule: 'render', detail: String(error) });
    return undefined;
  }
}

/**
 * @param {import('adaptivecards').AdaptiveCard} card in the page
 * @returns {RuleFinding[]}
 */
function measure(card) {
  const element = card.renderedElement;
  return element ? [...checkCardModel(renderer, card), ...measureOverflow(element), ...measureContrast(element)] : [];
}

/**
 * Writes the findings under the card, and into the list that the command reads; each once, though it may have been
 * found opened and closed.
 *
 * @param {HTMLElement} figure
 * @param {RuleFinding[]} findings
 */
function report(figure, findings) {
  const { name = '', language = '', theme = '', width } = figure.dataset;
  for (const [text, finding] of new Map(findings.map((one) => [`${one.rule}: ${one.detail}`, one]))) {
    galleryFindings.push({ name, language, theme, width: Number(width), ...finding });
    const line = document.createElement('p');
    line.className = 'finding';
    line.textContent = text;
    figure.append(line);
  }
}

/**
 * Moves one family of renderings into a sheet that is about square, alone in the page.
 *
 * @param {string} language
 * @param {string} theme
 * @param {number} width
 */
export function layOutSheet(language, theme, width) {
  document.querySelector('.sheet')?.remove();
  const sheet = document.createElement('div');
  sheet.className = `sheet theme-${theme}`;
  const selector = `figure[data-language="${language}"][data-theme="${theme}"][data-width="${width}"]`;
  sheet.append(...document.querySelectorAll(selector));
  document.body.classList.add('sheet-only');
  document.body.append(sheet);
  const column = width + 24;
  sheet.style.width = `${column}px`;
  const columns = Math.max(1, Math.ceil(Math.sqrt(sheet.scrollHeight / column)));
  sheet.style.columnCount = String(columns);
  sheet.style.width = `${columns * column + (columns - 1) * 16}px`;
  const pictures = [...sheet.querySelectorAll('figure')].map((figure) => ({
    name: figure.dataset.name ?? '',
    ...clipOf(figure.querySelector('.stage') ?? figure),
  }));
  return { sheet: clipOf(sheet), pictures };
}

/** @param {Element} element */
function clipOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + scrollX, y: y + scrollY, width: Math.ceil(width), height: Math.ceil(height) };
}
