import { workListCard } from '../../cards/listing/work-list';
import type { Payload } from '../../cards/verbs';
import type { Message } from '../../domain/message';
import type { Asked } from '../asked';
import { knownModels } from '../assistant';

export const PAGE_SIZE = 6;

/** The person's own drafts and cases, newest first, a page at a time. */
export async function myWork({ assistant, turn, speak }: Asked, { from }: Payload<'my-work'>): Promise<Message> {
  const [page, models] = await Promise.all([
    assistant.drafts.list(turn.who, { size: PAGE_SIZE, ...(from !== undefined && { from }) }),
    knownModels(assistant),
  ]);
  return workListCard(speak, models, page, from);
}
