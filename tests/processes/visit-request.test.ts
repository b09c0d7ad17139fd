/** The visit request of the model (M 3.3, 3.4), played as an employee walks through it. */
import { firstTodos } from '../../bot/domain/case/todo';
import { dignitaryRow } from '../../bot/domain/directory/dignitary-matrix';
import type { Answers } from '../../bot/domain/process/answers';
import { dayOf, lastDayOf } from '../../bot/domain/process/naming';
import { explain } from '../../bot/domain/walk/explanation';
import { replay } from '../../bot/domain/walk/replay';
import { linesOf, loadModel, play, type Walk, walk } from '../fixtures/model';

const visit = loadModel('visit-request');
const CRITERIA = ['interesting', 'significant', 'national-referral', 'leadership-referral', 'visibility'] as const;
const ALL_NO = Object.fromEntries(CRITERIA.map((item) => [item, false]));
const EARLY = { dignitary: false, 'main-theme': 'open-data', 'in-time': true };
const LATE = { ...EARLY, 'in-time': false };
const DECLINED = { ...LATE, 'late-response': 'decline' };
/** The forms that come before the terms, of somebody who is no partner by that. */
const COMPANY = { 'visitor-kind': 'company', 'visit-language': 'english', level: 'one-sector' };

/** The criteria answered in every way: 32 times. */
const EVERY_WAY = CRITERIA.reduce<Record<string, boolean>[]>(
  (ways, item) => ways.flatMap((way) => [true, false].map((value) => ({ ...way, [item]: value }))),
  [{}],
);

/** The cards from the first to the summary, in the order in which the person meets them. */
function cards(moment: Walk): readonly string[] {
  return moment.position.steps.map((step) => step.id);
}

/** What the card with the recommendation says, once the questions before it are answered. */
function recommended(answers: Answers): string | undefined {
  const moment = play(visit, answers);
  return moment.answers.result === moment.outcome ? moment.outcome : undefined;
}

describe('Whether to receive a visit', () => {
  it('is settled by one Yes among the five criteria, in all 32 ways to answer them in time', () => {
    for (const criteria of EVERY_WAY) {
      const anyYes = Object.values(criteria).includes(true);
      expect([criteria, recommended({ ...EARLY, ...criteria })]).toEqual([criteria, anyYes ? 'receive' : 'not-free']);
    }
  });

  it('is not even asked by the criteria when a late request is declined, whatever they would be', () => {
    for (const criteria of EVERY_WAY) {
      const moment = walk(visit, { answers: { ...DECLINED, ...criteria } });
      expect(moment.position.dropped).toEqual(CRITERIA);
      expect(moment.outcome).toBe('not-in-time');
      expect(cards(moment)).not.toContain('criteria');
    }
  });

  it('is asked in the order of the model', () => {
    const moment = walk(visit).play(EARLY);
    expect([moment.at, linesOf(moment)]).toEqual(['criteria', CRITERIA]);
    expect(moment.fill('criteria').at).toBe('result');
  });

  it('is asked to the end though the first Yes settles it: every answer is on record', () => {
    const moment = play(visit, EARLY).answer('interesting', true);
    expect(moment.outcome).toBe('receive');
    expect(moment.at).toBe('criteria');
  });
});

describe('A dignitary', () => {
  it.each([
    ['royalty', 5],
    ['head-of-state', 5],
    ['ambassador', 4],
    ['minister', 3],
    ['international-organisation', 3],
    ['other-dignitary', 3],
  ])('of the kind %s is received, with %i of five roles marked', (kind, marked) => {
    const moment = walk(visit).answer('dignitary', true).answer('dignitary-kind', kind);
    expect(moment.outcome).toBe('dignitary');
    const row = dignitaryRow(visit.directory, kind);
    const roles = Object.values(row?.parties ?? {});
    expect(row?.marked).toBe(marked);
    expect(row?.parties['international-affairs']).toBe('yes');
    expect(roles).toHaveLength(5);
    // Where the source has lost which roles are marked, all but the international affairs team are to be confirmed.
    expect(roles.filter((role) => role === 'yes')).toHaveLength(marked === 5 ? 5 : 1);
  });

  it('is asked neither the schedule nor the criteria, nor about fees', () => {
    const moment = walk(visit).finish({ dignitary: true, 'dignitary-kind': 'minister' });
    expect(cards(moment)).toEqual([
      'dignitary',
      'dignitary-kind',
      'what-and-when',
      'result',
      'visitor',
      'programme',
      'theme',
      'summary',
    ]);
  });

  it('who was not one in the end is asked everything else', () => {
    const changed = walk(visit)
      .finish({ dignitary: true, 'dignitary-kind': 'minister' })
      .change('dignitary')
      .answer('dignitary', false);
    expect(changed.dropped).toEqual(['dignitary-kind']);
    expect(changed.at).toBe('in-time');
  });

  it('shows the matrix with the recommendation', () => {
    const rule = play(visit, { dignitary: true, 'dignitary-kind': 'minister' }).position.outcome;
    expect(rule?.shows).toEqual({ dignitaryMatrix: 'dignitary-kind' });
  });
});

describe('A late request', () => {
  const MOVED = { ...LATE, 'late-response': 'another-date', 'other-date': '2026-09-14' };

  it('that is declined is too late, whatever else it is, and is recorded all the same', () => {
    const end = walk(visit).finish({ ...DECLINED, partner: false });
    expect(end.outcome).toBe('not-in-time');
    expect(end.submit().effects).toEqual([{ type: 'submitted' }]);
  });

  it('that is declined is asked whether the visitor is a partner, and never about a paid visit', () => {
    expect(cards(play(visit, { ...DECLINED, ...COMPANY, partner: false }))).toEqual([
      'dignitary',
      'what-and-when',
      'in-time',
      'late-response',
      'result',
      'visitor',
      'programme',
      'theme',
      'partner',
      'summary',
    ]);
  });

  it('for which another date is suggested is judged by the criteria, in all 32 ways, as one that came in time', () => {
    for (const criteria of EVERY_WAY) {
      const anyYes = Object.values(criteria).includes(true);
      expect([criteria, recommended({ ...MOVED, ...criteria })]).toEqual([criteria, anyYes ? 'receive' : 'not-free']);
    }
  });

  it('has no recommendation before the criteria, and none at all without the other date', () => {
    const atDate = play(visit, { ...LATE, 'late-response': 'another-date' });
    expect(atDate.at).toBe('other-days');
    expect(() => atDate.fill('other-days', { 'other-date': '' })).toThrow('missing');
    const atCriteria = play(visit, MOVED);
    expect([atCriteria.at, atCriteria.outcome]).toEqual(['criteria', undefined]);
  });

  it('ends on no day before the one that it is moved to', () => {
    const atDate = play(visit, { ...LATE, 'late-response': 'another-date' });
    const days = { 'other-date': '2026-09-14', 'other-departure': '2026-09-13' };
    expect(() => atDate.fill('other-days', days)).toThrow('too-early');
  });

  it('says that it was moved: among the reasons, as advice, and as what would change it', () => {
    const moved = { ...MOVED, ...ALL_NO, significant: true };
    const { reasons, flips } = explain(visit, walk(visit).finish({ ...moved, partner: true }).answers) ?? {};
    expect(reasons).toContainEqual({ item: 'in-time', answer: false, source: 'M 3.4' });
    expect(reasons).toContainEqual({ item: 'late-response', answer: 'another-date', source: 'product' });
    expect(flips).toContainEqual({ item: 'late-response', to: 'decline', outcome: 'not-in-time' });
    const advice = play(visit, moved).position.outcome?.advice.find(({ id }) => id === 'another-date');
    expect(advice?.when).toEqual({ answer: 'late-response', is: 'another-date' });
  });

  it('has its day, to-dos and listings by the date that it is moved to', () => {
    const days = { arrival: '2026-03-09', departure: '2026-03-10' };
    const last = { 'other-departure': '2026-09-16' };
    const { answers } = walk(visit).finish({ ...days, ...MOVED, ...ALL_NO, visibility: true, partner: true, ...last });
    expect(dayOf(visit.process, answers)).toBe('2026-09-14');
    expect(lastDayOf(visit.process, answers)).toBe('2026-09-16');
    expect(lastDayOf(visit.process, { ...answers, 'other-departure': null })).toBe('2026-09-14');
    const due = firstTodos(visit, answers).flatMap((todo) => todo.due ?? []);
    expect(due.length).toBeGreaterThan(0);
    expect(due.filter((day) => day < '2026-08')).toEqual([]);
  });

  it('of the first version, whose other date was open, keeps its answers and goes on with the date', () => {
    const old = { ...LATE, result: 'not-in-time', 'late-response': 'another-date', partner: false, 'other-date': null };
    const moment = walk(visit, { answers: { ...old, arrival: null, departure: null, organisation: 'Sample City' } });
    expect(moment.at).toBe('other-days');
    expect(moment.position.facts.answers).toMatchObject({ partner: false, organisation: 'Sample City' });
    // Until then it is listed by the day that was asked for.
    expect(dayOf(visit.process, { ...old, arrival: '2026-05-04' })).toBe('2026-05-04');
    const judged = moment.play({ 'other-date': '2026-09-14', ...ALL_NO, interesting: true });
    expect(judged.outcome).toBe('receive');
    expect(judged.dropped).toEqual([]);
  });
});

describe('A paid technical visit', () => {
  const NO_REASON = { ...EARLY, ...ALL_NO, ...COMPANY, partner: false, networks: false };

  it('is offered exactly to those who are neither dignitary nor partner, and bring neither learning nor networks', () => {
    for (const criteria of EVERY_WAY) {
      for (const partner of [true, false]) {
        for (const networks of [true, false]) {
          const moment = play(visit, { ...EARLY, ...criteria, ...COMPANY, partner, networks });
          const offered = cards(moment).includes('technical-visit');
          const expected = !partner && !criteria.interesting && !networks;
          expect([criteria, partner, networks, offered]).toEqual([criteria, partner, networks, expected]);
        }
      }
    }
  });

  it('is settled by networks alone: they are no sixth criterion of whether to receive', () => {
    for (const networks of [true, false]) {
      expect(play(visit, { ...NO_REASON, networks }).outcome).toBe('not-free');
      expect(play(visit, { ...NO_REASON, significant: true, networks }).outcome).toBe('receive');
    }
  });

  it('that is taken up ends the question of what else to do', () => {
    const moment = play(visit, { ...NO_REASON, 'technical-visit': true });
    expect(moment.at).toBe('summary');
    expect(cards(moment)).not.toContain('without-fee');
  });

  it.each([
    ['that is not taken up', { 'technical-visit': false }],
    ['that networks speak against', { networks: true }],
    ['that is not for a partner', { partner: true }],
  ])('%s leaves: decline, or the unit decides', (_, answers) => {
    const moment = play(visit, { ...NO_REASON, ...answers });
    expect(moment.at).toBe('without-fee');
    expect(moment.answer('without-fee', 'decline').at).toBe('summary');
    expect(moment.answer('without-fee', 'unit-decides').at).toBe('summary');
  });

  it('of a visit that is to be received anyway needs no other way out when it is not taken up', () => {
    const moment = play(visit, { ...NO_REASON, visibility: true, 'technical-visit': false });
    expect(moment.at).toBe('summary');
  });

  it('has to-dos of its own, and no other visit has them', () => {
    const own = ['planning.technical-concept', 'planning.technical-price', 'after.technical-invoice'];
    const todosOf = (answers: Answers) => firstTodos(visit, walk(visit).finish(answers).answers).map(({ key }) => key);
    expect(todosOf({ ...NO_REASON, 'technical-visit': true })).toEqual(expect.arrayContaining(own));
    for (const key of own)
      expect(todosOf({ ...EARLY, ...ALL_NO, interesting: true, partner: false })).not.toContain(key);
  });
});

describe('Whether the visitor is a partner', () => {
  const sister = walk(visit).finish({
    ...EARLY,
    ...ALL_NO,
    interesting: true,
    'visitor-kind': 'sister-or-partner-city',
  });

  it('follows for a sister or partner city, and is said when it is filled in', () => {
    const { facts, followed } = replay(visit, sister.answers);
    expect(facts.answers.partner).toBe(true);
    expect(followed).toContain('partner');
  });

  it('can be changed like any answer, and is asked about then', () => {
    const changed = sister.change('partner').answer('partner', false);
    expect(changed.answers.partner).toBe(false);
    expect(changed.send({ type: 'submit' }).refused).toBe(true);
  });

  it('is asked anew when it turns out to be another kind of visitor', () => {
    const other = sister.change('visitor').fill('visitor', { 'visitor-kind': 'city' });
    expect(other.at).toBe('partner');
    expect(other.answers).not.toHaveProperty('partner');
  });

  it('stays as it was said where nothing made it follow', () => {
    const told = walk(visit).finish({ ...EARLY, ...ALL_NO, interesting: true, 'visitor-kind': 'city', partner: true });
    const other = told.change('visitor').fill('visitor', { 'visitor-kind': 'company' });
    expect([other.at, other.answers.partner]).toEqual(['summary', true]);
  });
});

describe('Who represents the city', () => {
  const levelOf = (level: string) =>
    walk(visit).finish({ ...EARLY, ...ALL_NO, interesting: true, partner: false, level });
  const hospitality = (level: string) =>
    firstTodos(visit, levelOf(level).answers).some(({ key }) => key === 'planning.hospitality');

  it.each([
    ['one-sector', false],
    ['city-wide', true],
    ['state-level', true],
  ])('in a visit of the level %s is asked, and hospitality agreed: %s', (level, asked) => {
    expect(cards(levelOf(level)).includes('representation')).toBe(asked);
    expect(hospitality(level)).toBe(asked);
  });
});

describe('An answer that is changed later', () => {
  const complete = walk(visit).finish({
    ...EARLY,
    ...ALL_NO,
    ...COMPANY,
    partner: false,
    networks: false,
    'technical-visit': true,
  });

  it('drops the criteria, and names them, when the request turns out to be late and is declined', () => {
    const asked = complete.change('in-time').answer('in-time', false);
    expect(asked.at).toBe('late-response');
    // Whoever suggests another date needs them still.
    expect(asked.dropped).toEqual([]);
    const changed = asked.answer('late-response', 'decline');
    expect(changed.dropped).toEqual([...CRITERIA, 'networks', 'technical-visit']);
    for (const item of changed.dropped) expect(changed.answers).not.toHaveProperty(item);
    expect(changed.at).toBe('result');
  });

  it('asks the criteria when the request turns out to be in time', () => {
    const late = walk(visit).finish({ ...DECLINED, partner: false });
    const changed = late.change('in-time').answer('in-time', true);
    expect(changed.dropped).toEqual(['late-response']);
    expect(changed.at).toBe('criteria');
    expect(changed.play(ALL_NO).at).toBe('networks');
  });

  it('shows the new recommendation before the summary', () => {
    const changed = complete.change('criteria').fill('criteria', { visibility: true });
    expect(changed.at).toBe('result');
    expect(changed.outcome).toBe('receive');
    expect(changed.dropped).toEqual([]);
  });

  it('asks for the sector when the theme becomes a sector own field, and forgets it when it was not', () => {
    const sector = complete.change('what-and-when').fill('what-and-when', { 'main-theme': 'sector-substance' });
    expect(sector.at).toBe('owner');
    const named = sector.fill('owner', { sector: 'Growth and learning' });
    expect(named.at).toBe('summary');
    const other = named.change('what-and-when').fill('what-and-when', { 'main-theme': 'open-data' });
    expect(other.dropped).toEqual(['sector']);
    expect(other.at).toBe('summary');
  });
});

describe('The form', () => {
  const dignitary = { dignitary: true, 'dignitary-kind': 'minister' };

  it('takes a departure on the day of arrival, and none before it', () => {
    const atDays = play(visit, dignitary);
    const dates = { arrival: '2026-05-04', departure: '2026-05-04' };
    expect(atDays.fill('what-and-when', dates).at).toBe('result');
    expect(() => atDays.fill('what-and-when', { ...dates, departure: '2026-05-03' })).toThrow('too-early');
  });

  it('takes a group of 1 to 2000', () => {
    const atVisitor = play(visit, { ...dignitary, 'main-theme': 'open-data' });
    expect(atVisitor.fill('visitor', { 'group-size': 1 }).at).toBe('programme');
    expect(atVisitor.fill('visitor', { 'group-size': 2000 }).at).toBe('programme');
    expect(() => atVisitor.fill('visitor', { 'group-size': 0 })).toThrow('out-of-range');
    expect(() => atVisitor.fill('visitor', { 'group-size': 2001 })).toThrow('out-of-range');
  });
});

it('every recommendation can be explained, with a section of the model or as a decision of ours', () => {
  for (const answers of [
    { dignitary: true },
    DECLINED,
    { ...EARLY, ...ALL_NO },
    { ...EARLY, ...ALL_NO, visibility: true },
  ]) {
    expect(explain(visit, answers)?.source).toMatch(/^M 3\.[34](; product)?$/);
  }
});
