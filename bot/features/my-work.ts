import { workListCard } from '../cards/work-list';
import type { Draft } from '../domain/draft';
import type { Language } from '../domain/language';
import type { Message } from '../domain/message';
import type { Found } from '../domain/page';
import type { Turn } from '../turn';
import { type Assistant, kit, knownModels } from './assistant';

export const PAGE_SIZE = 6;

/** The person's own drafts and cases, newest first, a page at a time. */
export async function myWork(assistant: Assistant, turn: Turn, language: Language, from?: string): Promise<Message> {
  const [page, models] = await Promise.all([
    assistant.drafts.list(turn.who, { size: PAGE_SIZE, ...(from !== undefined && { from }) }),
    knownModels(assistant),
  ]);
  return workListCard(kit(assistant, language), models, ofKnownProcesses(assistant, page), from);
}

/** What was begun in a process that is not there has no words: it counts with what cannot be read. */
export function ofKnownProcesses<T extends Found<Draft>>({ processes }: Pick<Assistant, 'processes'>, found: T): T {
  const isKnown = ({ process }: Draft) => processes.has(process);
  const unreadable = [
    ...(found.unreadable ?? []),
    ...found.items.filter((draft) => !isKnown(draft)).map(({ id }) => id),
  ];
  return { ...found, items: found.items.filter(isKnown), ...(unreadable.length > 0 && { unreadable }) };
}
