import { plainNotice } from '../../cards/notice';
import type { Payload } from '../../cards/verbs';
import type { Message } from '../../domain/message';
import { isOwnersDraft } from '../../domain/walk/draft-id';
import type { Asked } from '../asked';
import { modelOf } from '../assistant';
import { carryOut } from './carry-out';
import { currentCard } from './draft-card';
import { handOverOf } from './hand-over';

/** Goes on with a draft, on whatever device: at the question where it was left, in today's language. */
export async function resumeDraft(asked: Asked, { draft: id }: Payload<'resume'>): Promise<Message> {
  const { assistant, turn, speak } = asked;
  if (!isOwnersDraft(id, turn.who)) return plainNotice(speak, 'not-yours');
  const stored = await assistant.drafts.read(turn.who, id);
  if (!stored) return plainNotice(speak, 'gone');
  const model = await modelOf(assistant, stored.value.process);
  const { value: draft } = stored;
  if (draft.case === undefined) {
    if (draft.state.pause !== undefined) return carryOut(asked, model, stored, [{ type: 'keep' }]);
    // One that was begun before its process handed any over.
    if (handOverOf(asked, model, draft)) return carryOut(asked, model, stored, []);
  }
  return currentCard(asked, model, { ...draft, language: speak.words.language });
}
