import type { Words } from '../domain/language/words';
import type { Message } from '../domain/message';
import type { Json } from './layout/json';
import type { Render, TemplateName } from './layout/render';

/** What every view-model needs: the words of one language, the renderer, and which day it is. */
export interface Kit {
  readonly words: Words;
  readonly render: Render;
  /** `YYYY-MM-DD` in the city. */
  readonly today: string;
}

/** A message of one card; `summary` is what a notification and a screen reader's list of messages say: one line. */
export function message({ words, render }: Kit, template: TemplateName, view: Json, summary: string): Message {
  // A screen reader has to know in which language to read: the client's own may be another.
  return { card: { ...render(template, view), lang: words.language }, summary: summary.replace(/\s+/g, ' ') };
}
