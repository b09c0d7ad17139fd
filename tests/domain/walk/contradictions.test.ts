/** Answers that cannot both be right are asked about before a matter is sent, and never chosen between. */
import { contradictionsIn } from '../../../bot/domain/walk/contradictions';
import { loadModel, RECEIVED, walk } from '../../fixtures/model';

const visit = loadModel('visit-request');
const sent = { type: 'submitted' };
const asked = (moment: ReturnType<typeof walk>) => contradictionsIn(moment.model, moment.position).map(({ id }) => id);

const company = walk(visit).finish({ ...RECEIVED, partner: false, 'visitor-kind': 'company' });
const partnerCity = company.change('visitor').fill('visitor', { 'visitor-kind': 'sister-or-partner-city' });

it('what fits together is sent', () => {
  expect(asked(company)).toEqual([]);
  expect(company.submit().effects).toEqual([sent]);
});

it('no partner that is a sister or partner city keeps both answers, and is not sent', () => {
  expect(partnerCity.at).toBe('summary');
  expect(partnerCity.answers).toMatchObject({ partner: false, 'visitor-kind': 'sister-or-partner-city' });
  expect(asked(partnerCity)).toEqual(['partner-city-or-no-partner']);
  expect(partnerCity.send({ type: 'submit' }).refused).toBe(true);
});

it('either answer settles it', () => {
  const partner = partnerCity.change('partner').answer('partner', true);
  const city = partnerCity.change('visitor').fill('visitor', { 'visitor-kind': 'city' });
  expect([partner, city].map(asked)).toEqual([[], []]);
  expect([partner, city].map((moment) => moment.submit().effects)).toEqual([[sent], [sent]]);
});
