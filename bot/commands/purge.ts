/** Removes what is personal and older than it may be: every night, and by `npm run privacy -- purge`. */
import { DRAFTS, type Retention } from '../domain/directory/directory';
import { Unavailable } from '../domain/errors';
import type { ByKind } from '../domain/outbox/subjects';
import { isUnread } from '../domain/page';
import { monthsLater } from '../domain/working-time';
import type { Kept, Subject } from '../features/subject';
import { noneOf, tally } from '../features/tally';
import type { Directory, DraftStore, Log, SharedClock } from '../ports';

export interface PurgeOptions {
  readonly subjects: ByKind<Subject>;
  readonly drafts: DraftStore;
  /** Asked for the rules as they are stored now; where they are not whole, nothing is purged. */
  readonly directory: Pick<Directory, 'whole'>;
  readonly clock: SharedClock;
  readonly log: Log;
  /** Only counts. */
  readonly dryRun?: boolean;
  /** Ends it after what it is at. */
  readonly stop?: AbortSignal;
}

/** How many were purged, by what several are called (`cases`, `drafts`), and what was not. */
export interface PurgeResult {
  readonly [plural: string]: number;
  /** Changed by somebody at the same moment; the next run finds them again. */
  readonly later: number;
  /** Could not be read, or not be written: the log says which and why. */
  readonly failed: number;
}

type Outcome = 'done' | 'later' | 'failed' | 'not-due';

/**
 * Looks through all subjects and drafts one by one; what is done stays done, and a second run finds nothing. What cannot be read
 * is left as it is.
 * @throws Unreadable before anything is purged, where a rule cannot be read whole; Unavailable where nobody can tell what
 *   time it is.
 */
export async function purgeAll(options: PurgeOptions): Promise<PurgeResult> {
  const { subjects, drafts, directory, clock, log, dryRun = false, stop } = options;
  const retention = await directory.whole('retention');
  const now = clock.now();
  const counts: Record<string, number> & PurgeResult = { ...noneOf(subjects), drafts: 0, later: 0, failed: 0 };
  const count = (plural: string, outcome: Outcome) => {
    if (outcome !== 'not-due') tally(counts, outcome === 'done' ? plural : outcome);
  };
  for (const [kind, { plural, all }] of Object.entries(subjects)) {
    for await (const kept of all()) {
      if (stop?.aborted) break;
      mindClock(clock);
      count(plural, isUnread(kept) ? 'failed' : await purgeOne(log, kind, kept, { retention, now, dryRun }));
    }
  }
  const before = untouchedBefore(retention, now);
  if (before !== undefined) {
    for await (const stored of drafts.untouchedSince(before)) {
      if (stop?.aborted) break;
      mindClock(clock);
      if (isUnread(stored)) count('drafts', 'failed');
      else count('drafts', dryRun || (await drafts.discard(stored)) === 'discarded' ? 'done' : 'later');
    }
  }
  log[counts.failed > 0 ? 'warn' : 'info'](dryRun ? 'purge.counted' : 'purge.done', counts);
  return counts;
}

/** Asked once storage has answered, and so told its time. */
function mindClock(clock: SharedClock): void {
  if (clock.isTrusted()) return;
  throw new Unavailable('Nothing is purged', {
    why: "this host's clock and storage's are more than an hour apart",
    remedy: "Mend the host's time, and run it again.",
  });
}

async function purgeOne(log: Log, kind: string, kept: Kept, by: Parameters<Kept['purge']>[0]): Promise<Outcome> {
  try {
    return await kept.purge(by);
  } catch (cause) {
    log.error(`purge.${kind}-failed`, cause, { [kind]: kept.id });
    return 'failed';
  }
}

/** The moment before which an open draft was changed last that goes now; undefined where no rule says so. */
function untouchedBefore(retention: readonly Retention[], now: Date): string | undefined {
  const rule = retention.find(({ id }) => id === DRAFTS);
  return rule && monthsLater(now, -rule.months);
}
