/** The order in which themes are chosen from, and of which part of the city each is. */
import { type DirectoryContent, findUnit, type Theme } from '../directory/directory';
import type { Organisation } from '../directory/standing';

/**
 * The themes by where their units stand in the city, each organisation's in their own order. Those of a unit that stands
 * for whatever is named come last, for whom no other fits. It is derived: what is stored was placed when there were fewer.
 */
export function themesInOrder(directory: DirectoryContent): readonly Theme[] {
  const { organisations, standForNamed } = directory.standing;
  const place = (theme: Theme): number => {
    if (standForNamed.includes(theme.unit)) return organisations.length + 1;
    const at = organisations.findIndex(({ id }) => id === findUnit(directory, theme.unit)?.organisation);
    return at === -1 ? organisations.length : at;
  };
  // Each is placed once, not with every comparison: a walk asks for the order with every press.
  const placed = directory.themes.map((theme) => ({ theme, at: place(theme) }));
  return placed.sort((one, other) => one.at - other.at).map(({ theme }) => theme);
}

/** The part of the city that a theme belongs to; undefined for what leaves open whose it is. */
export function organisationOfTheme(directory: DirectoryContent, { unit }: Theme): Organisation | undefined {
  const { organisations, standForNamed } = directory.standing;
  if (standForNamed.includes(unit)) return undefined;
  return organisations.find(({ id }) => id === findUnit(directory, unit)?.organisation);
}
