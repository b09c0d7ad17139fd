/** The cards of a walk: filled layouts for those who use the packages, ready text for those who show the limit. */
import { Template } from 'adaptivecards-templating';
import { DRAFT, REVISION, type Work } from '../work/work';
import { placeOf, type Walk } from './walk';

export type CardOf = (walk: Walk) => Record<string, unknown>;

/** Fills a layout at each press. Layouts are parsed once, which samples seldom do: in favour of whoever uses it. */
export function templatedCards({ cards, layouts }: Work): CardOf {
  const templates = new Map(Object.entries(layouts).map(([name, layout]) => [name, new Template(layout)]));
  return (walk) => {
    const card = cards[placeOf(walk)];
    const template = card && templates.get(card.layout);
    if (!template) throw new Error(`There is no card after ${placeOf(walk)} answers.`);
    return template.expand({ $root: placed(card.view, walk) });
  };
}

/** Puts draft and revision into cards that were filled beforehand. Resolves to JSON. */
export function readyCards({ cards }: Work): (walk: Walk) => string {
  const pieces = cards.map(({ text }) => text.split(new RegExp(`(${DRAFT}|${REVISION})`)));
  return (walk) => {
    const text = pieces[placeOf(walk)] ?? [];
    return text
      .map((piece) => (piece === DRAFT ? walk.draft : piece === String(REVISION) ? walk.revision : piece))
      .join('');
  };
}

function placed(node: unknown, walk: Walk): unknown {
  if (node === DRAFT) return walk.draft;
  if (node === REVISION) return walk.revision;
  if (Array.isArray(node)) return node.map((child) => placed(child, walk));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, placed(child, walk)]));
}
