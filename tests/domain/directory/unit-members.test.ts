import fc from 'fast-check';
import { contactOrder } from '../../../bot/domain/directory/contact';
import { isMember, type Member, type Unit } from '../../../bot/domain/directory/directory';
import {
  addMember,
  canBeDeputy,
  canMoveUp,
  moveUp,
  mustStay,
  removeMember,
  withAbsence,
  withDeputy,
  withoutAbsence,
} from '../../../bot/domain/directory/unit-members';
import { CITY } from '../../fixtures/city';
import { loadDirectory } from '../../fixtures/model';

const TEAM = { coordinator: CITY.units.coordinator };

const [team] = loadDirectory().units;
const member = (id: string): Member => ({ id, name: `Name of ${id}`, absences: [] });
const unitOf = (ids: string, deputy?: string): Unit => {
  if (!team) throw new Error('The first directory has no units.');
  return { ...team, members: [...ids].map(member), ...(deputy !== undefined && { deputy }) };
};
const order = (unit: Unit) =>
  contactOrder(unit)
    .map(({ id }) => id)
    .join('');

describe('the order of contact', () => {
  it('somebody new is asked last; who is removed leaves no deputy behind', () => {
    expect(order(addMember(unitOf('abc', 'c'), member('d')))).toBe('acbd');
    expect(removeMember(unitOf('abc', 'c'), 'c')).not.toHaveProperty('deputy');
    expect(order(removeMember(unitOf('abc', 'c'), 'a'))).toBe('cb');
    expect(removeMember(unitOf('abc', 'c'), 'a')).not.toHaveProperty('deputy');
  });

  it('the second place is the deputy’s, and a deputy who moves up is the first', () => {
    expect(canMoveUp(unitOf('abc', 'b'), 'c')).toBe(false);
    expect(canMoveUp(unitOf('abc'), 'c')).toBe(true);
    expect(moveUp(unitOf('abc', 'c'), 'c')).toMatchObject({ members: [{ id: 'c' }, { id: 'a' }, { id: 'b' }] });
    expect(moveUp(unitOf('abc', 'c'), 'c')).not.toHaveProperty('deputy');
    expect(canBeDeputy(unitOf('abc'), 'a')).toBe(false);
    expect(order(withDeputy(unitOf('abc', 'b'), 'c'))).toBe('acb');
    expect(withDeputy(unitOf('abc', 'b'), undefined)).not.toHaveProperty('deputy');
  });

  it('the last of the team itself stays', () => {
    expect(mustStay(TEAM, unitOf('a'), 'a')).toBe(true);
    expect(mustStay(TEAM, unitOf('ab'), 'a')).toBe(false);
    expect(mustStay(TEAM, { ...unitOf('a'), id: 'another-unit' }, 'a')).toBe(false);
  });

  it('whatever is done, nobody is lost or doubled, who moves up is asked one place earlier, and the deputy is second', () => {
    const press = fc.record({
      move: fc.constantFrom('up', 'deputy', 'no-deputy'),
      id: fc.constantFrom('a', 'b', 'c', 'd', 'nobody'),
    });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
        let unit = unitOf('abcd');
        for (const { move, id } of presses) {
          const place = order(unit).indexOf(id);
          const isUp = move === 'up' && canMoveUp(unit, id);
          unit = move === 'up' ? moveUp(unit, id) : withDeputy(unit, move === 'deputy' ? id : undefined);
          if (isUp) expect(order(unit).indexOf(id)).toBe(place - 1);
          expect([...order(unit)].sort().join('')).toBe('abcd');
          if (unit.deputy !== undefined) expect(order(unit)[1]).toBe(unit.deputy);
        }
      }),
    );
  });

  it('absences are kept in the order of their days, each once', () => {
    const summer = { from: '2026-07-01', to: '2026-07-31' };
    const spring = { from: '2026-03-01', to: '2026-03-08' };
    const away = withAbsence(withAbsence(withAbsence(member('a'), summer), spring), summer);
    expect(away.absences).toEqual([spring, summer]);
    expect(withoutAbsence(away, spring).absences).toEqual([summer]);
  });
});

it('somebody is a member by their id in whatever letters it was written into the row', () => {
  const directory = { ...loadDirectory(), units: [unitOf('abc')] };
  expect(['b', 'B', 'x'].map((id) => isMember(directory, team?.id ?? '', id))).toEqual([true, true, false]);
});
