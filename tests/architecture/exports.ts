import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { sourcesBelow } from './imports';

/** A function, class or constant that a file of the bot exports. A type is no matter: it names what a signature holds. */
interface Export {
  /** Below `bot/`. */
  readonly file: string;
  readonly name: string;
  /** Whether the file needs it itself. */
  readonly isUsedHere: boolean;
}

/** What only tests import, by file, and why they do. */
export const KNOWN: Readonly<Record<string, { readonly names: readonly string[]; readonly why: string }>> = {
  'adapters/tables/rows/table-client.ts': {
    names: ['withDoublesTyped'],
    why: 'which numbers arrive as doubles is shown on bodies that no client writes',
  },
  'adapters/teams/sending/messenger.ts': {
    names: ['deliveryAfter'],
    why: 'what each status means is a table; the connector would have to fail in every way for it',
  },
  'cards/verbs.ts': { names: ['verbs'], why: 'tests go over every verb, so that none is left out' },
  'commands/register.ts': {
    names: ['rebuildRegister'],
    why: 'a rebuild is stopped and raced in the middle, which no command can be',
  },
  'domain/case/todo.ts': {
    names: ['dayAfter', 'openBefore'],
    why: 'days and order are checked for each to-do there is',
  },
  'domain/listing/figures.ts': {
    names: ['FigureCount', 'YEARS_AHEAD', 'figuresOf'],
    why: 'the counts of the yearly report, held to the model before the report itself comes',
  },
  'domain/walk/replay.ts': {
    names: ['isAnswered'],
    why: 'the walks of all processes are explored with the same measure',
  },
  'local/children/last-words.ts': {
    names: ['lastWords'],
    why: 'what a broken process said last is cut out of any text',
  },
  'local/port-numbers.ts': { names: ['whyNotFree'], why: 'tests of the launcher look for free ports as it does' },
};

const DECLARED = /^export (?:abstract )?(?:async )?(?:const|function\*?|class|enum) (\w+)/gm;
const IMPORTED = /(?:import|export)\s+(?:type\s+)?(?:\w+,\s*)?(?:\{([^}]*)\}|\*(?:\s+as\s+\w+)?)\s*from\s+'(\.[^']+)'/g;
const CALLED = /(?:import|require|requireActual)\('(\.[^']+)'\)/g;
const WHOLE = '*';

/**
 * What a file of the bot exports though no other file of it imports it: who, what, why, and the mend; and which exceptions
 * nothing needs any more. A limit (`MOST_ROWS`) may be exported for a test that stands right at it.
 */
export function idleExports(root: string, known: typeof KNOWN = KNOWN): readonly string[] {
  const bot = join(root, 'bot');
  const [own, others] = [importedIn(root, ['bot']), importedIn(root, ['tests', 'bench', 'appPackage'])];
  const isIn = (imported: ReadonlySet<string>, { file, name }: Export) =>
    imported.has(`${file} ${name}`) || imported.has(`${file} ${WHOLE}`);
  const idle = sourcesBelow(bot)
    .flatMap((file) => exportsIn(file, readFileSync(join(bot, file), 'utf8')))
    .filter((each) => !isIn(own, each));
  const isLimit = ({ name, isUsedHere }: Export) => isUsedHere && /^[A-Z][A-Z_]+$/.test(name);
  const broken = idle
    .filter((each) => !isIn(others, each) || !isLimit(each))
    .filter(({ file, name }) => !known[file]?.names.includes(name))
    .map((each) => {
      const { file, name, isUsedHere } = each;
      const nobody = isIn(others, each) ? 'only tests import it' : 'nobody imports it';
      return (
        `bot/${file} exports ${name}, and ${nobody}. Why not: what nothing of the product needs is read, translated and kept ` +
        `for nothing, and what is exported may not change freely. Mend: ${isUsedHere ? 'take `export` away and test it through what uses it' : 'take it out'}, ` +
        'or list it with its reason in tests/architecture/exports.ts.'
      );
    });
  const listed = Object.entries(known).flatMap(([file, { names }]) =>
    names
      .filter((name) => !idle.some((each) => each.file === file && each.name === name))
      .map(
        (name) =>
          `bot/${file}: ${name} needs no exception any more: take it off the list in tests/architecture/exports.ts.`,
      ),
  );
  return [...broken, ...listed];
}

function exportsIn(file: string, source: string): readonly Export[] {
  return [...source.matchAll(DECLARED)].map(([, name = '']) => ({
    file,
    name,
    isUsedHere: (source.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1,
  }));
}

/** Each name that files below these folders import of one of the bot, as "file name". */
function importedIn(root: string, folders: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const folder of folders) {
    for (const file of sourcesBelow(join(root, folder))) {
      const source = readFileSync(join(root, folder, file), 'utf8');
      const note = (path: string, names: readonly string[]) => {
        const target = posix.relative('bot', posix.join(folder, posix.dirname(file), path));
        for (const name of names) {
          found.add(`${target}.ts ${name}`);
          found.add(`${target}/index.ts ${name}`);
        }
      };
      for (const [, names, path = ''] of source.matchAll(IMPORTED))
        note(path, names === undefined ? [WHOLE] : named(names));
      for (const [, path = ''] of source.matchAll(CALLED)) note(path, [WHOLE]);
    }
  }
  return found;
}

/** `a, type B, c as d` → a, B, c. */
function named(list: string): readonly string[] {
  return list
    .split(',')
    .map(
      (part) =>
        part
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0]
          ?.trim() ?? '',
    )
    .filter((name) => name !== '');
}
