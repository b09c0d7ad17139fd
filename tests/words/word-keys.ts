/** The leaves of a language file, by their path: `{ a: { b: 'x' } }` has `a.b`. */
export function leavesOf(words: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words !== 'object' || words === null) return new Map();
  return new Map(
    Object.entries(words).flatMap(([name, value]) => [...leavesOf(value, path === '' ? name : `${path}.${name}`)]),
  );
}

/** The values that a text asks for: `{{count}}` asks for `count`. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
}

/** Keys without their plural ending, so that `days_one` and `days_other` are one key. */
export function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

/** The keys of `keys` that no text of `sources` asks for, neither whole nor as `prefix.${…}`. */
export function unusedKeys(keys: readonly string[], sources: readonly string[]): readonly string[] {
  const code = sources.join('\n');
  const whole = new Set([...code.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key));
  const patterns = [...code.matchAll(/`([\w.-]*\$\{[^`]+)`/g)].map(([, template = '']) => patternOf(template));
  return keys.filter((key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)));
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // A template that is nothing but a variable says nothing about which keys it stands for.
  return parts.join('').length < 3 ? /^$/ : new RegExp(`^${parts.join('[\\w-]+')}$`);
}
