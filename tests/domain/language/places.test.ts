import fc from 'fast-check';
import { LANGUAGES } from '../../../bot/domain/language/language';
import { countriesMeant, countryChoice, namesOfCity } from '../../../bot/domain/language/places';
import { foldedName, foldedWords, nameKey, spellingsOf } from '../../../bot/domain/language/spelling';
import { testContent } from '../../fixtures/content';

const { content } = testContent();
const countries = LANGUAGES.flatMap((language) => content.words(language).countries());
const meant = (text: string) => countriesMeant(countries, text);

describe('a country', () => {
  it.each([
    ['Turkey', 'TR'],
    ['Czech Republic', 'CZ'],
    ['Ivory Coast', 'CI'],
    ['Cote dIvoire', 'CI'],
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['Great Britain', 'GB'],
    ['England', 'GB'],
    ['Englanti', 'GB'],
    ['Skottland', 'GB'],
    ['Holland', 'NL'],
    ['Hollanti', 'NL'],
    ['Palestine', 'PS'],
    ['Palestiina', 'PS'],
    ['Russian Federation', 'RU'],
    ['Swaziland', 'SZ'],
    ['East Timor', 'TL'],
    ['UAE', 'AE'],
    ['Vitryssland', 'BY'],
    ['ＴＵＲＫＥＹ', 'TR'],
    ['türkiye', 'TR'],
    ['Peru', 'PE'],
    ['Burma', 'MM'],
  ])('is found as "%s"', (text, code) => {
    expect(meant(text)).toEqual([code]);
  });

  it('is one of several where people do not say which', () => {
    expect(new Set(meant('Korea'))).toEqual(new Set(['KR', 'KP']));
    expect(new Set(meant('Congo'))).toEqual(new Set(['CG', 'CD']));
    for (const text of ['islands', 'republic', 'the', '', '🙂', 'nowhere']) expect(meant(text)).toEqual([]);
  });

  it.each([
    ['en', ['Turkey', 'Czech Republic', 'Ivory Coast', 'UK', 'Great Britain', 'England', 'Holland', 'Palestine']],
    ['en', ['Russian Federation', 'Swaziland', 'East Timor', 'UAE']],
    ['fi', ['Hollanti', 'Englanti', 'Palestiina', 'UAE', 'Swazimaa', 'Venäjän federaatio']],
    ['sv', ['Holland', 'England', 'Palestina', 'Vitryssland', 'UAE']],
  ] as const)('can be searched in the field of a card in %s by each of its names', (language, names) => {
    const choices = content.words(language).countries().map(countryChoice);
    for (const name of names)
      expect([name, choices.filter((choice) => choice.includes(name))]).toEqual([name, [expect.anything()]]);
  });

  it('stands once in the field, and without a name that its own shows already', () => {
    for (const language of LANGUAGES) {
      const all = content.words(language).countries();
      expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
      expect(new Set(all.map(countryChoice)).size).toBe(all.length);
      expect(all.map(countryChoice).join('\n')).not.toMatch(/\(Burma\) \(Burma\)/);
    }
  });
});

describe('a city', () => {
  it.each([
    ['Soul', 'Seoul'],
    ['Tukholma', 'Stockholm'],
    ['KÖPENHAMN', 'Kööpenhamina'],
    ['Kiova', 'Kyiv'],
    ['Lontoo', 'London'],
  ])('"%s" is %s, too', (said, name) => {
    expect(namesOfCity(content.cities, said)).toContain(name);
  });

  it('that no list knows has no other name', () => {
    expect(namesOfCity(content.cities, 'Nowhereville')).toEqual([]);
  });
});

/** A name as people type it: letters of another width or case, accents apart or away, other apostrophes, spaces, points. */
const typed = fc
  .record({
    country: fc.constantFrom(...countries),
    which: fc.nat(),
    how: fc.constantFrom('as it is', 'upper', 'lower', 'NFD', 'without accents', 'full-width', 'pasted'),
    around: fc.constantFrom('', ' ', '\u00a0', '\u200b', '.'),
  })
  .map(({ country, which, how, around }) => {
    const names = [country.name, ...country.others];
    const name = names[which % names.length] ?? '';
    const spelt: Readonly<Record<typeof how, string>> = {
      'as it is': name,
      upper: name.toUpperCase(),
      lower: name.toLowerCase(),
      NFD: name.normalize('NFD'),
      'without accents': name.normalize('NFD').replace(/\p{M}/gu, ''),
      'full-width': name.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
      pasted: name.replaceAll(' ', '\u00a0').replaceAll('’', "'"),
    };
    return { code: country.code, name, text: `${around}${spelt[how]}${around}` };
  });

it('10,000 countries as people type them are the country; and nothing else is, unless it has the same name', () => {
  const named = new Map<string, Set<string>>();
  for (const { code, name, others } of countries)
    for (const each of [name, ...others])
      named.set(foldedName(each), (named.get(foldedName(each)) ?? new Set()).add(code));
  // Every country's names are folded for each look: once here, or it takes a minute.
  const alone = new Map(
    countries.map((country) => [country.code, countries.filter(({ code }) => code === country.code)]),
  );
  fc.assert(
    fc.property(typed, ({ code, name, text }) => {
      expect(countriesMeant(alone.get(code) ?? [], text)).toEqual([code]);
      expect(named.get(foldedName(text))).toEqual(named.get(foldedName(name)));
    }),
    { numRuns: 10_000 },
  );
});

it('10,000 names of anything fold to one key however often, and are found under a spelling of their own', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(
        fc.constantFrom('ö', 'oe', 'ı', 'đ', 'œ', 'ŋ', 'ß', 'Ｘ', "'", '’', '.', ' ', 'a', 'U.N.', '\u0308', '上'),
        { maxLength: 10 },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const key = nameKey(text);
      const isSame = nameKey(text.normalize('NFD')) === key && nameKey(key) === nameKey(key.toUpperCase());
      return isSame && spellingsOf(text).some((words) => words.join(' ') === foldedWords(text).join(' '));
    }),
    { numRuns: 10_000 },
  );
});
