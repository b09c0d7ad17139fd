import type { CaseEvent } from '../../../bot/domain/case/case';
import { reviewTimer } from '../../../bot/domain/case/entries';
import { act, isEditable, openActions } from '../../../bot/domain/case/life';
import {
  actionsOf,
  type CaseAction,
  lifeOf,
  stateIn,
  statesOf,
  stepOf,
  waitsAs,
} from '../../../bot/domain/case/lives/life-of';
import type { CaseRole } from '../../../bot/domain/case/lives/step';
import { remind, review, timers } from '../../../bot/domain/case/reminding';
import type { WholeCase } from '../../../bot/domain/case/whole-case';
import { CASE_STATES, type CaseState, isEnd, isOpen, isResting } from '../../../bot/domain/case-state';
import { lineOf } from '../../../bot/domain/listing/line';
import type { OutboxEntry } from '../../../bot/domain/outbox/entry';
import { goldenOf, HANDLER, LIVES, lived, MODELS, modelOf, TYPED, writtenDown } from '../lived-cases';

const ROLES: readonly CaseRole[] = ['requester', 'responsible', 'coordinator'];
/** One process of each life that has one of its own. */
const KINDS = ['event-proposal', 'partnership-evaluation', 'network-evaluation', 'advocacy'] as const;

/** A case of a process after these, sent on 1 January 2026. */
function whole(process: string, ...life: readonly CaseAction[]): WholeCase {
  const [golden] = goldenOf(modelOf(process));
  if (!golden) throw new Error(`"${process}" has no golden case.`);
  return lived(modelOf(process), golden, { life, day: 0, figure: 1, lines: 1 });
}

/** The case after one more step, on this day. */
function then(
  process: string,
  { case: made }: WholeCase,
  action: CaseAction,
  recorded = {},
  now = '2026-03-02T09:00:00Z',
) {
  const model = modelOf(process);
  const change = act(model, made, action, {
    who: HANDLER,
    roles: ['responsible'],
    now: new Date(now),
    saying: { text: TYPED, unit: 'sector' },
    recorded: { ...writtenDown(model, action), ...recorded },
  });
  if (!change) throw new Error(`"${action}" is not open in "${made.state}".`);
  return change;
}

describe('In the life of each kind', () => {
  const AT_FIRST: readonly CaseAction[] = ['ask', 'pass-on', 'decline'];
  const table: readonly (readonly [process: string, CaseState, readonly CaseAction[]])[] = [
    ['event-proposal', 'submitted', ['accept', ...AT_FIRST]],
    [
      'event-proposal',
      'accepted',
      ['ask', 'pass-on', 'prepare', 'decide-for', 'decide-against', 'hold', 'not-hold', 'decline'],
    ],
    ['event-proposal', 'prepared', ['ask', 'pass-on', 'decide-for', 'decide-against', 'hold', 'not-hold']],
    ['event-proposal', 'decided-for', ['ask', 'pass-on', 'hold', 'not-hold']],
    ['event-proposal', 'decided-against', ['close']],
    ['event-proposal', 'held', ['follow-up']],
    ['event-proposal', 'followed-up', ['close']],
    ['partnership-evaluation', 'submitted', ['accept', ...AT_FIRST]],
    ['partnership-evaluation', 'accepted', ['ask', 'pass-on', 'negotiate', 'agree', 'not-agree', 'decline']],
    ['partnership-evaluation', 'negotiated', ['ask', 'pass-on', 'agree', 'not-agree']],
    ['partnership-evaluation', 'in-force', ['renew', 'end']],
    ['partnership-evaluation', 'recorded-as-held', ['agree', 'end']],
    ['partnership-evaluation', 'not-agreed', ['close']],
    ['partnership-evaluation', 'ended', ['follow-up']],
    ['city-partner-proposal', 'in-force', ['renew', 'end']],
    ['network-evaluation', 'accepted', ['ask', 'pass-on', 'be-member', 'leave', 'decline']],
    ['network-evaluation', 'member', ['evaluate', 'leave']],
    ['network-evaluation', 'recorded-as-held', ['be-member', 'leave']],
    ['network-evaluation', 'not-member', ['follow-up']],
    ['advocacy', 'accepted', ['ask', 'pass-on', 'prepare', 'decide', 'give', 'not-give', 'decline']],
    ['advocacy', 'prepared', ['ask', 'pass-on', 'decide', 'give', 'not-give']],
    ['advocacy', 'decided', ['ask', 'pass-on', 'give', 'not-give']],
    ['advocacy', 'given', ['follow-up']],
    ['advocacy', 'not-given', ['close']],
    ['dignitary-visit', 'planned', ['ask', 'pass-on', 'hold', 'not-hold']],
  ];

  it.each(table)('%s, when it is %s: its unit and the coordinators can %j', (process, state, expected) => {
    for (const role of ['responsible', 'coordinator'] as const) {
      expect(openActions(modelOf(process).process, { state }, [role])).toEqual(expected);
    }
    expect(openActions(modelOf(process).process, { state }, ['informed'])).toEqual([]);
  });

  it.each(MODELS.map(({ process }) => process))(
    '$id: the requester answers, withdraws and changes, and no more',
    (process) => {
      for (const state of statesOf(process)) {
        const open = openActions(process, { state }, ['requester']);
        expect(open.every((action) => action === 'answer' || action === 'withdraw')).toBe(true);
        expect(isEditable(process, { state })).toBe(open.includes('withdraw'));
      }
    },
  );

  it.each(MODELS.map(({ process }) => process))(
    '$id: every state is reached from the first, and leads to an end',
    (process) => {
      const next = (state: CaseState) =>
        actionsOf(process).flatMap((action): CaseState[] => {
          const step = stepOf(process, action);
          return step?.from.includes(state) && step.to !== 'before' ? [step.to] : [];
        });
      const reachedFrom = (first: CaseState) => {
        const found = new Set<CaseState>([first]);
        for (const state of found) for (const to of next(state)) found.add(to);
        return found;
      };
      const earlier = Object.values(lifeOf(process).was);
      const reached = new Set([...reachedFrom('submitted'), ...earlier]);
      expect([...reached].sort()).toEqual([...statesOf(process)].sort());
      for (const state of reached) {
        if (state !== 'asked') expect([state, [...reachedFrom(state)].some(isEnd)]).toEqual([state, true]);
        if (isOpen(state) || isResting(state)) expect(openActions(process, { state }, ROLES)).not.toEqual([]);
      }
    },
  );

  it('tells the requester how it came out, and who has it nothing of what they did themselves', () => {
    const told = (process: string, before: readonly CaseAction[], action: CaseAction) =>
      then(process, whole(process, ...before), action)
        .entries.filter(({ purpose }) => purpose === 'news')
        .map(({ target }) => (target.kind === 'person' ? target.as : target.kind === 'unit' ? target.unit : ''));
    for (const action of ['decide-for', 'decide-against'] as const) {
      expect(told('event-proposal', ['accept'], action)).toEqual(['requester']);
    }
    expect(told('partnership-evaluation', ['accept'], 'agree')).toEqual(['requester']);
    expect(told('partnership-evaluation', ['accept', 'agree'], 'end')).toEqual(['requester']);
    expect(told('network-evaluation', ['accept'], 'be-member')).toEqual(['requester']);
    // What the city has said goes to the international affairs team's mailbox (M 2.4).
    expect(told('advocacy', ['accept'], 'give')).toEqual(['requester', 'international-affairs']);
  });

  it('says in the event what was decided until when, and nothing that somebody typed', () => {
    const { events, case: made } = then('network-evaluation', whole('network-evaluation', 'accept'), 'be-member');
    expect(events[0]?.data).toMatchObject({
      recorded: { 'membership-decision': 'join', 'membership-class': 'strategic' },
    });
    expect(JSON.stringify(events[0]?.data)).not.toContain(HANDLER.name);
    expect(made.recorded).toMatchObject({ 'membership-contact': HANDLER.name });
    const { recorded } = whole('partnership-evaluation', 'accept', 'agree', 'end', 'follow-up').case;
    expect(recorded).toMatchObject({
      'agreed-how': 'in-writing',
      'goals-reached': 'reached',
      'what-came-of-it': TYPED,
    });
  });

  it('leads by every life that we tell of through states of its own alone', () => {
    for (const model of MODELS) {
      const own = statesOf(model.process);
      const seen = LIVES[model.process.life].map((life) => whole(model.process.id, ...life).case.state);
      expect(seen.filter((state) => !own.has(state))).toEqual([]);
    }
  });
});

describe('What is in force', () => {
  const MODEL = modelOf('partnership-evaluation');
  const UNTIL = { 'in-force-from': '2026-03-02', 'in-force-until': '2028-12-29' };
  const agreed = then('partnership-evaluation', whole('partnership-evaluation', 'accept'), 'agree', UNTIL);
  const timersIn = ({ entries }: { readonly entries: readonly OutboxEntry[] }) =>
    entries.filter(({ channel }) => channel === 'timer').map(({ about, due }) => [about, due.slice(0, 10)]);
  const runOut = (change: typeof agreed, about: string) => {
    const found = change.entries.find((entry) => entry.channel === 'timer' && entry.about === about);
    if (!found) throw new Error(`There is no timer "${about}".`);
    return found;
  };

  it('waits for nobody and is open to nobody', () => {
    expect(lineOf(MODEL, agreed.case, [])).toMatchObject({ state: 'in-force', waitsFor: 'nobody', openTodos: 0 });
    expect(isOpen('in-force')).toBe(false);
  });

  it('is warned of before its end, and asked about after it: whoever has it, then the international affairs team', () => {
    expect(timersIn(agreed)).toEqual([
      ['holder-before-end', '2028-10-06'],
      ['coordinator-before-end', '2028-12-01'],
      ['holder-end', '2029-01-01'],
      ['coordinator-end', '2029-01-15'],
      ['yearly', '2027-03-02'],
    ]);
    const ran = runOut(agreed, 'holder-before-end');
    expect(remind(MODEL, agreed.case, ran, { events: [], entries: agreed.entries }, new Date(ran.due))).toMatchObject({
      events: [{ type: 'reminded', data: { about: 'holder-before-end', id: HANDLER.id } }],
    });
  });

  it('is not warned of where nobody has said until when', () => {
    const open = then('partnership-evaluation', whole('partnership-evaluation', 'accept'), 'agree', {
      'in-force-until': null,
    });
    expect(timersIn(open)).toEqual([['yearly', '2027-03-02']]);
  });

  it('is warned of at once where its end is near already', () => {
    const short = then('partnership-evaluation', whole('partnership-evaluation', 'accept'), 'agree', {
      'in-force-until': '2026-03-31',
    });
    expect(timersIn(short)[0]).toEqual(['holder-before-end', '2026-03-02']);
  });

  it('is not warned of where its end is over already: that it has ended is what is said', () => {
    const over = then('partnership-evaluation', whole('partnership-evaluation', 'accept'), 'agree', {
      'in-force-until': '2021-06-30',
    });
    expect(timersIn(over).map(([about]) => about)).toEqual(['holder-end', 'coordinator-end', 'yearly']);
  });

  it('is warned of by its new end once it is renewed; what waited for the old one says nothing', () => {
    const before = { ...whole('partnership-evaluation'), case: agreed.case };
    const renewed = then(
      'partnership-evaluation',
      before,
      'renew',
      { 'in-force-until': '2031-12-31' },
      '2028-11-01T09:00:00Z',
    );
    expect(renewed.case.recorded).toMatchObject({ 'in-force-until': '2031-12-31' });
    expect(timersIn(renewed).map(([about, due]) => [about, due?.slice(0, 4)])).toEqual([
      ['holder-before-end', '2031'],
      ['coordinator-before-end', '2031'],
      ['holder-end', '2032'],
      ['coordinator-end', '2032'],
    ]);
    const ran = runOut(agreed, 'coordinator-before-end');
    expect(remind(MODEL, renewed.case, ran, { events: [], entries: [] }, new Date(ran.due))).toBe('obsolete');
  });

  it('is looked at again every year, until it has ended', () => {
    const ran = runOut(agreed, 'yearly');
    expect(ran.everyMonths).toBe(12);
    expect(review(MODEL, agreed.case, ran, [], new Date(ran.due))).toMatchObject({ events: [{ type: 'reminded' }] });
    const ended = whole('partnership-evaluation', 'accept', 'agree', 'end');
    expect(review(MODEL, ended.case, ran, ended.events, new Date(ran.due))).toBe('obsolete');
    const over = whole('partnership-evaluation', 'accept', 'agree', 'end', 'follow-up', 'close');
    expect(review(MODEL, over.case, ran, over.events, new Date(ran.due))).toBe('obsolete');
  });
});

describe('A case of before each kind had a life of its own', () => {
  const read: readonly (readonly [process: string, stored: CaseState, means: CaseState])[] = [
    ['event-proposal', 'planned', 'prepared'],
    ['event-proposal', 'held', 'held'],
    ['event-proposal', 'not-held', 'not-held'],
    ['partnership-evaluation', 'planned', 'negotiated'],
    ['partnership-evaluation', 'held', 'recorded-as-held'],
    ['partnership-evaluation', 'not-held', 'not-agreed'],
    ['city-partner-proposal', 'held', 'recorded-as-held'],
    ['network-evaluation', 'planned', 'accepted'],
    ['network-evaluation', 'held', 'recorded-as-held'],
    ['network-evaluation', 'not-held', 'not-member'],
    ['advocacy', 'planned', 'prepared'],
    ['advocacy', 'held', 'given'],
    ['advocacy', 'not-held', 'not-given'],
    ['dignitary-visit', 'planned', 'planned'],
  ];

  it.each(read)('%s: %s is read as %s, and is acted on as that', (process, state, means) => {
    const { process: own } = modelOf(process);
    expect(stateIn(own, state)).toBe(means);
    expect(openActions(own, { state }, ROLES)).toEqual(openActions(own, { state: means }, ROLES));
    expect(openActions(own, { state }, ROLES)).not.toEqual([]);
  });

  it.each(['submitted', 'asked', 'accepted', 'followed-up', 'declined', 'withdrawn', 'closed'] as const)(
    'is what it was in every kind when it is %s',
    (state) => {
      for (const { process } of MODELS) expect(stateIn(process, state)).toBe(state);
    },
  );

  it('keeps what is stored of it until somebody does something, and then is in a state of its own', () => {
    const { case: accepted } = whole('partnership-evaluation', 'accept');
    const held = { ...accepted, state: 'held' } as const;
    expect(lineOf(modelOf('partnership-evaluation'), held, [])).toMatchObject({ state: 'recorded-as-held' });
    const { case: made, events } = then(
      'partnership-evaluation',
      { ...whole('partnership-evaluation'), case: held },
      'agree',
    );
    expect([made.state, events[0]?.data.from]).toEqual(['in-force', 'held']);
  });

  it('goes back to a state of its own when a question is answered that was asked in an old one', () => {
    const asked = { ...whole('partnership-evaluation', 'accept', 'ask').case, askedIn: 'planned' } as const;
    const model = modelOf('partnership-evaluation');
    const answered = act(model, asked, 'answer', {
      who: asked.requester,
      roles: ['requester'],
      now: new Date('2026-03-02T09:00:00Z'),
      saying: { text: TYPED },
    });
    expect(answered?.case.state).toBe('negotiated');
  });

  it('is asked by the timers that wait still whether it goes on; those of what was not agreed say nothing', () => {
    const model = modelOf('partnership-evaluation');
    const { case: accepted } = whole('partnership-evaluation', 'accept');
    const stateOf = (state: CaseState) => ({ ...accepted, state });
    const [first] = timers(model, stateOf('held')).entries;
    if (!first) throw new Error('Nobody is asked.');
    const nobody = { events: [], entries: [] };
    expect(first.about).toBe('holder-follow-up');
    expect(remind(model, stateOf('held'), first, nobody, new Date(first.due))).toMatchObject({
      events: [{ data: { id: HANDLER.id } }],
    });
    expect(remind(model, stateOf('not-held'), first, nobody, new Date(first.due))).toBe('obsolete');
  });

  it('is still reviewed where it was closed after it was recorded as held: it had no state to rest in', () => {
    const model = modelOf('network-evaluation');
    const { case: made } = whole('network-evaluation', 'decline', 'close');
    const cityWide = { ...made, answers: { ...made.answers, coordination: 'city-wide' } };
    const timer = reviewTimer(made, 'yearly', made.submittedAt, 12);
    const moves = (...states: readonly CaseState[]) =>
      states.map(
        (to, at): CaseEvent => ({ sequence: at + 3, type: 'moved', at: made.changedAt, by: HANDLER, data: { to } }),
      );
    const now = new Date('2027-03-01T09:00:00Z');
    const reviewed = (...states: readonly CaseState[]) => review(model, cityWide, timer, moves(...states), now);
    expect(reviewed('accepted', 'held', 'followed-up', 'closed')).toMatchObject({ events: [{ type: 'reminded' }] });
    expect(reviewed('declined', 'closed')).toBe('obsolete');
    expect(reviewed('accepted', 'held', 'not-member', 'followed-up', 'closed')).toBe('obsolete');
  });
});

it('is asked about after its day where it has one: whether it was held, or given', () => {
  const asked = MODELS.map(({ process }) => [process.life, lifeOf(process).afterItsDay.join()]);
  expect(Object.fromEntries(asked)).toEqual({
    visit: 'hold,not-hold',
    event: 'hold,not-hold',
    agreement: '',
    membership: '',
    view: 'give,not-give',
  });
});

it('waits as a state of which the directory has reminders, wherever somebody has something to record', () => {
  const reminded = new Set(MODELS[0]?.directory.reminders.flatMap(({ waitsIn }) => waitsIn));
  const silent = KINDS.flatMap((id) =>
    [...statesOf(modelOf(id).process)]
      .filter((state) => !isEnd(state) && !reminded.has(waitsAs(modelOf(id).process, state)))
      .map((state) => `${id}: ${state}`),
  );
  // How long people negotiate is theirs to say; a membership has no end to be warned of.
  expect(silent).toEqual(['partnership-evaluation: negotiated', 'network-evaluation: member']);
  expect(CASE_STATES.filter(isResting)).toEqual(['in-force', 'member']);
});
