import { DraftMemory } from '../../../../bot/adapters/tables/casework/draft-memory';
import { answered, newDraft, newPerson } from '../../../contracts/casework-fixtures';

it('the answer to an earlier read, which comes after a later write, does not take its place', () => {
  const memory = new DraftMemory();
  const draft = newDraft(newPerson());
  const later = { value: answered(draft), tag: 'later' };
  memory.remember(later);
  expect(memory.remember({ value: draft, tag: 'earlier' })).toEqual({ value: draft, tag: 'earlier' });
  expect(memory.recall(draft.owner, draft.id)).toEqual(later);
  const latest = { value: answered(later.value), tag: 'latest' };
  memory.remember(latest);
  expect(memory.recall(draft.owner, draft.id)).toEqual(latest);
});
