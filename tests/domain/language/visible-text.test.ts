import fc from 'fast-check';
import { EntryForm } from '../../../bot/domain/directory/entry-fields';
import { isBlank, onOneLine } from '../../../bot/domain/language/visible-text';
import { readText } from '../../../bot/domain/process/typed';
import { CITY_LANGUAGES } from '../../fixtures/city';

const TEXT = { required: true, maxLength: 4_000 };

/** Each shows nothing at all. */
const INVISIBLE = [
  ...['\u200b', '\u2060', '\u3164', '\u2800', '\u200f', '\u00ad', '\ufe0f', '\u200c', '\u200d', '\ufeff', '\u115f'],
  ...['\u1160', '\uffa0', '\u034f', '\u061c', '\u180e', '\u202e', '\u2066', '\u{e0020}', '\u{e0100}', '\u{1d173}'],
  ...[' ', '\u00a0', '\u2003', '\u3000', '\t', '\n', '\u0085', '\u2028', '\u2029', '\ufffa', '\u206a', '\u2064'],
];

describe('nothing that can be seen', () => {
  it.each(INVISIBLE)('%j is no answer', (character) => {
    for (const raw of [character, character.repeat(5), ` ${character} `]) {
      expect(readText(raw, TEXT)).toEqual({ problem: 'missing' });
      expect(readText(raw, { ...TEXT, required: false })).toEqual({ value: null });
    }
  });

  it.each(INVISIBLE)('%j is no name in the directory, nor of a person', (character) => {
    const form = new EntryForm({ 'name-fi': character, 'name-sv': 'Skola', 'name-en': 'School' });
    form.name([], undefined, CITY_LANGUAGES);
    expect(form.done(() => true)).toMatchObject({ problems: { 'name-fi': 'missing' } });
    expect(onOneLine(character, 200)).toBe('');
  });

  it.each([
    ['a family of emoji', '👩\u200d👩\u200d👧'],
    ['a heart in colour', '❤\ufe0f'],
    ['a flag made of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['Persian with its joiners', 'نمی\u200cخواهم'],
    ['Sinhala with its joiner', 'ශ්\u200dරී'],
    ['a variant of a Chinese character', '葛\u{e0100}'],
    ['Mongolian with a vowel separator', 'ᠬᠠ\u180eᠨ'],
    ['a soft hyphen in a word', 'kansain\u00advälinen'],
  ])('has its use beside something that can: %s', (_what, text) => {
    expect(readText(text, TEXT)).toEqual({ value: text });
    expect(onOneLine(text, 200)).toBe(text);
    expect(isBlank(text)).toBe(false);
  });
});

describe('the ends of lines', () => {
  it.each(['\u2028', '\u2029', '\u0085', '\r\n', '\r', '\n'])('%j is a line break', (character) => {
    expect(readText(`one${character}two`, TEXT)).toEqual({ value: 'one\ntwo' });
  });

  it.each(['\u2028', '\u2029', '\u0085', '\n'])('%j is a space in a name of the directory', (character) => {
    const form = new EntryForm({ name: `one${character}two` });
    expect(form.text('name', 100)).toBe('one two');
    expect(onOneLine(`one${character}two`, 100)).toBe('one two');
  });
});

it('a second name in the directory that looks like the first is taken', () => {
  const others = [{ id: 'school', name: { fi: 'Koulu', sv: 'Skola', en: 'School' } }];
  const form = new EntryForm({ 'name-fi': 'Kou\u200blu', 'name-sv': 'ｓｋｏｌａ', 'name-en': 'Another' });
  form.name(others, undefined, CITY_LANGUAGES);
  expect(form.done(() => true)).toMatchObject({ problems: { 'name-fi': 'name-taken', 'name-sv': 'name-taken' } });
});

const invisible = fc.array(fc.constantFrom(...INVISIBLE), { maxLength: 6 }).map((parts) => parts.join(''));
const seen = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
  .filter((text) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(text) && !isBlank(text));

it('10,000 texts of what can be seen and what cannot are kept as typed, but for line breaks and space around; or missing', () => {
  fc.assert(
    fc.property(invisible, fc.option(seen, { nil: '' }), invisible, (before, middle, after) => {
      const read = readText(`${before}${middle}${after}`, TEXT);
      if (middle === '') return expect(read).toEqual({ problem: 'missing' });
      if ('problem' in read) return expect(read).toEqual({ problem: 'not-readable' });
      const value = String(read.value);
      expect(value).not.toMatch(/[\u0085\u2028\u2029\r]/);
      const breaks = /[\r\n\u0085\u2028\u2029]/g;
      const typed = `${before}${middle}${after}`.normalize('NFC').replace(breaks, '\n').trim();
      expect(value.normalize('NFC')).toBe(typed);
    }),
    { numRuns: 10_000 },
  );
});
