import type { Case } from '../../../bot/domain/case/case';
import { handedOn, isToldAnyway, mayHear } from '../../../bot/domain/case/handing-on';
import type { CaseRole } from '../../../bot/domain/case/lives/step';
import { handlersOf } from '../../../bot/domain/case/roles';
import type { Member } from '../../../bot/domain/directory/directory';
import type { OutboxEntry, Purpose, Reader, Target } from '../../../bot/domain/outbox/entry';
import { loadModel } from '../../fixtures/model';

const DAY = '2026-03-02';
const MARKETING = 'espoo-marketing-business';
const bare = loadModel('visit-request');

const modelWith = (people: Readonly<Record<string, readonly string[]>>, away: readonly string[] = []) => ({
  ...bare,
  directory: {
    ...bare.directory,
    units: bare.directory.units.map((unit) => ({
      ...unit,
      members: (people[unit.id] ?? []).map((id): Member => {
        const absences = away.includes(id) ? [{ from: DAY, to: DAY }] : [];
        return { id, name: id.toUpperCase(), absences };
      }),
    })),
  },
});

const destination = (unit: string, contact?: string) => ({
  ...{ unit, deliverTo: unit, rule: 'rule', source: 'product' },
  ...(contact !== undefined && { contact: { id: contact, name: contact } }),
});
/** What of a case matters here: Eero was asked, and Saga took it on. */
const MADE = {
  number: 'V-2026-0042',
  requester: { id: 'aino', tenant: 't', name: 'Aino' },
  routing: { responsible: destination(MARKETING, 'eero'), informed: [destination('service-development', 'björn')] },
  holder: { id: 'saga', name: 'Saga' },
} as unknown as Case;

function entryFor(id: string, as: Reader, purpose: Purpose = 'news', more: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    key: `${purpose} for ${id}`,
    case: MADE.number,
    purpose,
    channel: 'teams',
    target: personTarget(id, as),
    event: 5,
    due: '2026-03-02T09:00:00.000Z',
    attempts: 0,
    state: 'due',
    ...more,
  };
}
const personTarget = (id: string, as: Reader): Target => ({ kind: 'person', person: { id, tenant: 't' }, as });
const MAILBOX: Target = { kind: 'unit', unit: MARKETING, deliverTo: MARKETING };

const handed = (entry: OutboxEntry, model: ReturnType<typeof modelWith>, made = MADE) =>
  handedOn(model, made, entry, { day: DAY, isHandler: handlersOf(made, model.directory) });

describe('who may hear of a case', () => {
  it.each<[Reader, Purpose, readonly CaseRole[], boolean]>([
    ['requester', 'news', ['requester'], true],
    ['requester', 'news', ['responsible', 'coordinator', 'informed'], false],
    ['responsible', 'news', ['responsible'], true],
    ['responsible', 'reminder', ['coordinator'], true],
    ['responsible', 'news', ['requester'], false],
    ['responsible', 'reminder', ['informed'], false],
    ['responsible', 'request', ['informed'], true],
    ['responsible', 'request', [], false],
    ['informed', 'information', ['informed'], true],
    ['informed', 'information', ['responsible'], true],
    ['informed', 'information', ['requester'], false],
    ['informed', 'information', [], false],
  ])('as %s, of %s, in the roles %j: %s', (as, purpose, roles, expected) => {
    expect(mayHear(entryFor('somebody', as, purpose), roles)).toBe(expected);
  });

  it('is nobody in particular where a unit or the case is told', () => {
    expect(mayHear(entryFor('x', 'responsible', 'request', { target: MAILBOX }), [])).toBe(true);
    expect(mayHear(entryFor('x', 'responsible', 'update', { target: { kind: 'case' } }), [])).toBe(true);
  });
});

describe('what was for somebody who has left the unit', () => {
  it('goes to whoever took the case on, as long as they are in', () => {
    const model = modelWith({ [MARKETING]: ['third', 'saga'] });
    expect(handed(entryFor('eero', 'responsible'), model)).toEqual(personTarget('saga', 'responsible'));
  });

  it('else to who is asked today, in the order of contact', () => {
    const model = modelWith({ [MARKETING]: ['away', 'third'] }, ['away']);
    for (const purpose of ['news', 'request', 'reminder'] as const) {
      expect(handed(entryFor('saga', 'responsible', purpose), model)).toEqual(personTarget('third', 'responsible'));
    }
  });

  it('else to whoever was asked, where everybody is away', () => {
    const model = modelWith({ [MARKETING]: ['eero'] }, ['eero']);
    expect(handed(entryFor('saga', 'responsible'), model)).toEqual(personTarget('eero', 'responsible'));
  });

  it('else to the mailbox of the unit, or of the team where it has none', () => {
    for (const purpose of ['news', 'request', 'reminder'] as const) {
      expect(handed(entryFor('saga', 'responsible', purpose), modelWith({}))).toEqual(MAILBOX);
    }
    const [first, ...others] = bare.directory.units;
    expect(first).toBeDefined();
    const units = [first, ...others].flatMap((unit) => {
      const { address: _, ...contact } = unit?.contact ?? {};
      return unit ? [{ ...unit, members: [], ...(unit.id === MARKETING && { contact }) }] : [];
    });
    const model = { ...bare, directory: { ...bare.directory, units } };
    expect(handed(entryFor('saga', 'responsible'), model)).toMatchObject({ deliverTo: 'international-affairs' });
  });

  it('as a reminder goes to whom that reminder is for', () => {
    const model = modelWith({ [MARKETING]: ['eero', 'deputy'], 'international-affairs': ['grace'] });
    const reminder = (about: string) => handed(entryFor('gone', 'responsible', 'reminder', { about }), model);
    expect(reminder('coordinator-submitted')).toEqual(personTarget('grace', 'responsible'));
    expect(reminder('contact-submitted')).toEqual(personTarget('eero', 'responsible'));
    expect(reminder('was-it-held')).toEqual(personTarget('eero', 'responsible'));
    expect(reminder('a review of the process')).toEqual(personTarget('eero', 'responsible'));
  });

  it('of a unit that is only told goes to who is asked there, and to nobody else: its mailbox has been told', () => {
    const model = modelWith({ 'service-development': ['next'], [MARKETING]: ['eero'] });
    const told = entryFor('björn', 'informed', 'information');
    expect(handed(told, model)).toEqual(personTarget('next', 'informed'));
    expect(handed(told, modelWith({ [MARKETING]: ['eero'] }))).toBe('nobody');
    expect(handed(entryFor('somebody else', 'informed', 'information'), model)).toBe('nobody');
  });

  it('is no news to the requester, who did it, nor anybody’s who is not the requester any more', () => {
    const model = modelWith({ [MARKETING]: ['aino'] });
    expect(handed(entryFor('saga', 'responsible'), model)).toBe('nobody');
    expect(handed(entryFor('saga', 'responsible', 'request'), model)).toEqual(personTarget('aino', 'responsible'));
    expect(handed(entryFor('another', 'requester'), model)).toBe('nobody');
  });
});

describe('whoever has word of it anyway', () => {
  const request = (target: Target, event = 5, key = 'other') =>
    entryFor('x', 'responsible', 'request', { key, target, event });
  const late = entryFor('eero', 'responsible', 'request', { event: 2 });

  it.each<[string, OutboxEntry, Target, boolean]>([
    ['gets the card once', request(personTarget('saga', 'responsible')), personTarget('saga', 'responsible'), true],
    ['a colleague gets it', request(personTarget('saga', 'responsible')), personTarget('third', 'responsible'), false],
    ['the mailbox has its mail', request(MAILBOX, 2), MAILBOX, true],
    ['the mailbox had one of another time', request(MAILBOX, 1), MAILBOX, false],
    ['another unit’s mailbox', request({ ...MAILBOX, unit: 'service-development' }), MAILBOX, false],
    ['itself is no other', { ...late, target: MAILBOX }, MAILBOX, false],
  ])('%s', (_what, other, to, expected) => {
    expect(isToldAnyway(late, to, [other])).toBe(expected);
  });

  it('hears the news all the same', () => {
    const target = personTarget('saga', 'responsible');
    expect(isToldAnyway(entryFor('eero', 'responsible'), target, [entryFor('saga', 'responsible')])).toBe(false);
  });
});
