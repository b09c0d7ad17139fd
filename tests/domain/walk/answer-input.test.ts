import type { Answer, Answers } from '../../../bot/domain/process/answers';
import { findItem, type Item } from '../../../bot/domain/process/process';
import { readAnswer, readForm } from '../../../bot/domain/walk/answer-input';
import { directoryChoices, replay } from '../../../bot/domain/walk/replay';
import { themesInOrder } from '../../../bot/domain/walk/theme-order';
import { COUNTRIES, loadModel, TODAY, TOY_PROCESSES } from '../../fixtures/model';

const toy = loadModel('lending-library', TOY_PROCESSES);

function item(id: string): Item {
  const found = findItem(toy.process, id);
  if (!found) throw new Error(`The toy process has no "${id}".`);
  return found;
}

function read(id: string, raw: unknown, answers: Answers = {}) {
  return readAnswer({ model: toy, position: replay(toy, answers), today: TODAY }, item(id), raw);
}

/** Where an object came from outside, its methods may be anything. */
const STRANGE: readonly unknown[] = [[], [5], {}, { toString: 1, valueOf: 2 }, { value: 5 }];

describe('Yes or no', () => {
  it('is read as it is', () => {
    expect(read('member', true)).toEqual({ value: true });
    expect(read('member', false)).toEqual({ value: false });
    expect(read('member', 'true')).toEqual({ value: true });
    expect(read('member', 'false')).toEqual({ value: false });
  });

  it.each([undefined, null, ''])('is missing where nothing was chosen: %p', (raw) => {
    expect(read('member', raw)).toEqual({ problem: 'missing' });
  });

  it.each(['yes', 'TRUE', 0, 1, ...STRANGE])('is not %p', (raw) => {
    expect(read('member', raw)).toEqual({ problem: 'not-a-choice' });
  });
});

it('an outcome cannot be answered by a value', () => {
  expect(read('verdict', 'lend')).toEqual({ problem: 'not-a-choice' });
});

describe('A text', () => {
  it.each([
    ['Aino', 'Aino'],
    ['  Aino \n', 'Aino'],
    ['Aino\r\nSeppo\rLiisa', 'Aino\nSeppo\nLiisa'],
    ['a\tb', 'a\tb'],
    ['A\u0308iti', 'Äiti'],
    ['<b>&"\'{{x}}', '<b>&"\'{{x}}'],
    ['日本 🇯🇵', '日本 🇯🇵'],
  ])('%p is kept as %p', (raw, text) => {
    expect(read('borrower', raw)).toEqual({ value: text });
  });

  it.each([undefined, null, '', '   ', '\n\t'])('that is required is missing when it is %p', (raw) => {
    expect(read('borrower', raw)).toEqual({ problem: 'missing' });
  });

  it.each(['a\u0000b', 'a\u0007b', 'a\u001bb', 'a\u007fb', 'a\ufffeb', '\ud800', ...STRANGE, 5, true])(
    '%j is not readable',
    (raw) => {
      expect(read('borrower', raw)).toEqual({ problem: 'not-readable' });
    },
  );

  it('may be as long as its limit, and not longer', () => {
    expect(read('borrower', 'x'.repeat(100))).toEqual({ value: 'x'.repeat(100) });
    expect(read('borrower', ` ${'x'.repeat(100)} `)).toEqual({ value: 'x'.repeat(100) });
    expect(read('borrower', 'x'.repeat(101))).toEqual({ problem: 'too-long' });
  });
});

describe('A number', () => {
  it.each([
    [5, 5],
    ['5', 5],
    [' 28 ', 28],
    ['5,0', 5],
    ['1', 1],
  ])('%p is read as %p', (raw, value) => {
    expect(read('days', raw)).toEqual({ value });
  });

  it.each(['five', '5.5', '5,5', 5.5, 1e-7, ' ', '1e9', '0x10', Number.NaN, true, ...STRANGE])(
    '%p is not a number',
    (raw) => {
      expect(read('days', raw)).toEqual({ problem: 'not-a-number' });
    },
  );

  it.each([0, 29, '-1', '1 000'])('%p is out of range', (raw) => {
    expect(read('days', raw)).toEqual({ problem: 'out-of-range' });
  });

  it('that is required is missing when it is empty', () => {
    expect(read('days', '')).toEqual({ problem: 'missing' });
  });
});

describe('A date', () => {
  it.each([
    ['2026-05-04', '2026-05-04'],
    ['2028-02-29', '2028-02-29'],
    ['4.5.2026', '2026-05-04'],
    ['2026-5-4', '2026-05-04'],
  ])('%s is a day', (raw, day) => {
    expect(read('from', raw)).toEqual({ value: day });
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '4.5.202', '2026-05-04T00:00:00Z', '20260504', 'tomorrow'])(
    '%s is not a day',
    (raw) => {
      expect(read('from', raw)).toEqual({ problem: 'not-a-date' });
    },
  );

  it.each([20260504, true, ...STRANGE])('%j is not readable', (raw) => {
    expect(read('from', raw)).toEqual({ problem: 'not-readable' });
  });

  it('that is not required may be left empty', () => {
    expect(read('until', '')).toEqual({ value: null });
    expect(read('until', undefined)).toEqual({ value: null });
  });
});

describe('A choice', () => {
  it('is one of those that are open now', () => {
    expect(read('tool', 'drill')).toEqual({ value: 'drill' });
    expect(read('tool', 'trailer', { member: true })).toEqual({ value: 'trailer' });
    expect(read('tool', 'trailer', { member: false })).toEqual({ problem: 'not-a-choice' });
  });

  it('of the directory is one that it has', () => {
    expect(read('main-theme', 'congresses')).toEqual({ value: 'congresses' });
    expect(read('main-theme', 'gardening')).toEqual({ problem: 'not-a-choice' });
    expect(read('home-country', 'SE')).toEqual({ value: 'SE' });
    expect(read('home-country', 'XX')).toEqual({ problem: 'not-a-choice' });
  });

  it('that is required is missing when it is empty, another is left empty', () => {
    expect(read('tool', '')).toEqual({ problem: 'missing' });
    expect(read('home-country', '')).toEqual({ value: null });
  });

  it.each(['constructor', 'drill ', 'DRILL', 'drill,ladder'])('is not %p', (raw) => {
    expect(read('tool', raw)).toEqual({ problem: 'not-a-choice' });
  });
});

describe('Several choices', () => {
  it.each<[unknown, Answer]>([
    ['battery', ['battery']],
    ['battery,gloves', ['battery', 'gloves']],
    ['gloves,gloves', ['gloves']],
    ['', []],
    [null, []],
    [undefined, []],
  ])('%p are read as %p', (raw, value) => {
    expect(read('extras', raw)).toEqual({ value });
  });

  it('may only be open ones', () => {
    expect(read('extras', 'gloves,oil', { tool: 'chainsaw' })).toEqual({ value: ['gloves', 'oil'] });
    expect(read('extras', 'gloves,oil', { tool: 'drill' })).toEqual({ problem: 'not-a-choice' });
    expect(read('extras', 'battery,')).toEqual({ problem: 'not-a-choice' });
    expect(read('other-themes', 'congresses,innovation')).toEqual({ value: ['congresses', 'innovation'] });
  });

  it.each([5, true, ...STRANGE])('are not readable from %p', (raw) => {
    expect(read('extras', raw)).toEqual({ problem: 'not-readable' });
  });
});

describe('A form', () => {
  const section = toy.process.sections.find((candidate) => candidate.id === 'loan');
  const filled = { borrower: 'Aino', days: '3', from: '2026-05-04', 'main-theme': 'open-data' };
  const form = (inputs: Readonly<Record<string, unknown>>, before: Answers = {}) =>
    readForm({ model: toy, position: replay(toy, before), today: TODAY }, section?.items ?? [], inputs);

  it('gives an answer or nothing for each of its items, and nothing for others', () => {
    expect(form({ ...filled, member: true, colour: 'red' })).toEqual({
      meant: {},
      values: {
        borrower: 'Aino',
        'home-country': null,
        days: 3,
        from: '2026-05-04',
        until: null,
        extras: [],
        'main-theme': 'open-data',
        'other-themes': [],
      },
      problems: {},
    });
  });

  it('tells every problem at once and keeps what is good', () => {
    const { values, problems } = form({ ...filled, borrower: '', days: '365', from: 'soon' });
    expect(problems).toEqual({ borrower: 'missing', days: 'out-of-range', from: 'not-a-date' });
    expect(values).toMatchObject({ 'main-theme': 'open-data' });
    expect(values).not.toHaveProperty('days');
  });

  it('may end on the day it begins, and not before', () => {
    expect(form({ ...filled, until: '2026-05-04' }).problems).toEqual({});
    expect(form({ ...filled, until: '2026-05-03' }).problems).toEqual({ until: 'too-early' });
  });

  it('compares the second date with the first as it is now, not as it was before', () => {
    const before = { from: '2026-08-01' };
    expect(form({ ...filled, until: '2026-05-05' }, before).problems).toEqual({});
    expect(form({ ...filled, from: '', until: '2026-05-05' }, before).problems).toEqual({ from: 'missing' });
    expect(form({ ...filled, from: 'soon', until: '2026-05-05' }, before).problems).toEqual({ from: 'not-a-date' });
  });

  it('compares with a first date that stands in an earlier form', () => {
    const onlyUntil = section?.items.filter(({ id }) => id === 'until') ?? [];
    const { problems } = readForm(
      { model: toy, position: replay(toy, { from: '2026-08-01' }), today: TODAY },
      onlyUntil,
      { until: '2026-05-05' },
    );
    expect(problems).toEqual({ until: 'too-early' });
  });
});

it('the choices of a directory list are its ids, and an item with choices of its own has none', () => {
  const choices = (id: string) => {
    const found = item(id);
    if (found.type !== 'choice') throw new Error(`"${id}" is a choice.`);
    return directoryChoices(toy, found);
  };
  expect(choices('home-country')).toEqual(COUNTRIES);
  expect(choices('main-theme')).toEqual(themesInOrder(toy.directory).map((theme) => theme.id));
  expect(choices('tool')).toEqual([]);
});

describe('A number with decimals', () => {
  const grade = { id: 'grade', type: 'number', source: 'S', required: true, min: 1, max: 5, decimals: 1 } as const;
  const read = (raw: unknown) => readAnswer({ model: toy, position: replay(toy, {}), today: TODAY }, grade, raw);

  it.each([['4.2'], ['4,2'], ['4.20'], [4.2]])('%j is read', (raw) => expect(read(raw)).toEqual({ value: 4.2 }));

  it.each([['4.25'], ['1e-1'], ['4.2.1'], ['four']])('%j is not', (raw) => {
    expect(read(raw)).toEqual({ problem: 'not-a-number' });
  });
});
