/** Removes what is personal and older than it may be: every night, and by `npm run privacy -- purge`. */
import type { Case } from '../domain/case/case';
import { DRAFTS, type Retention } from '../domain/directory/directory';
import { Unavailable } from '../domain/errors';
import { isUnread } from '../domain/page';
import { purgeDue, purged } from '../domain/privacy/purge';
import type { Model } from '../domain/rules/model';
import { monthsLater } from '../domain/working-time';
import type { CaseStore, Directory, DraftStore, Log, SharedClock } from '../ports';

export interface PurgeOptions {
  readonly cases: CaseStore;
  readonly drafts: DraftStore;
  /** Asked for the rules as they are stored now; where they are not whole, nothing is purged. */
  readonly directory: Pick<Directory, 'whole'>;
  /** The model of a process; throws when there is no such process. */
  readonly models: (process: string) => Model;
  readonly clock: SharedClock;
  readonly log: Log;
  /** Only counts. */
  readonly dryRun?: boolean;
  /** Ends it after the case that it is at. */
  readonly stop?: AbortSignal;
}

export interface PurgeResult {
  readonly cases: number;
  readonly drafts: number;
  /** Changed by somebody at the same moment; the next run finds them again. */
  readonly later: number;
  /** Could not be read, or not be written: the log says which and why. */
  readonly failed: number;
}

type Outcome = 'done' | 'later' | 'failed' | 'not-due';

/**
 * Looks through cases and drafts one by one; what is done stays done, and a second run finds nothing. What cannot be read
 * is left as it is.
 * @throws Unreadable before anything is purged, where a rule cannot be read whole; Unavailable where nobody can tell what
 *   time it is.
 */
export async function purgeAll(options: PurgeOptions): Promise<PurgeResult> {
  const { cases, drafts, directory, clock, log, dryRun = false, stop } = options;
  const retention = await directory.whole('retention');
  const now = clock.now();
  const counts = { cases: 0, drafts: 0, later: 0, failed: 0 };
  const count = (kind: 'cases' | 'drafts', outcome: Outcome) => {
    if (outcome !== 'not-due') counts[outcome === 'done' ? kind : outcome] += 1;
  };
  for await (const made of cases.all()) {
    if (stop?.aborted) break;
    mindClock(clock);
    count('cases', isUnread(made) ? 'failed' : await purgeCase(options, retention, made, now));
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

async function purgeCase(
  { cases, models, log, dryRun }: PurgeOptions,
  retention: readonly Retention[],
  made: Case,
  now: Date,
): Promise<Outcome> {
  const isDue = (one: Case) => (purgeDue(retention, one) ?? '9999') <= now.toISOString();
  try {
    if (!isDue(made)) return 'not-due';
    if (dryRun) return 'done';
    const whole = await cases.whole(made.number);
    // Somebody may have done something with it since.
    if (!whole || !isDue(whole.value.case)) return 'later';
    const written = await cases.rewrite(whole, purged(models(made.process), whole.value, now));
    return written === 'rewritten' ? 'done' : 'later';
  } catch (cause) {
    log.error('purge.case-failed', cause, { case: made.number });
    return 'failed';
  }
}

/** The moment before which an open draft was changed last that goes now; undefined where no rule says so. */
function untouchedBefore(retention: readonly Retention[], now: Date): string | undefined {
  const rule = retention.find(({ id }) => id === DRAFTS);
  return rule && monthsLater(now, -rule.months);
}
