/**
 * Rules of the model that the condition vocabulary cannot say, each under the name that a `process.json` uses for it.
 * A predicate may look at the answers and at the directory, nothing else, so that an outcome can be recomputed later.
 */

import { type DirectoryContent, unitOfTheme } from '../directory/directory';
import { findSisterCity } from '../directory/sister-city';
import type { Answers } from '../process/answers';
import type { Truth } from './truth';

export type Predicate = (answers: Answers, directory: DirectoryContent) => Truth;

/** M 3.4: whether the unit of the main theme stands outside the group administration. */
const mainThemeOutsideGroupAdministration: Predicate = (answers, directory) => {
  const theme = answers['main-theme'];
  if (typeof theme !== 'string') return 'unknown';
  return unitOfTheme(directory, theme)?.organisation !== 'group-administration';
};

/**
 * M 3.4: a wide visit is taken only from sectors and units. The city says which of its organisations receive such visits
 * themselves; the unit of the main theme is a sector's or stands alone in any other, and where the directory cannot tell.
 */
const mainThemeOfSectorOrUnit: Predicate = (answers, directory) => {
  const theme = answers['main-theme'];
  if (typeof theme !== 'string') return 'unknown';
  const unit = unitOfTheme(directory, theme);
  const organisation = directory.standing.organisations.find(({ id }) => id === unit?.organisation);
  return !organisation?.receivesWideVisits;
};

/** M 3.2: whether the proposed city is one of Espoo's sister cities already. */
const cityIsSisterCity: Predicate = (answers, directory) => {
  const { city } = answers;
  return typeof city === 'string' ? findSisterCity(directory, city) !== undefined : 'unknown';
};

/** M 3.2: an agreement of the whole city needs readiness in several sectors; several is two or more. They were a text once. */
const severalSectorsReady: Predicate = (answers) => {
  const { 'ready-sectors': sectors } = answers;
  if (sectors === null) return false;
  if (Array.isArray(sectors)) return sectors.length >= 2;
  if (typeof sectors !== 'string') return 'unknown';
  return sectors.split(/[,;\n]/).filter((sector) => sector.trim() !== '').length >= 2;
};

export const predicates: Readonly<Record<string, Predicate>> = {
  'city-is-sister-city': cityIsSisterCity,
  'several-sectors-ready': severalSectorsReady,
  'main-theme-of-sector-or-unit': mainThemeOfSectorOrUnit,
  'main-theme-outside-group-administration': mainThemeOutsideGroupAdministration,
};
