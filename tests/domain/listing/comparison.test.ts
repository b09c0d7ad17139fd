/** The figures of a case that the next one is compared with. */
import { comparableTo, comparedFigures } from '../../../bot/domain/listing/comparison';
import { type CaseLine, lineOf } from '../../../bot/domain/listing/line';
import { goldenOf, lived, modelOf } from '../lived-cases';

const proposal = modelOf('event-proposal');
const visit = modelOf('visit-request');
const FEEDBACK = { 'overall-grade': 4.5, 'cooperation-interest': 8, praise: 'The food', 'three-words': 'Green' };

describe('The figures of an event', () => {
  it('are the numbers that were recorded, from whichever to-do, and no words', () => {
    const todos = [{}, { answers: { 'head-count': 120 } }, { answers: FEEDBACK }];
    expect(comparedFigures(proposal.process, todos)).toEqual({
      'head-count': 120,
      'overall-grade': 4.5,
      'cooperation-interest': 8,
    });
  });

  it('leave out what was written before it was a number', () => {
    expect(comparedFigures(proposal.process, [{ answers: { 'first-group-grade': 'Mentors 4.2' } }])).toEqual({});
  });

  it('are none of a process that compares nothing', () => {
    expect(comparedFigures(visit.process, [{ answers: { 'head-count': 12 } }])).toEqual({});
  });
});

describe('The case that an event is compared with', () => {
  const line = (number: string, more: Partial<CaseLine>): CaseLine => ({ ...made, number, ...more });
  const [golden] = goldenOf(proposal);
  if (!golden) throw new Error('There is no golden event.');
  const whole = lived(proposal, golden, { life: [], day: 1, figure: 0, lines: 0 });
  const made = lineOf(proposal, whole.case, []);
  const figures = { 'overall-grade': 4 };
  const own = { number: 'E-2026-0100', requester: { tenant: made.tenant } };

  it('is the newest with figures', () => {
    const lines = [line('E-2026-0099', { figures }), line('E-2026-0098', { figures })];
    expect(comparableTo(own, lines)?.number).toBe('E-2026-0099');
  });

  it('is never itself, nor one of another tenant, nor one without figures', () => {
    const lines = [
      line('E-2026-0100', { figures }),
      line('E-2026-0099', { figures, tenant: 'elsewhere' }),
      line('E-2026-0098', {}),
    ];
    expect(comparableTo(own, lines)).toBeUndefined();
  });

  it('has no figures in its line until some are recorded', () => {
    expect(made).not.toHaveProperty('figures');
    const todos = [{ key: 'after.feedback', revision: 1, answers: FEEDBACK }];
    expect(lineOf(proposal, whole.case, todos).figures).toEqual({ 'overall-grade': 4.5, 'cooperation-interest': 8 });
  });
});
