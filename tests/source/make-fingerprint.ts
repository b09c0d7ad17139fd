/**
 * Makes `fingerprint.jsonl` of the sources in a folder: npm run fingerprint -- <folder>. The same folder gives the same
 * bytes. What is written tells what a line holds, and not its text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownWords, namesIn } from './names';
import { FINGERPRINT, type SourceLine } from './source-lines';
import { rowAt, wordsOf } from './words-in-a-row';

/** Where a section begins, by its first line. Data and not a rule: headings stand at the foot of some pages. */
type Sections = readonly (readonly [line: number, section: string])[];

const SOURCES: Readonly<Record<string, Sections>> = {
  /** The slides. */
  '000_07bc7eee06b914b5.txt': [[1, 'S']],
  /** The model. */
  '001_0d85b77d60ed2420.txt': [
    [1, 'M'],
    [66, 'M 1'],
    [75, 'M 1.1'],
    [150, 'M 1.2'],
    [191, 'M 1.3'],
    [346, 'M 1.4'],
    [383, 'M 1.5'],
    [421, 'M 2'],
    [432, 'M 2.1'],
    [538, 'M 2.2'],
    [695, 'M 2.3'],
    [739, 'M 2.4'],
    [839, 'M 2.5'],
    [862, 'M 3'],
    [868, 'M 3.1'],
    [933, 'M 3.2'],
    [987, 'M 3.3'],
    [1116, 'M 3.4'],
    [1276, 'M 3.5'],
    [1319, 'M 3, events'],
  ],
  /** The page on networks and sister cities. */
  '003_da6e2b09f574a4f2.txt': [[1, 'T']],
};

const FIGURE = /\d+(?:[.,]\d+)*(?: ?%)?/g;
/** The number of a section in front of its heading. */
const HEADING = /^\s*\d\.\d\.?\s+(?=\p{Lu}{2})/u;

function linesOf(text: string, sections: Sections): readonly SourceLine[] {
  const lines = text.split('\n');
  const known = knownWords(lines);
  const words: string[] = [];
  const begins = lines.map((line, at) => {
    const begin = words.length;
    const joined = /-\s*$/.test(lines[at - 1] ?? '') ? joinedTo(words, line) : line;
    words.push(...wordsOf(joined));
    return begin;
  });
  return lines.flatMap((line, at) => {
    const begin = begins[at] ?? 0;
    const end = begins[at + 1] ?? words.length;
    const rows = Array.from({ length: end - begin }, (_, word) => rowAt(words, begin + word) ?? []).flat();
    const figures = (line.replace(HEADING, '').match(FIGURE) ?? []).map((figure) => figure.replace(' ', ''));
    const section = sections.findLast(([first]) => first <= at + 1)?.[1] ?? '';
    const names = namesIn(line, lines[at - 1] ?? '', known);
    return wordsOf(line).length === 0 ? [] : [{ section, line: at + 1, figures, names, rows }];
  });
}

/** Gives the word that was divided at the end of the line before its second half; what is left of this line. */
function joinedTo(words: string[], line: string): string {
  const [, half = '', rest = ''] = /^\s*([\p{L}\p{N}-]*)(.*)$/u.exec(line) ?? [];
  words.push(...wordsOf(`${words.pop() ?? ''}${half}`));
  return rest;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say which folder holds the sources: npm run fingerprint -- <folder>');
const lines = Object.entries(SOURCES).flatMap(([file, sections]) =>
  linesOf(readFileSync(join(folder, file), 'utf8'), sections),
);
writeFileSync(FINGERPRINT, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
console.log(`${lines.length} lines of ${Object.keys(SOURCES).length} sources: ${FINGERPRINT}`);
