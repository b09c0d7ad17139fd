/** What waits for the same service goes in one lane, so that a slow one holds up nothing else. */
import { type Channel, channelsIn, type LaneName } from '../domain/outbox/channels';
import type { OutboxEntry } from '../domain/outbox/entry';
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
const CASES_AT_ONCE: Readonly<Record<LaneName, number>> = { house: 8, sharepoint: 4, mail: 4, teams: 8 };

/** The lanes, in the order in which they are begun. */
export function createLanes(options: LaneOptions): readonly Lane[] {
  const names = Object.keys(CASES_AT_ONCE) as LaneName[];
  return names.map((name) => createLane(channelsIn(name), CASES_AT_ONCE[name], options));
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
