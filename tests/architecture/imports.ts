import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve } from 'node:path';

/** One import, from a file of `bot/` to a file of it (without ending) or to a package. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

const STATEMENT =
  /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|(?:import|require)\('([^']+)'\)/g;

/** The imports that stand in a source text; what is relative is resolved against `from`, a path below `bot/`. */
export function importsIn(from: string, source: string): readonly Import[] {
  return [...source.matchAll(STATEMENT)].map(([, one, two, three]) => {
    const named = one ?? two ?? three ?? '';
    return { from, to: named.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), named)) : named };
  });
}

/** Every TypeScript file below a folder, as paths relative to it. */
export function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** The imports of all files of the bot. */
export function importsOfBot(root: string): readonly Import[] {
  const bot = resolve(root, 'bot');
  return sourcesBelow(bot).flatMap((file) => importsIn(file, readFileSync(join(bot, file), 'utf8')));
}

/** Those of them that lead to another file of the bot, each with that file's whole path below `bot/`. */
export function arrowsOfBot(root: string): readonly Import[] {
  const bot = resolve(root, 'bot');
  return importsOfBot(root).flatMap(({ from, to }) => {
    const file = [`${to}.ts`, `${to}/index.ts`].find((path) => existsSync(join(bot, path)));
    return file === undefined ? [] : [{ from, to: file }];
  });
}
