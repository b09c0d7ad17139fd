import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../fixtures/root';
import { isOfPerson } from './names';
import { sourceLines } from './source-lines';
import { rowsOf, wordsOf } from './words-in-a-row';

const lines = sourceLines();
const sections = new Set(lines.map(({ section }) => section));
const copied = new Set(lines.flatMap(({ rows }) => rows));

interface Text {
  readonly where: string;
  readonly text: string;
}

/** Every text of a JSON file, by its path in it. */
function textsOf(node: unknown, where: string): readonly Text[] {
  if (typeof node === 'string') return [{ where, text: node }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => textsOf(value, `${where} ${name}`));
}

function filesBelow(folder: string, ending: string): readonly string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const data = ['bot/city', 'bot/locales']
  .flatMap((folder) => filesBelow(folder, '.json'))
  .flatMap((file) => textsOf(JSON.parse(read(file)), file));
const papers = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
const pages = [...filesBelow('docs', '.md'), ...papers].map((file): Text => ({ where: file, text: read(file) }));

describe('our sentences', () => {
  it('are ours: none has seven words in a row that stand so in a source', () => {
    const borrowed = [...data, ...pages].filter(({ text }) => rowsOf(wordsOf(text)).some((row) => copied.has(row)));
    expect(borrowed.map(({ where }) => where)).toEqual([]);
  });
});

describe('the sections that data names', () => {
  it('stand in the sources', () => {
    const named = data
      .filter(({ where }) => where.endsWith(' source'))
      .flatMap(({ where, text }) => text.split('; ').map((section) => ({ where, section })))
      .filter(
        ({ where, section }) => /processes\/[^/]+\/process\.json|directory\//.test(where) && section !== 'product',
      );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ section }) => !sections.has(section))).toEqual([]);
  });
});

describe('the fingerprint', () => {
  it('holds every section of the model, the slides and the page', () => {
    const counted = ['M 1.1', 'M 1.5', 'M 2.1', 'M 2.5', 'M 3.1', 'M 3.5', 'M 3, events', 'S', 'T'];
    expect(counted.filter((section) => !sections.has(section))).toEqual([]);
    expect(sections.size).toBe(22);
  });

  it('names nobody', () => {
    const names = lines.flatMap((line) => line.names);
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name) => isOfPerson(name) || /^[^@]+\.[^@]+@/.test(name))).toEqual([]);
  });

  it('keeps figures as a source writes them', () => {
    const figures = (section: string) =>
      lines.filter((line) => line.section === section).flatMap((line) => line.figures);
    expect(figures('M 2.3')).toEqual(expect.arrayContaining(['6,5%', '18,8%', '30']));
    expect(figures('T')).toEqual(expect.arrayContaining(['1998', '2018']));
  });
});

describe('words in a row', () => {
  const sentence = 'Yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan.';

  it('are the same in other letters, with other marks, and over the end of a line', () => {
    const rows = rowsOf(wordsOf(sentence));
    expect(rows).toHaveLength(2);
    expect(rowsOf(wordsOf('YKSI, kaksi – kol-\nme neljä\nviisi; kuusi seit\u00adsemän (kahdeksan)'))).toEqual(rows);
  });

  it('are others with one word changed, and fewer than seven are none', () => {
    expect(rowsOf(wordsOf(sentence.replace('neljä', 'vitonen')))).not.toEqual(rowsOf(wordsOf(sentence)));
    expect(rowsOf(wordsOf('yksi kaksi kolme neljä viisi kuusi'))).toEqual([]);
  });
});
