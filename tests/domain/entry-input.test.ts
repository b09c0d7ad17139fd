import type { Theme } from '../../bot/domain/directory';
import { MOST_THEMES, readEntry } from '../../bot/domain/entry-input';
import { loadDirectory } from '../fixtures/model';

const directory = loadDirectory();
const NAMES = { 'name-fi': 'Kaupunkiliikenne', 'name-sv': 'Stadstrafik', 'name-en': 'City transport' };

function readTheme(inputs: Readonly<Record<string, string>>, themes = directory.themes, before?: Theme) {
  const ground = { directory: { ...directory, themes }, countries: [], today: '2026-03-02', idOf: () => 'theme-new' };
  return readEntry('themes', inputs, before, ground);
}

describe('the unit of a theme', () => {
  const [, unit] = directory.units;
  const name = unit?.name.sv ?? '';

  it.each([unit?.id ?? '', name, name.toUpperCase()])('is understood as %s', (typed) => {
    expect(readTheme({ ...NAMES, unit: typed })).toMatchObject({ value: { unit: unit?.id } });
  });

  it('is asked again where several have that name, or none', () => {
    expect(readTheme({ ...NAMES, unit: 'Espoo' })).toEqual({ problems: { unit: 'several' } });
    expect(readTheme({ ...NAMES, unit: 'Nowhere' })).toEqual({ problems: { unit: 'no-such' } });
    expect(readTheme(NAMES)).toEqual({ problems: { unit: 'missing' } });
  });
});

it('there are as many themes as a walk can offer: one more is refused in words, one that is there can be changed', () => {
  const [first] = directory.themes;
  if (!first) throw new Error('There is no theme.');
  const many = Array.from({ length: MOST_THEMES }, (_, at) => ({ ...first, id: `theme-${at}` }));
  const inputs = { ...NAMES, unit: first.unit };
  expect(readTheme(inputs, many)).toEqual({ problems: { 'name-fi': 'too-many' } });
  expect(readTheme(inputs, many, many[0])).toMatchObject({ value: { id: 'theme-0' } });
  expect(readTheme(inputs, many.slice(1))).toMatchObject({ value: { id: 'theme-new' } });
});
