/** Removes what is personal and older than it may be: every night, and by `npm run privacy -- purge`. */
import type { Case } from '../domain/case';
import { type DirectoryContent, DRAFTS } from '../domain/directory';
import { Unavailable } from '../domain/errors';
import type { Model } from '../domain/model';
import { monthsLater } from '../domain/outbox';
import { purgeDue, purged } from '../domain/purge';
import type { CaseStore, DraftStore, Log, SharedClock } from '../ports';

export interface PurgeOptions {
  readonly cases: CaseStore;
  readonly drafts: DraftStore;
  readonly directory: DirectoryContent;
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
  /** Changed by somebody at the same moment, or not to be written; the next run finds them again. */
  readonly failed: number;
}

/**
 * Looks through cases and drafts one by one; what is done stays done, and a second run finds nothing.
 * @throws Unavailable where nobody can tell what time it is.
 */
export async function purgeAll(options: PurgeOptions): Promise<PurgeResult> {
  const { cases, drafts, clock, log, dryRun = false, stop } = options;
  const now = clock.now();
  const counts = { cases: 0, drafts: 0, failed: 0 };
  const count = (kind: 'cases' | 'drafts', isDone: boolean) => {
    if (isDone) counts[kind] += 1;
    else counts.failed += 1;
  };
  for await (const made of cases.all()) {
    if (stop?.aborted) break;
    const due = purgeDue(options.directory, made);
    if (due === undefined || due > now.toISOString()) continue;
    mindClock(clock);
    count('cases', dryRun || (await purgeCase(options, made, now)));
  }
  const before = untouchedBefore(options.directory, now);
  if (before !== undefined) {
    for await (const stored of drafts.untouchedSince(before)) {
      if (stop?.aborted) break;
      mindClock(clock);
      count('drafts', dryRun || (await drafts.discard(stored)) === 'discarded');
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

async function purgeCase({ cases, models, log }: PurgeOptions, { number, process }: Case, now: Date): Promise<boolean> {
  try {
    const whole = await cases.whole(number);
    if (!whole) return false;
    return (await cases.rewrite(whole, purged(models(process), whole.value, now))) === 'rewritten';
  } catch (cause) {
    log.error('purge.case-failed', cause, { case: number });
    return false;
  }
}

/** The moment before which an open draft was changed last that goes now; undefined where no rule says so. */
function untouchedBefore({ retention }: DirectoryContent, now: Date): string | undefined {
  const rule = retention.find(({ id }) => id === DRAFTS);
  return rule && monthsLater(now, -rule.months);
}
