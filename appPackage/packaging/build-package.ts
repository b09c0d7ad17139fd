/** Makes the app package of an environment: the manifest, its words and icons in one zip. */
import { type Zippable, zipSync } from 'fflate';
import { z } from 'zod/v4';
import { filesOf, packageProblems } from './check-package';
import { fillPlaceholders, placeholdersIn } from './placeholders';
import { readSettings } from './settings';

/** The beginning of time for a zip, in local time as zips have it: the same input gives the same bytes everywhere. */
const LONG_AGO = new Date(1980, 0, 1);

/** Only what is needed to find the other files; all else is looked at in the finished package. */
const named = z.object({
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    defaultLanguageFile: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
});

/** What is missing or wrong: a line for each. */
export interface Faults {
  readonly problems: readonly string[];
}

export interface BuildOptions {
  /** Reads a file of the city's `app/` by its name; throws where there is none. */
  readonly readFile: (name: string) => Uint8Array;
  /** The values for the placeholders. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Fills the placeholders, zips what the manifest names, and checks the zip.
 *
 * @returns the package's bytes, or everything that stands in its way
 */
export function buildPackage({ readFile, env }: BuildOptions): { readonly zip: Uint8Array } | Faults {
  const manifest: unknown = JSON.parse(Buffer.from(readFile('manifest.json')).toString('utf8'));
  const names = filesOf(named.parse(manifest));
  const texts = names
    .filter((name) => name.endsWith('.json'))
    .map((name): [string, unknown] => [name, JSON.parse(Buffer.from(readFile(name)).toString('utf8'))]);

  const { values, problems } = readSettings(placeholdersIn(texts), env);
  if (problems.length > 0) return { problems };

  const filled = new Map(
    texts.map(([name, text]) => [name, `${JSON.stringify(fillPlaceholders(text, values), null, 2)}\n`]),
  );
  const content = names.map((name): [string, Uint8Array] => {
    const text = filled.get(name);
    return [name, text === undefined ? readFile(name) : new TextEncoder().encode(text)];
  });
  const zip = zipSync(Object.fromEntries(content) as Zippable, { level: 9, mtime: LONG_AGO });
  const found = packageProblems(zip);
  return found.length > 0 ? { problems: found } : { zip };
}
