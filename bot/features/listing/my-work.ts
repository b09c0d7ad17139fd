import { workListCard } from '../../cards/listing/work-list';
import type { Payload } from '../../cards/verbs';
import type { Message } from '../../domain/message';
import type { Asked } from '../asked';
import { knownModels } from '../assistant';
import { givenLines } from './given';

export const PAGE_SIZE = 6;

/** What the person has been given to do, and their own drafts and cases, newest first, a page at a time. */
export async function myWork({ assistant, turn, speak }: Asked, { from }: Payload<'my-work'>): Promise<Message> {
  const [page, given, models] = await Promise.all([
    assistant.drafts.list(turn.who, { size: PAGE_SIZE, ...(from !== undefined && { from }) }),
    from === undefined ? givenLines(assistant, turn.who) : { items: [] },
    knownModels(assistant),
  ]);
  return workListCard(speak, models, { who: turn.who, given, page }, from);
}
