import { HISTORY_LINES, historyCard } from '../../cards/case/history';
import { givenTodosCard } from '../../cards/case/todos';
import { plainNotice } from '../../cards/notice';
import type { CaseButtonReader, Payload } from '../../cards/verbs';
import type { Message } from '../../domain/message';
import type { Asked } from '../asked';
import { findCase, openCase, openedCard } from './open-case';
import { todosOf } from './open-todos';

/**
 * Shows a case to somebody who has a part in it, and to whoever was given to-dos of it those alone; to everybody else it is
 * one that nobody has.
 */
export async function showCase(
  asked: Asked,
  { case: number, as }: { case: string; as?: CaseButtonReader | undefined },
): Promise<Message> {
  const found = await findCase(asked, number);
  const { speak } = asked;
  if (found && found.roles.length > 0) return openedCard(asked, found, as);
  const given = found && (await todosOf(asked, found));
  return given ? givenTodosCard(speak, given) : plainNotice(speak, 'no-such-case');
}

/** Shows who did what with a case, and when: the latest, or what was before an event. */
export async function showHistory(
  asked: Asked,
  { case: number, as, before }: Payload<'show-history'>,
): Promise<Message> {
  const { assistant, speak } = asked;
  const opened = await openCase(asked, number);
  if (!opened) return plainNotice(speak, 'gone');
  const made = opened.stored.value;
  const to = Math.min(before === undefined ? made.lastEvent : before - 1, made.lastEvent);
  const events = await assistant.cases.events(number, { from: Math.max(to - HISTORY_LINES + 1, 1), to });
  return historyCard(speak, { model: opened.model, case: made }, events, as);
}
