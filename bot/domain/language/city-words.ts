/** Texts that mean a city though they say more than its name: "City of Shanghai", "Shanghain kaupunki", "Shanghai, China". */
import { foldedName, foldedWords, nameKey } from './spelling';

/** A phrase as its words, without case and accents. */
export type Phrase = readonly string[];

/** What people write around the name of a city, whichever language they write. */
export interface CityWords {
  readonly before: readonly Phrase[];
  readonly after: readonly Phrase[];
  /** What a name ends in before a word that comes after it: "Shanghain kaupunki". */
  readonly endings: readonly string[];
  /** What a country is called, by its ISO 3166-1 alpha-2 code. */
  countryNames(code: string): readonly Phrase[];
}

/** The letters of a name, in each way in which it may be spelt. */
export function keysOfName(name: string): readonly string[] {
  return [foldedName(name), nameKey(name).replaceAll(' ', '')];
}

/**
 * Whether a text means the city that has these keys (`keysOfName`) and lies in this country: nothing else may stand in it
 * but what says that it is a city and where. A university of the city is not the city.
 */
export function meansCity(
  text: string,
  { keys, country }: { readonly keys: ReadonlySet<string>; readonly country: string },
  words: CityWords,
): boolean {
  if (keys.has(foldedName(text))) return true;
  const all = foldedWords(text);
  const bare = withoutEnd(all, words.countryNames(country)) ?? all;
  const name = withoutAll(bare, words.before, withoutBeginning);
  const inner = withoutAll(name, words.after, withoutEnd);
  return keysOfName(inner.join(' ')).some(
    (key) =>
      keys.has(key) ||
      (inner.length < name.length &&
        words.endings.some((ending) => key.endsWith(ending) && keys.has(key.slice(0, -ending.length)))),
  );
}

type Without = (words: Phrase, phrases: readonly Phrase[]) => Phrase | undefined;

/** Takes phrases away for as long as one is there. */
function withoutAll(words: Phrase, phrases: readonly Phrase[], without: Without): Phrase {
  const rest = without(words, phrases);
  return rest === undefined ? words : withoutAll(rest, phrases, without);
}

const withoutBeginning: Without = (words, phrases) => {
  const found = phrases.find((phrase) => isPart(phrase, words.slice(0, phrase.length), words));
  return found && words.slice(found.length);
};

const withoutEnd: Without = (words, phrases) => {
  const found = phrases.find((phrase) => isPart(phrase, words.slice(-phrase.length), words));
  return found && words.slice(0, -found.length);
};

/** Whether a phrase is what stands there, and not all that is said. */
function isPart(phrase: Phrase, there: Phrase, all: Phrase): boolean {
  return phrase.length > 0 && phrase.length < all.length && phrase.every((word, at) => word === there[at]);
}
