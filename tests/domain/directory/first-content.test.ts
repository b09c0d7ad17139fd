import { countsOtherwise, dignitaryRow, isMarked, isSettled } from '../../../bot/domain/directory/dignitary-matrix';
import type { DignitaryRow, Retention } from '../../../bot/domain/directory/directory';
import { doubtAbout } from '../../../bot/domain/directory/doubtful-edit';
import { changeEntry, type DirectoryEntry, EDITABLE_LISTS, entriesIn } from '../../../bot/domain/directory/entry';
import { canBeConfirmed, isToBeConfirmed, isUnconfirmed } from '../../../bot/domain/directory/first-content';
import { loadDirectory } from '../../fixtures/model';

const directory = loadDirectory();
const KAISA = { by: { id: 'k', name: 'Kaisa Keksitty' }, at: '2026-03-02T09:00:00Z' };
const PARTS = ['yes', 'no', 'confirm'] as const;

/** A row with so many marks of the source, and these parts. */
const row = (marked: number, ...parts: readonly DignitaryRow['parties'][string][]): DignitaryRow => ({
  id: 'minister',
  name: { fi: 'Ministeri', sv: 'Minister', en: 'Minister' },
  alsoFor: [],
  marked,
  parties: Object.fromEntries(parts.map((part, index) => [`unit-${index}`, part])),
  source: 'M 3.3',
});

describe('a row of the matrix', () => {
  it('is told from another by the kind of guest, or read for one that has none of its own', () => {
    expect(dignitaryRow(directory, 'ambassador')?.id).toBe('ambassador');
    expect(dignitaryRow(directory, 'international-organisation')?.id).toBe('other-dignitary');
    expect(dignitaryRow(directory, 'plumber')).toBeUndefined();
  });

  it('marks by a yes alone', () => {
    for (const part of PARTS) {
      const changed = { ...directory, dignitaryMatrix: [row(1, part)] };
      expect([part, isMarked(changed, 'minister', 'unit-0')]).toEqual([part, part === 'yes']);
    }
    expect(isMarked(directory, 'royalty', 'nobody')).toBe(false);
  });

  it('is settled once nothing in it is to be confirmed', () => {
    expect(isSettled(row(1, 'yes', 'no'))).toBe(true);
    expect(isSettled(row(1, 'yes', 'confirm'))).toBe(false);
  });

  it.each([
    [3, ['yes', 'yes', 'yes', 'no'], false],
    [3, ['yes', 'yes', 'no', 'no'], true],
    [3, ['yes', 'yes', 'yes', 'yes'], true],
    [3, ['yes', 'confirm', 'confirm', 'no'], false],
    [3, ['yes', 'confirm', 'no', 'no'], true],
    [1, ['yes', 'yes', 'confirm', 'no'], true],
  ] as const)('with %i marks in the source and the parts %j counts otherwise: %s', (marked, parts, otherwise) => {
    expect(countsOtherwise(row(marked, ...parts))).toBe(otherwise);
    expect(doubtAbout('dignitaryMatrix', row(marked), row(marked, ...parts))?.about).toBe(
      otherwise ? 'other-count' : undefined,
    );
  });
});

describe('a shorter time to keep data', () => {
  const before: Retention = { id: 'visit-request', months: 24, unendedMonths: 60, source: 'product' };

  it.each([
    [{ months: 23 }, 'shorter'],
    [{ unendedMonths: 59 }, 'shorter'],
    [{ months: 25, unendedMonths: 61 }, undefined],
    [{}, undefined],
  ] as const)('is asked about: %j', (change, about) => {
    expect(doubtAbout('retention', before, { ...before, ...change })?.about).toBe(about);
  });

  it('is asked about anew when other values are sent', () => {
    const asked = (months: number) => doubtAbout('retention', before, { ...before, months })?.of;
    expect(asked(12)).not.toBe(asked(1));
  });
});

describe('first content', () => {
  it('is to be confirmed where it has a day of checking, says who hears of dignitaries, or how long data is kept', () => {
    const lists = EDITABLE_LISTS.filter((list) => entriesIn(directory, list).some((e) => isToBeConfirmed(list, e)));
    expect(lists).toEqual(['units', 'sisterCities', 'networks', 'dignitaryMatrix', 'retention']);
  });

  it('cannot be confirmed by a press while it asks something itself', () => {
    expect(canBeConfirmed('dignitaryMatrix', row(1, 'confirm'))).toBe(false);
    expect(canBeConfirmed('dignitaryMatrix', row(1, 'yes'))).toBe(true);
    expect(canBeConfirmed('retention', { id: 'drafts', months: 12, source: 'product' })).toBe(true);
  });

  it('holds mail back only where somebody keeps count', () => {
    expect(isUnconfirmed(directory, 'security')).toBe(false);
    expect(isUnconfirmed({ ...directory, unconfirmedContacts: ['security'] }, 'security')).toBe(true);
  });
});

describe('who confirms an entry', () => {
  const [content] = directory.units;
  if (!content) throw new Error('The directory has no unit.');
  const entry: DirectoryEntry<'units'> = { list: 'units', content, retired: false, events: 0 };
  const other = { ...content, contact: { address: 'somebody@espoo.fi' } };

  it('is who changes or checks it, even where nothing changes', () => {
    expect(changeEntry(entry, { content: other }, { ...KAISA, edit: 'changed' })?.entry.confirmed).toEqual(KAISA);
    const kept = changeEntry(entry, { content }, { ...KAISA, edit: 'changed' });
    expect([kept?.entry.confirmed, kept?.event.edit]).toEqual([KAISA, 'checked']);
    expect(kept && changeEntry(kept.entry, { content }, { ...KAISA, edit: 'changed' })).toBeUndefined();
  });

  it('is neither who adds somebody to a unit nor the assistant', () => {
    const more = { ...content, members: [{ ...KAISA.by, absences: [] }] };
    const added = changeEntry(entry, { content: more }, { ...KAISA, edit: 'member-added' });
    expect(added?.entry.edited).toEqual(KAISA);
    expect(added?.entry.confirmed).toBeUndefined();
    const own = changeEntry(entry, { content: other }, { by: 'assistant', at: KAISA.at, edit: 'changed' });
    expect(own?.entry.confirmed).toBeUndefined();
  });
});
