/** Says what is wrong with a package before Teams does, from the bytes that would be uploaded. */
import { unzipSync } from 'fflate';
import { z } from 'zod/v4';
import { iconProblems } from './check-icon';
import { longestAt, type Manifest, manifestSchema, wordsOf } from './manifest';
import { placeholdersIn } from './placeholders';

const LANGUAGE_SCHEMA =
  'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json';
const languageFile = z.record(z.string(), z.string());

/** What a package consists of, by name. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** One line for each fault; empty if the package can be uploaded as far as can be told without asking Teams. */
export function packageProblems(zip: Uint8Array): readonly string[] {
  const files: Files = unzipSync(zip);
  const raw = jsonIn(files, 'manifest.json');
  if ('problem' in raw) return [raw.problem];
  const read = manifestSchema.safeParse(raw.value);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => `manifest.json: ${path.join('.') || 'the whole'}: ${message}`);
  }
  return [
    ...fileProblems(files, read.data),
    ...placeholdersIn(raw.value).map((name) => `manifest.json: the placeholder ${name} is not filled`),
    ...scopeProblems(read.data),
    ...languageProblems(files, read.data),
    ...iconProblems(files, read.data.icons),
  ];
}

/** The names of everything that belongs into the package. */
export function filesOf({ icons, localizationInfo }: Pick<Manifest, 'icons' | 'localizationInfo'>): readonly string[] {
  const { defaultLanguageFile, additionalLanguages } = localizationInfo;
  const languages = [defaultLanguageFile, ...additionalLanguages.map(({ file }) => file)];
  return ['manifest.json', ...languages, icons.color, icons.outline];
}

function fileProblems(files: Files, manifest: Manifest): string[] {
  const wanted = filesOf(manifest);
  return [
    ...wanted.filter((name) => !files[name]).map((name) => `${name} is named in manifest.json and not in the package`),
    ...Object.keys(files)
      .filter((name) => !wanted.includes(name))
      .map((name) => `${name} is in the package and not named in manifest.json`),
  ];
}

function scopeProblems({ bots: [bot] }: Manifest): string[] {
  const listed = bot.commandLists.flatMap(({ scopes }) => scopes);
  return bot.scopes
    .filter((scope) => listed.filter((other) => other === scope).length !== 1)
    .map((scope) => `manifest.json: the scope ${scope} needs one command list of its own`);
}

function languageProblems(files: Files, manifest: Manifest): string[] {
  const wanted = wordsOf(manifest);
  const { defaultLanguageFile, additionalLanguages } = manifest.localizationInfo;
  return [defaultLanguageFile, ...additionalLanguages.map(({ file }) => file)].flatMap((name) => {
    const read = jsonIn(files, name);
    if ('problem' in read) return [read.problem];
    const parsed = languageFile.safeParse(read.value);
    if (!parsed.success) return [`${name}: every line has to be a text`];
    const { $schema, ...words } = parsed.data;
    // Teams shows the manifest's own words where it knows no language files, so they have to say the same.
    const twice = name === defaultLanguageFile ? [...wanted] : [];
    return [
      ...($schema === LANGUAGE_SCHEMA ? [] : [`${name}: $schema has to be ${LANGUAGE_SCHEMA}`]),
      ...placeholdersIn(words).map((placeholder) => `${name}: the placeholder ${placeholder} is not filled`),
      ...[...wanted.keys()].filter((path) => !words[path]).map((path) => `${name}: ${path} has no words`),
      ...Object.keys(words)
        .filter((path) => !wanted.has(path))
        .map((path) => `${name}: ${path} names nothing in manifest.json`),
      ...Object.entries(words)
        .filter(([path, text]) => text.length > longestAt(path))
        .map(([path]) => `${name}: ${path} is longer than ${longestAt(path)} characters`),
      ...twice
        .filter(([path, text]) => words[path] && words[path] !== text)
        .map(([path]) => `${name}: ${path} differs from manifest.json, which has the words of the default language`),
    ];
  });
}

function jsonIn(files: Files, name: string): { readonly value: unknown } | { readonly problem: string } {
  const bytes = files[name];
  if (!bytes) return { problem: `${name} is not in the package` };
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { problem: `${name} is no JSON in UTF-8` };
  }
}
