/** What waits for the same service goes in one lane, so that a slow one holds up nothing else. */
import type { Channel, OutboxEntry } from '../domain/outbox/entry';
import { createSlots } from '../pace/slots';
import type { Stored } from '../ports';

export interface Lane {
  readonly channels: readonly Channel[];
  /**
   * Carries entries of these channels out, some cases at a time, and those of a case in their order. Resolves to whether
   * anything could be done.
   */
  carryOut(entries: readonly Stored<OutboxEntry>[]): Promise<boolean>;
}

interface LaneOptions {
  /** Resolves to whether anything could be done. */
  readonly carryOutInOrder: (entries: readonly Stored<OutboxEntry>[]) => Promise<boolean>;
  /** Told when more of a case was found while some of it was in hand. */
  readonly lookAgain: (caseNumber: string) => void;
}

/**
 * What is inside the house goes first: nobody outside has to answer, and listings show soon what was done. There are few
 * slots, because deliveries share the process with people who wait for an answer: a hundred submits in a minute must not
 * make the next press slow. Exchange serves four requests to one mailbox at a time.
 */
export function createLanes(options: LaneOptions): readonly Lane[] {
  return [
    createLane(['register', 'timer', 'fan-out'], 8, options),
    createLane(['sharepoint'], 4, options),
    createLane(['mail'], 4, options),
    createLane(['teams'], 8, options),
  ];
}

function createLane(
  channels: readonly Channel[],
  casesAtOnce: number,
  { carryOutInOrder, lookAgain }: LaneOptions,
): Lane {
  const inSlot = createSlots(casesAtOnce);
  /** Cases of which something is in hand, and those of them of which more was found meanwhile. */
  const inHand = new Set<string>();
  const again = new Set<string>();

  /** What of a case is in hand is not begun by a second one, which would lose the order. */
  async function inTurn(number: string, entries: readonly Stored<OutboxEntry>[]): Promise<boolean> {
    if (inHand.has(number)) {
      again.add(number);
      return false;
    }
    inHand.add(number);
    try {
      return await inSlot(() => carryOutInOrder(entries));
    } finally {
      inHand.delete(number);
      if (again.delete(number)) lookAgain(number);
    }
  }

  return {
    channels,
    async carryOut(entries) {
      const went = await Promise.all([...byCase(entries)].map(([number, ofCase]) => inTurn(number, ofCase)));
      return went.some(Boolean);
    },
  };
}

function byCase(entries: readonly Stored<OutboxEntry>[]): ReadonlyMap<string, readonly Stored<OutboxEntry>[]> {
  const cases = new Map<string, Stored<OutboxEntry>[]>();
  for (const stored of entries) {
    const { case: number } = stored.value;
    cases.set(number, [...(cases.get(number) ?? []), stored]);
  }
  return cases;
}
