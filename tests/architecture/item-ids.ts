import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../fixtures/json';
import { sourcesBelow } from './imports';

/** Code that may know items: the conditions that data cannot say. */
const PREDICATES = 'domain/rules/predicates.ts';

/** What stands elsewhere still, by file, and why. Each goes when the process itself says which item is meant. */
export const KNOWN: Readonly<Record<string, { readonly ids: readonly string[]; readonly why: string }>> = {
  'domain/case/filled-in/reply.ts': {
    ids: ['late-response', 'other-date', 'visit-language', 'without-fee'],
    why: 'the letters to a visitor are chosen by these answers',
  },
};

/**
 * The ids of all items of the processes below a folder that no word of the language could be meant by: those of several
 * words. "city" or "country" stand in code for much else.
 */
export function itemIds(folder: string): ReadonlySet<string> {
  const ids = new Set<string>();
  const read = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(read);
    if (!isObject(value)) return;
    if (typeof value.id === 'string' && typeof value.type === 'string' && value.id.includes('-')) ids.add(value.id);
    Object.values(value).forEach(read);
  };
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('process.json')) read(JSON.parse(readFileSync(join(folder, path), 'utf8')));
  }
  return ids;
}

/** Where code knows an item of a process: who, what, why, and the mend; and which exceptions nothing needs any more. */
export function namedItems(bot: string, known: typeof KNOWN = KNOWN): readonly string[] {
  const ids = itemIds(bot);
  const found = new Map(
    sourcesBelow(bot).map((file) => [file, idsIn(readFileSync(join(bot, file), 'utf8'), ids)] as const),
  );
  found.delete(PREDICATES);
  const named = [...found].flatMap(([file, here]) =>
    here
      .filter((id) => !known[file]?.ids.includes(id))
      .map(
        (id) =>
          `bot/${file} names '${id}', an item of a process. Why not: the city's model is data, and another city's has other ` +
          `items. Mend: let the process say which item is meant (process.json), or make it a predicate in bot/${PREDICATES}.`,
      ),
  );
  const idle = Object.entries(known).flatMap(([file, { ids: listed }]) =>
    listed
      .filter((id) => !found.get(file)?.includes(id))
      .map(
        (id) => `bot/${file} does not name '${id}' any more: take it off the list in tests/architecture/item-ids.ts.`,
      ),
  );
  return [...named, ...idle];
}

function idsIn(source: string, ids: ReadonlySet<string>): readonly string[] {
  return [...new Set([...source.matchAll(/'([a-z0-9-]+)'/g)].map(([, text]) => text ?? ''))].filter((text) =>
    ids.has(text),
  );
}
