import { MOST_OFFERED, narrowed, type Option } from '../../../bot/domain/directory/narrowing';

const option = (id: string, ...names: readonly string[]): Option => ({ id, names });
const UNITS = [
  option('north', 'Länsi 1', 'Väst 1', 'West 1'),
  option('school', 'Koulut', 'Skolorna', 'Schools'),
  option('arts', 'Koulut ja taide', 'Skolor och konst', 'Schools and arts'),
];

it.each([
  ['arts', { chosen: 'arts' }],
  ['skolorna', { chosen: 'school' }],
  ['KOULUT', { chosen: 'school' }],
  ['lansi 1', { chosen: 'north' }],
  ['art scho', { chosen: 'arts' }],
  ['scho', { among: ['school', 'arts'] }],
  ['hool', 'none'],
  ['', 'none'],
  ['?!', 'none'],
] as const)('%j is %j', (typed, expected) => {
  expect(narrowed(UNITS, typed)).toEqual(expected);
});

it('numbers in names count', () => {
  const many = Array.from({ length: 30 }, (_, at) => option(`u${at}`, `Unit ${at}`));
  expect(narrowed(many, 'unit 2')).toEqual({ chosen: 'u2' });
  expect(narrowed(many, 'unit')).toEqual({ among: many.map(({ id }) => id) });
});

it('more than a card can list are none of them', () => {
  const many = Array.from({ length: MOST_OFFERED + 1 }, (_, at) => option(`u${at}`, `Unit ${at}`));
  expect(narrowed(many, 'unit')).toEqual({ among: [] });
});
