import { namedUnit, unitNamingAnswers } from '../../../../bot/domain/case/filled-in/named-unit';
import { loadModel } from '../../../fixtures/model';

const visit = loadModel('visit-request');
const SCHOOL = { sector: 'The school on the hill' };
const theme = 'sector-substance';

describe('the unit that a person names', () => {
  it.each<[string, string, object, string, string | undefined]>([
    ['is called as it was named', 'sector', SCHOOL, theme, 'The school on the hill'],
    ['is no unit with a name of its own', 'international-affairs', SCHOOL, theme, undefined],
    ['has no name where none was asked', 'sector', {}, theme, undefined],
    ['is that of the main theme, not another such one', 'group-administration-team', SCHOOL, theme, undefined],
    ['is called so by a case whose theme has moved to another unit', 'sector', SCHOOL, 'innovation', SCHOOL.sector],
  ])('%s', (_, unit, answers, of, name) => {
    expect(namedUnit(visit, { theme: of, answers: { ...answers } }, unit)).toBe(name);
  });

  it('is kept with the line of a case that it has, and of no other', () => {
    expect(unitNamingAnswers(visit, SCHOOL, 'sector')).toEqual(SCHOOL);
    expect(unitNamingAnswers(visit, SCHOOL, 'international-affairs')).toEqual({});
    expect(unitNamingAnswers(visit, {}, 'sector')).toEqual({});
  });
});
