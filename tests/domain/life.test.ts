import type { Case } from '../../bot/domain/case';
import { submission } from '../../bot/domain/case';
import { CASE_STATES, type CaseState } from '../../bot/domain/case-state';
import type { Draft, Person } from '../../bot/domain/draft';
import { act, CASE_ACTIONS, type CaseAction, type CaseRole, LIFE, openActions, rolesOf } from '../../bot/domain/life';
import { loadModel, walk } from '../fixtures/model';

const visit = loadModel('visit-request');
const AINO: Person = { id: 'aino', tenant: 't', name: 'Aino Esimerkki' };
const EERO: Person = { id: 'eero', tenant: 't', name: 'Eero Malliperhe' };
const NOW = new Date('2026-03-03T10:00:00Z');
const ROLES: readonly CaseRole[] = ['requester', 'responsible', 'coordinator'];

const answers = walk(visit).finish({
  dignitary: false,
  'in-time': true,
  interesting: true,
  significant: false,
  'national-referral': false,
  'leadership-referral': false,
  visibility: false,
  partner: false,
  'main-theme': 'innovation',
}).answers;
const draft: Draft = {
  id: 'd',
  owner: AINO,
  process: 'visit-request',
  version: 1,
  language: 'fi',
  state: { answers },
  revision: 12,
  createdAt: '2026-03-02T09:00:00Z',
  updatedAt: '2026-03-02T09:00:00Z',
};
const sent: Case = submission(visit, draft, { number: 'V-2026-0042', now: '2026-03-02T09:00:00Z', message: 'm1' }).case;

const does = (
  made: Case,
  action: CaseAction,
  who: Person,
  role: CaseRole,
  saying = { text: 'Because', unit: 'sector' },
) => act(visit, made, action, { who, roles: [role], now: NOW, saying, message: 'm2' });

/** The case after these, each done by somebody who may. */
function lived(...actions: readonly CaseAction[]): Case {
  return actions.reduce((made, action) => {
    const role = LIFE[action].by[0] ?? 'responsible';
    const change = does(made, action, role === 'requester' ? AINO : EERO, role);
    if (!change) throw new Error(`"${action}" is not open in "${made.state}".`);
    return change.case;
  }, sent);
}

describe('What can be done', () => {
  const table: readonly (readonly [CaseState, CaseRole, readonly CaseAction[]])[] = [
    ['submitted', 'responsible', ['accept', 'ask', 'pass-on', 'decline']],
    ['submitted', 'requester', ['withdraw']],
    ['asked', 'requester', ['answer', 'withdraw']],
    ['asked', 'responsible', ['decline']],
    ['accepted', 'responsible', ['ask', 'pass-on', 'plan', 'hold', 'not-hold', 'decline']],
    ['planned', 'coordinator', ['ask', 'pass-on', 'hold', 'not-hold']],
    ['held', 'responsible', ['follow-up']],
    ['not-held', 'responsible', ['follow-up']],
    ['followed-up', 'responsible', ['close']],
    ['declined', 'responsible', ['close']],
    ['withdrawn', 'responsible', []],
    ['closed', 'coordinator', []],
    ['held', 'requester', []],
  ];

  it.each(table)('when it is %s, by the %s: %j', (state, role, expected) => {
    expect(openActions({ state }, [role])).toEqual(expected);
  });

  it('is done by those who may, and by nobody else, in every state', () => {
    for (const state of CASE_STATES) {
      for (const action of CASE_ACTIONS) {
        for (const role of ROLES) {
          const change = does({ ...sent, state }, action, EERO, role);
          expect([state, action, role, change !== undefined]).toEqual([
            state,
            action,
            role,
            LIFE[action].from.includes(state) && LIFE[action].by.includes(role),
          ]);
        }
      }
    }
  });

  it('leads out of every state but those in which a case ends', () => {
    const stuck = CASE_STATES.filter((state) => openActions({ state }, ROLES).length === 0);
    expect(stuck).toEqual(['withdrawn', 'closed']);
  });
});

describe('A case', () => {
  it('goes from sent to closed, and each step is one event', () => {
    const end = lived('ask', 'answer', 'accept', 'plan', 'hold', 'follow-up', 'close');
    expect([end.state, end.lastEvent]).toEqual(['closed', sent.lastEvent + 7]);
  });

  it('goes back to where it was when a question is answered', () => {
    expect(lived('accept', 'plan', 'ask', 'answer').state).toBe('planned');
    expect(lived('ask', 'answer').state).toBe('submitted');
  });

  it('belongs to whoever took it on, until it is passed on', () => {
    expect(lived('accept', 'plan').holder).toEqual({ id: 'eero', name: 'Eero Malliperhe', message: 'm2' });
    const passed = lived('accept', 'pass-on');
    expect([passed.holder, passed.state, passed.routing.responsible]).toEqual([
      undefined,
      'submitted',
      { unit: 'sector', deliverTo: 'international-affairs', rule: 'passed-on', source: 'product' },
    ]);
    expect(passed.routing.informed.map(({ unit }) => unit)).toContain('espoo-marketing-business');
  });

  it('keeps what was said last, for those who have to read it', () => {
    expect(lived('ask').said).toEqual({ action: 'ask', text: 'Because', by: 'Eero Malliperhe', at: NOW.toISOString() });
    expect(lived('ask', 'answer').said).toMatchObject({ action: 'answer', by: 'Aino Esimerkki' });
    expect(lived('ask', 'answer', 'accept').said).toBeUndefined();
  });

  it('tells the requester of each step, and whoever took it on, on the cards that they hold', () => {
    const change = does(lived('accept'), 'plan', EERO, 'responsible');
    expect(change?.entries.map(({ key, replaces }) => [key, replaces])).toEqual([
      ['V-2026-0042.update-4.requester.teams', 'm1'],
      ['V-2026-0042.update-4.holder.teams', 'm2'],
    ]);
  });

  it('is announced to the unit that it is passed on to', () => {
    const change = does(sent, 'pass-on', EERO, 'responsible');
    expect(change?.entries.map(({ key }) => key)).toEqual([
      'V-2026-0042.update-3.requester.teams',
      'V-2026-0042.request-3.sector.teams',
      'V-2026-0042.request-3.sector.mail',
    ]);
  });

  it('writes an event without a word of what was said', () => {
    expect(JSON.stringify(does(sent, 'decline', EERO, 'responsible')?.events)).not.toContain('Because');
  });

  it('does not move without the words that others need', () => {
    const wordless = () => act(visit, sent, 'decline', { who: EERO, roles: ['responsible'], now: NOW });
    expect(wordless).toThrow(/needs a text/);
  });
});

describe('Somebody is', () => {
  const unit = sent.routing.responsible.unit;
  const directory = {
    ...visit.directory,
    units: visit.directory.units.map((each) =>
      each.id === unit || each.id === 'international-affairs'
        ? { ...each, members: [{ id: each.id === unit ? 'eero' : 'saga', name: 'N', absences: [] }] }
        : each,
    ),
  };

  it.each<[string, string, readonly CaseRole[]]>([
    ['aino', 't', ['requester']],
    ['eero', 't', ['responsible']],
    ['saga', 't', ['coordinator']],
    ['vaino', 't', []],
    ['aino', 'another tenant', []],
    ['eero', 'another tenant', []],
  ])('%s of %s: %j', (id, tenant, expected) => {
    expect(rolesOf(sent, { id, tenant }, directory)).toEqual(expected);
  });

  it('responsible, too, who took it on without being a member', () => {
    expect(rolesOf({ ...sent, holder: { id: 'vaino', name: 'V' } }, { id: 'vaino', tenant: 't' }, directory)).toEqual([
      'responsible',
    ]);
  });
});
