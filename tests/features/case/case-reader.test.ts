import type { Case } from '../../../bot/domain/case/case';
import type { CaseRole } from '../../../bot/domain/case/lives/step';
import type { Reader } from '../../../bot/domain/outbox/entry';
import { readerFor } from '../../../bot/features/case/case-reader';
import { loadModel } from '../../fixtures/model';

const bare = loadModel('visit-request');
const SAGA = { id: 'saga', name: 'Saga Påhittström', absences: [] };
const units = bare.directory.units.map((unit) => ({
  ...unit,
  members: unit.id === 'service-development' ? [SAGA] : [],
}));
const model = { ...bare, directory: { ...bare.directory, units } };
const destination = (unit: string) => ({ unit, deliverTo: unit, rule: 'rule', source: 'product' });
const MADE = {
  routing: {
    responsible: destination('espoo-marketing-business'),
    informed: [destination('sustainable-development'), destination('service-development')],
  },
} as unknown as Case;

it.each<[readonly CaseRole[], Reader | undefined, string, Reader | undefined]>([
  [['requester'], undefined, 'requester', undefined],
  [['requester'], 'responsible', 'requester', undefined],
  [['responsible'], undefined, 'responsible', undefined],
  [['coordinator'], 'requester', 'responsible', undefined],
  [['requester', 'responsible'], undefined, 'requester', 'responsible'],
  [['requester', 'responsible'], 'responsible', 'responsible', 'requester'],
  [['requester', 'coordinator'], 'requester', 'requester', 'responsible'],
  [['requester', 'informed'], 'informed', 'requester', undefined],
  [['responsible', 'informed'], 'informed', 'responsible', undefined],
  [['appointee'], 'responsible', 'appointee', undefined],
  [['requester', 'appointee'], 'appointee', 'appointee', 'requester'],
  // Whoever handles the case has all that its responsible person has.
  [['coordinator', 'appointee'], 'appointee', 'responsible', undefined],
])(
  'in the roles %j, who would like the card as %s gets it as %s, with the buttons of %s too',
  (roles, wanted, as, also) => {
    const reader = readerFor(model, MADE, { who: { id: 'somebody' }, roles }, wanted);
    expect(reader).toMatchObject({ as, ...(also && { also }) });
    expect(reader && 'also' in reader).toBe(also !== undefined);
  },
);

it('who is of a unit that is told gets it as of that unit', () => {
  expect(readerFor(model, MADE, { who: SAGA, roles: ['informed'] })).toEqual({
    as: 'informed',
    unit: 'service-development',
    deliverTo: 'service-development',
  });
});

it('nobody gets a role by default, whatever they would like to be', () => {
  for (const wanted of [undefined, 'requester', 'responsible', 'informed'] as const) {
    expect(readerFor(model, MADE, { who: { id: 'somebody' }, roles: [] }, wanted)).toBeUndefined();
  }
});
