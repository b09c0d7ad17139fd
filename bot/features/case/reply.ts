import { replyCard } from '../../cards/case/reply';
import { plainNotice } from '../../cards/notice';
import type { Payload } from '../../cards/verbs';
import { replyTo, visitorsLanguage } from '../../domain/case/filled-in/reply';
import type { Message } from '../../domain/message';
import type { Asked } from '../asked';
import { readerFor } from './case-reader';
import { openCase, openedCard } from './open-case';

/**
 * Shows a polite no to copy, in the visitor's language or the one that was chosen. Where the case calls for none any
 * more, it shows the case as it stands.
 */
export async function showReply(asked: Asked, payload: Payload<'show-reply'>): Promise<Message> {
  const { assistant, turn, speak } = asked;
  const opened = await openCase(asked, payload.case);
  if (!opened) return plainNotice(speak, 'gone');
  const {
    model,
    roles,
    stored: { value: made },
  } = opened;
  const as = readerFor(model, made, { who: turn.who, roles }, payload.as)?.as ?? 'informed';
  const reply = as === 'informed' ? undefined : replyTo(model, made, as);
  if (as === 'informed' || !reply) return openedCard(asked, opened, payload.as);
  const visitors = assistant.words(payload.language ?? visitorsLanguage(made));
  return replyCard(speak, { model, case: made }, { reply, as, visitors, name: turn.who.name });
}
