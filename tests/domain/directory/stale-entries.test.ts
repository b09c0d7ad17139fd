import { isStale, staleEntries } from '../../../bot/domain/directory/stale-entries';
import { loadDirectory } from '../../fixtures/model';

const checked = (lastChecked: string) => ({ lastChecked });

describe('an entry that nobody has confirmed', () => {
  it.each([
    ['2025-03-02', '2026-03-01', false],
    ['2025-03-02', '2026-03-02', true],
    ['2025-03-02', '2026-03-03', true],
    ['2024-02-29', '2025-02-28', false],
    ['2024-02-29', '2025-03-01', true],
    ['2023-02-28', '2024-02-28', true],
    ['2023-03-01', '2024-02-29', false],
    ['2026-03-02', '2026-03-02', false],
    ['2027-01-01', '2026-03-02', false],
  ])('since %s counts on %s: %s', (lastChecked, today, stale) => {
    expect(isStale(checked(lastChecked), today)).toBe(stale);
  });

  it('is found among units and sister cities, those that have waited longest first; other lists are not checked', () => {
    const directory = loadDirectory();
    const [first, second, ...rest] = directory.units;
    if (!first || !second) throw new Error('The first directory has too few units.');
    const units = [
      { ...first, lastChecked: '2024-05-05' },
      { ...second, lastChecked: '2021-01-01' },
      ...rest.map((unit) => ({ ...unit, lastChecked: '2026-01-01' })),
    ];
    const sisterCities = directory.sisterCities.map((city) => ({ ...city, lastChecked: '2026-01-01' }));
    expect(staleEntries({ ...directory, units, sisterCities, networks: [] }, '2026-03-02')).toEqual({
      units: [units[1], units[0]],
      sisterCities: [],
      networks: [],
    });
    expect(isStale(directory.themes[0] ?? {}, '2099-01-01')).toBe(false);
  });
});
