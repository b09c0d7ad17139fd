import { type DepartureOptions, endAppointments } from '../../bot/commands/departures';
import type { Case, CaseChange } from '../../bot/domain/case/case';
import { Unavailable } from '../../bot/domain/errors';
import type { Colleagues, Stored } from '../../bot/ports';
import { loadModel } from '../fixtures/model';

const model = loadModel('dignitary-visit');
const NOW = new Date('2026-03-03T03:00:00Z');
const unit = model.directory.standing.coordinator;

/** A visit that somebody carries out. */
const carried = (number: string, id: string, state: Case['state'] = 'planned') =>
  ({
    number,
    process: 'dignitary-visit',
    requester: { id: 'aino', tenant: 't', name: 'Aino Esimerkki' },
    routing: { responsible: { unit, deliverTo: unit, rule: 'r', source: 'M 3.3' }, informed: [] },
    answers: {},
    state,
    since: { event: 3, at: '2026-03-01T09:00:00Z' },
    lastEvent: 5,
    appointee: { id, name: `Name of ${id}` },
  }) as unknown as Case;

function looksThrough(
  cases: readonly Case[],
  { colleagues, forgotten = [] }: { colleagues?: Colleagues; forgotten?: string[] },
) {
  const changes: CaseChange[] = [];
  const lines: string[] = [];
  const nudged: string[] = [];
  const options = {
    cases: {
      async *all() {
        yield* cases;
      },
      read: async (number: string) => {
        const value = cases.find((made) => made.number === number);
        return value && { value, tag: 't' };
      },
      change: async ({ tag }: Stored<Case>, change: CaseChange) => {
        changes.push(change);
        return { value: change.case, tag };
      },
    },
    erasures: { open: async () => ({ items: forgotten.map((id) => ({ person: { id, tenant: 't', name: 'x' } })) }) },
    models: () => model,
    clock: { now: () => NOW },
    log: { info: () => {}, warn: () => {}, error: (event: string) => lines.push(event) },
    nudge: (number: string) => nudged.push(number),
    ...(colleagues && { colleagues }),
  } as unknown as DepartureOptions;
  return { changes, lines, nudged, result: () => endAppointments(options) };
}

const known: Colleagues = { find: async (id) => (id === 'eero' ? { id, name: 'Eero Malliperhe' } : undefined) };

it('whom Entra ID knows no more is no longer responsible, and the team is told', async () => {
  const night = looksThrough([carried('D-2026-0001', 'eero'), carried('D-2026-0002', 'saga')], { colleagues: known });
  expect(await night.result()).toEqual({ ended: 1, failed: 0 });
  expect(night.changes.map(({ case: made }) => [made.number, made.appointee])).toEqual([['D-2026-0002', undefined]]);
  expect(night.changes[0]?.events).toMatchObject([
    { type: 'appointment-ended', by: 'assistant', data: { appointee: { id: 'saga' }, why: 'left' } },
  ]);
  expect(night.changes[0]?.entries[0]).toMatchObject({ purpose: 'news', target: { unit } });
  expect(night.nudged).toEqual(['D-2026-0002']);
});

it('nor is whoever is to be forgotten, in whatever letters their id is written', async () => {
  const night = looksThrough([carried('D-2026-0001', 'eero')], { colleagues: known, forgotten: ['EERO'] });
  expect(await night.result()).toEqual({ ended: 1, failed: 0 });
  expect(night.changes[0]?.events).toMatchObject([{ data: { why: 'erased' } }]);
});

it('while nobody can tell, everybody stays', async () => {
  const silent = { find: () => Promise.reject(new Unavailable('Nobody can be asked', { why: 'x', remedy: 'y' })) };
  const night = looksThrough([carried('D-2026-0001', 'saga')], { colleagues: silent });
  expect(await night.result()).toEqual({ ended: 0, failed: 1 });
  expect([night.changes, night.lines]).toEqual([[], ['appointment.not-looked-up']]);
  const nobody = looksThrough([carried('D-2026-0001', 'saga')], {});
  expect(await nobody.result()).toEqual({ ended: 0, failed: 0 });
});

it('a case that is over is left as it is', async () => {
  const night = looksThrough([carried('D-2026-0001', 'saga', 'closed')], { colleagues: known });
  expect(await night.result()).toEqual({ ended: 0, failed: 0 });
});
