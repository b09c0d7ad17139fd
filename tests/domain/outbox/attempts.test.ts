import { submission } from '../../../bot/domain/case/submission';
import {
  afterAttempt,
  claimed,
  type Delivery,
  earlierAttempts,
  isStuck,
  isWaiting,
  revived,
} from '../../../bot/domain/outbox/attempts';
import type { OutboxEntry } from '../../../bot/domain/outbox/entry';
import { loadModel, walk } from '../../fixtures/model';

const NOW = new Date('2026-11-21T12:00:00.000Z');

const entry: OutboxEntry = {
  key: 'V-2026-0042.request.sector.mail',
  case: 'V-2026-0042',
  purpose: 'request',
  channel: 'mail',
  target: { kind: 'unit', unit: 'sector', deliverTo: 'international-affairs' },
  event: 2,
  due: '2026-11-21T11:00:00.000Z',
  attempts: 0,
  state: 'due',
};

const failed: Delivery = { result: 'failed', failure: 'busy' };

function secondsUntilDue({ due }: OutboxEntry): number {
  return (new Date(due).getTime() - NOW.getTime()) / 1000;
}

function attempt(delivery: Delivery, attempts = 0, random = 1): OutboxEntry {
  return afterAttempt({ ...claimed(entry, NOW), attempts }, delivery, NOW, random);
}

it('a claimed entry is due again when its worker has been silent for a minute', () => {
  expect(claimed(entry, NOW)).toEqual({ ...entry, state: 'claimed', due: '2026-11-21T12:01:00.000Z' });
});

it('what was sent is done', () => {
  expect(attempt({ result: 'sent' })).toMatchObject({ state: 'sent', attempts: 1, due: NOW.toISOString() });
});

describe('What certainly failed', () => {
  it('is tried again, with a code for why', () => {
    expect(attempt(failed)).toMatchObject({ state: 'due', attempts: 1, failure: 'busy' });
  });

  it('waits twice as long each time, up to forty seconds: once the trouble is over it goes out within a minute', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => secondsUntilDue(attempt(failed, attempts)));
    expect(pauses).toEqual([5, 10, 20, 40, 40, 40, 40, 40, 40]);
  });

  it('waits half as long at least when the dice say so, so that entries do not come back all at once', () => {
    expect(secondsUntilDue(attempt(failed, 3, 0))).toBe(20);
    expect(secondsUntilDue(attempt(failed, 3, 0.5))).toBe(30);
  });

  it('waits as long as the other side asks for', () => {
    expect(secondsUntilDue(attempt({ ...failed, retryAfterSeconds: 90 }))).toBe(90);
    expect(secondsUntilDue(attempt({ ...failed, retryAfterSeconds: 1 }))).toBe(5);
  });

  it('is given up after about a day, at the moment of the last attempt', () => {
    expect(attempt(failed, 1998).state).toBe('due');
    expect(attempt(failed, 1999)).toMatchObject({
      state: 'dead',
      attempts: 2000,
      failure: 'busy',
      due: NOW.toISOString(),
    });
  });
});

it('what was refused is given up at once', () => {
  expect(attempt({ result: 'refused', failure: 'no-such-person' })).toMatchObject({
    state: 'dead',
    attempts: 1,
    failure: 'no-such-person',
    due: NOW.toISOString(),
  });
});

describe('What may have been carried out', () => {
  const unsure: Delivery = { result: 'unsure', failure: 'timeout' };
  const card: OutboxEntry = { ...entry, channel: 'teams' };

  it('is unknown, and never repeated by itself where a repeat might say it twice', () => {
    const unknown = afterAttempt(claimed(card, NOW), unsure, NOW, 1);
    expect(unknown).toMatchObject({ state: 'unknown', attempts: 1, failure: 'timeout', due: NOW.toISOString() });
    expect(isWaiting(unknown)).toBe(false);
  });

  it('is looked for, half a minute later at the earliest, where it is a mail or an update in place', () => {
    for (const one of [entry, { ...card, replaces: '17' }]) {
      const unknown = afterAttempt(claimed(one, NOW), unsure, NOW, 1);
      expect(unknown).toMatchObject({ state: 'unknown', attempts: 1, failure: 'timeout' });
      expect(isWaiting(unknown)).toBe(true);
      expect(secondsUntilDue(unknown)).toBe(30);
      expect(earlierAttempts(unknown)).toBe('unsure');
    }
    expect(secondsUntilDue(attempt(unsure, 6))).toBe(40);
    expect(secondsUntilDue(attempt({ ...unsure, retryAfterSeconds: 90 }))).toBe(90);
  });

  it('is left to a person, still unknown, after about a day', () => {
    expect(isWaiting(attempt(unsure, 1998))).toBe(true);
    const last = attempt(unsure, 1999);
    expect(last).toMatchObject({ state: 'unknown', attempts: 2000, due: NOW.toISOString() });
    expect([isWaiting(last), isStuck(last)]).toEqual([false, true]);
  });
});

it('a claim that ran out was an attempt of which nobody knows', () => {
  const held = claimed(entry, NOW);
  expect(earlierAttempts(entry)).toBe('none');
  expect(earlierAttempts({ ...entry, attempts: 1 })).toBe('failed');
  expect(earlierAttempts(held)).toBe('unsure');
  // Also when whoever takes it over finds the channel closed.
  const closed = afterAttempt(claimed(held, NOW), { result: 'closed' }, NOW, 0);
  expect(earlierAttempts(closed)).toBe('failed');
});

it('a closed channel lets the entry wait without counting the attempt', () => {
  const waiting = attempt({ result: 'closed' }, 3);
  expect(waiting).toMatchObject({ state: 'due', attempts: 3 });
  expect(secondsUntilDue(waiting)).toBe(3600);
});

it('only what is due or claimed waits for a worker', () => {
  const states = ['due', 'claimed', 'unknown', 'sent', 'obsolete', 'dead'] as const;
  expect(states.filter((state) => isWaiting({ ...entry, channel: 'teams', state }))).toEqual(['due', 'claimed']);
});

it('only what was given up, or was sent perhaps, waits for a person', () => {
  const states = ['due', 'claimed', 'unknown', 'sent', 'obsolete', 'dead'] as const;
  expect(states.filter((state) => isStuck({ ...entry, channel: 'teams', state }))).toEqual(['unknown', 'dead']);
  expect(states.filter((state) => isStuck({ ...entry, channel: 'mail', state }))).toEqual(['dead']);
});

describe('An entry', () => {
  it('of which there is nothing left to say is over, and is no attempt', () => {
    expect(attempt({ result: 'obsolete' })).toMatchObject({ state: 'obsolete', attempts: 0 });
  });

  it('whose person cannot be reached in Teams goes by mail, afresh', () => {
    const next = afterAttempt({ ...claimed(entry, NOW), channel: 'teams', attempts: 3 }, { result: 'by-mail' }, NOW, 1);
    expect(next).toMatchObject({ key: entry.key, channel: 'mail', state: 'due', attempts: 0, due: NOW.toISOString() });
  });

  it('that a person wants later is due then, and was no attempt', () => {
    const due = '2026-11-23T06:30:00.000Z';
    expect(attempt({ result: 'later', due })).toMatchObject({ state: 'due', attempts: 0, due });
  });

  it('keeps the message that it was sent in, by which the card is found again', () => {
    expect(attempt({ result: 'sent', message: '17' })).toMatchObject({ state: 'sent', message: '17' });
  });

  it('that was given up is sent afresh, or known to have arrived, as a person says', () => {
    const dead = attempt({ result: 'refused', failure: 'connector-403' });
    expect(revived(dead, 'send', NOW)).toMatchObject({ state: 'due', attempts: 0, due: NOW.toISOString() });
    expect(revived(dead, 'send', NOW)).not.toHaveProperty('failure');
    expect(revived(dead, 'arrived', NOW)).toMatchObject({ state: 'sent', failure: 'connector-403' });
  });
});

describe('A timer that comes every year', () => {
  const timer: OutboxEntry = { ...entry, purpose: 'review', channel: 'timer', everyMonths: 12 };
  const attempted = (delivery: Delivery, attempts = 0) =>
    afterAttempt({ ...claimed(timer, NOW), attempts }, delivery, NOW, 1);
  const nextYear = { state: 'due', attempts: 0, due: '2027-11-21T12:00:00.000Z' };

  it('is due again a year later, once it was sent', () => {
    expect(attempted({ result: 'sent' }, 3)).toMatchObject(nextYear);
  });

  it('is tried again soon where nobody knows whether it was sent: said twice is better than not at all', () => {
    const unsure = attempted({ result: 'unsure', failure: 'timeout' });
    expect(unsure).toMatchObject({ state: 'due', attempts: 1, failure: 'timeout' });
    expect(secondsUntilDue(unsure)).toBe(5);
  });

  it('comes again next year also where this one is refused or given up', () => {
    expect(attempted({ result: 'refused', failure: 'no-chat' })).toMatchObject({ ...nextYear, failure: 'no-chat' });
    expect(attempted(failed, 1999)).toMatchObject({ ...nextYear, failure: 'busy' });
  });
});

describe('A new case', () => {
  const visit = loadModel('visit-request');
  const { answers } = walk(visit).finish({
    dignitary: true,
    'dignitary-kind': 'minister',
    'main-theme': 'leisure-travel',
  });
  const owner = { id: 'aad-1', tenant: 'tenant-1', name: 'Aino' };
  const now = NOW.toISOString();
  const draft = {
    id: 'draft-1',
    owner,
    process: 'visit-request',
    version: 1,
    language: 'fi',
    state: { answers },
    revision: 7,
    createdAt: now,
    updatedAt: now,
  } as const;
  const { entries } = submission(visit, draft, { number: 'V-2026-0042', now, message: 'message-1' });

  it('sends a receipt, a request by card and mail, word to each informed unit by mail, its lines, and sets its timers', () => {
    expect(entries.map(({ key }) => key)).toEqual([
      'V-2026-0042.receipt.requester.teams',
      'V-2026-0042.request.international-affairs.teams',
      'V-2026-0042.request.international-affairs.mail',
      'V-2026-0042.information.economic-and-urban-development.mail',
      'V-2026-0042.information.espoo-marketing-leisure.mail',
      'V-2026-0042.folder.sharepoint',
      'V-2026-0042.line-2.register',
      'V-2026-0042.line-2.sharepoint',
      'V-2026-0042.reminder.1-contact-submitted.timer',
      'V-2026-0042.reminder.1-deputy-submitted.timer',
      'V-2026-0042.reminder.1-coordinator-submitted.timer',
    ]);
  });

  it('lets every entry but the timers be due at once, with no attempt made', () => {
    for (const one of entries) {
      expect(one).toMatchObject({ case: 'V-2026-0042', attempts: 0, state: 'due' });
      expect(one.due > now).toBe(one.channel === 'timer');
    }
  });

  it('replaces the pressed card by the receipt, and nothing else', () => {
    expect(entries.map(({ replaces }) => replaces)).toEqual(['message-1', ...Array(10).fill(undefined)]);
    const [receipt] = submission(visit, draft, { number: 'V-2026-0042', now }).entries;
    expect(receipt).not.toHaveProperty('replaces');
  });

  it('tells whom a message is meant for where it is delivered elsewhere', () => {
    expect(entries[4]?.target).toEqual({
      kind: 'unit',
      unit: 'espoo-marketing-leisure',
      deliverTo: 'international-affairs',
    });
    expect(entries[0]?.target).toEqual({
      kind: 'person',
      person: { id: 'aad-1', tenant: 'tenant-1' },
      as: 'requester',
    });
  });
});
