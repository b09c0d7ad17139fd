import { plainNotice } from '../../cards/notice';
import type { Payload } from '../../cards/verbs';
import { draftOfChanges } from '../../domain/case/filled-in/edit';
import { isEditable } from '../../domain/case/life';
import type { Message } from '../../domain/message';
import type { Asked } from '../asked';
import { openCase, openedCard } from '../case/open-case';
import { resumeDraft } from './resume-draft';
import { tooLate } from './save-edit';

/**
 * Opens a sent case to be changed by its requester: a draft of its answers, at the summary. Pressed again, here or on
 * another device, it is the same draft, as it was left.
 */
export async function editCase(asked: Asked, { case: number }: Payload<'edit-case'>): Promise<Message> {
  const { assistant, speak } = asked;
  const opened = await openCase(asked, number);
  if (!opened) return plainNotice(speak, 'gone');
  const made = opened.stored.value;
  if (!opened.roles.includes('requester')) return openedCard(asked, opened, 'responsible');
  if (!isEditable(opened.model.process, made))
    return openedCard(asked, opened, 'requester', tooLate(speak, opened.model, made));
  const draft = draftOfChanges(opened.model, made, speak.words.language, assistant.clock.now());
  const { value } = await assistant.drafts.begin(draft);
  assistant.log.info('edit.opened', { case: made.number, draft: value.id });
  return resumeDraft(asked, { draft: value.id });
}
