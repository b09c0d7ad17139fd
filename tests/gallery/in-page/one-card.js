// Runs in the page of the accessibility check and of the guides' pictures: one card at a time, in one theme.

import { drawCard, openShowCards } from './draw-card.js';
import { renderMarkdown } from './markdown.js';
import { measureOverflow } from './measure-overflow.js';

/** @type {typeof import('adaptivecards')} */
const renderer = Reflect.get(globalThis, 'AdaptiveCards');
/** @type {Record<string, object>} */
const hostConfigs = JSON.parse(document.getElementById('host-configs')?.textContent ?? '{}');
const stage = document.querySelector('.stage');
const form = document.querySelector('form');

renderer.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = renderMarkdown(text);
  result.didProcess = true;
};

/**
 * Puts a card into the page, in the place of the one before.
 *
 * @param {object} json
 * @param {string} theme
 * @param {boolean} opened
 */
export function showCard(json, theme, opened) {
  document.documentElement.lang = Reflect.get(json, 'lang') ?? '';
  const { element } = drawCard(renderer, json, hostConfigs[theme] ?? {}, opened);
  if (stage) stage.className = `stage theme-${theme}`;
  // The renderer lets the Tab key stop at the whole card, which is nothing to operate; Teams frames its messages by itself.
  element.removeAttribute('tabindex');
  form?.replaceChildren(element);
  if (opened) openShowCards(element);
}

/** What does not fit once a reader has spaced the text by WCAG 2.1, success criterion 1.4.12. */
export function overflowWhenSpaced() {
  const spaced = document.createElement('style');
  spaced.textContent =
    '.stage * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
    '.stage p { margin-bottom: 2em !important; }';
  document.head.append(spaced);
  const found = form?.firstElementChild instanceof HTMLElement ? measureOverflow(form.firstElementChild) : [];
  spaced.remove();
  // Whether a button's words wrap is for the client's style sheet to say.
  return found.map(({ detail }) => detail).filter((detail) => !detail.startsWith('ac-pushButton'));
}

/**
 * What has the focus: its accessible name and its look, or nothing once the focus has left the card. `before` is how the
 * element that had it before looks without.
 *
 * @type {() => { name: string, look: string, isNew: boolean, before: string } | undefined}
 */
export const focusStop = (() => {
  /** @type {Element | null} */
  let last = null;
  return () => {
    const at = document.activeElement;
    const before = last ? lookOf(last) : '';
    const isNew = at !== last;
    last = at;
    if (!at || !form?.contains(at)) {
      last = null;
      return before ? { name: '', look: '', isNew: true, before } : undefined;
    }
    return { name: nameOf(at), look: lookOf(at), isNew, before };
  };
})();

/** @param {Element} element */
function lookOf(element) {
  const { outline, borderBottom, boxShadow } = getComputedStyle(element);
  return [outline, borderBottom, boxShadow].join(' | ');
}

/**
 * The names that the reference renderer gives: by a label elsewhere, by an attribute, by what stands in it.
 *
 * @param {Element} element
 */
function nameOf(element) {
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const labels = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  return labels || element.getAttribute('aria-label') || element.textContent || '';
}
