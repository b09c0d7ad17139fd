/** How an outbox entry goes out is the matter of what it belongs to; here it is handed to that. */
import { Unreadable } from '../domain/errors';
import type { Delivery, Earlier } from '../domain/outbox/attempts';
import type { Channel } from '../domain/outbox/channels';
import type { OutboxEntry } from '../domain/outbox/entry';
import { type ByKind, kindOf, ofKind } from '../domain/outbox/subjects';
import type { Log } from '../ports';

/** Carries out one outbox entry. */
export type Deliver = (entry: OutboxEntry, earlier: Earlier) => Promise<Delivery>;

/** How the entries of a kind of subject go out. */
export interface Deliveries {
  /**
   * Whether this version knows the subject, and what the entry is to tell of it. Rejects with `Unreadable` where the
   * subject cannot be read.
   */
  isFamiliar(entry: OutboxEntry): Promise<boolean>;
  /** By channel. An entry for which there is no way is left for a version that has one. */
  readonly ways: Readonly<Partial<Record<Channel, Deliver>>>;
}

/** Makes the function that carries out one outbox entry, whatever it belongs to. */
export function createDelivery(subjects: ByKind<Deliveries>): Deliver {
  return async (entry, earlier) => {
    const way = wayOf(subjects, entry);
    return way ? way(entry, earlier) : { result: 'refused', failure: 'no-such-way' };
  };
}

/**
 * Makes the question that is asked before an entry is claimed: whether this version knows what it is about. Once claimed,
 * an entry can only be sent, be given up, or wait for a person.
 */
export function createFamiliarity(
  subjects: ByKind<Deliveries>,
  { log }: { readonly log: Log },
): (entry: OutboxEntry) => Promise<boolean> {
  return async (entry) => {
    if (!wayOf(subjects, entry)) return false;
    try {
      return (await ofKind(subjects, entry)?.isFamiliar(entry)) ?? false;
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      log.error(`delivery.${kindOf(entry)}-unreadable`, cause, { entry: entry.key });
      return false;
    }
  };
}

function wayOf(subjects: ByKind<Deliveries>, entry: OutboxEntry): Deliver | undefined {
  return ofKind(subjects, entry)?.ways[entry.channel];
}
