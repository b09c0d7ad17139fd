import { newsCard, reminderCard } from '../../../bot/cards/case/news';
import type { CaseAction } from '../../../bot/domain/case/lives/life-of';
import { goldenOf, lived, modelOf } from '../../domain/lived-cases';
import { testContent } from '../../fixtures/content';

const kit = testContent().kit('en');
const model = modelOf('visit-request');
const [golden] = goldenOf(model);

/** The news of the first of these actions, once all of them were done. */
function newsOfFirst(...life: readonly CaseAction[]) {
  if (!golden) throw new Error('The process has no golden case.');
  const { case: made, events } = lived(model, golden, { life, day: 1, figure: 0, lines: 0 });
  const event = events.find(({ data }) => data.action === life[0]);
  return event && newsCard(kit, { model, case: made }, { as: 'requester' }, event);
}

it('tells of a question as long as nobody has answered it', () => {
  expect(newsOfFirst('ask')).toBeDefined();
  expect(newsOfFirst('ask', 'answer')).toBeUndefined();
});

it('tells of what somebody waits for, and of nothing else', () => {
  expect(newsOfFirst('accept', 'plan')).toBeDefined();
  expect(newsOfFirst('pass-on')).toBeUndefined();
});

it('asks after its day whether a visit was held, and whether a view was given', () => {
  const asked = (process: string) => {
    const [first] = goldenOf(modelOf(process));
    if (!first) throw new Error(`"${process}" has no golden case.`);
    const { case: made } = lived(modelOf(process), first, { life: ['accept'], day: 1, figure: 0, lines: 0 });
    const reader = { as: 'responsible', ...made.routing.responsible } as const;
    return JSON.stringify(reminderCard(kit, { model: modelOf(process), case: made }, reader, { about: 'was-it-held' }));
  };
  expect(asked('event-proposal')).toContain(kit.words.own('reminder.was-it-held'));
  expect(asked('advocacy')).toContain(kit.words.own('reminder.was-it-given'));
  expect(asked('advocacy')).toContain(kit.words.own('life.do.not-give'));
});
