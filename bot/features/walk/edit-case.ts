import { plainNotice } from '../../cards/notice';
import { draftOfChanges } from '../../domain/case/filled-in/edit';
import { isEditable } from '../../domain/case/life';
import type { Language } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit } from '../assistant';
import { openCase, openedCard } from '../case/open-case';
import { resumeDraft } from './resume-draft';
import { tooLate } from './save-edit';

/**
 * Opens a sent case to be changed by its requester: a draft of its answers, at the summary. Pressed again, here or on
 * another device, it is the same draft, as it was left.
 */
export async function editCase(
  assistant: Assistant,
  turn: Turn,
  { case: number }: { readonly case: string },
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const opened = await openCase(assistant, turn, number);
  if (!opened) return plainNotice(speak, 'gone');
  const made = opened.stored.value;
  if (!opened.roles.includes('requester')) return openedCard(assistant, speak, turn, opened, 'responsible');
  if (!isEditable(made)) return openedCard(assistant, speak, turn, opened, 'requester', tooLate(speak, made));
  const draft = draftOfChanges(opened.model, made, language, assistant.clock.now());
  const { value } = await assistant.drafts.begin(draft);
  assistant.log.info('edit.opened', { case: made.number, draft: value.id });
  return resumeDraft(assistant, turn, value.id, language);
}
