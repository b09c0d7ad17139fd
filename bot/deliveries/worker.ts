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
} from '../domain/outbox/attempts';
import type { OutboxEntry } from '../domain/outbox/entry';
import { createSlots } from '../pace/slots';
import type { Log, Outbox, SharedClock, Stored, Telemetry } from '../ports';
import { createLanes, type Lane } from './lanes';

export interface WorkerOptions {
  readonly outbox: Outbox;
  /**
   * Carries one entry out; its `due` is when it was due, not when the claim on it runs out. A rejection counts as an
   * attempt of which nobody knows how it went.
   */
  readonly deliver: (entry: OutboxEntry, earlier: Earlier) => Promise<Delivery>;
  /** Whether this version knows what an entry is about. One that it does not know is left for a version that does. */
  readonly isFamiliar: (entry: OutboxEntry) => Promise<boolean>;
  readonly clock: SharedClock;
  readonly random: () => number;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Resolves when it is no hindrance to anybody to go on. Waited for before each entry; never long. */
  readonly giveWay: () => Promise<void>;
  /** How often to look for entries that are due, in milliseconds. */
  readonly every: number;
}

export interface Worker {
  /** Begins to look for due entries regularly. */
  start(): void;
  /** Delivers what is due now, of one case or of all; resolves when nothing more is due, nor under way here. */
  drain(caseNumber?: string): Promise<void>;
  /** Drains a case soon, without waiting for it. */
  nudge(caseNumber: string): void;
  /** Takes nothing new and resolves when what was begun is done. */
  stop(): Promise<void>;
}

interface Outcome {
  readonly held: Stored<OutboxEntry>;
  readonly delivery: Delivery;
  readonly next: OutboxEntry;
}

/** How many entries are taken at a time. */
const BATCH = 32;
/** How many nudged cases are looked at in one moment. */
const LOOKS_AT_ONCE = 8;
/** How long it is remembered what is left to a newer version: what is not known here now may be so after its next change. */
const LEFT_MS = 10 * 60_000;

export function createWorker({
  outbox,
  deliver,
  isFamiliar,
  clock,
  random,
  log,
  telemetry,
  giveWay,
  every,
}: WorkerOptions): Worker {
  const running = new Set<Promise<unknown>>();
  const inSlot = createSlots(LOOKS_AT_ONCE);
  const lanes = createLanes({ carryOutInOrder, lookAgain: nudge });
  /** Cases that wait for a look. */
  const nudged = new Set<string>();
  /** What was carried out here while storage could not record it. Lost with the process; then the claim runs out. */
  const unrecorded = new Set<Outcome>();
  /** Tags of what is left to a newer version, so that it stands in nobody's way; asked about once more after a while. */
  const left = new Set<string>();
  let leftSince = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let stopped = false;

  async function carryOut(stored: Stored<OutboxEntry>): Promise<void> {
    if (!(await isFamiliar(stored.value))) {
      left.add(stored.tag);
      log.warn('delivery.left-to-newer', { entry: stored.value.key });
      return;
    }
    const interrupted = stored.value.state === 'claimed';
    const held = await outbox.claim(stored, claimed(stored.value, clock.now()));
    if (!held) return;
    // A claim that ran out belonged to a worker that died: its message may have gone out, unless a repeat is harmless.
    const delivery: Delivery =
      interrupted && !isRepeatable(held.value)
        ? { result: 'unsure', failure: 'worker-lost' }
        : await attempt({ ...held.value, due: stored.value.due }, earlierAttempts(stored.value));
    const next = afterAttempt(held.value, delivery, clock.now(), random());
    await record({ held, delivery, next });
  }

  function attempt(entry: OutboxEntry, earlier: Earlier): Promise<Delivery> {
    const { channel, purpose } = entry;
    return telemetry.timed('delivery', { channel, purpose }, async (learn) => {
      const delivery = await deliver(entry, earlier).catch((cause): Delivery => {
        log.error('delivery.broke', cause, { entry: entry.key });
        return { result: 'unsure', failure: 'worker-error' };
      });
      learn({ outcome: delivery.result });
      return delivery;
    });
  }

  /** Writes down how an attempt went; what cannot be written now is kept, because nobody else knows it. */
  async function record(outcome: Outcome): Promise<void> {
    const { held, delivery, next } = outcome;
    const added = delivery.result === 'unfolded' ? delivery.entries : [];
    const settled = await outbox.settle(held, next, added).catch((cause) => {
      unrecorded.add(outcome);
      throw cause;
    });
    const fields = { entry: next.key, state: next.state, attempts: next.attempts, failure: next.failure };
    if (!settled) log.warn('delivery.claim-lost', fields);
    else if (delivery.result === 'sent' || delivery.result === 'obsolete' || delivery.result === 'unfolded')
      log.info(`delivery.${delivery.result}`, fields);
    else log.warn('delivery.not-sent', fields);
    // It goes another way, or to somebody else, or more came of it.
    const isDue = next.state === 'due' && next.due <= clock.now().toISOString();
    if (settled && (isDue || added.length > 0)) nudge(next.case);
  }

  /** Before anything is claimed: whoever finds such a claim run out could only take its message for lost. */
  async function recordWhatIsLeft(): Promise<void> {
    for (const outcome of [...unrecorded]) {
      // Another drain may be at it already.
      if (unrecorded.delete(outcome)) await record(outcome);
    }
  }

  /**
   * Looks for what is due, of one case or of all, and has it carried out. Where there is more than one look finds, each
   * lane looks for its own: what waits for a slow service soon is the oldest, and would hide all else.
   */
  async function look(caseNumber?: string): Promise<void> {
    await recordWhatIsLeft();
    if (stopped) return;
    if (performance.now() - leftSince > LEFT_MS) {
      left.clear();
      leftSince = performance.now();
    }
    const due = await outbox.due(clock.now(), BATCH, { caseNumber, except: left });
    for (const lane of lanes) {
      const own = due.filter(({ value }) => lane.channels.includes(value.channel));
      void inBackground(due.length < BATCH ? lane.carryOut(own) : emptied(lane, caseNumber));
    }
  }

  async function emptied(lane: Lane, caseNumber: string | undefined): Promise<void> {
    while (!stopped) {
      const due = await outbox.due(clock.now(), BATCH, { caseNumber, channels: lane.channels, except: left });
      // Asking at once for what nobody can take would go on for ever; the next look comes soon enough.
      if (!(await lane.carryOut(due)) || due.length < BATCH) return;
    }
  }

  function nudge(number: string): void {
    // Who waits for a look will see what was written until then.
    if (stopped || nudged.has(number)) return;
    nudged.add(number);
    const beginning = async () => {
      nudged.delete(number);
      await look(number);
    };
    void inBackground(inSlot(beginning));
  }

  /**
   * What of one case goes out in one lane goes in order; an entry that cannot be claimed or recorded holds up no other.
   * Resolves to whether anything could be done.
   */
  async function carryOutInOrder(entries: readonly Stored<OutboxEntry>[]): Promise<boolean> {
    let went = false;
    for (const stored of entries) {
      await giveWay();
      // The look at the outbox has told what time storage has: by another one, live claims would seem to have run out.
      if (stopped || !clock.isTrusted()) return went;
      try {
        await carryOut(stored);
        went = true;
      } catch (cause) {
        log.error('delivery.not-recorded', cause, { entry: stored.value.key });
      }
    }
    return went;
  }

  function inBackground(work: Promise<unknown>): Promise<unknown> {
    const run = work.catch((cause) => log.error('outbox.unreachable', cause)).finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  /** Resolves when nothing is under way here any more, nor what came of it. */
  async function atRest(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  /** One look at everything at a time; nudges come beside it, so that many of them cannot keep retries waiting. */
  async function lookAtAll(): Promise<void> {
    if (looking) return;
    looking = true;
    await inBackground(look());
    looking = false;
  }

  return {
    start() {
      timer = setInterval(() => void lookAtAll(), every);
      void lookAtAll();
    },
    async drain(caseNumber) {
      await look(caseNumber);
      await atRest();
    },
    nudge,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await atRest();
      await recordWhatIsLeft().catch((cause) => log.error('outbox.unreachable', cause));
    },
  };
}
