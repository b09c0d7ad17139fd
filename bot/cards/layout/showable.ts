import type { Json } from './json';

// NUL and its like, and what is no character: a client may refuse the whole card for one of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are looked for.
const UNSHOWABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * A part of a card in which every text can be shown: what was typed and refused stands in its field again, and with it
 * whatever it was refused for. Each such character becomes the one that stands for all of them.
 */
export function showable(node: unknown): unknown {
  // Nearly always nothing is wrong, and looking costs a quarter of copying (4 µs of 15 for a whole card).
  return canBeShown(node) ? node : mended(node);
}

function canBeShown(node: unknown): boolean {
  if (typeof node === 'string') return node.isWellFormed() && node.search(UNSHOWABLE) === -1;
  if (typeof node !== 'object' || node === null) return true;
  if (Array.isArray(node)) return node.every(canBeShown);
  return Object.keys(node).every((name) => canBeShown((node as Json)[name]));
}

function mended(node: unknown): unknown {
  if (typeof node === 'string') return node.toWellFormed().replace(UNSHOWABLE, '\ufffd');
  if (Array.isArray(node)) return node.map(mended);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, mended(value)]));
}
