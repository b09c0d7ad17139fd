/** Under whose name a case waits, when people have come and gone since it was given to somebody. */
import type { Looking } from '../../../bot/cards/listing/inbox-filter';
import type { CaseLine } from '../../../bot/domain/listing/line';
import type { Assistant } from '../../../bot/features/assistant';
import { whatWaits } from '../../../bot/features/listing/waiting';
import { loadModel } from '../../fixtures/model';
import { newLine } from '../../playing/listed-cases';

const UNIT = 'service-development';
const OTHER = 'sustainable-development';
const COORDINATOR = 'grace';
const bare = loadModel('visit-request');

function looking(id: string, members: Readonly<Record<string, readonly string[]>>): Looking {
  const units = bare.directory.units.map((unit) => ({
    ...unit,
    members: (members[unit.id] ?? []).map((each) => ({ id: each, name: each, absences: [] })),
  }));
  return {
    viewer: {
      id,
      tenant: newLine().tenant,
      units: Object.keys(members).filter((unit) => members[unit]?.includes(id)),
      coordinates: members['international-affairs']?.includes(id) ?? false,
    },
    directory: { ...bare.directory, units },
    modelOf: () => bare,
    processes: [bare.process.id],
    years: [2026],
  };
}

/** Which of the lines wait for somebody, by number: on their own desk, and for their units. */
async function waitsFor(id: string, members: Readonly<Record<string, readonly string[]>>, ...lines: CaseLine[]) {
  const assistant = {
    rehearsal: false,
    calendar: bare.calendar,
    clock: { now: () => new Date('2026-03-02T09:00:00Z') },
    processes: new Map([[bare.process.id, bare.process]]),
    register: { put: async () => {}, find: async () => ({ items: lines }) },
  } as unknown as Assistant;
  const { own, ofUnits } = await whatWaits(assistant, looking(id, members));
  return { own: own.map(({ number }) => number), ofUnits: ofUnits.map(({ number }) => number) };
}

const heldBy = (id: string, more: Partial<CaseLine> = {}) =>
  newLine({ unit: UNIT, handler: { id, name: id }, isTakenOn: true, ...more });

it('a case waits for who has it, and for their unit', async () => {
  const line = heldBy('eero');
  const members = { [UNIT]: ['eero', 'saga'] };
  expect(await waitsFor('eero', members, line)).toEqual({ own: [line.number], ofUnits: [] });
  expect(await waitsFor('saga', members, line)).toEqual({ own: [], ofUnits: [line.number] });
});

it('whoever has left finds nothing of it, also where their other unit is told of it', async () => {
  const line = heldBy('eero', { informed: [OTHER] });
  expect(await waitsFor('eero', { [UNIT]: ['saga'] }, line)).toEqual({ own: [], ofUnits: [] });
  expect(await waitsFor('eero', { [UNIT]: ['saga'], [OTHER]: ['eero'] }, line)).toEqual({ own: [], ofUnits: [] });
});

it('and who is asked now finds it on their own desk', async () => {
  const line = heldBy('eero');
  const members = { [UNIT]: ['saga', 'third'] };
  expect(await waitsFor('saga', members, line)).toEqual({ own: [line.number], ofUnits: [] });
  expect(await waitsFor('third', members, line)).toEqual({ own: [], ofUnits: [line.number] });
});

it('a coordinator has what she took on, though she is not of the unit', async () => {
  const line = heldBy(COORDINATOR, { requester: { id: COORDINATOR, name: 'Grace' } });
  const members = { [UNIT]: ['saga'], 'international-affairs': [COORDINATOR] };
  expect(await waitsFor(COORDINATOR, members, line)).toEqual({ own: [line.number], ofUnits: [] });
  expect(await waitsFor('saga', members, line)).toEqual({ own: [], ofUnits: [line.number] });
});

it('a question waits for whoever asked for the visit, and for nobody else', async () => {
  const line = heldBy('eero', { waitsFor: 'requester', requester: { id: 'aino', name: 'Aino' } });
  expect(await waitsFor('aino', {}, line)).toEqual({ own: [line.number], ofUnits: [] });
  expect(await waitsFor('eero', { [UNIT]: ['eero'] }, line)).toEqual({ own: [], ofUnits: [] });
});
