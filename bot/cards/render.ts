import { Template } from 'adaptivecards-templating';
import type { Json } from './actions';

/** Fills a template of `adaptive-cards/` with a view. */
export type Render = (template: TemplateName, view: Json) => Json;

export const TEMPLATES = [
  'case',
  'form',
  'history',
  'home',
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
  return (name, view) => templates[name].expand({ $root: view });
}
