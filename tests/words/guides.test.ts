/** What a guide tells people to write is understood, and what it says stands on a card does. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import { caseNumberIn, createUnderstanding } from '../../bot/domain/said/understanding';
import { testContent } from '../fixtures/content';
import { ROOT } from '../fixtures/root';
import { GUIDE_PICTURES } from '../gallery/guide-pictures';

const FOLDER = join(ROOT, 'docs', 'guides');
const PICTURE_BYTES = 60_000;
const ROLES = ['employee.md', 'international-affairs-team.md', 'responsible-unit.md'];

const guides = LANGUAGES.flatMap((language) =>
  readdirSync(join(FOLDER, language)).map((file): [string, Language, string] => [
    `${language}/${file}`,
    language,
    readFileSync(join(FOLDER, language, file), 'utf8').replace(/\s+/g, ' '),
  ]),
);

function quoted(text: string, mark: RegExp): readonly string[] {
  return [...text.matchAll(mark)].map(([, words = '']) => words);
}

/** Every text of the bot's own words in a language. */
function wordsIn(language: Language): ReadonlySet<string> {
  const found = new Set<string>();
  const read = (node: unknown): void => {
    if (typeof node === 'string') found.add(node);
    else for (const child of Object.values(node as object)) read(child);
  };
  read(JSON.parse(readFileSync(join(ROOT, 'bot', 'locales', `${language}.json`), 'utf8')));
  return found;
}

test('there is a guide for every role in every language', () => {
  for (const language of LANGUAGES) expect(readdirSync(join(FOLDER, language)).sort()).toEqual(ROLES);
});

describe.each(guides)('%s', (path, language, text) => {
  const { content } = testContent();
  const understand = createUnderstanding(content.phrases);

  test('quotes only what the assistant understands in that language', () => {
    const said = quoted(text, /`([^`]+)`/g);
    expect(said.length).toBeGreaterThan(0);
    const strange = said.filter((words) => understand(words, language)?.language !== language && !caseNumberIn(words));
    expect(strange).toEqual([]);
  });

  test('names only buttons and titles that the cards have', () => {
    const known = wordsIn(language);
    const named = quoted(text, /\*\*([^*]+)\*\*/g);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((words) => !known.has(words))).toEqual([]);
  });

  test('shows pictures that are there, in its language, small and with words for those who do not see them', () => {
    const pictures = [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];
    expect(pictures.length).toBeGreaterThan(1);
    for (const [, alt = '', address = ''] of pictures) {
      const file = join(dirname(join(FOLDER, path)), address);
      expect(existsSync(file) && statSync(file).size).toBeLessThan(PICTURE_BYTES);
      expect(address).toContain(`/${language}-`);
      expect(GUIDE_PICTURES.some((name) => address.endsWith(`-${name}.png`))).toBe(true);
      expect(alt.length).toBeGreaterThan(20);
    }
  });

  test('links to pages that are there', () => {
    const links = [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)]+)\)/g)].map(([, address = '']) => address);
    expect(links.filter((address) => !existsSync(join(dirname(join(FOLDER, path)), address)))).toEqual([]);
  });
});
