import { Template } from 'adaptivecards-templating';
import type { Json } from './actions';

/** Fills a template of `adaptive-cards/` with a view. */
export type Render = (template: TemplateName, view: Json) => Json;

export const TEMPLATES = [
  'case',
  'directory',
  'form',
  'history',
  'home',
  'inbox',
  'news',
  'notice',
  'outcome',
  'question',
  'receipt',
  'summary',
  'todo-list',
  'undelivered',
  'work-list',
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/**
 * Makes the renderer from the layouts, by name; throws naming one that is missing. Each layout is parsed once: parsing costs a millisecond, filling a
 * parsed one some fifty microseconds.
 */
export function createRender(layouts: ReadonlyMap<string, Json>): Render {
  const template = (name: TemplateName) => {
    const layout = layouts.get(name);
    if (!layout) throw new Error(`The card layout "${name}" is missing: add ${name}.json to adaptive-cards/.`);
    return [name, new Template(layout)] as const;
  };
  const templates = Object.fromEntries(TEMPLATES.map(template)) as Record<TemplateName, Template>;
  return (name, view) => showable(templates[name].expand({ $root: view })) as Json;
}

// NUL and its like, and what is no character: a client may refuse the whole card for one of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are looked for.
const UNSHOWABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * A card in which every text can be shown: what was typed and refused stands in its field again, and with it whatever
 * it was refused for. Each such character becomes the one that stands for all of them.
 */
function showable(node: unknown): unknown {
  if (typeof node === 'string') return node.toWellFormed().replace(UNSHOWABLE, '\ufffd');
  if (Array.isArray(node)) return node.map(showable);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, showable(value)]));
}
