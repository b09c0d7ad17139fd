/** A walk that turns out to be another process's goes on there, and back, and loses nothing. */
import type { Answers } from '../../../bot/domain/process/answers';
import type { Process } from '../../../bot/domain/process/process';
import type { WalkState } from '../../../bot/domain/walk/checklist';
import { handedOver } from '../../../bot/domain/walk/hand-over';
import { loadModel, walk } from '../../fixtures/model';

const visit = loadModel('visit-request');
const dignitary = loadModel('dignitary-visit');
const processes: ReadonlyMap<string, Process> = new Map([visit, dignitary].map(({ process }) => [process.id, process]));

const GUEST = {
  organisation: 'Sample City Council',
  country: 'JP',
  'group-size': 4,
  guests: 'Kim Sample, mayor',
  'visitor-contact': 'Kim Sample, kim@example.org',
  arrival: '2026-05-04',
  interests: 'Schools',
  learn: 'Their libraries',
  'main-theme': 'open-data',
  'other-themes': ['innovation'],
  goals: [],
};
const CRITERIA = {
  'in-time': true,
  interesting: true,
  significant: false,
  'national-referral': false,
  'leadership-referral': false,
  visibility: true,
};
const ORDINARY = {
  dignitary: false,
  ...CRITERIA,
  partner: false,
  'visitor-kind': 'city',
  level: 'one-sector',
  ...GUEST,
};

/** The walk after an answer to the question on which it turns, and where it is handed over to. */
function turned(model: typeof visit, state: WalkState, item: string, value: boolean | string) {
  const before = walk(model, state).change(item);
  const after = before.answer(item, value);
  const over = handedOver(model, processes, after.state, before.state);
  if (!over) throw new Error(`"${item}" does not hand over.`);
  return over;
}

const complete = walk(visit).finish(ORDINARY);
const asDignitary = turned(visit, complete.state, 'dignitary', true);

describe('A visit whose guest is a dignitary', () => {
  it('goes on as a dignitary visit, with every answer that this asks too', () => {
    expect(asDignitary.rule.id).toBe('dignitary');
    expect(asDignitary.model.process.id).toBe('dignitary-visit');
    const { 'visitor-contact': contact, ...same } = GUEST;
    expect(asDignitary.state.answers).toMatchObject({ foreign: true, ...same, 'arranger-contact': contact });
  });

  it('keeps beside them what is asked of visits alone', () => {
    expect(asDignitary.state.aside).toMatchObject({ ...CRITERIA, partner: false, 'visitor-kind': 'city' });
    expect(asDignitary.state.aside).not.toHaveProperty('dignitary');
    expect(asDignitary.state.aside).not.toHaveProperty('result');
  });

  it('asks what is left: the kind, who sent the request, and the recommendation anew', () => {
    const moment = walk(dignitary, asDignitary.state);
    expect(moment.at).toBe('kind');
    expect(moment.answer('kind', 'minister').answer('requested-by', 'embassy').at).toBe('result');
  });

  it('takes along the kind that was chosen by an earlier version', () => {
    const old = walk(visit).finish({ ...GUEST, dignitary: true, 'dignitary-kind': 'ambassador', level: 'state-level' });
    expect(handedOver(visit, processes, old.state)?.state.answers).toMatchObject({ foreign: true, kind: 'ambassador' });
  });

  it('asks for what may be left empty of a visit and not of a dignitary', () => {
    const state = { answers: { ...complete.answers, guests: null, dignitary: true } };
    expect(handedOver(visit, processes, state)?.state.answers).not.toHaveProperty('guests');
  });
});

describe('A dignitary visit of somebody who is none', () => {
  const answered: Answers = {
    ...asDignitary.state.answers,
    kind: 'minister',
    'requested-by': 'embassy',
    result: 'receive',
    'responsible-person': 'Aino Esimerkki',
    'arranger-told': 'told',
    guests: 'Kim Sample, minister',
  };
  const state = { answers: answered, ...(asDignitary.state.aside && { aside: asDignitary.state.aside }) };

  it.each([
    ['foreign', false, 'finnish-guest'],
    ['kind', 'none-of-these', 'no-dignitary'],
  ] as const)('(%s: %s) goes back to be a visit request, with the answers of both', (item, value, rule) => {
    const back = turned(dignitary, state, item, value);
    expect(back.rule.id).toBe(rule);
    const { guests: _, ...same } = ORDINARY;
    expect(back.state.answers).toMatchObject({ ...same, guests: 'Kim Sample, minister' });
    expect(back.state.aside).toMatchObject({ 'responsible-person': 'Aino Esimerkki', 'requested-by': 'embassy' });
    // The recommendation is seen anew; all else was answered.
    expect(walk(visit, back.state).at).toBe('result');
  });

  it('and of a dignitary after all comes back to where it was', () => {
    const back = turned(dignitary, state, 'foreign', false);
    const again = turned(visit, walk(visit, back.state).acknowledge().state, 'dignitary', true);
    const { result: _, ...kept } = answered;
    expect(again.state.answers).toEqual(kept);
  });

  it('does not lead away again by the answer that led away', () => {
    const back = turned(dignitary, state, 'kind', 'none-of-these');
    const again = turned(visit, walk(visit, back.state).acknowledge().state, 'dignitary', true);
    expect(again.state.answers).not.toHaveProperty('kind');
    expect(handedOver(dignitary, processes, again.state)).toBeUndefined();
  });
});

it('a walk that is where it belongs stays there', () => {
  expect(handedOver(visit, processes, complete.state)).toBeUndefined();
  expect(handedOver(dignitary, processes, asDignitary.state)).toBeUndefined();
});
