// Runs in the gallery's page. Colours as WCAG 2.1 counts with them.

/** @typedef {{ r: number, g: number, b: number, a: number }} Colour channels to 255, opacity to 1 */

/**
 * @param {string} computed `rgb(…)` or `rgba(…)`, the form of computed colours
 * @returns {Colour}
 */
export function parseColour(computed) {
  const [r = 0, g = 0, b = 0, a = 1] = (computed.match(/[\d.]+/g) ?? []).map(Number);
  return { r, g, b, a };
}

/**
 * @param {Colour} over
 * @param {Colour} under
 * @returns {Colour}
 */
export function blend(over, under) {
  /** @param {'r' | 'g' | 'b'} channel */
  const mix = (channel) => over[channel] * over.a + under[channel] * (1 - over.a);
  return { r: mix('r'), g: mix('g'), b: mix('b'), a: 1 };
}

/**
 * @param {Colour} one
 * @param {Colour} other
 * @returns {number} from 1 to 21
 */
export function contrastRatio(one, other) {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * @param {Colour} colour
 * @returns {number}
 */
function luminance({ r, g, b }) {
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param {Colour} colour
 * @returns {string}
 */
export function hex({ r, g, b }) {
  return `#${[r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
