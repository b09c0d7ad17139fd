import { isFamiliarCase, isFamiliarEvent } from '../domain/case/familiar';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Assistant } from '../features/assistant';

/** Whether this version knows the case of an entry, and what it is to tell of it. @throws Unreadable */
export async function isOfFamiliarCase(
  { cases, processes }: Pick<Assistant, 'cases' | 'processes'>,
  { case: number, purpose, event }: OutboxEntry,
): Promise<boolean> {
  const stored = await cases.read(number);
  // Without its case it is given up, by whoever is first.
  if (!stored) return true;
  if (!isFamiliarCase(processes.get(stored.value.process), stored.value)) return false;
  if (purpose !== 'news') return true;
  return (await cases.events(number, { from: event, to: event })).items.every(isFamiliarEvent);
}
