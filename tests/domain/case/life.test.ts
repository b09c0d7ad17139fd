import type { Case } from '../../../bot/domain/case/case';
import { act, asksWhatCameOfIt, openActions } from '../../../bot/domain/case/life';
import {
  actionsOf,
  type CaseAction,
  goesWithWords,
  isTold,
  statesOf,
  stepOf,
} from '../../../bot/domain/case/lives/life-of';
import type { CaseRole, Step } from '../../../bot/domain/case/lives/step';
import { rolesOf } from '../../../bot/domain/case/roles';
import { submission } from '../../../bot/domain/case/submission';
import { CASE_STATES, type CaseState } from '../../../bot/domain/case-state';
import type { Person } from '../../../bot/domain/person';
import type { Draft } from '../../../bot/domain/walk/draft';
import { loadModel, RECEIVED, walk } from '../../fixtures/model';

const visit = loadModel('visit-request');
const AINO: Person = { id: 'aino', tenant: 't', name: 'Aino Esimerkki' };
const EERO: Person = { id: 'eero', tenant: 't', name: 'Eero Malliperhe' };
const NOW = new Date('2026-03-03T10:00:00Z');
const ROLES: readonly CaseRole[] = ['requester', 'responsible', 'coordinator', 'appointee'];

const answers = walk(visit).finish({
  ...RECEIVED,
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

const ACTIONS = actionsOf(visit.process);
function stepIn(action: CaseAction): Step {
  const step = stepOf(visit.process, action);
  if (!step) throw new Error(`A visit has no "${action}".`);
  return step;
}

const keysOf = (change: ReturnType<typeof does>) => (change?.entries ?? []).map(({ key }) => key);

/** Two people of a unit, the first of whom is away. */
const MEMBERS = [
  { id: 'saga', name: 'Saga', absences: [{ from: '2026-03-01', to: '2026-03-03' }] },
  { id: 'vaino', name: 'Väinö', absences: [] },
];

/** The case after these, each done by somebody who may. */
function lived(...actions: readonly CaseAction[]): Case {
  return actions.reduce((made, action) => {
    const role = stepIn(action).by[0] ?? 'requester';
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
    ['submitted', 'appointee', ['ask']],
    ['accepted', 'appointee', ['ask', 'plan', 'hold', 'not-hold']],
    ['held', 'appointee', ['follow-up']],
    ['followed-up', 'appointee', []],
  ];

  it.each(table)('when it is %s, by the %s: %j', (state, role, expected) => {
    expect(openActions(visit.process, { state }, [role])).toEqual(expected);
  });

  it('is done by those who may, and by nobody else, in every state', () => {
    for (const state of CASE_STATES) {
      for (const action of ACTIONS) {
        const { from, by } = stepIn(action);
        for (const role of ROLES) {
          const change = does({ ...sent, state }, action, EERO, role);
          expect([state, action, role, change !== undefined]).toEqual([
            state,
            action,
            role,
            from.includes(state) && by.includes(role),
          ]);
        }
      }
    }
  });

  it('says of each action whether words go with it, who is told, and where its button stands', () => {
    const { process } = visit;
    const those = (has: (action: CaseAction) => boolean) => ACTIONS.filter(has);
    const leading = (to: Step['leads']) => those((action) => stepIn(action).leads === to);
    expect(those((action) => goesWithWords(process, action))).toEqual([
      'ask',
      'answer',
      'pass-on',
      'not-hold',
      'decline',
      'withdraw',
    ]);
    expect(those((action) => isTold(process, action))).toEqual([
      'accept',
      'ask',
      'answer',
      'not-hold',
      'decline',
      'withdraw',
    ]);
    expect(leading('first')).toEqual(['accept', 'answer']);
    expect(leading('on')).toEqual(['plan', 'hold', 'not-hold', 'follow-up', 'close']);
  });

  it('asks what came of a visit that was held, and of no other', () => {
    const asked = CASE_STATES.flatMap((state) =>
      ACTIONS.filter((action) => asksWhatCameOfIt(visit.process, { state }, action)).map((a) => [state, a]),
    );
    expect(asked).toEqual([['held', 'follow-up']]);
  });

  it('leads out of every state but those in which a case ends', () => {
    const stuck = [...statesOf(visit.process)].filter(
      (state) => openActions(visit.process, { state }, ROLES).length === 0,
    );
    expect(stuck.sort()).toEqual(['closed', 'withdrawn']);
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

  it('is shown as it stands after each step on the cards that people hold, and wherever it is listed', () => {
    expect(keysOf(does(lived('accept'), 'plan', EERO, 'responsible'))).toEqual([
      'V-2026-0042.update-4.teams',
      'V-2026-0042.line-4.register',
      'V-2026-0042.line-4.sharepoint',
    ]);
  });

  it.each<[CaseAction, readonly CaseAction[], Person, CaseRole, string, string]>([
    ['accept', [], EERO, 'responsible', 'requester', 'aino'],
    ['ask', [], EERO, 'responsible', 'requester', 'aino'],
    ['answer', ['ask'], AINO, 'requester', 'responsible', 'eero'],
    ['decline', [], EERO, 'responsible', 'requester', 'aino'],
    ['not-hold', ['accept'], EERO, 'responsible', 'requester', 'aino'],
    ['withdraw', ['accept'], AINO, 'requester', 'responsible', 'eero'],
  ])('tells of "%s" (after %j) whom it concerns, once', (action, before, who, role, as, told) => {
    const entries = does(lived(...before), action, who, role)?.entries.filter(({ purpose }) => purpose === 'news');
    expect(entries).toMatchObject([{ channel: 'teams', about: action, target: { person: { id: told }, as } }]);
  });

  it('tells nobody of what they did themselves', () => {
    const own = { ...sent, requester: { ...EERO } };
    expect(keysOf(does(own, 'accept', EERO, 'responsible')).filter((key) => key.includes('news'))).toEqual([]);
  });

  it('tells the unit by mail where nobody of it is known', () => {
    expect(keysOf(does(sent, 'withdraw', AINO, 'requester'))).toContain(
      'V-2026-0042.news-3.espoo-marketing-business.mail',
    );
  });

  it('is announced to the unit that it is passed on to', () => {
    expect(keysOf(does(sent, 'pass-on', EERO, 'responsible')).slice(0, 2)).toEqual([
      'V-2026-0042.request-3.sector.teams',
      'V-2026-0042.request-3.sector.mail',
    ]);
  });

  it('goes to the person of the unit whom somebody chose, else to the first who is there; both names are kept', () => {
    const units = visit.directory.units.map((unit) => (unit.id === 'sector' ? { ...unit, members: MEMBERS } : unit));
    const model = { ...visit, directory: { ...visit.directory, units } };
    const passed = (person?: string) =>
      act(model, sent, 'pass-on', {
        who: EERO,
        roles: ['responsible'],
        now: NOW,
        saying: { text: 'Because', unit: 'sector', ...(person !== undefined && { person }) },
      });
    expect(passed('vaino')?.case.routing.responsible.contact).toEqual({ id: 'vaino', name: 'Väinö' });
    const change = passed();
    const found = { contact: { id: 'vaino', name: 'Väinö' }, skipped: [{ id: 'saga', name: 'Saga' }] };
    expect(change?.case.routing.responsible).toMatchObject(found);
    expect(change?.events[0]?.data).toMatchObject({ unit: 'sector', ...found });
    expect(change?.entries[0]?.target).toMatchObject({ kind: 'person', person: { id: 'vaino' }, as: 'responsible' });
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

  it('told of it, and no more, who is a member of a unit that is only told', () => {
    const told = { unit, deliverTo: unit, rule: 'main-theme', source: 'M 3.4' };
    const responsible = { ...told, unit: 'sector' };
    const made = { ...sent, routing: { responsible, informed: [told] } };
    expect(rolesOf(made, { id: 'eero', tenant: 't' }, directory)).toEqual(['informed']);
    expect(openActions(visit.process, made, ['informed'])).toEqual([]);
  });

  it('nothing any more who took it on or was asked to, and has left the unit', () => {
    const { responsible } = sent.routing;
    const left = { id: 'vaino', name: 'V' };
    const made = {
      ...sent,
      holder: left,
      routing: { ...sent.routing, responsible: { ...responsible, contact: left } },
    };
    expect(rolesOf(made, { id: 'vaino', tenant: 't' }, directory)).toEqual([]);
  });
});
