import { organisationOfTheme, themesInOrder } from '../../../bot/domain/walk/theme-order';
import { loadDirectory } from '../../fixtures/model';

const directory = loadDirectory();
const { organisations, standForNamed } = directory.standing;

describe('the themes in a choice', () => {
  it('stand together by the parts of the city, in their order, and last what is for whichever unit is named', () => {
    const parts = themesInOrder(directory).map((theme) => organisationOfTheme(directory, theme)?.id ?? 'named');
    const runs = parts.filter((part, at) => part !== parts[at - 1]);
    expect(runs).toEqual([
      'group-administration',
      'espoo-marketing',
      'economic-development-sports-and-culture',
      'growth-and-learning',
      'urban-environment',
      'named',
    ]);
    expect(
      themesInOrder(directory)
        .slice(-2)
        .map(({ unit }) => unit),
    ).toEqual([...standForNamed]);
  });

  it('are so placed where they are stored in the order in which they came, and lose none', () => {
    const stored = { ...directory, themes: [...directory.themes].reverse() };
    const sectors = (of: typeof directory) => themesInOrder(of).map((theme) => organisationOfTheme(of, theme)?.id);
    expect(sectors(stored)).toEqual(sectors(directory));
    expect(new Set(themesInOrder(stored))).toEqual(new Set(directory.themes));
  });

  it('are of no part where their unit is out of use, and stand before the last resort', () => {
    const units = directory.units.filter(({ id }) => id !== 'growth-and-learning');
    const lost = { ...directory, units };
    const ids = themesInOrder(lost).map(({ id }) => id);
    expect(ids.indexOf('basic-education')).toBeGreaterThan(ids.indexOf('city-planning'));
    expect(ids.indexOf('basic-education')).toBeLessThan(ids.indexOf('sector-substance'));
  });

  it('name each sector of the city at least once, whose units have its short name', () => {
    for (const { id, isSector, short } of organisations.filter(({ isSector }) => isSector)) {
      expect({ id, isSector, short }).toEqual({ id, isSector: true, short: expect.anything() });
      expect(directory.themes.some((theme) => organisationOfTheme(directory, theme)?.id === id)).toBe(true);
    }
  });
});
