import type { Case } from '../../../bot/domain/case/case';
import { act } from '../../../bot/domain/case/life';
import { remind, review, type Timers, timers } from '../../../bot/domain/case/reminding';
import { submission } from '../../../bot/domain/case/submission';
import type { CaseState } from '../../../bot/domain/case-state';
import type { Member } from '../../../bot/domain/directory/directory';
import type { OutboxEntry } from '../../../bot/domain/outbox/entry';
import type { Person } from '../../../bot/domain/person';
import type { Draft } from '../../../bot/domain/walk/draft';
import { loadModel, RECEIVED, walk } from '../../fixtures/model';

const bare = loadModel('visit-request');
const AINO: Person = { id: 'aino', tenant: 't', name: 'Aino Esimerkki' };
const EERO: Person = { id: 'eero', tenant: 't', name: 'Eero Malliperhe' };
/** A Monday morning in Espoo. */
const SENT = '2026-03-02T07:00:00.000Z';

const member = ({ id, name }: Person, ...absences: Member['absences']): Member => ({ id, name, absences });
const SAGA: Person = { id: 'saga', tenant: 't', name: 'Saga Påhittström' };
const GRACE: Person = { id: 'grace', tenant: 't', name: 'Grace Placeholder' };

const modelWith = (people: Readonly<Record<string, readonly Member[]>>) => ({
  ...bare,
  directory: {
    ...bare.directory,
    units: bare.directory.units.map((unit) => ({ ...unit, members: [...(people[unit.id] ?? [])] })),
  },
});
const model = modelWith({
  'espoo-marketing-business': [member(EERO), member(SAGA)],
  'international-affairs': [member(GRACE)],
});

function sent(given = model, arrival: string | null = '2026-05-06', departure: string | null = '2026-05-08'): Case {
  const { answers } = walk(given).finish({
    ...RECEIVED,
    partner: false,
    'main-theme': 'innovation',
    arrival,
    departure,
  });
  const draft: Draft = {
    id: 'd',
    owner: AINO,
    process: 'visit-request',
    version: 1,
    language: 'fi',
    state: { answers },
    revision: 12,
    createdAt: SENT,
    updatedAt: SENT,
  };
  return submission(given, draft, { number: 'V-2026-0042', now: SENT }).case;
}

const inState = (made: Case, state: CaseState, at = SENT): Case => ({ ...made, state, since: { event: 7, at } });
const dueOf = ({ entries }: Timers) => entries.map(({ about, due }) => [about, due]);
/** Nobody has been reminded of it yet. */
const NOBODY = { events: [], entries: [] };

function ranOut(given: Case, about: string): OutboxEntry {
  const found = timers(model, given).entries.find((entry) => entry.about === about);
  if (!found) throw new Error(`There is no timer "${about}" in the state "${given.state}".`);
  return found;
}

describe('The timers of a case', () => {
  it('remind the contact, then the deputy, then the international affairs team that nobody has taken it on', () => {
    expect(dueOf(timers(model, sent()))).toEqual([
      ['contact-submitted', '2026-03-04T07:00:00.000Z'],
      ['deputy-submitted', '2026-03-06T07:00:00.000Z'],
      ['coordinator-submitted', '2026-03-10T07:00:00.000Z'],
    ]);
  });

  it('ask on the working day after the visit whether it was held; summer time counts', () => {
    const due = dueOf(timers(model, inState(sent(), 'planned')));
    expect(due[0]).toEqual(['was-it-held', '2026-05-11T06:00:00.000Z']);
  });

  it('ask after the first day where no last day is known, and not at all where none is', () => {
    expect(dueOf(timers(model, inState(sent(model, '2026-05-06', null), 'accepted')))[0]?.[1]).toBe(
      '2026-05-07T06:00:00.000Z',
    );
    expect(timers(model, inState(sent(model, null, null), 'accepted')).entries).toEqual([]);
  });

  it('run out soon, and in working time, where the day is long past', () => {
    // A Saturday night.
    const late = { ...inState(sent(), 'accepted'), changedAt: '2026-06-06T22:00:00.000Z' };
    expect(dueOf(timers(model, late))[0]).toEqual(['was-it-held', '2026-06-08T05:00:00.000Z']);
  });

  it('do not exist in a state in which nobody has to do anything', () => {
    for (const state of ['declined', 'withdrawn', 'followed-up', 'closed'] as const) {
      expect(timers(model, inState(sent(), state)).entries).toEqual([]);
    }
  });
});

describe('A timer that has run out', () => {
  const now = new Date('2026-03-04T07:00:00.000Z');

  it.each([
    ['contact-submitted', 'eero', 'responsible'],
    ['deputy-submitted', 'saga', 'responsible'],
    ['coordinator-submitted', 'grace', 'responsible'],
  ])('%s: reminds %s, as an event of the case', (about, id, as) => {
    const change = remind(model, sent(), ranOut(sent(), about), NOBODY, now);
    if (change === 'obsolete' || change instanceof Date) throw new Error('It reminds nobody.');
    expect(change.events).toMatchObject([{ type: 'reminded', by: 'assistant', data: { about, id } }]);
    expect(change.entries[0]).toMatchObject({
      key: `V-2026-0042.reminder.1-${about}.timer.reminder`,
      purpose: 'reminder',
      channel: 'teams',
      target: { kind: 'person', person: { id, tenant: 't' }, as },
    });
  });

  it('reminds the requester whose answer is awaited', () => {
    const asked = inState(sent(), 'asked');
    const change = remind(model, asked, ranOut(asked, 'requester-asked'), NOBODY, now);
    expect(change).toMatchObject({ entries: [{ target: { person: { id: 'aino' }, as: 'requester' } }, {}, {}, {}] });
  });

  it('reminds whoever is there today instead of somebody who has gone away', () => {
    const away = modelWith({
      'espoo-marketing-business': [member(EERO, { from: '2026-03-03', to: '2026-03-31' }), member(SAGA)],
    });
    const change = remind(away, sent(), ranOut(sent(), 'contact-submitted'), NOBODY, now);
    expect(change).toMatchObject({ events: [{ data: { id: 'saga' } }] });
  });

  it('reminds a unit by mail where nobody of it is known, and the team in the place of a unit without an address', () => {
    const change = remind(bare, sent(bare), ranOut(sent(), 'contact-submitted'), NOBODY, now);
    expect(change).toMatchObject({
      entries: [{ channel: 'mail', target: { unit: 'espoo-marketing-business' } }, {}, {}, {}],
    });
  });

  it('says nothing where there is no deputy: the team is next anyway', () => {
    expect(remind(bare, sent(bare), ranOut(sent(), 'deputy-submitted'), NOBODY, now)).toBe('obsolete');
  });

  it('says nothing once the case has moved on, also where it has come back into the same state', () => {
    const ran = ranOut(sent(), 'contact-submitted');
    const accepted = act(model, sent(), 'accept', { who: EERO, roles: ['responsible'], now })?.case;
    if (!accepted) throw new Error('It cannot be taken on.');
    expect(remind(model, accepted, ran, NOBODY, now)).toBe('obsolete');
    expect(remind(model, inState(accepted, 'submitted'), ran, NOBODY, now)).toBe('obsolete');
  });

  it('says nothing when the directory has dropped its rule', () => {
    const without = { ...model, directory: { ...model.directory, reminders: [] } };
    expect(remind(without, sent(), ranOut(sent(), 'contact-submitted'), NOBODY, now)).toBe('obsolete');
  });
});

describe('A review', () => {
  const timer: OutboxEntry = {
    ...ranOut(sent(), 'contact-submitted'),
    key: 'N-2026-0042.review.yearly.timer',
    purpose: 'review',
    about: 'yearly',
    everyMonths: 12,
  };

  /** The model with a review that every case calls for. */
  const yearly = {
    ...model,
    process: {
      ...model.process,
      reviews: [{ id: 'yearly', source: 'M 3.5', from: 'sent' as const, when: { all: [] }, everyMonths: 12 }],
    },
  };

  it('is a reminder to whoever has the case, with a key for each time', () => {
    const now = new Date('2027-03-02T09:00:00.000Z');
    const held = { ...sent(), state: 'held' as const, holder: { id: 'eero', name: 'Eero' } };
    expect(review(yearly, held, timer, [], now)).toMatchObject({
      events: [{ type: 'reminded', data: { about: 'yearly', id: 'eero' } }],
      entries: [{ key: 'N-2026-0042.review.yearly.timer.reminder.2027-03' }, {}, {}, {}],
    });
  });

  it('says nothing of what is over', () => {
    expect(review(yearly, { ...sent(), state: 'withdrawn' }, timer, [], new Date())).toBe('obsolete');
    expect(review(yearly, { ...sent(), state: 'closed' }, timer, [], new Date())).toBe('obsolete');
  });

  it('says nothing of a case whose answers call for no review any more', () => {
    expect(review(model, sent(), timer, [], new Date())).toBe('obsolete');
  });
});
