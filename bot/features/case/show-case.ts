import { HISTORY_LINES, historyCard } from '../../cards/case/history';
import { plainNotice } from '../../cards/notice';
import type { CaseButtonReader, Payload } from '../../cards/verbs';
import type { Language } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit } from '../assistant';
import { openCase, openedCard } from './open-case';

/** Shows a case to somebody who has a part in it; to everybody else it is one that nobody has. */
export async function showCase(
  assistant: Assistant,
  turn: Turn,
  { case: number, as }: { case: string; as?: CaseButtonReader | undefined },
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const opened = await openCase(assistant, turn, number);
  return opened ? openedCard(assistant, speak, turn, opened, as) : plainNotice(speak, 'no-such-case');
}

/** Shows who did what with a case, and when: the latest, or what was before an event. */
export async function showHistory(
  assistant: Assistant,
  turn: Turn,
  { case: number, as, before }: Payload<'show-history'>,
  language: Language,
): Promise<Message> {
  const speak = kit(assistant, language);
  const opened = await openCase(assistant, turn, number);
  if (!opened) return plainNotice(speak, 'gone');
  const made = opened.stored.value;
  const to = Math.min(before === undefined ? made.lastEvent : before - 1, made.lastEvent);
  const events = await assistant.cases.events(number, { from: Math.max(to - HISTORY_LINES + 1, 1), to });
  return historyCard(speak, opened.model, made, events, as);
}
