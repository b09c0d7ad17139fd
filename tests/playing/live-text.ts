import { isObject } from '../fixtures/json';

/** What would do something wherever text is more than text: Markdown, a mention, HTML, three template languages. */
export const LIVE =
  '**b** [x](https://evil.example) <at>all</at> <img src=x onerror=alert(1)> ${1+1} ${$root.heading} $t(answers.yes) {{name}} {{number}} "q" \\n &amp; \'';
/**
 * Where a typed text may stand: it is shown as it is there, and does nothing. What has no type is a choice of a list to
 * search in, whose titles know no Markdown either.
 */
export const INERT = /^(TextRun\.text|Input\.\w+\.value|Action\.\w+\.title|\?\.title)$/;

/** Every place on a card where something typed stands, as `<type>.<property>`. */
export function placesOf(node: unknown, marks: readonly string[], place = ''): string[] {
  if (typeof node === 'string') return marks.some((mark) => node.includes(mark)) ? [place] : [];
  if (Array.isArray(node)) return node.flatMap((item) => placesOf(item, marks, place));
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([name, value]) => placesOf(value, marks, `${node.type ?? '?'}.${name}`));
}
