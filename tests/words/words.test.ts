import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { placedTodos } from '../../bot/domain/case/todo';
import { LANGUAGES } from '../../bot/domain/language/language';
import type { Item } from '../../bot/domain/process/process';
import { COMMANDS } from '../../bot/domain/said/phrases';
import { sourcesBelow } from '../architecture/imports';
import { testContent } from '../fixtures/content';
import { PROCESSES } from '../fixtures/model';
import { ROOT } from '../fixtures/root';
import { proseIn, wordsInLayout } from './prose';
import { leavesOf, placeholdersIn, unusedKeys, withoutPlural } from './word-keys';

const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));
const folders = ['bot/locales', ...readdirSync(PROCESSES).map((process) => relative(ROOT, join(PROCESSES, process)))];
/** A text without the names that stand in it: those may be the same in two languages. */
const withoutNames = (text: string) => text.replace(/\{\{[\w.]+\}\}/g, '');
const code = sourcesBelow(join(ROOT, 'bot'))
  .filter((file) => !file.startsWith('local/'))
  .map((file) => ({ file, source: readFileSync(join(ROOT, 'bot', file), 'utf8') }));

describe.each(folders)('the words of %s', (folder) => {
  const texts = LANGUAGES.map((language) => leavesOf(read(folder, `${language}.json`)));
  const [first = new Map<string, string>(), ...others] = texts;

  it('have the same keys in three languages: add a missing one to each file', () => {
    const keys = texts.map((leaves) => [...leaves.keys()].filter((key) => !key.startsWith('start')).sort());
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
  });

  it('ask for the same values in each language', () => {
    for (const [key, text] of first) {
      for (const other of others)
        expect([key, placeholdersIn(other.get(key) ?? '')]).toEqual([key, placeholdersIn(text)]);
    }
  });

  it("use nothing of the library's language but {{name}} and the city's {{name.form}}: the rest is not read (bot/adapters/content/words.ts)", () => {
    const others = /\{\{|\}\}|\$t\(/;
    for (const leaves of texts)
      for (const [key, text] of leaves)
        expect([key, others.test(text.replace(/\{\{\w+(?:\.\w+)?\}\}/g, ''))]).toEqual([key, false]);
  });

  it('are not empty, and have no space at an end', () => {
    for (const leaves of texts)
      for (const [key, text] of leaves) expect([key, text]).toEqual([key, text.trim() || 'words']);
  });

  it('are said differently in each language, but for names and signs', () => {
    const same = [...first].filter(
      ([key, text]) => withoutNames(text).length > 24 && others.some((other) => other.get(key) === text),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

describe("the bot's own words", () => {
  it('are all used: take an unused key out of the three files', () => {
    const keys = [...new Set([...leavesOf(read('bot/locales/en.json')).keys()].map(withoutPlural))];
    const sources = code.map(({ source }) => source);
    expect(unusedKeys(keys, sources)).toEqual([]);
  });

  it('stand in the language files only, not in code that speaks to people: move a sentence to bot/locales/', () => {
    const spoken = code.filter(({ file }) =>
      /^(cards|features|mail|adapters\/(teams|local|content))\/|^(router|deliveries)\.ts/.test(file),
    );
    expect(spoken.flatMap(({ file, source }) => proseIn(source).map((text) => `${file}: ${text}`))).toEqual([]);
  });

  it('stand in no card layout: a layout takes them from its view', () => {
    const layouts = readdirSync(join(ROOT, 'adaptive-cards'));
    expect(
      layouts.flatMap((name) => wordsInLayout(read('adaptive-cards', name)).map((text) => `${name}: ${text}`)),
    ).toEqual([]);
  });
});

describe('the phrases that people type', () => {
  it('exist for every command in every language, none of them for two commands', () => {
    for (const language of LANGUAGES) {
      const phrases = read('bot/phrases', `${language}.json`) as Record<string, readonly string[]>;
      expect(Object.keys(phrases).sort()).toEqual([...COMMANDS].sort());
      const all = Object.values(phrases).flat();
      expect(all.filter((phrase, at) => all.indexOf(phrase) !== at)).toEqual([]);
    }
  });
});

describe('the checks of words', () => {
  it('find a key that nobody asks for, and accept those of a template', () => {
    const source = "words.own('a.one'); words.own(`a.${kind}.title`);";
    expect(unusedKeys(['a.one', 'a.two.title', 'a.three', 'b.one'], [source])).toEqual(['a.three', 'b.one']);
  });

  it('find a sentence in code, and leave errors alone', () => {
    expect(proseIn("const text = 'Please try it again';")).toEqual(['Please try it again']);
    expect(proseIn("throw new Error('Please try it again');")).toEqual([]);
    expect(proseIn('const text = `You have ${n} cases left to do`;')).toHaveLength(1);
  });

  it('find words in a layout', () => {
    expect(wordsInLayout({ body: [{ type: 'TextBlock', text: 'Hello ${name}' }] })).toEqual(['Hello ${name}']);
    expect(wordsInLayout({ body: [{ type: 'TextBlock', text: '- ${name}: ' }] })).toEqual([]);
  });
});

describe('what is said below a field', () => {
  const { content } = testContent();
  const fields = [...content.processes.values()].flatMap((process) => {
    const inSections = process.sections.flatMap(({ show, items }) =>
      items.filter(({ type }) => show === 'form' || !['yes-no', 'choice', 'outcome'].includes(type)),
    );
    const written: readonly Item[] = [
      ...process.forms.flatMap(({ items }) => items),
      ...placedTodos(process).flatMap(({ rule }) => rule.form),
    ];
    return [...inSections, ...written].map((item) => ({ process: item.words ?? process.id, id: item.id }));
  });

  it.each(LANGUAGES)('ends in %s without the period that the form adds', (language) => {
    const words = content.words(language);
    const ended = fields.filter(({ process, id }) => words.process(process, `items.${id}.why`).endsWith('.'));
    expect(ended).toEqual([]);
  });
});
