import type { Case } from '../../../../bot/domain/case/case';
import { draftOfChanges, type Edit, edited } from '../../../../bot/domain/case/filled-in/edit';
import { replyTo } from '../../../../bot/domain/case/filled-in/reply';
import { withTodo } from '../../../../bot/domain/case/filled-in/with-todo';
import { act } from '../../../../bot/domain/case/life';
import { remind } from '../../../../bot/domain/case/reminding';
import { HAD_IT, PASSED_ON, TOLD_BEFORE } from '../../../../bot/domain/case/routing';
import { type Submission, submission } from '../../../../bot/domain/case/submission';
import type { Todo } from '../../../../bot/domain/case/todo';
import type { OutboxEntry } from '../../../../bot/domain/outbox/entry';
import type { Answers } from '../../../../bot/domain/process/answers';
import { dayOf } from '../../../../bot/domain/process/naming';
import type { Model } from '../../../../bot/domain/rules/model';
import type { Draft } from '../../../../bot/domain/walk/draft';
import { replay } from '../../../../bot/domain/walk/replay';
import { loadModel, RECEIVED } from '../../../fixtures/model';

const REQUESTER = { id: 'requester', tenant: 'tenant', name: 'Aino Esimerkki' };
const MARKETING = { id: 'marketing', tenant: 'tenant', name: 'Matti Esimerkki' };
const SERVICES = { id: 'services', tenant: 'tenant', name: 'Sanna Esimerkki' };
const SENT = new Date('2026-03-02T09:00:00Z');
const LATER = new Date('2026-03-02T11:00:00Z');

const plain = loadModel('visit-request');
const membersOf: Readonly<Record<string, typeof MARKETING>> = {
  'espoo-marketing-business': MARKETING,
  'service-development': SERVICES,
};
const model: Model = {
  ...plain,
  directory: {
    ...plain.directory,
    units: plain.directory.units.map((unit) => {
      const member = membersOf[unit.id];
      return member ? { ...unit, members: [{ id: member.id, name: member.name, absences: [] }] } : unit;
    }),
  },
};

const ANSWERS: Answers = {
  ...RECEIVED,
  result: 'receive',
  partner: false,
  organisation: 'Sample City Council',
  country: 'JP',
  'visitor-kind': 'city',
  'group-size': 18,
  guests: null,
  'visitor-contact': 'kim@example.org',
  arrival: '2026-05-04',
  departure: '2026-05-05',
  interests: 'Schools',
  learn: null,
  'visit-language': 'english',
  interpretation: 'none',
  'main-theme': 'innovation',
  'other-themes': ['sustainable-development'],
  level: 'one-sector',
  goals: [],
};

function sent(answers: Answers = ANSWERS): Submission {
  const draft: Draft = {
    id: 'abc123-1',
    owner: REQUESTER,
    process: 'visit-request',
    version: 1,
    language: 'fi',
    state: { answers },
    revision: 9,
    createdAt: SENT.toISOString(),
    updatedAt: SENT.toISOString(),
  };
  return submission(model, draft, { number: 'V-2026-0042', now: SENT.toISOString(), message: 'm1' });
}

function changed(before: Case, changes: Answers, todos: readonly Todo[] = [], now = LATER): Edit {
  const draft = draftOfChanges(model, before, 'fi', now);
  const edit = edited(
    model,
    before,
    { ...draft, state: { answers: { ...draft.state.answers, ...changes } } },
    { todos, now },
  );
  if (edit === 'unchanged') throw new Error('Nothing was changed.');
  return edit;
}

function accepted(made: Case): Case {
  const change = act(model, made, 'accept', { who: MARKETING, roles: ['responsible'], now: SENT, message: 'm2' });
  if (!change) throw new Error('It cannot be accepted.');
  return change.case;
}

const keys = (entries: readonly OutboxEntry[]) => entries.map(({ key }) => key.replace('V-2026-0042.', ''));
const timersIn = ({ entries }: Edit) => entries.filter(({ channel }) => channel === 'timer');

describe('changes of a sent case', () => {
  it('begin at the summary, in a draft that knows its case', () => {
    const { case: made } = sent();
    expect(draftOfChanges(model, made, 'sv', LATER)).toMatchObject({
      id: 'abc123-1-edit',
      edits: 'V-2026-0042',
      owner: REQUESTER,
      language: 'sv',
      state: { answers: ANSWERS },
      revision: 0,
    });
  });

  it('that change nothing are none: an empty field, a choice in another order', () => {
    const { case: made } = sent({ ...ANSWERS, 'other-themes': ['sustainable-development', 'open-data'] });
    const draft = draftOfChanges(model, made, 'fi', LATER);
    const same = { ...made.answers, 'other-themes': ['open-data', 'sustainable-development'], goals: null };
    expect(edited(model, made, { ...draft, state: { answers: same } }, { todos: [], now: LATER })).toBe('unchanged');
  });

  it('of a name keep state, holder and units; whoever has the case is told, and the draft is over', () => {
    const before = accepted(sent().case);
    const { case: made, events, entries, draft } = changed(before, { organisation: 'Another Council' });
    expect(made).toMatchObject({ state: 'accepted', holder: before.holder, routing: before.routing, lastEvent: 4 });
    expect(made.since).toEqual({ event: 4, at: before.since.at });
    expect(made.answers.organisation).toBe('Another Council');
    expect(events).toEqual([
      {
        sequence: 4,
        type: 'edited',
        at: LATER.toISOString(),
        by: { id: 'requester', name: 'Aino Esimerkki' },
        data: { items: ['organisation'] },
      },
    ]);
    expect(keys(entries).filter((key) => !key.endsWith('.timer'))).toEqual([
      'news-4.responsible.teams',
      'update-4.teams',
      'line-4.register',
      'line-4.sharepoint',
    ]);
    expect(entries[0]?.target).toMatchObject({ person: { id: 'marketing' } });
    expect(draft).toMatchObject({ case: 'V-2026-0042', edits: 'V-2026-0042', state: { answers: {} } });
    expect(JSON.stringify(events)).not.toContain('Another Council');
  });

  it('of the main theme give it to the other unit, afresh: both are told', () => {
    const before = accepted(sent().case);
    const { case: made, events, entries } = changed(before, { 'main-theme': 'open-data' });
    expect(made).toMatchObject({ state: 'submitted', since: { event: 4, at: LATER.toISOString() } });
    expect(made).not.toHaveProperty('holder');
    expect(made.routing.responsible).toMatchObject({ unit: 'service-development', contact: { id: 'services' } });
    expect(made.routing.informed.map(({ unit, rule }) => [unit, rule])).toEqual([
      ['sustainable-development', 'other-theme'],
      ['espoo-marketing-business', HAD_IT],
    ]);
    expect(events[0]?.data).toEqual({
      items: ['main-theme'],
      unit: 'service-development',
      contact: { id: 'services', name: 'Sanna Esimerkki' },
    });
    const told = entries.filter(({ purpose }) => purpose === 'news' || purpose === 'request');
    expect(told.map(({ purpose, channel, target }) => [purpose, channel, target])).toEqual([
      ['news', 'teams', { kind: 'person', person: { id: 'marketing', tenant: 'tenant' }, as: 'responsible' }],
      ['request', 'teams', { kind: 'person', person: { id: 'services', tenant: 'tenant' }, as: 'responsible' }],
      ['request', 'mail', { kind: 'unit', unit: 'service-development', deliverTo: 'service-development' }],
    ]);
    expect(timersIn(changed(before, { 'main-theme': 'open-data' })).map(({ event }) => event)).toEqual([4, 4, 4]);
  });

  it('of other themes tell the units that come to it; those that fall away stay told', () => {
    const { case: made, entries } = changed(sent().case, { 'other-themes': ['open-data'] });
    expect(made.routing.informed.map(({ unit, rule }) => [unit, rule])).toEqual([
      ['sustainable-development', TOLD_BEFORE],
      ['service-development', 'other-theme'],
    ]);
    const informed = entries.filter(({ purpose }) => purpose === 'information');
    expect(keys(informed)).toEqual([
      'information-3.service-development.teams',
      'information-3.service-development.mail',
    ]);
  });

  it('that flip the recommendation explain the new one', () => {
    const { case: made, events } = changed(sent().case, {
      interesting: false,
      result: 'not-free',
      'technical-visit': true,
    });
    expect(made.explanation.outcome).toBe('not-free');
    expect(events[0]?.data).toEqual({ items: ['interesting', 'technical-visit'], outcome: 'not-free' });
  });

  it('leave a question that was asked standing', () => {
    const asked = act(model, accepted(sent().case), 'ask', {
      who: MARKETING,
      roles: ['responsible'],
      now: SENT,
      saying: { text: 'How many?' },
    })?.case;
    const { case: made } = changed(asked as Case, { 'group-size': 20 });
    expect(made).toMatchObject({ state: 'asked', askedIn: 'accepted', said: { text: 'How many?' } });
  });
});

describe('a unit that was chosen by hand', () => {
  const passed = () =>
    act(model, sent().case, 'pass-on', {
      who: MARKETING,
      roles: ['responsible'],
      now: SENT,
      saying: { text: 'Yours', unit: 'service-development' },
    })?.case as Case;

  it('keeps the case whatever else is changed', () => {
    const { case: made } = changed(passed(), { organisation: 'Another Council' });
    expect(made.routing.responsible).toMatchObject({ unit: 'service-development', rule: PASSED_ON });
    expect(made.routing.informed.map(({ unit }) => unit)).toContain('espoo-marketing-business');
  });

  it('loses it when the answers lead to a third one', () => {
    const { case: made } = changed(passed(), { 'main-theme': 'sustainable-development' });
    expect(made.routing.responsible.unit).toBe('sustainable-development');
    expect(made.routing.informed.map(({ unit }) => unit)).toContain('service-development');
  });
});

describe('a directory that has changed meanwhile', () => {
  it('moves no case because of a name', () => {
    const { case: made } = sent();
    const themes = model.directory.themes.map((theme) =>
      theme.id === 'innovation' ? { ...theme, unit: 'service-development' } : theme,
    );
    const today = { ...model, directory: { ...model.directory, themes } };
    const draft = draftOfChanges(today, made, 'fi', LATER);
    const answers = { ...made.answers, organisation: 'Another' };
    const edit = edited(today, made, { ...draft, state: { answers } }, { todos: [], now: LATER });
    expect(edit).toMatchObject({ case: { state: 'submitted', routing: { responsible: made.routing.responsible } } });
  });

  it('that knows the theme no more lets another one be chosen', () => {
    const { case: made } = sent();
    const themes = model.directory.themes.filter(({ id }) => id !== 'innovation');
    const today = { ...model, directory: { ...model.directory, themes } };
    const draft = draftOfChanges(today, made, 'fi', LATER);
    const answers = { ...made.answers, 'main-theme': 'open-data' };
    const edit = edited(today, made, { ...draft, state: { answers } }, { todos: [], now: LATER });
    expect(edit).toMatchObject({ case: { routing: { responsible: { unit: 'service-development' } } } });
  });
});

describe('the timers after changes', () => {
  it('begin again with the new event; what has been said is not said again', () => {
    const { case: made } = sent();
    const soon = changed(made, { organisation: 'Another' });
    expect(timersIn(soon).map(({ about, event, due }) => [about, event, due])).toEqual([
      ['contact-submitted', 3, '2026-03-04T07:00:00.000Z'],
      ['deputy-submitted', 3, '2026-03-06T07:00:00.000Z'],
      ['coordinator-submitted', 3, '2026-03-10T07:00:00.000Z'],
    ]);
    const late = changed(soon.case, { organisation: 'A third' }, [], new Date('2026-03-05T12:00:00Z'));
    const [contact] = timersIn(late);
    if (!contact) throw new Error('There is no timer.');
    const now = new Date('2026-03-05T12:00:01Z');
    const reminded = { sequence: 3, type: 'reminded', at: LATER.toISOString(), by: 'assistant' } as const;
    const said = [{ ...reminded, data: { about: 'contact-submitted' } }, ...late.events];
    expect(remind(model, late.case, contact, { events: said, entries: [] }, now)).toBe('obsolete');
    // The worker was down when it should have been said.
    expect(remind(model, late.case, contact, { events: late.events, entries: [] }, now)).toMatchObject({
      events: [{ type: 'reminded' }],
    });
  });

  it('follow the day of the visit', () => {
    const before = accepted(sent().case);
    const due = (edit: Edit) => timersIn(edit).find(({ about }) => about === 'was-it-held')?.due;
    expect(due(changed(before, { organisation: 'Another' }))).toBe('2026-05-06T06:00:00.000Z');
    expect(due(changed(before, { departure: '2026-05-12' }))).toBe('2026-05-13T06:00:00.000Z');
  });
});

describe('the to-dos after changes', () => {
  it('follow the day while nobody has touched them', () => {
    const { case: made, todos } = sent();
    const written: Todo = { key: 'planning.guest-list', person: 'Aino', due: '2026-04-01', revision: 1 };
    const kept = [written, ...todos.filter(({ key }) => key !== written.key)];
    const edit = changed(made, { arrival: '2026-06-01', departure: '2026-06-02' }, kept);
    expect(edit.todos.map(({ key }) => key)).not.toContain(written.key);
    expect(edit.todos).toHaveLength(todos.length - 1);
    for (const { key, due, revision } of edit.todos) {
      expect(revision).toBe(0);
      expect(due).not.toBe(todos.find((todo) => todo.key === key)?.due);
    }
    expect(edit.removedTodos).toEqual([]);
  });

  it('fall away when nothing calls for them, but for what people worked on; and come back', () => {
    const { case: made, todos } = sent();
    const [first, ...others] = todos;
    if (!first) throw new Error('The case has no to-dos.');
    const done: Todo = { ...first, done: { at: SENT.toISOString(), by: MARKETING }, revision: 1 };
    const withDone = withTodo(made, done, 'todo-done', { who: MARKETING, now: SENT }).case;
    const declined = { interesting: false, result: 'not-free', 'technical-visit': false, 'without-fee': 'decline' };
    const away = changed(withDone, declined, [done, ...others]);
    expect(away.removedTodos).toEqual(others.map(({ key }) => key));
    expect(away.todos).toEqual([]);
    const back = changed(away.case, { ...ANSWERS, 'technical-visit': null, 'without-fee': null }, [done]);
    expect(back.todos.map(({ key }) => key)).toEqual(others.map(({ key }) => key));
    expect(back.removedTodos).toEqual([]);
  });
});

describe('a case of the first version that suggested another date', () => {
  const CRITERIA = ['interesting', 'significant', 'national-referral', 'leadership-referral', 'visibility'] as const;
  const { interesting: _i, significant: _s, 'national-referral': _n, 'leadership-referral': _l, ...rest } = ANSWERS;
  const { visibility: _v, ...unasked } = rest;
  const LATE = { 'in-time': false, result: 'not-in-time', 'late-response': 'another-date', 'other-date': null };
  const { case: today, todos } = sent();
  const old: Case = {
    ...today,
    version: 1,
    answers: { ...unasked, ...LATE },
    explanation: { outcome: 'not-in-time', source: 'M 3.4; product', reasons: [], flips: [] },
  };

  it('is shown with all that was answered, and has the reply that it had', () => {
    const shown = replay(model, old.answers).facts.answers;
    for (const item of ['late-response', 'partner', 'arrival', 'organisation', 'main-theme']) {
      expect([item, shown[item]]).toEqual([item, old.answers[item]]);
    }
    expect(replyTo(model, old, 'requester')).toEqual({ occasion: 'visit', kind: 'another-date' });
    expect(replyTo(model, { ...old, state: 'declined' }, 'responsible')).toMatchObject({ kind: 'another-date' });
    expect(accepted(old)).toMatchObject({ state: 'accepted', explanation: { outcome: 'not-in-time' } });
  });

  it('is asked for the date when it is changed, and goes on by it: outcome, to-dos, day', () => {
    const draft = draftOfChanges(model, old, 'fi', LATER);
    expect(replay(model, draft.state.answers).next.id).toBe('other-days');
    const judged = Object.fromEntries(CRITERIA.map((item) => [item, item === 'visibility']));
    const days = { 'other-date': '2026-09-14', 'other-departure': null };
    const edit = changed(old, { ...judged, ...days, 'technical-visit': false, result: 'receive' }, todos);
    expect(edit.case.explanation.outcome).toBe('receive');
    expect(dayOf(model.process, edit.case.answers)).toBe('2026-09-14');
    expect(edit.removedTodos).toEqual([]);
    expect(edit.todos.map(({ key }) => key)).toEqual(todos.map(({ key }) => key));
    expect(edit.todos.filter(({ due = '' }) => due < '2026-08')).toEqual([]);
  });
});

describe('the reply to a visitor', () => {
  const { case: made } = sent({
    ...ANSWERS,
    'in-time': false,
    'late-response': 'another-date',
    'other-date': '2026-09-14',
  });

  it('names the other date while the visit may still be, and is a no once it is declined', () => {
    expect(made.explanation.outcome).toBe('receive');
    expect(replyTo(model, made, 'requester')).toMatchObject({ kind: 'another-date', otherDay: '2026-09-14' });
    expect(replyTo(model, { ...made, state: 'declined' }, 'requester')).toEqual({ occasion: 'visit', kind: 'no' });
    expect(replyTo(model, { ...made, state: 'accepted' }, 'responsible')).toBeUndefined();
  });

  it('is a no where nothing speaks for the other date either', () => {
    const answers = { ...made.answers, interesting: false, 'without-fee': 'decline' };
    expect(replyTo(model, { ...made, answers }, 'requester')).toEqual({ occasion: 'visit', kind: 'no' });
  });
});
