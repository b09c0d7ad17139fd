import fc from 'fast-check';
import { caseNumber, parseCaseNumber } from '../../../bot/domain/case/number';
import { route } from '../../../bot/domain/case/routing';
import { submission } from '../../../bot/domain/case/submission';
import type { Draft } from '../../../bot/domain/walk/draft';
import { explain } from '../../../bot/domain/walk/explanation';
import { loadModel, RECEIVED, walk } from '../../fixtures/model';

const visit = loadModel('visit-request');
const NOW = '2026-11-21T12:00:00.000Z';

const { answers } = walk(visit).finish({
  ...RECEIVED,
  partner: false,
  organisation: 'City of Tartu',
  country: 'EE',
  'group-size': 12,
  interests: 'Schools, and how they are built',
  'visitor-contact': 'mari@example.org',
  'main-theme': 'innovation',
  'other-themes': ['open-data'],
});

const draft: Draft = {
  id: 'draft-1',
  owner: { id: 'aad-1', tenant: 'tenant-1', name: 'Aino Aalto' },
  process: 'visit-request',
  version: 1,
  language: 'sv',
  state: { answers, at: 'summary' },
  revision: 17,
  createdAt: '2026-11-20T08:00:00.000Z',
  updatedAt: '2026-11-21T11:59:00.000Z',
};

describe('A submitted draft', () => {
  const made = submission(visit, draft, { number: 'V-2026-0042', now: NOW });

  it('becomes a case that keeps what was answered, what came out and why, and where it goes', () => {
    expect(made.case).toEqual({
      number: 'V-2026-0042',
      lastEvent: 2,
      changedAt: NOW,
      since: { event: 1, at: NOW },
      process: 'visit-request',
      version: visit.process.version,
      language: 'sv',
      requester: draft.owner,
      answers,
      explanation: explain(visit, answers),
      routing: route(visit, answers),
      state: 'submitted',
      draft: 'draft-1',
      submittedAt: NOW,
    });
    expect(made.case.explanation.outcome).toBe('receive');
  });

  it('begins its history with the submit and the routing', () => {
    expect(made.events.map(({ sequence, type, at, by }) => ({ sequence, type, at, by }))).toEqual([
      { sequence: 1, type: 'submitted', at: NOW, by: { id: 'aad-1', name: 'Aino Aalto' } },
      { sequence: 2, type: 'routed', at: NOW, by: 'assistant' },
    ]);
    expect(made.events[0]?.data).toEqual({ outcome: 'receive', source: 'M 3.4' });
    const { responsible, informed } = made.case.routing;
    expect(made.events[1]?.data).toEqual({ responsible, informed: informed.map(({ unit }) => unit) });
  });

  it('writes nothing that was typed into its history or its messages', () => {
    const told = JSON.stringify([made.events, made.entries]);
    for (const typed of ['Tartu', 'Schools', 'mari@example.org']) expect(told).not.toContain(typed);
  });

  it('keeps of the draft only what names it, and the way to the case', () => {
    expect(made.draft).toEqual({
      ...draft,
      state: {
        answers: {
          organisation: 'City of Tartu',
          country: 'EE',
          'group-size': 12,
          arrival: null,
          departure: null,
          'main-theme': 'innovation',
        },
      },
      revision: 18,
      updatedAt: NOW,
      case: 'V-2026-0042',
    });
  });

  it('leaves the draft that was given as it was', () => {
    expect(draft.state).toEqual({ answers, at: 'summary' });
  });
});

it('a draft without an outcome cannot become a case', () => {
  const open = { ...draft, state: { answers: { dignitary: false } } };
  expect(() => submission(visit, open, { number: 'V-2026-0001', now: NOW })).toThrow(
    'Draft draft-1 has no outcome yet and cannot become a case.',
  );
});

describe('A case number', () => {
  it('has four digits at least', () => {
    expect(caseNumber('V', 2026, 42)).toBe('V-2026-0042');
    expect(caseNumber('P', 2027, 123456)).toBe('P-2027-123456');
  });

  it('is read back as it was made', () => {
    const letter = fc.constantFrom('V', 'P', 'D', 'N');
    const year = fc.integer({ min: 2020, max: 2999 });
    const serial = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(letter, year, serial, (prefix, inYear, number) => {
        const parts = { prefix, year: inYear, serial: number };
        expect(parseCaseNumber(caseNumber(prefix, inYear, number))).toEqual(parts);
      }),
    );
  });

  it.each([
    'V-2026-0042',
    'v-2026-42',
    ' V-2026-42 ',
    'v 2026 42',
    'V2026-042',
    'v - 2026 - 0042',
    'V-2026-000000000042',
  ])('may be written as "%s"', (text) => {
    expect(parseCaseNumber(text)).toEqual({ prefix: 'V', year: 2026, serial: 42 });
  });

  it.each(['', 'V', '2026-0042', 'V-26-42', 'VV-2026-42', 'V-2026', 'V-2026-', 'V-2026-4x', 'see V-2026-0042'])(
    'is not "%s"',
    (text) => {
      expect(parseCaseNumber(text)).toBeUndefined();
    },
  );

  it('is not a number longer than any that is given', () => {
    expect(parseCaseNumber('V-2026-1234567890')).toBeUndefined();
  });
});
