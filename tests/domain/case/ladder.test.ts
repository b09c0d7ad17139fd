/** Whatever comes late, and whatever day stands in a case: reminders come one by one, and never end in an error. */
import fc from 'fast-check';
import type { Case, CaseEvent } from '../../../bot/domain/case/case';
import { act } from '../../../bot/domain/case/life';
import { remind, timers } from '../../../bot/domain/case/reminding';
import { submission } from '../../../bot/domain/case/submission';
import { firstTodos } from '../../../bot/domain/case/todo';
import type { CaseState } from '../../../bot/domain/case-state';
import { isDay } from '../../../bot/domain/language/written-day';
import type { OutboxEntry } from '../../../bot/domain/outbox/entry';
import type { Person } from '../../../bot/domain/person';
import { dueAfterWorkingDays } from '../../../bot/domain/working-time';
import { loadModel, RECEIVED, walk } from '../../fixtures/model';

const visit = loadModel('visit-request');
const people = (...ids: readonly string[]) => ids.map((id) => ({ id, name: id, absences: [] }));
const model = {
  ...visit,
  directory: {
    ...visit.directory,
    units: visit.directory.units.map((unit) => ({ ...unit, members: people(`${unit.id}-1`, `${unit.id}-2`) })),
  },
};
const AINO: Person = { id: 'aino', tenant: 't', name: 'Aino Esimerkki' };
const SENT = '2026-03-02T07:00:00.000Z';
/** Nobody has been reminded yet. */
const NOTHING = { events: [], entries: [] };
const { answers } = walk(model).finish({ ...RECEIVED, partner: false, 'main-theme': 'innovation' });

/** A case as an earlier version may have stored it: no day was too far away. */
function sent(arrival: string, now = SENT): ReturnType<typeof submission> {
  const state = { answers: { ...answers, arrival, departure: null } };
  const draft = { owner: AINO, process: 'visit-request', version: 1, language: 'fi', revision: 12 } as const;
  return submission(
    model,
    { ...draft, id: 'd', state, createdAt: now, updatedAt: now },
    { number: 'V-2026-0042', now },
  );
}

function accepted(arrival: string, now = SENT) {
  const who = { id: 'espoo-marketing-business-1', tenant: 't', name: 'Eero Malliperhe' };
  const change = act(model, sent(arrival).case, 'accept', { who, roles: ['responsible'], now: new Date(now) });
  if (!change) throw new Error('It cannot be taken on.');
  return change;
}

const dues = (entries: readonly OutboxEntry[]) =>
  Object.fromEntries(entries.filter(({ channel }) => channel === 'timer').map(({ about, due }) => [about, due]));

describe('a day that is on no calendar', () => {
  it.each(['0026-05-01', '0202-05-01', '9999-12-31', '0000-01-01', 'abc'])(
    '%s: the case is sent and taken on, and what cannot be reckoned is named',
    (arrival) => {
      expect(sent(arrival).unreckoned).toEqual([]);
      const change = accepted(arrival);
      expect(change.case.state).toBe('accepted');
      expect(dues(change.entries)).toEqual({});
      expect(change.unreckoned).toHaveLength(4);
      expect(firstTodos(model, sent(arrival).case.answers).every(({ due = SENT.slice(0, 10) }) => isDay(due))).toBe(
        true,
      );
    },
  );
});

describe('a visit that was over when it was taken on', () => {
  it('is asked about a working day later, and again as far apart as ever', () => {
    expect(dues(accepted('2026-01-07').entries)).toEqual({
      'was-it-held': '2026-03-03T07:00:00.000Z',
      'was-it-held-again': '2026-03-10T07:00:00.000Z',
      'deputy-was-it-held': '2026-03-17T07:00:00.000Z',
      'coordinator-was-it-held': '2026-03-24T07:00:00.000Z',
    });
  });

  it('was it so by a change of its day, one reminder comes at once and not four', () => {
    const { case: made } = accepted('2026-01-07');
    const changed = { ...made, since: { ...made.since, event: 9 }, changedAt: '2026-05-01T09:00:00.000Z' };
    expect(played(changed, [0], 0)).toHaveLength(1);
    expect(played(changed, [0, 24 * 7], 0)).toHaveLength(2);
    expect(played(changed, [0, 24 * 6], 0)).toHaveLength(1);
  });

  it('is not asked about twice when something else is changed, and anew when its day is', () => {
    const { case: made } = accepted('2026-01-07');
    const [timer] = timers(model, made).entries;
    if (!timer) throw new Error('There is no reminder.');
    const now = new Date('2026-03-03T07:00:00.000Z');
    const told = remind(model, made, timer, NOTHING, now);
    if (told === 'obsolete' || told instanceof Date) throw new Error('Nobody is reminded.');
    const { events, case: after } = told;
    const edit = (...items: readonly string[]): CaseEvent[] => [
      ...events,
      { sequence: after.lastEvent + 1, type: 'edited', at: now.toISOString(), by: AINO, data: { items } },
    ];
    const again = (history: CaseEvent[]) => remind(model, after, timer, { events: history, entries: [] }, now);
    expect(again(edit('guests'))).toBe('obsolete');
    expect(again(edit('guests', 'arrival'))).toMatchObject({ events: [{ type: 'reminded' }] });
  });
});

it('a rung whose lower one waits for the worker lets it go first', () => {
  const { case: made, entries } = accepted('2026-01-07');
  const now = new Date('2026-03-10T07:00:00.000Z');
  const upper = entries.find(({ about }) => about === 'was-it-held-again');
  if (!upper) throw new Error('There is no second reminder.');
  const alone = remind(model, made, upper, { events: [], entries: [upper] }, now);
  expect(alone).toMatchObject({ events: [{ type: 'reminded' }] });
  const after = remind(model, made, upper, { events: [], entries }, now);
  expect(after).toEqual(new Date('2026-03-17T07:00:00.000Z'));
});

const HOUR = 3_600_000;
const day = fc
  .oneof(
    {
      weight: 5,
      arbitrary: fc.date({ min: new Date('2025-06-01'), max: new Date('2026-09-01'), noInvalidDate: true }),
    },
    {
      weight: 1,
      arbitrary: fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    },
  )
  .map((date) => date.toISOString().slice(0, 10));
const lateness = fc.record({
  arrival: day,
  state: fc.constantFrom<CaseState>('submitted', 'asked', 'accepted', 'planned', 'held'),
  begun: fc.nat(24 * 120),
  /** Hours until the worker looks again; it may be down for weeks. */
  looks: fc.array(fc.oneof(fc.nat(48), fc.nat(1_000)), { minLength: 2, maxLength: 5 }),
  /** Hours until word of a reminder arrives. */
  takes: fc.nat(60),
});

it('reminders of one ladder never come closer together than they stand apart, whatever was late', () => {
  fc.assert(
    fc.property(lateness, ({ arrival, state, begun, looks, takes }) => {
      const at = new Date(Date.parse(SENT) + begun * HOUR).toISOString();
      const made: Case = {
        ...BASE,
        state,
        since: { event: 7, at },
        changedAt: at,
        answers: { ...BASE.answers, arrival },
      };
      const said = played(made, looks, takes);
      const tooClose = said.filter((later, place) =>
        said.slice(0, place).some((earlier) => {
          const apart = later.days - earlier.days;
          return apart <= 0 || later.at < dueAfterWorkingDays(earlier.arrived, apart, model.calendar);
        }),
      );
      expect(tooClose).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
});

const BASE = sent('2026-05-06').case;

/** Plays the worker that looks so many hours after one another: what was said, in the order in which it was. */
function played(first: Case, looks: readonly number[], takes: number) {
  const said: { readonly days: number; readonly at: Date; readonly arrived: Date }[] = [];
  const events: CaseEvent[] = [];
  let entries = timers(model, first).entries;
  let made = first;
  let moment = Date.parse(first.changedAt);
  const replace = (key: string, next: Partial<OutboxEntry>) => {
    entries = entries.map((entry) => (entry.key === key ? { ...entry, ...next } : entry));
  };
  for (const hours of looks) {
    moment += hours * HOUR;
    const now = new Date(moment);
    const ran = entries.filter(
      ({ channel, state, due }) => channel === 'timer' && state === 'due' && due <= now.toISOString(),
    );
    for (const timer of [...ran].sort((one, other) => one.due.localeCompare(other.due))) {
      const change = remind(model, made, timer, { events, entries }, now);
      if (change === 'obsolete') replace(timer.key, { state: 'obsolete' });
      else if (change instanceof Date) {
        replace(timer.key, { due: change.toISOString() });
      } else {
        const [word] = change.entries;
        const arrived = new Date(moment + takes * HOUR);
        const days = model.directory.reminders.find(({ id }) => id === timer.about)?.workingDays ?? 0;
        said.push({ days, at: now, arrived });
        replace(timer.key, { state: 'sent' });
        if (word) entries = [...entries, { ...word, state: 'sent', due: arrived.toISOString() }];
        events.push(...change.events);
        made = change.case;
      }
    }
  }
  return said;
}
