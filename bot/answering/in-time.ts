import { plainNotice } from '../cards/notice';
import type { Message } from '../domain/message';
import { languageAtHand } from '../features/asked';
import { type Assistant, kit } from '../features/assistant';
import { withPatience } from '../pace/patience';
import type { Turn } from '../ports/turn';

/**
 * Teams gives up on a press after some seconds, and three are promised. A call to storage has its own limit (2.2 s); this
 * one is for several calls in a row of which each is slow, and leaves half a second for the way there and back.
 */
const ANSWER_WITHIN_MS = 2_500;

/**
 * The answer to a press, or a sentence with what to do where it takes too long. The press itself goes on: pressed again, it
 * is found done, or is done then.
 */
export async function inTime(
  assistant: Assistant,
  turn: Pick<Turn, 'who' | 'locale'>,
  answer: Promise<Message>,
): Promise<Message> {
  const answered = await withPatience(ANSWER_WITHIN_MS, answer, undefined);
  if (answered) return answered;
  assistant.log.warn('turn.late');
  return plainNotice(kit(assistant, languageAtHand(assistant, turn)), 'unavailable');
}
