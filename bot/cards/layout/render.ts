import type { Json } from './json';
import { readLayout } from './layout';

/** Fills a layout of `adaptive-cards/` with a view. */
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
  'before-you-begin',
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** Makes the renderer from the layouts, by name; throws naming one that is missing, or what a layout says wrongly. */
export function createRender(layouts: ReadonlyMap<string, Json>): Render {
  const filling = (name: TemplateName) => {
    const layout = layouts.get(name);
    if (!layout) throw new Error(`The card layout "${name}" is missing: add ${name}.json to adaptive-cards/.`);
    return [name, readLayout(layout)] as const;
  };
  const fill = Object.fromEntries(TEMPLATES.map(filling)) as Record<TemplateName, (view: Json) => Json>;
  return (name, view) => fill[name](view);
}
