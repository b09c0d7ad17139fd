import type { Theme } from '../../../bot/domain/directory/directory';
import { MOST_THEMES, readEntry, readMember } from '../../../bot/domain/directory/entry-input';
import { COUNTRIES, loadDirectory, TODAY } from '../../fixtures/model';

const directory = loadDirectory();
const ground = { directory, countries: COUNTRIES, today: TODAY, idOf: (name: string) => name };
const [reminder] = directory.reminders;
const days = (typed: unknown) => readEntry('reminders', { workingDays: typed }, reminder, ground);

describe('the days of a reminder', () => {
  it.each([
    ['5', 5],
    [5, 5],
    [' 5 ', 5],
    ['5,0', 5],
  ])('%j are %d', (typed, workingDays) => {
    expect(days(typed)).toEqual({ value: { ...reminder, workingDays } });
  });

  it.each([
    ['1,000', { problems: { workingDays: 'which-number' }, meant: { workingDays: [1] } }],
    ['0x10', { problems: { workingDays: 'not-a-number' }, meant: {} }],
    ['1e1', { problems: { workingDays: 'not-a-number' }, meant: {} }],
    ['2.5', { problems: { workingDays: 'not-a-number' }, meant: {} }],
    ['1 000', { problems: { workingDays: 'out-of-range' }, meant: {} }],
    ['', { problems: { workingDays: 'missing' }, meant: {} }],
  ])('%j are not kept', (typed, unread) => {
    expect(days(typed)).toEqual(unread);
  });
});

describe('the days on which somebody is away', () => {
  it('may be written as people write them', () => {
    expect(readMember({ from: '4.3.2026', to: '2026-03-05' }, TODAY)).toEqual({
      value: { absence: { from: '2026-03-04', to: '2026-03-05' } },
    });
  });

  it.each([
    [{ from: '2026-03-04', to: '0026-03-05' }, { to: 'which-day' }, { to: ['2026-03-05'] }],
    [{ from: '2026-03-04', to: '9999-12-31' }, { to: 'out-of-bounds' }, {}],
    [{ from: '2026-03-04', to: 'next week' }, { to: 'not-a-date' }, {}],
  ])('%j are asked about or refused', (inputs, problems, meant) => {
    expect(readMember(inputs, TODAY)).toMatchObject({ problems, meant });
  });
});

const NAMES = { 'name-fi': 'Kaupunkiliikenne', 'name-sv': 'Stadstrafik', 'name-en': 'City transport' };

function readTheme(inputs: Readonly<Record<string, string>>, themes = directory.themes, before?: Theme) {
  const ground = { directory: { ...directory, themes }, countries: [], today: TODAY, idOf: () => 'theme-new' };
  return readEntry('themes', inputs, before, ground);
}

describe('a network', () => {
  const [eurocities] = directory.networks;
  const filled = { 'name-fi': 'Satamat', 'name-sv': 'Hamnar', 'name-en': 'Ports', kind: 'network' };
  const read = (more: object) => readEntry('networks', { ...filled, ...more }, eurocities, ground);

  it('is kept with what people write on it, and the case it stands on in capitals', () => {
    expect(read({ spellings: 'Port Cities\n\nPort Cities', case: ' n-2026-0042 ' })).toMatchObject({
      value: { kind: 'network', spellings: ['Port Cities'], contact: {}, case: 'N-2026-0042' },
    });
    expect(read({ case: '' })).not.toHaveProperty('value.case');
  });

  it.each([
    [{ case: '42' }, { case: 'not-a-case-number' }],
    [{ kind: 'club' }, { kind: 'not-a-choice' }],
  ])('is asked again about %j', (more, problems) => {
    expect(read(more)).toMatchObject({ problems });
  });
});

describe('the unit of a theme', () => {
  const [, unit] = directory.units;
  const name = unit?.name.sv ?? '';

  it.each([unit?.id ?? '', name, name.toUpperCase()])('is understood as %s', (typed) => {
    expect(readTheme({ ...NAMES, unit: typed })).toMatchObject({ value: { unit: unit?.id } });
  });

  it('is asked again where several have that name, or none', () => {
    expect(readTheme({ ...NAMES, unit: 'Espoo' })).toMatchObject({ problems: { unit: 'several' } });
    expect(readTheme({ ...NAMES, unit: 'Nowhere' })).toMatchObject({ problems: { unit: 'no-such' } });
    expect(readTheme(NAMES)).toMatchObject({ problems: { unit: 'missing' } });
  });
});

it('there are as many themes as a walk can offer: one more is refused in words, one that is there can be changed', () => {
  const [first] = directory.themes;
  if (!first) throw new Error('There is no theme.');
  const many = Array.from({ length: MOST_THEMES }, (_, at) => ({ ...first, id: `theme-${at}` }));
  const inputs = { ...NAMES, unit: first.unit };
  expect(readTheme(inputs, many)).toMatchObject({ problems: { 'name-fi': 'too-many' } });
  expect(readTheme(inputs, many, many[0])).toMatchObject({ value: { id: 'theme-0' } });
  expect(readTheme(inputs, many.slice(1))).toMatchObject({ value: { id: 'theme-new' } });
});

describe('in a city with other languages', () => {
  const languages = { spoken: ['en', 'sv'], default: 'en' } as const;
  const directory = { ...ground.directory, standing: { ...ground.directory.standing, languages } };
  const read = (inputs: Readonly<Record<string, unknown>>) =>
    readEntry('themes', inputs, undefined, { ...ground, directory });
  const [theme] = directory.themes;

  it('names are asked for in those, and are the default language’s in any other', () => {
    const named = { 'name-en': 'Boats', 'name-sv': 'Båtar', unit: theme?.unit };
    expect(read(named)).toMatchObject({ value: { name: { fi: 'Boats', sv: 'Båtar', en: 'Boats' } } });
    expect(read({ ...named, 'name-sv': '' })).toMatchObject({ problems: { 'name-sv': 'missing' } });
  });
});
