import { join } from 'node:path';
import { z } from 'zod/v4';
import type { CityWords, Phrase } from '../../domain/language/city-words';
import { LANGUAGES } from '../../domain/language/language';
import { foldedWords } from '../../domain/language/spelling';
import { countryNamesIn, readOtherNames } from './countries';
import { parsed, readJson } from './files';

const texts = z.array(z.string().min(1));
const around = z.strictObject({ before: texts, after: texts, endings: texts });
const cityWords = z.strictObject({ source: z.string().min(1), fi: around, sv: around, en: around, others: around });

/** Reads what people write around the name of a city from `folder`, `bot/places`. Throws naming what is wrong. */
export function readCityWords(folder: string): CityWords {
  const { source: _, ...byLanguage } = parsed(
    cityWords,
    readJson(folder, 'city-words.json'),
    join(folder, 'city-words.json'),
  );
  const all = (part: keyof typeof around.shape) => Object.values(byLanguage).flatMap((words) => words[part]);
  const others = readOtherNames(folder);
  const countries = new Map<string, readonly Phrase[]>();
  return {
    before: phrases(all('before')),
    after: phrases(all('after')),
    endings: [...new Set(all('endings'))],
    countryNames(code) {
      const known = countries.get(code);
      if (known) return known;
      const names = phrases(LANGUAGES.flatMap((language) => countryNamesIn(code, language, others)));
      countries.set(code, names);
      return names;
    },
  };
}

/** As words, the longest first: of two that fit, the one that says more is meant. */
function phrases(written: readonly string[]): readonly Phrase[] {
  const each = new Map(written.map((text) => [foldedWords(text).join(' '), foldedWords(text)]));
  return [...each.values()].sort((one, other) => other.length - one.length);
}
