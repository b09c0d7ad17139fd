import { isFamiliarCase, isFamiliarEvent } from '../domain/case/familiar';
import { Unreadable } from '../domain/errors';
import type { OutboxEntry } from '../domain/outbox/entry';
import type { Assistant } from '../features/assistant';

/**
 * Makes the question that is asked before an entry is claimed: whether this version knows the case, and what the entry is
 * to tell of it. Once claimed, an entry can only be sent, be given up, or wait for a person.
 */
export function createFamiliarity({
  cases,
  processes,
  log,
}: Pick<Assistant, 'cases' | 'processes' | 'log'>): (entry: OutboxEntry) => Promise<boolean> {
  return async ({ key, case: number, purpose, event }) => {
    try {
      const stored = await cases.read(number);
      // Without its case it is given up, by whoever is first.
      if (!stored) return true;
      if (!isFamiliarCase(processes.get(stored.value.process), stored.value)) return false;
      if (purpose !== 'news') return true;
      return (await cases.events(number, { from: event, to: event })).items.every(isFamiliarEvent);
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      log.error('delivery.case-unreadable', cause, { entry: key });
      return false;
    }
  };
}
