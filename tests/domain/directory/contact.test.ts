import { contactOf, contactOrder, isAbsent, standInFor } from '../../../bot/domain/directory/contact';
import type { Member, Unit } from '../../../bot/domain/directory/directory';
import { loadDirectory } from '../../fixtures/model';

const person = (id: string, ...absences: Member['absences']): Member => ({ id, name: id.toUpperCase(), absences });
const away = { from: '2026-07-01', to: '2026-07-31' };
const DAY = '2026-07-15';

const [sector] = loadDirectory().units.filter(({ id }) => id === 'sector');
if (!sector) throw new Error('The directory has no sector.');
const unitOf = (members: readonly Member[], deputy?: string): Unit => ({
  ...sector,
  members: [...members],
  ...(deputy !== undefined && { deputy }),
});
const directoryOf = (unit: Unit) => ({ ...loadDirectory(), units: [unit] });

describe('The order of contact', () => {
  it('is the first member, then the deputy, then the others as they are listed', () => {
    const unit = unitOf([person('a'), person('b'), person('c'), person('d')], 'c');
    expect(contactOrder(unit).map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd']);
  });

  it.each([undefined, 'a', 'nobody'])('is the list where the deputy is %s', (deputy) => {
    expect(contactOrder(unitOf([person('a'), person('b')], deputy)).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('is empty for a unit of which nobody is known', () => {
    expect(contactOrder(unitOf([]))).toEqual([]);
  });
});

describe('Somebody is away', () => {
  it.each([
    ['2026-06-30', false],
    ['2026-07-01', true],
    ['2026-07-31', true],
    ['2026-08-01', false],
  ])('on %s: %s', (day, expected) => expect(isAbsent(person('a', away), day)).toBe(expected));
});

describe('The contact of a unit', () => {
  it('is the first who is there, and those before them are named', () => {
    const directory = directoryOf(unitOf([person('a', away), person('b'), person('c', away)], 'c'));
    expect(contactOf(directory, 'sector', DAY)).toEqual({
      contact: { id: 'b', name: 'B' },
      skipped: [
        { id: 'a', name: 'A' },
        { id: 'c', name: 'C' },
      ],
    });
    expect(contactOf(directory, 'sector', '2026-08-01')).toEqual({ contact: { id: 'a', name: 'A' } });
  });

  it('is nobody where all are away, or nobody is known', () => {
    expect(contactOf(directoryOf(unitOf([person('a', away)])), 'sector', DAY)).toEqual({
      skipped: [{ id: 'a', name: 'A' }],
    });
    expect(contactOf(directoryOf(unitOf([])), 'sector', DAY)).toEqual({});
    expect(contactOf(loadDirectory(), 'no-such-unit', DAY)).toEqual({});
  });
});

it('stands in for somebody who is next in the order and there', () => {
  const directory = directoryOf(unitOf([person('a'), person('b', away), person('c')], 'b'));
  expect(standInFor(directory, 'sector', { id: 'a', name: 'A' }, DAY)).toEqual({ id: 'c', name: 'C' });
  expect(standInFor(directory, 'sector', { id: 'c', name: 'C' }, DAY)).toEqual({ id: 'a', name: 'A' });
  expect(standInFor(directoryOf(unitOf([person('a')])), 'sector', { id: 'a', name: 'A' }, DAY)).toBeUndefined();
});
