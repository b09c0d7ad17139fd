import { predicates } from '../../../bot/domain/rules/predicates';
import { loadDirectory } from '../../fixtures/model';

const directory = loadDirectory();

describe('main-theme-of-sector-or-unit', () => {
  const sector = predicates['main-theme-of-sector-or-unit'];

  it.each([
    ['sector-substance', true],
    ['innovation', false],
    ['congresses', false],
    ['leisure-travel', false],
    ['open-data', false],
    ['group-administration-substance', false],
  ])('of %s is %s', (theme, expected) => {
    expect(sector?.({ 'main-theme': theme }, directory)).toBe(expected);
  });

  it('holds for a unit that stands elsewhere, and for a theme that has no unit', () => {
    const units = directory.units.map((unit) => ({ ...unit, organisation: 'growth-and-learning' }));
    expect(sector?.({ 'main-theme': 'innovation' }, { ...directory, units })).toBe(true);
    expect(sector?.({ 'main-theme': 'innovation' }, { ...directory, units: [] })).toBe(true);
  });

  it('is unknown until the theme is chosen', () => {
    expect(sector?.({}, directory)).toBe('unknown');
  });
});

describe('main-theme-outside-group-administration', () => {
  const outside = predicates['main-theme-outside-group-administration'];

  it.each(['innovation', 'congresses', 'leisure-travel', 'sector-substance'])('holds for %s', (theme) => {
    expect(outside?.({ 'main-theme': theme }, directory)).toBe(true);
  });

  it.each(['economic-vitality', 'open-data', 'sustainable-development', 'group-administration-substance'])(
    'does not hold for %s, which the group administration receives itself',
    (theme) => {
      expect(outside?.({ 'main-theme': theme }, directory)).toBe(false);
    },
  );

  it('is unknown until the theme is chosen', () => {
    expect(outside?.({}, directory)).toBe('unknown');
  });
});
