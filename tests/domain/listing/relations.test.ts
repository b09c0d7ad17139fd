import type { CaseLine } from '../../../bot/domain/listing/line';
import { type FoundLines, relationsOf } from '../../../bot/domain/listing/relations';
import { TENANT } from '../../fixtures/running-assistant';
import { newLine } from '../../playing/listed-cases';

const NOW = new Date('2026-03-02T09:00:00Z');
const about = { theme: 'innovation', tenant: TENANT, now: NOW, isSame: () => false };
const nothing: FoundLines = { organisation: [], city: [], country: [], moreOfCountry: false };
const sent = (submittedAt: string, more: Partial<CaseLine> = {}) =>
  newLine({ submittedAt, theme: 'innovation', ...more }, Number(submittedAt.slice(0, 4)));

describe('earlier cases with the same', () => {
  it('are none where nothing was found, or only in another tenant', () => {
    expect(relationsOf(nothing, about)).toBeUndefined();
    const foreign = sent('2026-01-01T00:00:00Z', { tenant: 'another' });
    expect(relationsOf({ ...nothing, organisation: [foreign], country: [foreign] }, about)).toBeUndefined();
  });

  it('are three of the organisation, two of the city with others, and a count of the country', () => {
    const organisation = Array.from({ length: 5 }, (_, at) => sent(`202${5 - at}-01-01T00:00:00Z`, { theme: '' }));
    const city = [...organisation.slice(0, 1), ...Array.from({ length: 3 }, () => sent('2020-01-01T00:00:00Z'))];
    const found = relationsOf({ organisation, city, country: [...organisation, ...city], moreOfCountry: true }, about);
    expect(found?.organisation.map(({ number }) => number)).toEqual(
      organisation.slice(0, 3).map(({ number }) => number),
    );
    expect(found?.city.map(({ number }) => number)).toEqual(city.slice(1, 3).map(({ number }) => number));
    expect(found?.country).toEqual({ count: 9, atLeast: true });
    expect(found?.repeats).toBeUndefined();
  });

  it('say nothing of people and answers', () => {
    const line = sent('2025-01-01T00:00:00Z', { handler: { id: 'h', name: 'Handler' }, openTodos: 2 });
    const text = JSON.stringify(relationsOf({ ...nothing, organisation: [line] }, about));
    expect(text).toContain(line.number);
    for (const secret of ['Handler', 'Somebody Else', 'Organisation', 'requester']) expect(text).not.toContain(secret);
  });
});

describe('a theme that repeats', () => {
  const repeated = (line: CaseLine, theme = 'innovation') =>
    relationsOf({ ...nothing, organisation: [line] }, { ...about, theme })?.repeats?.number === line.number;

  it.each([
    ['2026-03-01T09:00:00Z', true],
    ['2024-03-02T09:00:01Z', true],
    ['2024-03-02T09:00:00Z', false],
    ['2024-03-01T00:00:00Z', false],
  ])('is one that was sent less than two years ago: %s', (submittedAt, repeats) => {
    expect(repeated(sent(submittedAt))).toBe(repeats);
  });

  it('is none on another theme, without a theme, or when it was withdrawn', () => {
    expect(repeated(sent('2026-01-01T00:00:00Z'), 'leisure-travel')).toBe(false);
    expect(repeated(sent('2026-01-01T00:00:00Z', { theme: '' }), '')).toBe(false);
    expect(repeated(sent('2026-01-01T00:00:00Z', { state: 'withdrawn' }))).toBe(false);
    expect(repeated(sent('2026-01-01T00:00:00Z', { state: 'declined' }))).toBe(true);
  });

  it('is looked for among all that were found, and the latest is told, of the city too', () => {
    const others = Array.from({ length: 4 }, () => sent('2026-02-01T00:00:00Z', { theme: 'open-data' }));
    const older = sent('2025-02-01T00:00:00Z');
    const later = sent('2025-03-01T00:00:00Z');
    const found = relationsOf({ ...nothing, organisation: [...others, older], city: [later] }, about);
    expect(found?.repeats?.number).toBe(later.number);
    // With the country alone it is nobody's repeat.
    expect(relationsOf({ ...nothing, country: [later] }, about)?.repeats).toBeUndefined();
  });
});

it('the same request is told of the organisation alone, in the tenant', () => {
  const line = sent('2026-02-01T00:00:00Z');
  const any = { ...about, isSame: () => true };
  expect(relationsOf({ ...nothing, organisation: [line] }, any)?.same?.number).toBe(line.number);
  expect(relationsOf({ ...nothing, city: [line] }, any)?.same).toBeUndefined();
  const foreign = sent('2026-02-02T00:00:00Z', { tenant: 'another' });
  expect(relationsOf({ ...nothing, organisation: [foreign, line] }, any)?.same?.number).toBe(line.number);
});
