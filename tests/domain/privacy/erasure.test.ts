import fc from 'fast-check';
import type { WholeCase } from '../../../bot/domain/case/whole-case';
import { figuresOf } from '../../../bot/domain/listing/figures';
import { REMOVED } from '../../../bot/domain/person';
import { type Erasure, erased, isNamedIn } from '../../../bot/domain/privacy/erasure';
import { purged } from '../../../bot/domain/privacy/purge';
import { HANDLER, livedCases, modelOf, REQUESTER, TYPED } from '../lived-cases';

const NOW = new Date('2032-01-01T10:00:00.000Z');
const of = (person: Erasure['person'], more: Partial<Erasure> = {}): Erasure => ({
  person,
  askedAt: '2032-01-01T09:00:00.000Z',
  isBegun: true,
  ...more,
});
const goneFrom = (whole: WholeCase, erasure: Erasure): WholeCase => {
  const { event, ...rest } = erased(whole, erasure, NOW);
  return { case: rest.case, events: [...rest.events, event], todos: rest.todos, entries: rest.entries };
};

it.each([REQUESTER, HANDLER])('takes $name out of any case, and nobody else', (person) => {
  const other = person === REQUESTER ? HANDLER : REQUESTER;
  fc.assert(
    fc.property(livedCases, (whole) => {
      const left = goneFrom(whole, of(person));
      expect(JSON.stringify(left)).not.toContain(person.id);
      expect(JSON.stringify(left)).not.toContain(person.name);
      expect(JSON.stringify(left).includes(other.id)).toBe(JSON.stringify(whole).includes(other.id));
      expect(JSON.stringify(left).includes(TYPED)).toBe(JSON.stringify(whole).includes(TYPED));
      expect(isNamedIn(left, of(person))).toBe(false);
    }),
    { numRuns: 60 },
  );
});

it('changes no figure', () => {
  fc.assert(
    fc.property(fc.array(livedCases, { minLength: 1, maxLength: 6 }), (cases) => {
      const figures = (all: readonly WholeCase[]) => figuresOf(all, 2026, modelOf);
      expect(figures(cases.map((whole) => goneFrom(whole, of(HANDLER))))).toEqual(figures(cases));
    }),
    { numRuns: 20 },
  );
});

it('takes a name or an address that fills a field, in whatever letters', () => {
  fc.assert(
    fc.property(livedCases, (whole) => {
      const address = 'hilma.handler@example.org';
      const typed = { ...whole, todos: whole.todos.map((todo) => ({ ...todo, person: ` ${address.toUpperCase()} ` })) };
      const left = goneFrom(typed, of(HANDLER, { address }));
      for (const { person } of left.todos) expect(person).toBe(REMOVED.name);
    }),
    { numRuns: 20 },
  );
});

it('knows an id by the whole of it, in whatever letters', () => {
  fc.assert(
    fc.property(livedCases, (whole) => {
      expect(
        isNamedIn(whole, of({ ...REQUESTER, id: REQUESTER.id.toUpperCase(), tenant: REQUESTER.tenant.toUpperCase() })),
      ).toBe(true);
      const { id } = REQUESTER;
      for (const part of ['', 'a', '1', id.slice(1), id.slice(0, -1), `${id}0`]) {
        expect([part, isNamedIn(whole, of({ ...REQUESTER, name: '', id: part }))]).toEqual([part, false]);
      }
    }),
    { numRuns: 20 },
  );
});

it('finds somebody in what nobody can read of a case, and there too by the whole id', () => {
  const [whole] = fc.sample(livedCases, { numRuns: 1, seed: 7 });
  if (!whole) throw new Error('There is no case.');
  const somebody = { ...HANDLER, id: 'abcdef01-2345-4678-89ab-cdef01234567', name: '' };
  const target = JSON.stringify({ kind: 'person', person: { id: somebody.id.toUpperCase() } });
  const spoiled = { ...whole, setAside: [{ key: 'unreadable|1', text: JSON.stringify({ target, due: 'soon' }) }] };
  expect(isNamedIn(whole, of(somebody))).toBe(false);
  expect(isNamedIn(spoiled, of(somebody))).toBe(true);
  for (const id of ['', 'person', somebody.id.slice(1)]) {
    expect([id, isNamedIn(spoiled, of({ ...somebody, id }))]).toEqual([id, id === 'person']);
  }
});

it('finds nobody in the cases of another tenant, in later ones, and in purged ones', () => {
  fc.assert(
    fc.property(livedCases, (whole) => {
      expect(isNamedIn(whole, of(REQUESTER))).toBe(true);
      expect(isNamedIn(whole, of({ ...REQUESTER, tenant: 'another' }))).toBe(false);
      expect(isNamedIn(whole, of(REQUESTER, { askedAt: '2025-12-31T00:00:00.000Z' }))).toBe(false);
      const { event, ...left } = purged(modelOf(whole.case.process), whole, NOW);
      expect(isNamedIn({ ...left, events: [...left.events, event] }, of(REQUESTER))).toBe(false);
    }),
    { numRuns: 20 },
  );
});
