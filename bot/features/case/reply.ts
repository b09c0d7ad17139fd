import { replyCard } from '../../cards/case/reply';
import { plainNotice } from '../../cards/notice';
import type { CaseButtonReader } from '../../cards/verbs';
import { replyTo, visitorsLanguage } from '../../domain/case/filled-in/reply';
import type { Language } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit } from '../assistant';
import { readerFor } from './case-reader';
import { openCase, openedCard } from './open-case';

/**
 * Shows a polite no to copy, in the visitor's language or the one that was chosen. Where the case calls for none any
 * more, it shows the case as it stands.
 */
export async function showReply(
  assistant: Assistant,
  turn: Turn,
  payload: { readonly case: string; readonly as: CaseButtonReader; readonly language?: Language | undefined },
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const opened = await openCase(assistant, turn, payload.case);
  if (!opened) return plainNotice(speak, 'gone');
  const {
    model,
    roles,
    stored: { value: made },
  } = opened;
  const as = readerFor(model, made, turn.who, roles, payload.as)?.as ?? 'informed';
  const reply = as === 'informed' ? undefined : replyTo(model, made, as);
  if (as === 'informed' || !reply) return openedCard(assistant, speak, turn, opened, payload.as);
  const visitors = assistant.words(payload.language ?? visitorsLanguage(made));
  return replyCard(speak, model, made, { reply, as, visitors, name: turn.who.name });
}
