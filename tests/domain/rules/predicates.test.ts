import { predicates } from '../../../bot/domain/rules/predicates';
import { loadDirectory } from '../../fixtures/model';

const directory = loadDirectory();

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
