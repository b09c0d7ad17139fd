// Runs in the gallery's page. Text contrast by WCAG 2.1, success criterion 1.4.3 (level AA), from computed colours.

import { blend, contrastRatio, hex, parseColour } from './colour.js';

const NORMAL_TEXT = 4.5;
const LARGE_TEXT = 3;

/** @typedef {{ rule: string, detail: string }} RuleFinding what is wrong, without where */
/** @typedef {import('./colour.js').Colour} Colour */

/**
 * Texts, field values and placeholders in an element whose contrast is too low. Disabled controls are exempt.
 *
 * @param {HTMLElement} root
 * @returns {RuleFinding[]}
 */
export function measureContrast(root) {
  const findings = [];
  for (const { element, text, color } of visibleTexts(root)) {
    if (element.closest('[disabled], [aria-disabled="true"]')) continue;
    const style = getComputedStyle(element);
    const background = effectiveBackground(element);
    const opaque = blend({ ...color, a: color.a * effectiveOpacity(element) }, background);
    const ratio = contrastRatio(opaque, background);
    const needed = isLarge(style) ? LARGE_TEXT : NORMAL_TEXT;
    if (ratio >= needed) continue;
    // Rounded down, so that a failure never reads as the limit itself.
    const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
    findings.push({
      rule: 'contrast',
      detail: `"${shorten(text)}" is ${hex(opaque)} on ${hex(background)}, ${shown}:1; needs ${needed}:1`,
    });
  }
  return findings;
}

/**
 * @param {HTMLElement} root
 * @returns {Generator<{ element: Element, text: string, color: Colour }>}
 */
function* visibleTexts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim();
    if (!element || !text || !isDrawn(node) || getComputedStyle(element).visibility !== 'visible') continue;
    yield { element, text, color: parseColour(getComputedStyle(element).color) };
  }
  // What stands in a field is no text node.
  for (const field of root.querySelectorAll('input, textarea, select')) {
    if (field.getClientRects().length === 0 || field.matches('[type="checkbox"], [type="radio"]')) continue;
    const text = fieldText(field);
    const placeholder = field.getAttribute('placeholder');
    const pseudo = text ? null : '::placeholder';
    if (text || placeholder) {
      yield {
        element: field,
        text: text || placeholder || '',
        color: parseColour(getComputedStyle(field, pseudo).color),
      };
    }
  }
}

/**
 * @param {Element} field
 * @returns {string}
 */
function fieldText(field) {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? '';
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
}

/**
 * @param {Node} node
 * @returns {boolean}
 */
function isDrawn(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getClientRects().length > 0;
}

/**
 * Large by WCAG: 18 pt, or 14 pt and bold.
 *
 * @param {CSSStyleDeclaration} style
 * @returns {boolean}
 */
function isLarge(style) {
  const size = Number.parseFloat(style.fontSize);
  return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
}

/**
 * The background behind an element: see-through layers blended from the first opaque one upwards.
 *
 * @param {Element} element
 * @returns {Colour}
 */
function effectiveBackground(element) {
  const layers = [];
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    const colour = parseColour(getComputedStyle(at).backgroundColor);
    if (colour.a > 0) layers.push(colour);
    if (colour.a === 1) break;
  }
  return layers.reduceRight((below, layer) => blend(layer, below), { r: 255, g: 255, b: 255, a: 1 });
}

/**
 * @param {Element} element
 * @returns {number}
 */
function effectiveOpacity(element) {
  let opacity = 1;
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    opacity *= Number(getComputedStyle(at).opacity);
  }
  return opacity;
}

/**
 * @param {string} text
 * @returns {string}
 */
function shorten(text) {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
