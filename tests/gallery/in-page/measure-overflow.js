// Runs in the gallery's page. Finds what does not fit: sideways, or cut off at the bottom.

/** @typedef {import('./measure-contrast.js').RuleFinding} RuleFinding */

// Fonts may overhang their line by a few pixels; a line that is cut off is at least 16.
const OVERHANG = 8;

/**
 * Elements whose content is clipped or that stick out of the card, only the innermost of nested ones.
 *
 * @param {HTMLElement} root the card
 * @returns {RuleFinding[]}
 */
export function measureOverflow(root) {
  const frame = root.getBoundingClientRect();
  /** @type {Map<Element, string>} */
  const found = new Map();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.getClientRects().length === 0) continue;
    const problem = overflowOf(element, frame, element === root);
    if (problem) found.set(element, problem);
  }
  return [...found]
    .filter(([element]) => ![...found.keys()].some((other) => other !== element && element.contains(other)))
    .map(([element, problem]) => ({ rule: 'overflow', detail: `${describeElement(element)} ${problem}` }));
}

/**
 * @param {Element} element
 * @param {DOMRect} frame
 * @param {boolean} isCard
 * @returns {string | undefined}
 */
function overflowOf(element, frame, isCard) {
  const style = getComputedStyle(element);
  const tooWide = element.scrollWidth - element.clientWidth;
  if ((isCard || style.overflowX !== 'visible') && tooWide > 1) return `is clipped: ${tooWide} px too wide`;
  const tooHigh = element.scrollHeight - element.clientHeight;
  const clipsLines = style.overflowY === 'hidden' || style.overflowY === 'clip';
  if (clipsLines && element.clientHeight > 0 && tooHigh > OVERHANG) return `is cut off: ${tooHigh} px too high`;
  const textTooWide = fieldTextWidth(element, style) - element.clientWidth;
  if (textTooWide > 1) return `is clipped: ${Math.round(textTooWide)} px too wide`;
  const box = element.getBoundingClientRect();
  const outside = Math.max(box.right - frame.right, frame.left - box.left);
  return outside > 1 ? `sticks out of the card by ${Math.round(outside)} px` : undefined;
}

/**
 * The width a field would need for its placeholder or chosen option, which browsers clip without saying so.
 *
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 * @returns {number}
 */
function fieldTextWidth(element, style) {
  const isSelect = element instanceof HTMLSelectElement;
  const text = isSelect ? element.selectedOptions[0]?.text : element.getAttribute('placeholder');
  // A textarea wraps its placeholder.
  if (!text || element instanceof HTMLTextAreaElement) return 0;
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return 0;
  canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const arrow = isSelect || element.hasAttribute('list') ? 20 : 0;
  const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
  return canvas.measureText(text).width + padding + arrow;
}

/**
 * @param {Element} element
 * @returns {string}
 */
function describeElement(element) {
  const label = element.getAttribute('placeholder') ?? element.textContent ?? '';
  const text = (element instanceof HTMLSelectElement ? element.selectedOptions[0]?.text : label)?.trim() ?? '';
  const known = element.closest('[class*="ac-"]') ?? element;
  const kind = [...known.classList].find((name) => name.startsWith('ac-')) ?? element.tagName.toLowerCase();
  return text ? `${kind} "${text.length > 40 ? `${text.slice(0, 39)}…` : text}"` : kind;
}
