/**
 * Drains the outbox. One runs in every instance of the bot; they share the work by claims, so there is no leader and an
 * instance that dies leaves nothing behind but a claim that runs out.
 */
import {
  afterAttempt,
  claimed,
  type Delivery,
  type Earlier,
  earlierAttempts,
  isRepeatable,
  type OutboxEntry,
} from './domain/outbox';
import type { Clock, Log, Outbox, Stored } from './ports';

export interface WorkerOptions {
  readonly outbox: Outbox;
  /** Carries one entry out. A rejection counts as an attempt of which nobody knows how it went. */
  readonly deliver: (entry: OutboxEntry, earlier: Earlier) => Promise<Delivery>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** How often to look for entries that are due, in milliseconds. */
  readonly every: number;
}

export interface Worker {
  /** Begins to look for due entries regularly. */
  start(): void;
  /** Delivers what is due now, of one case or of all; resolves when nothing more is due. */
  drain(caseNumber?: string): Promise<void>;
  /** Drains a case soon, without waiting for it. */
  nudge(caseNumber: string): void;
  /** Takes nothing new and resolves when what was begun is done. */
  stop(): Promise<void>;
}

const BATCH = 32;

export function createWorker({ outbox, deliver, clock, random, log, every }: WorkerOptions): Worker {
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function carryOut(stored: Stored<OutboxEntry>): Promise<void> {
    const interrupted = stored.value.state === 'claimed';
    const held = await outbox.claim(stored, claimed(stored.value, clock.now()));
    if (!held) return;
    // A claim that ran out belonged to a worker that died: its message may have gone out, unless a repeat is harmless.
    const delivery: Delivery =
      interrupted && !isRepeatable(held.value)
        ? { result: 'unsure', failure: 'worker-lost' }
        : await deliver(held.value, earlierAttempts(stored.value)).catch((cause): Delivery => {
            log.error('delivery.broke', cause, { entry: held.value.key });
            return { result: 'unsure', failure: 'worker-error' };
          });
    const next = afterAttempt(held.value, delivery, clock.now(), random());
    const settled = await outbox.settle(held, next);
    const fields = { entry: next.key, state: next.state, attempts: next.attempts, failure: next.failure };
    if (next.state === 'sent') log.info('delivery.sent', fields);
    else log.warn(settled ? 'delivery.not-sent' : 'delivery.claim-lost', fields);
  }

  async function drain(caseNumber?: string): Promise<void> {
    while (!stopped) {
      const due = await outbox.due(clock.now(), BATCH, caseNumber === undefined ? undefined : { caseNumber });
      if (due.length === 0) return;
      for (const stored of due) {
        if (stopped) return;
        await carryOut(stored);
      }
    }
  }

  function inBackground(caseNumber?: string): void {
    const run = drain(caseNumber)
      .catch((cause) => log.error('outbox.unreachable', cause))
      .finally(() => running.delete(run));
    running.add(run);
  }

  return {
    start() {
      timer = setInterval(() => running.size === 0 && inBackground(), every);
      inBackground();
    },
    drain,
    nudge: (caseNumber) => {
      if (!stopped) inBackground(caseNumber);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(running);
    },
  };
}
