import type { CaseLine } from '../../../bot/domain/listing/line';
import { maySee, unitsOf, type Viewer } from '../../../bot/domain/listing/may-see';
import { loadDirectory } from '../../fixtures/model';

const line: Pick<CaseLine, 'tenant' | 'requester' | 'handler' | 'unit' | 'informed'> = {
  tenant: 'here',
  requester: { id: 'asker', name: 'Asker' },
  handler: { id: 'handler', name: 'Handler' },
  unit: 'having',
  informed: ['told', 'told-too'],
};
const nobody: Viewer = { id: 'nobody', tenant: 'here', units: [], coordinates: false };

describe('a case in a listing', () => {
  it.each<[string, Partial<Viewer>]>([
    ['who asked for it', { id: 'asker' }],
    ['a member of the unit that has it', { units: ['other', 'having'] }],
    ['a member of a unit that is told', { units: ['told-too'] }],
    ['the team that coordinates', { coordinates: true }],
  ])('is seen by %s, in the same tenant only', (_, more) => {
    expect(maySee(line, { ...nobody, ...more })).toBe(true);
    expect(maySee(line, { ...nobody, ...more, tenant: 'elsewhere' })).toBe(false);
  });

  it('is seen by nobody else', () => {
    expect(maySee(line, nobody)).toBe(false);
    expect(maySee(line, { ...nobody, units: ['other'] })).toBe(false);
    // Who handled it has left the unit.
    expect(maySee(line, { ...nobody, id: 'handler' })).toBe(false);
  });

  it('knows the units of a person by the directory', () => {
    const directory = loadDirectory();
    const [first, second] = directory.units;
    const member = { id: 'me', name: 'Me', absences: [] };
    const units = directory.units.map((unit) =>
      unit === first || unit === second ? { ...unit, members: [member] } : unit,
    );
    expect(unitsOf({ ...directory, units }, 'me')).toEqual([first?.id, second?.id]);
    expect(unitsOf(directory, 'me')).toEqual([]);
  });
});
