import type { Case } from '../../../../bot/domain/case/case';
import {
  appointed,
  appointmentEnded,
  isCarriedOut,
  mayAppoint,
  mayEndAppointment,
} from '../../../../bot/domain/case/given/appointment';
import { handedOn, mayHear } from '../../../../bot/domain/case/handing-on';
import { act } from '../../../../bot/domain/case/life';
import type { CaseRole } from '../../../../bot/domain/case/lives/step';
import { remind, timers } from '../../../../bot/domain/case/reminding';
import { submission } from '../../../../bot/domain/case/submission';
import { CASE_STATES, isOpen } from '../../../../bot/domain/case-state';
import { lineOf } from '../../../../bot/domain/listing/line';
import { maySee } from '../../../../bot/domain/listing/may-see';
import type { OutboxEntry } from '../../../../bot/domain/outbox/entry';
import type { Person } from '../../../../bot/domain/person';
import { erased, isNamedIn } from '../../../../bot/domain/privacy/erasure';
import { purged } from '../../../../bot/domain/privacy/purge';
import { loadModel } from '../../../fixtures/model';
import { finalAnswers, goldenCases } from '../../../playing/process-walk';

const plain = loadModel('dignitary-visit');
const KAISA = { id: 'kaisa', tenant: 't', name: 'Kaisa Keksitty' };
const units = plain.directory.units.map((unit) =>
  unit.id === plain.directory.standing.coordinator
    ? { ...unit, members: [{ id: 'kaisa', name: 'Kaisa Keksitty', absences: [] }] }
    : unit,
);
const model = { ...plain, directory: { ...plain.directory, units } };
const AINO: Person = { id: 'aino', tenant: 't', name: 'Aino Esimerkki' };
const EERO = { id: 'eero', name: 'Eero Malliperhe', address: 'eero@espoo.example' };
const NOW = new Date('2026-03-03T10:00:00Z');

const golden = goldenCases('dignitary-visit').find(({ outcome }) => outcome === 'receive');
const answers = {
  ...(golden ? finalAnswers(golden) : {}),
  arrival: '2026-03-10',
  departure: null,
  'responsible-person': 'Eero Malliperhe, eero@espoo.example',
};
const sent = submission(
  model,
  {
    id: 'd',
    owner: AINO,
    process: 'dignitary-visit',
    version: 1,
    language: 'fi',
    state: { answers },
    revision: 1,
    createdAt: '2026-03-02T09:00:00Z',
    updatedAt: '2026-03-02T09:00:00Z',
  },
  { number: 'D-2026-0042', now: '2026-03-02T09:00:00Z' },
);
const carried = appointed(sent.case, EERO, { who: KAISA, now: NOW }).case;

const told = (entries: readonly OutboxEntry[]) =>
  entries.flatMap(({ purpose, about, target }) =>
    target.kind === 'person'
      ? [[purpose, about, target.person.id, target.as]]
      : target.kind === 'unit'
        ? [[purpose, about, target.unit]]
        : [],
  );

it('is confirmed by coordinators alone, and ended by them or the person, while the case is open', () => {
  for (const state of CASE_STATES) {
    for (const role of ['requester', 'responsible', 'coordinator', 'appointee', 'informed'] as const) {
      const isStillOpen = isOpen(state);
      expect([state, role, mayAppoint(model.process, { ...sent.case, state }, [role])]).toEqual([
        state,
        role,
        isStillOpen && role === 'coordinator',
      ]);
      expect([state, role, mayEndAppointment({ ...carried, state }, [role])]).toEqual([
        state,
        role,
        isStillOpen && (role === 'coordinator' || role === 'appointee'),
      ]);
    }
  }
});

it('is of a process that names one, and of no other', () => {
  expect(isCarriedOut(model.process, sent.case)).toBe(true);
  expect(isCarriedOut(loadModel('visit-request').process, sent.case)).toBe(false);
});

it('changes neither the state nor how long it has lasted, so that its timers run on', () => {
  expect([carried.state, carried.since]).toEqual([sent.case.state, sent.case.since]);
});

it('when it ends the team hears, unless it was who of it is asked that ended it', () => {
  const ended = (by: Parameters<typeof appointmentEnded>[2]) => told(appointmentEnded(model, carried, by, NOW).entries);
  expect(ended(EERO)).toEqual([['news', 'appointment-ended', 'kaisa', 'responsible']]);
  expect(ended('left')).toEqual([['news', 'appointment-ended', 'kaisa', 'responsible']]);
  expect(ended(KAISA)).toEqual([]);
  const nobody = { ...model, directory: plain.directory };
  expect(told(appointmentEnded(nobody, carried, 'left', NOW).entries)).toEqual([
    ['news', 'appointment-ended', plain.directory.standing.coordinator],
  ]);
});

it('the responsible person hears what others decide, and is reminded in place of who has it', () => {
  const does = (made: Case, action: 'accept' | 'decline' | 'plan', role: CaseRole = 'coordinator') => {
    const change = act(model, made, action, { who: KAISA, roles: [role], now: NOW, saying: { text: 'Why' } });
    if (!change) throw new Error(`"${action}" is not open`);
    return change;
  };
  expect(told(does(carried, 'decline').entries)).toContainEqual(['news', 'decline', 'eero', 'appointee']);
  const planned = does(does(carried, 'accept').case, 'plan').case;
  const timer = timers(model, planned).entries.find(({ about }) => about === 'was-it-held');
  if (!timer) throw new Error('Nobody is asked whether it was held.');
  const reminded = remind(model, planned, timer, { events: [], entries: [] }, new Date('2026-03-12T08:00:00Z'));
  expect(reminded).toMatchObject({ entries: [{ target: { person: { id: 'eero' }, as: 'appointee' } }, {}, {}, {}] });
});

it('word to somebody whose appointment has ended goes to who has the case, and their card to nobody', () => {
  const entry = appointed(sent.case, EERO, { who: KAISA, now: NOW }).entries[0] as OutboxEntry;
  expect([mayHear(entry, ['appointee']), mayHear(entry, ['informed'])]).toEqual([true, false]);
  const at = { day: '2026-03-03', isHandler: () => true };
  expect(handedOn(model, sent.case, entry, at)).toBe('nobody');
  const news: OutboxEntry = { ...entry, purpose: 'news', about: 'answer' };
  expect(handedOn(model, sent.case, news, at)).toMatchObject({ person: { id: 'kaisa' }, as: 'responsible' });
});

it('they find the case in listings while they carry it out', () => {
  const viewer = { id: 'eero', tenant: 't', units: [], coordinates: false };
  expect([sent.case, carried].map((made) => maySee(lineOf(model, made, []), viewer))).toEqual([false, true]);
  expect(maySee(lineOf(model, carried, []), { ...viewer, tenant: 'another' })).toBe(false);
});

it('goes with the purge, and with an erasure of the person', () => {
  const whole = {
    case: { ...carried, state: 'closed' as const },
    events: appointed(sent.case, EERO, { who: KAISA, now: NOW }).events,
    todos: [],
    entries: [],
  };
  const gone = purged(model, whole, NOW);
  expect(JSON.stringify([gone.case, gone.events])).not.toMatch(/eero/i);
  const erasure = {
    person: { ...EERO, tenant: 't' },
    address: EERO.address,
    askedAt: '2026-04-01T00:00:00Z',
    isBegun: true,
  };
  expect(isNamedIn(whole, erasure)).toBe(true);
  const without = erased(whole, erasure, NOW);
  expect(without.case.appointee).toBeUndefined();
  expect(JSON.stringify([without.case, without.events])).not.toMatch(/eero/i);
});
