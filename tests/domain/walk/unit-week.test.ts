import { unitWeekAt } from '../../../bot/domain/walk/unit-week';
import { loadModel, play, TODAY } from '../../fixtures/model';

const visit = loadModel('visit-request');

/** What stands beside the question for a first day as it is stored. */
function beside(arrival: string | null) {
  const { position, step } = play(visit, { dignitary: false, 'main-theme': 'open-data' });
  const facts = { ...position.facts, answers: { ...position.facts.answers, arrival } };
  return unitWeekAt(visit, { step, position: { ...position, facts } }, TODAY);
}

describe('Beside the question whether it is early enough', () => {
  it('stands the unit of the theme, with the days until then and the week', () => {
    const found = beside('2026-05-06');
    expect(found?.unit.id).toBe('service-development');
    expect(found).toMatchObject({ daysAhead: 65, week: { from: '2026-05-04', to: '2026-05-10' } });
  });

  it('stands no number of days for one that is over, and no week for one that is open', () => {
    expect(beside('2026-02-04')).not.toHaveProperty('daysAhead');
    expect(beside('2026-02-04')).toHaveProperty('week');
    expect(beside(null)).not.toHaveProperty('week');
  });

  it.each(['9999-12-31', '0000-01-01', '0026-05-04', 'soon'])('stands the unit alone for the stored day %s', (day) => {
    expect(Object.keys(beside(day) ?? {})).toEqual(['unit']);
  });

  it('stands nothing beside any other question', () => {
    expect(unitWeekAt(visit, play(visit, {}), TODAY)).toBeUndefined();
    const early = { dignitary: false, 'main-theme': 'open-data', 'in-time': true };
    expect(unitWeekAt(visit, play(visit, early), TODAY)).toBeUndefined();
  });
});
