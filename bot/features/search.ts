import { searchCard } from '../cards/inbox';
import type { DirectoryContent } from '../domain/directory';
import { findSisterCity } from '../domain/directory';
import { LANGUAGES, type Language } from '../domain/language';
import type { Message } from '../domain/message';
import { foldedName, foldedWords } from '../domain/spelling';
import type { RegisterQuery } from '../ports';
import type { Turn } from '../turn';
import { caseNumberIn } from '../understanding';
import { type Assistant, kit } from './assistant';
import { findLines, lookingOf } from './case-lines';
import { showCase } from './show-case';

const ROWS_ON_PAGE = 8;
/** A part of so many countries' names ("island", "republic") means none of them. */
const MOST_COUNTRIES = 3;
const MOST_SPELLINGS = 6;
const SHORTEST_PART = 4;

/**
 * Finds cases by organisation, city or country among those in which the person has a part; a number opens its case. It
 * tells nothing of others' cases, not even that there are any.
 */
export async function search(
  assistant: Assistant,
  turn: Turn,
  { text = '', from }: { readonly text?: string | undefined; readonly from?: string | undefined },
  language: Language,
): Promise<Message> {
  const number = caseNumberIn(text);
  if (number !== undefined) return showCase(assistant, turn, { case: number }, language);
  const looking = await lookingOf(assistant, turn.who);
  const speak = kit(assistant, language);
  const queries = queriesOf(assistant, looking.directory, text);
  if (queries.length === 0) return searchCard(speak, looking, text);
  const page = await findLines(assistant, looking.viewer, queries, { size: ROWS_ON_PAGE, from });
  return searchCard(speak, looking, text, page, from);
}

/** The words as they are written, every spelling of a sister city, and the countries that are meant. */
function queriesOf(assistant: Assistant, directory: DirectoryContent, text: string): readonly RegisterQuery[] {
  if (foldedWords(text).length === 0) return [];
  const city = findSisterCity(directory, text);
  const spellings = [text, ...(city ? [...Object.values(city.name), ...city.spellings] : [])];
  const different = [...new Map(spellings.map((spelling) => [foldedName(spelling), spelling])).values()];
  return [
    ...different.slice(0, MOST_SPELLINGS).map((spelling) => ({ of: 'words', text: spelling }) as const),
    ...countriesMeant(assistant, text).map((code) => ({ of: 'country', code }) as const),
  ];
}

/** The countries of that name in any language; else those few of whose name it is a part ("Korea"). */
function countriesMeant(assistant: Assistant, text: string): readonly string[] {
  const names = LANGUAGES.flatMap((language) => assistant.words(language).countries());
  const wanted = foldedName(text);
  const codes = (fits: (name: string) => boolean) => [
    ...new Set(names.filter(({ name }) => fits(name)).map(({ code }) => code)),
  ];
  const named = codes((name) => foldedName(name) === wanted);
  if (named.length > 0) return named;
  const parts = foldedWords(text).filter((word) => word.length >= SHORTEST_PART);
  if (parts.length === 0) return [];
  const partly = codes((name) => {
    const words = foldedWords(name);
    return parts.every((part) => words.includes(part));
  });
  return partly.length <= MOST_COUNTRIES ? partly : [];
}
