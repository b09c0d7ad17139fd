import fc from 'fast-check';
import type { WholeCase } from '../../../bot/domain/case/whole-case';
import { figuresOf } from '../../../bot/domain/listing/figures';
import { purged } from '../../../bot/domain/privacy/purge';
import { goldenOf, lived, livedCases, modelOf } from '../lived-cases';

const NIGHT = new Date('2040-01-01T01:00:00.000Z');
const figures = (wholes: readonly WholeCase[], year = 2026) => figuresOf(wholes, year, modelOf);
const purge = (whole: WholeCase): WholeCase => purged(modelOf(whole.case.process), whole, NIGHT);

it('the figures of every year are the same when everything has been purged, and when only some has', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(livedCases, fc.boolean()), { minLength: 1, maxLength: 12 }), (cases) => {
      const before = cases.map(([whole]) => whole);
      for (const year of [2026, 2027]) {
        expect(figures(before.map(purge), year)).toEqual(figures(before, year));
        expect(
          figures(
            cases.map(([whole, isOld]) => (isOld ? purge(whole) : whole)),
            year,
          ),
        ).toEqual(figures(before, year));
      }
    }),
    { numRuns: 40 },
  );
});

it('counts what M 2.2 asks of visits that were held, and how long cases waited for an answer', () => {
  const model = modelOf('visit-request');
  const golden = goldenOf(model).find(({ outcome }) => outcome === 'receive');
  if (!golden) throw new Error('No golden case is received.');
  const answers = { ...golden.answers, 'visitor-kind': 'sister-or-partner-city', arrival: '2026-05-04', country: 'JP' };
  const sister = { ...golden, answers };
  const held = lived(model, sister, {
    life: ['accept', 'plan', 'hold', 'follow-up', 'close'],
    day: 3,
    figure: 7,
    lines: 2,
  });
  const declined = lived(model, sister, { life: ['decline'], day: 4, figure: 0, lines: 0 });
  const found = figures([held, declined].map(purge));
  expect(found.visits).toMatchObject({ all: 1, guests: 7, sisterOrPartnerCities: 1, cities: 0, initiatives: 2 });
  expect(found.cases).toMatchObject({ all: 2, answered: 2, followedUp: 1, medianHoursToAnswer: 26 });
  expect(found.cases.byCountry).toEqual({ JP: 2 });
});

describe('a visit that was held', () => {
  const model = modelOf('visit-request');
  const HELD = ['accept', 'plan', 'hold', 'follow-up', 'close'] as const;
  const golden = goldenOf(model).find(({ outcome }) => outcome === 'receive');
  /** The figures of a year with one visit of these answers. */
  const withVisit = (answers: object, year = 2026) => {
    if (!golden) throw new Error('No golden case is received.');
    const visit = { ...golden, answers: { ...golden.answers, arrival: '2026-05-04', ...answers } };
    return figures([lived(model, visit, { life: HELD, day: 3, figure: 7, lines: 2 })].map(purge), year).visits;
  };

  it.each([
    ['City of Kristianstad', 'SE', 'city', { cities: 0, sisterOrPartnerCities: 1 }],
    ['Kristianstads kommun', 'SE', 'sister-or-partner-city', { cities: 0, sisterOrPartnerCities: 1 }],
    ['City of Kristianstad', 'SE', 'media', { cities: 0, sisterOrPartnerCities: 0 }],
    ['Kristianstad University', 'SE', 'city', { cities: 1, sisterOrPartnerCities: 0 }],
    ['City of Kristianstad', 'JP', 'city', { cities: 1, sisterOrPartnerCities: 0 }],
  ])('of "%s" (%s) as "%s" counts as %j', (organisation, country, kind, counts) => {
    expect(withVisit({ organisation, country, 'visitor-kind': kind, partner: true })).toMatchObject(counts);
  });

  it('counts in the year of the date that it was moved to', () => {
    const moved = { 'in-time': false, 'late-response': 'another-date', 'other-date': '2027-02-01' };
    expect(withVisit(moved, 2026).all).toBe(0);
    expect(withVisit(moved, 2027).all).toBe(1);
  });

  it('counts a fee wherever it was written down, and the visit with it as a paid one', () => {
    const free = goldenOf(model).find(({ answers, outcome }) => outcome === 'receive' && !answers['technical-visit']);
    if (!free) throw new Error('No golden case is received without a fee in mind.');
    const invoiced = lived(model, free, { life: HELD, day: 3, figure: 7, lines: 2 });
    const unpaid = lived(model, free, { life: HELD, day: 4, figure: 0, lines: 2 });
    const { visits } = figures([invoiced, unpaid, purge(invoiced)]);
    expect(visits).toMatchObject({ all: 3, technical: 2, invoiced: 14 });
  });
});
