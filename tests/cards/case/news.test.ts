import { newsCard } from '../../../bot/cards/case/news';
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
