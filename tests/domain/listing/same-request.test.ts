import type { CaseLine } from '../../../bot/domain/listing/line';
import { isSameRequest } from '../../../bot/domain/listing/same-request';
import { loadModel } from '../../fixtures/model';
import { newLine } from '../../playing/listed-cases';

const { process: visit } = loadModel('visit-request');
const { process: dignitary } = loadModel('dignitary-visit');
const { process: partnership } = loadModel('partnership-evaluation');

const matter = { process: visit, answers: { arrival: '2026-05-12', departure: '2026-05-14' } };
const visiting = (named: CaseLine['named'], more: Partial<CaseLine> = {}) => newLine({ named, ...more });

it.each([
  [{ arrival: '2026-05-14' }, true],
  [{ arrival: '2026-05-10', departure: '2026-05-12' }, true],
  [{ arrival: '2026-05-11', departure: '2026-05-20' }, true],
  [{ arrival: '2026-05-15' }, false],
  [{ arrival: '2026-05-08', departure: '2026-05-11' }, false],
  // Another date was agreed on.
  [{ arrival: '2026-05-12', departure: '2026-05-14', 'other-date': '2026-06-01' }, false],
  // No day tells them apart.
  [{}, true],
])('days that meet are the same request: %j', (named, same) => {
  expect(isSameRequest(matter, visiting(named), visit)).toBe(same);
});

it('is a dignitary visit as well, and no partnership', () => {
  expect(isSameRequest(matter, visiting({ arrival: '2026-05-12' }), dignitary)).toBe(true);
  expect(isSameRequest(matter, visiting({}), partnership)).toBe(false);
  expect(isSameRequest({ process: partnership, answers: {} }, visiting({}), partnership)).toBe(true);
});

it.each(['declined', 'withdrawn', 'closed'] as const)('is none that is over: %s', (state) => {
  expect(isSameRequest(matter, visiting({ arrival: '2026-05-12' }, { state }), visit)).toBe(false);
});
