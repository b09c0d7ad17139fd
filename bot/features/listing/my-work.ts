import { workListCard } from '../../cards/listing/work-list';
import type { Language } from '../../domain/language/language';
import type { Message } from '../../domain/message';
import type { Turn } from '../../ports/turn';
import { type Assistant, kit, knownModels } from '../assistant';

export const PAGE_SIZE = 6;

/** The person's own drafts and cases, newest first, a page at a time. */
export async function myWork(assistant: Assistant, turn: Turn, language: Language, from?: string): Promise<Message> {
  const [page, models] = await Promise.all([
    assistant.drafts.list(turn.who, { size: PAGE_SIZE, ...(from !== undefined && { from }) }),
    knownModels(assistant),
  ]);
  return workListCard(kit(assistant, language), models, page, from);
}
