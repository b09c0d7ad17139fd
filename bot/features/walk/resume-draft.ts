import { plainNotice } from '../../cards/notice';
import type { Language } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import { isOwnersDraft } from '../../domain/walk/draft-id';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit, modelOf } from '../assistant';
import { currentCard } from './draft-card';
import { carryOut } from './press-in-walk';

/** Goes on with a draft, on whatever device: at the question where it was left, in today's language. */
export async function resumeDraft(assistant: Assistant, turn: Turn, id: string, language: Language): Promise<Message> {
  const speak = kit(assistant, language);
  if (!isOwnersDraft(id, turn.who)) return plainNotice(speak, 'not-yours');
  const stored = await assistant.drafts.read(turn.who, id);
  if (!stored) return plainNotice(speak, 'gone');
  const model = await modelOf(assistant, stored.value.process);
  const inLanguage = { ...stored.value, language };
  if (stored.value.case !== undefined || stored.value.state.pause === undefined) {
    return currentCard(assistant, speak, model, inLanguage);
  }
  return carryOut(assistant, turn, language, model, stored, [{ type: 'keep' }]);
}
