import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Answer } from '../../bot/domain/answers';
import { currentStep, NEW_WALK, transition, type WalkEvent } from '../../bot/domain/checklist';
import type { Model } from '../../bot/domain/model';
import { type Item, itemsOf } from '../../bot/domain/process';
import { directoryChoices, isAnswered, openChoices, replay, SUMMARY } from '../../bot/domain/replay';
import { loadModel, plainAnswer, play, TOY_PROCESSES, type Walk, walk } from '../fixtures/model';

const visit = loadModel('visit-request');
const toy = loadModel('lending-library', TOY_PROCESSES);
const DRILL = { member: true, tool: 'drill', 'main-theme': 'open-data' };
const TRAILER = { member: true, tool: 'trailer', 'towing-licence': true, 'main-theme': 'open-data' };

describe('Answering', () => {
  it('goes from question to question, over the outcome and the forms, to the summary', () => {
    const end = walk(toy).answer('member', true).answer('tool', 'drill').acknowledge().fill('loan', { days: 3 });
    expect(end.at).toBe('summary');
    expect(end.answers).toMatchObject({ member: true, tool: 'drill', verdict: 'lend', days: 3, until: null });
  });

  it('shows a form again when an answer in it brought more to fill in', () => {
    expect(play(toy, { ...DRILL, days: 28 }).at).toBe('long-loan');
  });

  it('takes the fields of a form that are not sent as left empty, and none of another form', () => {
    const [state] = transition(toy, play(toy, { member: true, tool: 'drill' }).state, {
      type: 'fill',
      section: 'loan',
      values: { borrower: 'Aino', reason: 'none', member: false },
    });
    expect(state.answers).toMatchObject({ member: true, borrower: 'Aino', until: null, extras: null });
    expect(state.answers).not.toHaveProperty('reason');
  });

  it('refuses an answer to a question that is not on the card', () => {
    expect(walk(toy).send({ type: 'answer', item: 'tool', value: 'drill' }).refused).toBe(true);
    expect(walk(toy).send({ type: 'fill', section: 'loan', values: {} }).refused).toBe(true);
    expect(walk(toy).send({ type: 'acknowledge', item: 'verdict' }).refused).toBe(true);
  });

  it('refuses a value for an outcome: it can only be seen', () => {
    const moment = play(toy, { member: true }).answer('tool', 'drill');
    const early = walk(toy, { answers: moment.answers, at: 'verdict' });
    expect(early.send({ type: 'answer', item: 'verdict', value: 'lend' }).refused).toBe(true);
  });

  it('refuses to have seen an outcome that is still open', () => {
    const early = walk(toy).change('verdict');
    expect(early.at).toBe('verdict');
    expect(early.send({ type: 'acknowledge', item: 'verdict' }).refused).toBe(true);
  });
});

describe('Back', () => {
  it('goes to the card before, again and again, and keeps every answer', () => {
    const moment = play(toy, { member: true, tool: 'chainsaw', trained: true });
    expect(moment.at).toBe('protective-gear');
    expect(moment.back().at).toBe('trained');
    expect(moment.back().back().at).toBe('tool');
    expect(moment.back().back().answers).toEqual(moment.answers);
  });

  it('goes from the summary to the last form', () => {
    expect(walk(toy).finish(DRILL).back().at).toBe('loan');
  });

  it('is refused at the first card', () => {
    expect(walk(toy).send({ type: 'back' }).refused).toBe(true);
  });

  it('and the same answer once more leads on to where the walk was', () => {
    const moment = play(toy, { member: true, tool: 'chainsaw', trained: true });
    expect(moment.back().answer('trained', true).state).toEqual(moment.state);
  });
});

describe('Change', () => {
  it('shows the card that was chosen, and leads back to the summary when nothing else is open', () => {
    const end = walk(toy).finish(DRILL).change('loan').fill('loan', { days: 9 });
    expect(end.at).toBe('summary');
    expect(end.answers).toMatchObject({ days: 9, 'main-theme': 'open-data' });
  });

  it('drops what no longer counts and says so', () => {
    const changed = walk(toy).finish(TRAILER).change('member').answer('member', false);
    expect(changed.dropped).toEqual(['tool']);
    expect(changed.at).toBe('tool');
    const other = changed.answer('tool', 'drill');
    expect(other.dropped).toEqual(['towing-licence', 'reason']);
    expect(other.answers).not.toHaveProperty('reason');
    expect(other.at).toBe('verdict');
  });

  it('shows an outcome again when it is another one now, without calling that a loss', () => {
    const answers = { ...DRILL, tool: 'ladder', trained: true, helper: true };
    const changed = walk(toy).finish(answers).change('helper').answer('helper', false);
    expect(changed.at).toBe('verdict');
    expect(changed.dropped).toEqual([]);
  });

  it('does not ask again for an outcome that stayed the same', () => {
    const changed = walk(toy).finish(DRILL).change('member').answer('member', false);
    expect(changed.at).toBe('summary');
  });

  it('does not call an empty field a loss', () => {
    const chainsaw = { ...DRILL, tool: 'chainsaw', trained: true, 'protective-gear': true, helper: true };
    const end = walk(toy).finish({ ...chainsaw, extras: ['oil'] });
    expect(end.change('tool').answer('tool', 'ladder').dropped).toContain('extras');
    const state = { answers: { ...end.answers, extras: [], reason: null } };
    expect(walk(toy, state).change('tool').answer('tool', 'ladder').dropped).toEqual(['protective-gear']);
  });

  it('is refused for a card that is not on the way', () => {
    expect(walk(toy).finish(DRILL).send({ type: 'change', step: 'trained' }).refused).toBe(true);
    expect(walk(toy).send({ type: 'change', step: 'colour' }).refused).toBe(true);
  });

  it('leads to the first open card when the chosen one is gone by then', () => {
    const state = { ...walk(toy).finish(TRAILER).change('towing-licence').state };
    const { 'towing-licence': _, tool: __, ...answers } = state.answers;
    expect(walk(toy, { ...state, answers }).at).toBe('tool');
  });
});

describe('Leaving', () => {
  const moment = play(toy, { member: true });

  it('saves where the walk is, and the next answer takes it up again', () => {
    expect(moment.save().state).toEqual({ answers: { member: true }, pause: 'saved' });
    expect(moment.save().answer('tool', 'drill').state).toEqual({ answers: { member: true, tool: 'drill' } });
    expect(moment.save().keep().state).toEqual(moment.state);
  });

  it('keeps the card that was looked at', () => {
    expect(moment.back().save().keep().at).toBe('member');
  });

  it('asks before it throws a draft away', () => {
    const asked = moment.cancel();
    expect(asked.state).toEqual({ answers: { member: true }, pause: 'cancel' });
    expect(asked.keep().state).toEqual(moment.state);
    expect(asked.discard().effects).toEqual([{ type: 'discarded' }]);
  });

  it.each<WalkEvent>([
    { type: 'answer', item: 'tool', value: 'drill' },
    { type: 'back' },
    { type: 'change', step: 'member' },
    { type: 'save' },
    { type: 'cancel' },
    { type: 'submit' },
  ])('takes nothing but an answer to that question: not $type', (event) => {
    expect(moment.cancel().send(event).refused).toBe(true);
  });

  it('throws nothing away unasked, and keeps nothing that was not left', () => {
    expect(moment.send({ type: 'discard' }).refused).toBe(true);
    expect(moment.save().send({ type: 'discard' }).refused).toBe(true);
    expect(moment.send({ type: 'keep' }).refused).toBe(true);
  });
});

describe('Submitting', () => {
  it('is possible at the summary of a complete walk', () => {
    const end = walk(toy).finish(DRILL);
    expect(end.submit().effects).toEqual([{ type: 'submitted' }]);
    expect(end.submit().answers).toEqual(end.answers);
  });

  it('is refused before', () => {
    expect(play(toy, { member: true }).send({ type: 'submit' }).refused).toBe(true);
  });

  it('is refused at the summary while a question is open', () => {
    const early = play(toy, { member: true }).change('summary');
    expect(early.at).toBe('summary');
    expect(early.send({ type: 'submit' }).refused).toBe(true);
  });

  it('is refused while another card is looked at', () => {
    expect(walk(toy).finish(DRILL).back().send({ type: 'submit' }).refused).toBe(true);
  });

  it('hands over only answers that count', () => {
    const end = walk(toy).finish(DRILL);
    const old = walk(toy, { answers: { ...end.answers, helper: true, colour: 'red' } });
    expect(old.submit().answers).toEqual(end.answers);
  });
});

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
    fc.record({ type: fc.constant('fill' as const), section: id, values: fc.dictionary(id, value, { maxKeys: 6 }) }),
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
        section: step.id,
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
  return fc.array(deeds(model), { maxLength: 40, size: 'max' }).map((all) => all.reduce(does, walk(model, NEW_WALK)));
}

/** The walk without the person's looking elsewhere: at its first open card. */
function resumed(moment: Walk): Walk {
  return walk(moment.model, { answers: moment.answers });
}

describe.each([
  { name: 'the visit request', model: visit },
  { name: 'the toy process', model: toy },
])('Whatever anybody does in $name', ({ model }) => {
  it('the walk is in a valid place, and a refused event has changed nothing', () => {
    fc.assert(
      fc.property(fc.array(deeds(model), { maxLength: 30 }), (all) => {
        let moment = walk(model, NEW_WALK);
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
        const bound = 2 * moment.position.length + itemsOf(model.process).length;
        let cards = 0;
        while (moment.step !== SUMMARY && cards <= bound) {
          moment = does(moment, { sensible: dice + cards });
          cards += 1;
        }
        expect(moment.step).toBe(SUMMARY);
        expect(moment.submit().effects).toEqual([{ type: 'submitted' }]);
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
            ? { type: 'answer', item: step.id, value: answers[step.id] ?? null }
            : step.kind === 'form'
              ? { type: 'fill', section: step.id, values: answers }
              : { type: 'acknowledge', item: step.id };
        const after = back.send(again);
        expect(after.answers).toEqual(start.answers);
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
