import type { Answers } from '../../../bot/domain/process/answers';
import { resolveProcess } from '../../../bot/domain/process/inclusion';
import { type Process, processFileSchema } from '../../../bot/domain/process/process';
import type { Model } from '../../../bot/domain/rules/model';
import { explain, type Flip } from '../../../bot/domain/walk/explanation';
import { replay } from '../../../bot/domain/walk/replay';
import { linesOf, loadModel, TOY_PROCESSES, type Walk, walk } from '../../fixtures/model';

const visit = loadModel('visit-request');
const toy = loadModel('lending-library', TOY_PROCESSES);
const CRITERIA = ['interesting', 'significant', 'national-referral', 'leadership-referral', 'visibility'] as const;

/** Every state that people can reach by answering forward: each question both ways, each choice of the process. */
function everyMoment(model: Model): readonly Answers[] {
  const found: Answers[] = [];
  const ahead: Walk[] = [walk(model)];
  for (let moment = ahead.pop(); moment; moment = ahead.pop()) {
    found.push(moment.answers);
    ahead.push(...nextMoments(moment));
  }
  return found;
}

function nextMoments(moment: Walk): readonly Walk[] {
  const { step } = moment;
  if (step.kind === 'summary') return [];
  if (step.kind === 'outcome') return [moment.acknowledge()];
  if (step.kind === 'form' && step.section.show === 'checklist') {
    const [line] = linesOf(moment).filter((item) => moment.answers[item] === undefined);
    return line === undefined ? [] : [true, false].map((value) => moment.answer(line, value));
  }
  if (step.kind === 'form') return [moment.fill(step.id)];
  const { item } = step;
  if (item.type === 'yes-no') return [true, false].map((value) => moment.answer(item.id, value));
  if (item.type !== 'choice' || !Array.isArray(item.choices)) throw new Error(`"${item.id}" cannot be pressed.`);
  const answers = item.choices.map((choice) => moment.send({ type: 'answer', item: item.id, value: choice.id }));
  return answers.filter((next) => next.answers[item.id] !== undefined);
}

/** Which single yes/no answers lead elsewhere when turned round, found by trying each. */
function turnedRound(model: Model, answers: Answers): readonly Flip[] {
  const outcome = replay(model, answers).outcome?.id;
  return Object.entries(answers).flatMap(([item, given]) => {
    if (typeof given !== 'boolean') return [];
    const elsewhere = replay(model, { ...answers, [item]: !given }).outcome?.id ?? 'open';
    return elsewhere === outcome ? [] : [{ item, to: !given, outcome: elsewhere }];
  });
}

const byItem = (one: Flip, other: Flip) => one.item.localeCompare(other.item);

describe.each([
  { name: 'the visit request', model: visit },
  { name: 'the toy process', model: toy },
])('On every walk through $name', ({ model }) => {
  const moments = everyMoment(model);

  it('there is an explanation as soon as there is an outcome, and not before', () => {
    for (const answers of moments) {
      expect(explain(model, answers)?.outcome).toBe(replay(model, answers).outcome?.id);
    }
  });

  it('the answers that would change the outcome are exactly those that do when tried', () => {
    for (const answers of moments) {
      const told = explain(model, answers)?.flips.filter((flip) => typeof flip.to === 'boolean');
      if (told) expect([...told].sort(byItem)).toEqual([...turnedRound(model, answers)].sort(byItem));
    }
  });

  it('every choice that is told to lead elsewhere does', () => {
    for (const answers of moments) {
      for (const { item, to, outcome } of explain(model, answers)?.flips ?? []) {
        expect(replay(model, { ...answers, [item]: to }).outcome?.id ?? 'open').toBe(outcome);
      }
    }
  });

  it('the reasons alone give the same outcome', () => {
    for (const answers of moments) {
      const explained = explain(model, answers);
      if (!explained) continue;
      const reasons = Object.fromEntries(explained.reasons.map(({ item, answer }) => [item, answer]));
      expect([reasons, replay(model, reasons).outcome?.id]).toEqual([reasons, explained.outcome]);
    }
  });
});

it('all 32 answers to the criteria, late requests and dignitaries were among the walks', () => {
  const answered = everyMoment(visit).map((answers) => JSON.stringify(CRITERIA.map((item) => answers[item])));
  expect(new Set(answered.filter((answers) => !answers.includes('null'))).size).toBe(32);
});

describe('The explanation of a visit', () => {
  const no = Object.fromEntries(CRITERIA.map((item) => [item, false]));
  const early = { dignitary: false, 'in-time': true };
  const DECLINED = { dignitary: false, 'in-time': false, 'late-response': 'decline' };

  it('names the rule, its section and how far the count came', () => {
    const explained = explain(visit, { ...early, ...no, significant: true, visibility: true });
    expect(explained).toMatchObject({ outcome: 'receive', source: 'M 3.4', count: { reached: 2, of: 5, needed: 1 } });
  });

  it('names the answers behind it in the order of the questions, each with its section', () => {
    const explained = explain(visit, { ...early, ...no, visibility: true, significant: true });
    expect(explained?.reasons).toEqual([
      { item: 'dignitary', answer: false, source: 'M 3.3; M 3.4' },
      { item: 'in-time', answer: true, source: 'M 3.4' },
      { item: 'significant', answer: true, source: 'M 3.4' },
      { item: 'visibility', answer: true, source: 'M 3.4' },
    ]);
  });

  it('says that a single Yes carries it', () => {
    expect(explain(visit, { ...early, ...no, significant: true })?.flips).toEqual([
      { item: 'dignitary', to: true, outcome: 'dignitary' },
      { item: 'in-time', to: false, outcome: 'open' },
      { item: 'significant', to: false, outcome: 'not-free' },
    ]);
  });

  it('says that with two Yes neither alone would change it', () => {
    const flips = explain(visit, { ...early, ...no, significant: true, visibility: true })?.flips;
    expect(flips?.map(({ item }) => item)).toEqual(['dignitary', 'in-time']);
  });

  it('says which answers would have changed a refusal, and that none of five was Yes', () => {
    const explained = explain(visit, { ...early, ...no });
    expect(explained?.count).toEqual({ reached: 0, of: 5, needed: 1 });
    expect(explained?.flips.map(({ item }) => item)).toEqual(['dignitary', 'in-time', ...CRITERIA]);
  });

  it('says that questions would follow where an answer leads to open ones', () => {
    expect(explain(visit, DECLINED)?.flips).toEqual([
      { item: 'dignitary', to: true, outcome: 'dignitary' },
      { item: 'in-time', to: true, outcome: 'open' },
      { item: 'late-response', to: 'another-date', outcome: 'open' },
    ]);
  });

  it('counts nothing for a dignitary or a late request', () => {
    expect(explain(visit, { dignitary: true })).not.toHaveProperty('count');
    expect(explain(visit, DECLINED)).toBeDefined();
    expect(explain(visit, DECLINED)).not.toHaveProperty('count');
  });
});

describe('An item that no rule names, but that decides whether a named one is asked,', () => {
  const yesNo = (id: string) => ({ id, type: 'yes-no' as const, source: 'product' });
  const file = processFileSchema.parse({
    id: 'gated',
    occasion: 'visit',
    life: 'visit',
    version: 1,
    casePrefix: 'G',
    source: 'product',
    title: { who: 'commercial' },
    sections: [
      {
        id: 'partner',
        show: 'one-by-one',
        items: [yesNo('commercial'), { ...yesNo('interest-known'), when: { answer: 'commercial', is: true } }],
      },
    ],
    outcomes: [
      {
        id: 'resolve',
        source: 'product',
        tone: 'warning',
        when: { count: ['interest-known'], is: false, atLeast: 1 },
      },
      { id: 'go-on', source: 'product', tone: 'good', when: { all: [] } },
    ],
    routing: {
      responsible: [{ id: 'all', source: 'product', when: { all: [] }, to: { unit: 'international-affairs' } }],
      informed: [],
    },
  });
  const process: Process = resolveProcess(file, new Map());
  const gated: Model = { ...visit, process };

  it('is a reason', () => {
    expect(explain(gated, { commercial: false })?.reasons.map(({ item }) => item)).toEqual(['commercial']);
  });

  it('leaves nothing to count when none was asked', () => {
    expect(explain(gated, { commercial: false })).not.toHaveProperty('count');
    expect(explain(gated, { commercial: true, 'interest-known': false })?.count).toEqual({
      reached: 1,
      of: 1,
      needed: 1,
    });
  });

  it('is an answer that would change the outcome', () => {
    const flips = explain(gated, { commercial: true, 'interest-known': false })?.flips;
    expect(flips).toEqual([
      { item: 'commercial', to: false, outcome: 'go-on' },
      { item: 'interest-known', to: true, outcome: 'go-on' },
    ]);
  });
});
