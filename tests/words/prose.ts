import { parseSync } from '@swc/core';

/** Text in code that looks like a sentence for people: three words or more. Errors and logs speak to operators. */
export function proseIn(source: string): readonly string[] {
  const found: string[] = [];
  collect(parseSync(source, { syntax: 'typescript', target: 'es2023' }), found);
  return found;
}

/** Texts of a card layout that are not filled in from a view. */
export function wordsInLayout(layout: unknown): readonly string[] {
  if (Array.isArray(layout)) return layout.flatMap(wordsInLayout);
  if (typeof layout !== 'object' || layout === null) return [];
  return Object.entries(layout).flatMap(([name, value]) => {
    if (typeof value !== 'string') return wordsInLayout(value);
    const left = value.replace(/\$\{[^}]*\}/g, '');
    return SHOWN.has(name) && /\p{L}/u.test(left) ? [value] : [];
  });
}

const SHOWN = new Set([
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'altText',
  'tooltip',
  'speak',
  'fallbackText',
]);
const PROSE = /\p{L}{2,}[,;:]? \p{L}+[,;:]? \p{L}+/u;

function collect(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const part of node) collect(part, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, value, raw } = node as { type?: string; value?: unknown; raw?: unknown };
  if (type === 'NewExpression' || type === 'ThrowStatement' || type === 'ImportDeclaration') return;
  const text = type === 'StringLiteral' ? value : type === 'TemplateElement' ? raw : undefined;
  if (typeof text === 'string' && PROSE.test(text)) found.push(text);
  for (const part of Object.values(node)) collect(part, found);
}
