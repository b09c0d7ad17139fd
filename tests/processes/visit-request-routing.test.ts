/** Who gets a visit request (M 3.4, division of responsibility), played as an employee sends it. */

import { route } from '../../bot/domain/case/routing';
import type { Answers } from '../../bot/domain/process/answers';
import { loadModel, RECEIVED, walk } from '../fixtures/model';

const visit = loadModel('visit-request');

/** Where a visit goes that is worth receiving. */
function routed(theme: string, more: Answers = {}) {
  const end = walk(visit).finish({
    ...RECEIVED,
    partner: false,
    'main-theme': theme,
    ...more,
  });
  const { responsible, informed } = route(visit, end.answers);
  return { ...responsible, informed: informed.map(({ unit }) => unit) };
}

describe('The division of responsibility (M 3.4)', () => {
  const TABLE: readonly (readonly [string, string, string | undefined])[] = [
    ['high-ranking-guests', 'economic-and-urban-development', 'hanna.eskelinen@espoo.fi'],
    ['sister-cities', 'economic-and-urban-development', 'hanna.eskelinen@espoo.fi'],
    ['international-media', 'economic-and-urban-development', 'hanna.eskelinen@espoo.fi'],
    ['visit-coordination', 'economic-and-urban-development', 'hanna.eskelinen@espoo.fi'],
    ['international-organisations', 'economic-and-urban-development', 'hanna.eskelinen@espoo.fi'],
    ['economic-vitality', 'economic-and-urban-development', 'hanna.eskelinen@espoo.fi'],
    ['immigration', 'economic-and-urban-development', 'hanna.eskelinen@espoo.fi'],
    ['university-cooperation', 'economic-and-urban-development', 'hanna.eskelinen@espoo.fi'],
    ['city-level-cooperation', 'economic-and-urban-development', 'hanna.eskelinen@espoo.fi'],
    ['city-as-a-service', 'service-development', 'palvelukehitys@espoo.fi'],
    ['make-with-espoo', 'service-development', 'palvelukehitys@espoo.fi'],
    ['data-analytics', 'service-development', 'palvelukehitys@espoo.fi'],
    ['open-data', 'service-development', 'palvelukehitys@espoo.fi'],
    ['experiments', 'service-development', 'palvelukehitys@espoo.fi'],
    ['sustainable-development', 'sustainable-development', 'tereza.dickson@espoo.fi'],
    ['innovation', 'espoo-marketing-business', 'glenn.gassen@espoo.fi'],
    ['entrepreneurship', 'espoo-marketing-business', 'glenn.gassen@espoo.fi'],
    ['business', 'espoo-marketing-business', 'glenn.gassen@espoo.fi'],
    ['research-and-development', 'espoo-marketing-business', 'glenn.gassen@espoo.fi'],
    ['leisure-travel', 'espoo-marketing-leisure', undefined],
    ['congresses', 'espoo-marketing-congresses', 'mikka.valo@espoo.fi'],
    ['culture', 'economic-development-sports-and-culture', undefined],
    ['sports', 'economic-development-sports-and-culture', undefined],
    ['employment', 'economic-development-sports-and-culture', undefined],
    ['early-childhood-education', 'growth-and-learning', undefined],
    ['basic-education', 'growth-and-learning', undefined],
    ['upper-secondary-and-youth', 'growth-and-learning', undefined],
    ['swedish-education-and-culture', 'growth-and-learning', undefined],
    ['environment', 'urban-environment', undefined],
    ['city-planning', 'urban-environment', undefined],
    ['public-works-and-premises', 'urban-environment', undefined],
    ['group-administration-substance', 'group-administration-team', undefined],
    ['sector-substance', 'sector', undefined],
  ];

  it.each(TABLE)('%s goes to %s', (theme, unit, address) => {
    const { informed, responsible } = { ...routed(theme), responsible: routed(theme).unit };
    expect(responsible).toBe(unit);
    expect(informed).toEqual([]);
    expect(visit.directory.units.find(({ id }) => id === unit)?.contact.address).toBe(address);
  });

  it('names every theme of the directory', () => {
    expect(TABLE.map(([theme]) => theme).sort()).toEqual(visit.directory.themes.map(({ id }) => id).sort());
  });

  it.each(TABLE)('what is meant for %s (%s) reaches somebody', (theme, unit, address) => {
    expect(routed(theme).deliverTo).toBe(address ? unit : 'international-affairs');
  });

  it('names the contact in leisure travel, who has no address in the source', () => {
    const unit = visit.directory.units.find(({ id }) => id === 'espoo-marketing-leisure');
    expect(unit?.contact).toEqual({ name: 'Tiina Backman' });
  });

  it('tells the unit of every other theme, each once and never the responsible one', () => {
    const themes = ['entrepreneurship', 'open-data', 'experiments', 'congresses', 'innovation'];
    expect(routed('innovation', { 'other-themes': themes }).informed).toEqual([
      'service-development',
      'espoo-marketing-congresses',
    ]);
  });

  it.each(['state-level', 'city-wide'])(
    'takes a visit that is %s from the sector, and tells both the sector and the international affairs team',
    (level) => {
      expect(routed('sector-substance', { level })).toMatchObject({
        unit: 'economic-and-urban-development',
        rule: 'wide-to-group-administration',
        informed: ['sector', 'international-affairs'],
      });
    },
  );

  it.each(['state-level', 'city-wide'])(
    'leaves a visit that is %s with a unit of the group administration',
    (level) => {
      expect(routed('sustainable-development', { level }).unit).toBe('sustainable-development');
      expect(routed('group-administration-substance', { level }).unit).toBe('group-administration-team');
    },
  );

  it('sends dignitaries to the international affairs team, whatever the theme, and tells both units', () => {
    const answers = { dignitary: true, 'dignitary-kind': 'royalty', 'main-theme': 'congresses', level: 'one-sector' };
    const { responsible, informed } = route(visit, walk(visit).finish(answers).answers);
    expect(responsible.unit).toBe('international-affairs');
    expect(informed.map(({ unit }) => unit)).toEqual(['economic-and-urban-development', 'espoo-marketing-congresses']);
  });

  it('asks which sector, unit or team it is, only where the theme leaves that open', () => {
    const asks = TABLE.map(([theme]) => theme).filter((theme) => {
      const answers = { dignitary: true, 'dignitary-kind': 'royalty', 'main-theme': theme };
      return walk(visit)
        .finish(answers)
        .position.steps.some((step) => step.id === 'owner');
    });
    expect(asks).toEqual(['group-administration-substance', 'sector-substance']);
  });
});
