/** What holds of every walk, whatever anybody sends: `transition` against random people. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Answer } from '../../bot/domain/process/answers';
import { type Item, itemsOf } from '../../bot/domain/process/process';
import type { Model } from '../../bot/domain/rules/model';
import { currentStep, type WalkEvent } from '../../bot/domain/walk/checklist';
import { contradictionsIn } from '../../bot/domain/walk/contradictions';
import { directoryChoices, isAnswered, openChoices, replay, SUMMARY } from '../../bot/domain/walk/replay';
import { loadModel, plainAnswer, TOY_PROCESSES, type Walk, walk } from '../fixtures/model';

const visit = loadModel('visit-request');
const toy = loadModel('lending-library', TOY_PROCESSES);

/** What a random person does: mostly something that the card offers, sometimes anything at all. */
type Deed = { readonly sensible: number } | { readonly event: WalkEvent };

function deeds(model: Model): fc.Arbitrary<Deed> {
  const ids = [...itemsOf(model.process).map(({ id }) => id), ...model.process.sections.map(({ id }) => id)];
  const id = fc.constantFrom(...ids, 'summary', 'colour', '__proto__', 'constructor', '');
  const value: fc.Arbitrary<Answer> = fc.oneof(
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.string({ maxLength: 8 }),
    fc.constantFrom('drill', 'trailer', 'receive', 'lend', 'congresses', 'decline'),
    fc.array(fc.constantFrom('oil', 'gloves', 'innovation', ''), { maxLength: 3 }),
  );
  const event: fc.Arbitrary<WalkEvent> = fc.oneof(
    fc.record({ type: fc.constant('answer' as const), item: id, value }),
    fc.record({ type: fc.constant('fill' as const), step: id, values: fc.dictionary(id, value, { maxKeys: 6 }) }),
    fc.record({ type: fc.constant('acknowledge' as const), item: id }),
    fc.record({ type: fc.constant('change' as const), step: id }),
    fc.constantFrom<WalkEvent>(
      { type: 'back' },
      { type: 'save' },
      { type: 'cancel' },
      { type: 'keep' },
      { type: 'discard' },
      { type: 'submit' },
    ),
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ sensible: fc.nat(1_000_000) }) },
    { weight: 1, arbitrary: fc.record({ event }) },
  );
}

function does(moment: Walk, deed: Deed): Walk {
  return moment.send('event' in deed ? deed.event : sensibleEvent(moment, deed.sensible));
}

/** An event that the card offers; the number chooses what is answered. */
function sensibleEvent({ model, position, step, state }: Walk, dice: number): WalkEvent {
  const answer = (item: Item, salt: number): Answer => {
    if (item.type === 'yes-no') return (dice + salt) % 2 === 0;
    if (item.type !== 'choice' && item.type !== 'choices') return plainAnswer(model, position, item);
    const open = openChoices(item, position.facts) ?? directoryChoices(model, item);
    const chosen = open.slice((dice + salt) % open.length).slice(0, 1);
    return item.type === 'choices' ? chosen : (chosen[0] ?? null);
  };
  if (state.pause === 'cancel') return { type: 'keep' };
  switch (step.kind) {
    case 'question':
      return { type: 'answer', item: step.id, value: answer(step.item, 0) };
    case 'outcome':
      return { type: 'acknowledge', item: step.id };
    case 'form':
      return {
        type: 'fill',
        step: step.id,
        values: Object.fromEntries(step.items.map((item, index) => [item.id, answer(item, index)])),
      };
    case 'summary': {
      const { steps } = position;
      return { type: 'change', step: steps[dice % steps.length]?.id ?? 'summary' };
    }
  }
}

/** Where a random person is after random deeds. */
function somewhere(model: Model): fc.Arbitrary<Walk> {
  return fc.array(deeds(model), { maxLength: 40, size: 'max' }).map((all) => all.reduce(does, walk(model)));
}

/** The walk without the person's looking elsewhere: at its first open card. */
function resumed(moment: Walk): Walk {
  return walk(moment.model, { answers: moment.answers });
}

/** The answers with those that follow from others, which nobody gave. */
function answersThatCount({ model, answers }: Walk) {
  return replay(model, answers).facts.answers;
}

describe.each([
  { name: 'the visit request', model: visit },
  { name: 'the toy process', model: toy },
])('Whatever anybody does in $name', ({ model }) => {
  it('the walk is in a valid place, and a refused event has changed nothing', () => {
    fc.assert(
      fc.property(fc.array(deeds(model), { maxLength: 30 }), (all) => {
        let moment = walk(model);
        for (const deed of all) {
          const before = structuredClone(moment.state);
          const next = does(moment, deed);
          expect(moment.state).toEqual(before);
          if (next.refused) expect(next.state).toEqual(before);
          expectValid(next);
          moment = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answering what is open leads to the summary in a bounded number of cards', () => {
    fc.assert(
      fc.property(somewhere(model), fc.nat(1_000_000), (start, dice) => {
        let moment = resumed(start);
        const bound = 3 * itemsOf(model.process).length + 10;
        let cards = 0;
        while (moment.step !== SUMMARY && cards <= bound) {
          moment = does(moment, { sensible: dice + cards });
          cards += 1;
        }
        expect(moment.step).toBe(SUMMARY);
        // What contradicts itself is not sent before one of the answers has given way.
        const end = contradictionsIn(model, moment.position).length === 0 ? 'submitted' : 'refused';
        expect(moment.send({ type: 'submit' }).effects).toEqual([{ type: end }]);
      }),
      { numRuns: 60 },
    );
  });

  it('going back and answering the same keeps every answer', () => {
    fc.assert(
      fc.property(somewhere(model), (somewhereOn) => {
        const start = resumed(somewhereOn);
        const back = start.send({ type: 'back' });
        const { step, answers } = back;
        if (back.refused) return;
        const again: WalkEvent =
          step.kind === 'question'
            ? { type: 'answer', item: step.id, value: answersThatCount(back)[step.id] ?? null }
            : step.kind === 'form'
              ? { type: 'fill', step: step.id, values: answers }
              : { type: 'acknowledge', item: step.id };
        const after = back.send(again);
        expect(answersThatCount(after)).toEqual(answersThatCount(start));
        expect(after.at).toBe(start.at);
        expect(after.effects).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('what a change drops is gone and named, and nothing else is lost', () => {
    fc.assert(
      fc.property(somewhere(model), fc.nat(1_000_000), fc.nat(1_000_000), (somewhereOn, where, dice) => {
        const start = resumed(somewhereOn);
        const { steps } = start.position;
        const step = steps[where % (steps.length - 1)];
        if (!step) return;
        const changing = start.send({ type: 'change', step: step.id });
        const after = does(changing, { sensible: dice });
        const gone = Object.keys(start.answers).filter((item) => after.answers[item] === undefined);
        const missed = gone.filter((item) => !isEmpty(start.answers[item]) && !isOutcome(model, item));
        expect(after.dropped.filter((item) => item in start.answers).sort()).toEqual(missed.sort());
        for (const item of after.dropped) expect(after.answers).not.toHaveProperty([item]);
      }),
      { numRuns: 100 },
    );
  });
});

function isEmpty(answer: Answer | undefined): boolean {
  return answer === null || (Array.isArray(answer) && answer.length === 0);
}

function isOutcome(model: Model, itemId: string): boolean {
  return itemsOf(model.process).some((item) => item.id === itemId && item.type === 'outcome');
}

function expectValid({ model, state, effects }: Walk): void {
  const position = replay(model, state.answers);
  expect(position.dropped).toEqual([]);
  expect(Object.keys(state.answers).filter((item) => position.facts.asked.get(item) === false)).toEqual([]);
  expect(position.steps).toContain(currentStep(position, state));
  const again = replay(model, JSON.parse(JSON.stringify(state)).answers);
  expect(isDeepStrictEqual(again, position)).toBe(true);
  if (!effects.some((effect) => effect.type === 'submitted')) return;
  expect(position.outcome).toBeDefined();
  expect(position.steps.filter((step) => !isAnswered(step, state.answers))).toEqual([SUMMARY]);
}
