/** Placeholders as the Agents Toolkit writes them: `${{BOT_ID}}`. */

const PLACEHOLDER = /\$\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g;

/** The names of all placeholders in the texts of a value, each once. */
export function placeholdersIn(value: unknown): readonly string[] {
  return [...new Set([...JSON.stringify(value).matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
}

/**
 * The same value with its placeholders filled. Texts are filled one by one and not the file as a whole, so that a
 * quotation mark in a value stays a quotation mark.
 */
export function fillPlaceholders(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return value.replace(PLACEHOLDER, (left, name: string) => values[name] ?? left);
  if (Array.isArray(value)) return value.map((each) => fillPlaceholders(each, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillPlaceholders(each, values)]));
}
