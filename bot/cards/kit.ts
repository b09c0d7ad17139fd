import type { Message } from '../domain/message';
import type { Words } from '../domain/words';
import type { Json } from './actions';
import type { Render, TemplateName } from './render';

/** What every view-model needs: the words of one language, and the renderer. */
export interface Kit {
  readonly words: Words;
  readonly render: Render;
}

/** A message of one card; `summary` is what a notification and a screen reader's list of messages say: one line. */
export function message({ render }: Kit, template: TemplateName, view: Json, summary: string): Message {
  return { card: render(template, view), summary: summary.replace(/\s+/g, ' ') };
}
