import { searchCard } from '../../cards/listing/inbox';
import type { Payload } from '../../cards/verbs';
import type { DirectoryContent } from '../../domain/directory/directory';
import { findSisterCity } from '../../domain/directory/sister-city';
import { countriesMeant, namesOfCity } from '../../domain/language/places';
import { foldedName, foldedWords } from '../../domain/language/spelling';
import type { Message } from '../../domain/message';
import { caseNumberIn } from '../../domain/said/understanding';
import type { RegisterQuery } from '../../ports';
import type { Asked } from '../asked';
import type { Assistant } from '../assistant';
import { showCase } from '../case/show-case';
import { findLines, lookingOf } from './case-lines';

const ROWS_ON_PAGE = 8;
const MOST_SPELLINGS = 6;

/**
 * Finds cases by organisation, city or country among those in which the person has a part; a number opens its case. It
 * tells nothing of others' cases, not even that there are any.
 */
export async function search(asked: Asked, { text = '', from }: Payload<'search'>): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const number = caseNumberIn(text);
  if (number !== undefined) return showCase(asked, { case: number });
  const looking = await lookingOf(assistant, turn.who);
  const queries = queriesOf(assistant, looking.directory, text);
  if (queries.length === 0) return searchCard(speak, looking, { text });
  const page = await findLines(assistant, looking.viewer, queries, { size: ROWS_ON_PAGE, from });
  return searchCard(speak, looking, { text, page, from });
}

/** The words as they are written, what else the city of that name is called, and the countries that are meant. */
function queriesOf(assistant: Assistant, directory: DirectoryContent, text: string): readonly RegisterQuery[] {
  if (foldedWords(text).length === 0) return [];
  const countries = assistant.languages.spoken.flatMap((language) => assistant.words(language).countries());
  const city = findSisterCity(directory, text);
  const called = city ? [...Object.values(city.name), ...city.spellings] : namesOfCity(assistant.cities, text);
  const spellings = [text, ...called];
  const different = [...new Map(spellings.map((spelling) => [foldedName(spelling), spelling])).values()];
  return [
    ...different.slice(0, MOST_SPELLINGS).map((spelling) => ({ of: 'words', text: spelling }) as const),
    ...countriesMeant(countries, text).map((code) => ({ of: 'country', code }) as const),
  ];
}
