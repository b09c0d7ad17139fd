import { transition, type WalkEvent } from '../../../bot/domain/walk/checklist';
import { loadModel, play, TOY_PROCESSES, walk } from '../../fixtures/model';

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
      step: 'loan',
      values: { borrower: 'Aino', reason: 'none', member: false },
    });
    expect(state.answers).toMatchObject({ member: true, borrower: 'Aino', until: null, extras: null });
    expect(state.answers).not.toHaveProperty('reason');
  });

  it('refuses an answer to a question that is not on the card', () => {
    expect(walk(toy).send({ type: 'answer', item: 'tool', value: 'drill' }).refused).toBe(true);
    expect(walk(toy).send({ type: 'fill', step: 'loan', values: {} }).refused).toBe(true);
    expect(walk(toy).send({ type: 'acknowledge', item: 'verdict' }).refused).toBe(true);
  });

  it('refuses a value for an outcome: it can only be seen', () => {
    const moment = play(toy, { member: true }).answer('tool', 'drill');
    const early = walk(toy, { answers: moment.answers, at: 'verdict' });
    expect(early.send({ type: 'answer', item: 'verdict', value: 'lend' }).refused).toBe(true);
  });

  it('refuses to have seen an outcome that is still open', () => {
    const early = walk(toy, { answers: {}, at: 'verdict' });
    expect(early.at).toBe('member');
    expect(early.send({ type: 'acknowledge', item: 'verdict' }).refused).toBe(true);
  });
});

describe('Back', () => {
  it('goes to the card before, again and again, and keeps every answer', () => {
    const moment = play(toy, { member: true, tool: 'chainsaw', trained: true });
    expect(moment.at).toBe('protective-gear');
    expect(moment.back().at).toBe('trained');
    expect(moment.back().back().at).toBe('tool');
    expect(moment.back().back().state).toEqual({ answers: moment.answers, at: 'tool' });
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

  it('is refused for a card that one has not come to yet', () => {
    for (const step of ['verdict', 'loan', 'summary']) {
      expect(walk(toy).send({ type: 'change', step }).refused).toBe(true);
    }
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
    const { answers } = play(toy, { member: true, tool: 'drill' });
    const early = walk(toy, { answers, at: 'summary' });
    expect([early.at, early.outcome]).toEqual(['loan', 'lend']);
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
