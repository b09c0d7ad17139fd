/** Forgets people: at once when it is asked for, and every night again until no open case holds it up any more. */

import { digestOf, staleEntriesOf } from '../../domain/notify';
import type { ByKind } from '../../domain/outbox/subjects';
import { isUnread } from '../../domain/page';
import type { Erasure } from '../../domain/privacy/erasure';
import type { Draft } from '../../domain/walk/draft';
import type { Claims, Clock, DraftStore, Erasures, Log, People } from '../../ports';
import type { Kept, Subject } from '../subject';
import { noneOf, tally } from '../tally';

export interface Eraser {
  readonly subjects: ByKind<Subject>;
  readonly drafts: DraftStore;
  readonly people: People;
  readonly claims: Claims;
  readonly erasures: Erasures;
  readonly clock: Clock;
  readonly log: Log;
  /** Wakes whoever brings what shows it elsewhere up to date. */
  nudge(id: string): void;
}

/** From how many subjects the person has gone, by what they are called (`cases`), and what is left. */
export interface Erased {
  readonly [plural: string]: number;
  /** What is open still, or was changed by somebody at the same moment; the next night looks again. */
  readonly left: number;
  /** What could not be read or written: whether the person is in it nobody knows. */
  readonly failed: number;
}

const DRAFTS_AT_ONCE = 100;

/**
 * Everybody who is to be forgotten, one after the other. Told to stop, it leaves the rest to another time. Resolves to
 * what could not be looked through; whoever is behind it stays named.
 */
export async function eraseAll(eraser: Eraser, stop?: AbortSignal): Promise<Pick<Erased, 'failed'>> {
  const { items, unreadable = [] } = await eraser.erasures.open();
  let failed = unreadable.length;
  for (const erasure of items) {
    if (stop?.aborted) break;
    failed += (await erase(eraser, erasure, stop)).failed;
  }
  return { failed };
}

/**
 * Does what can be done now. Twice is as good as once; when nothing is left to do, nobody is named any more. Told to stop,
 * it ends the subject that it is at, and the person stays named for whoever goes on. So they do where anything could not be
 * read: it may be about them.
 */
export async function erase(eraser: Eraser, erasure: Erasure, stop?: AbortSignal): Promise<Erased> {
  const { subjects, people, claims, erasures, log } = eraser;
  const counts: Record<string, number> & Erased = { ...noneOf(subjects), ...(await discardDrafts(eraser, erasure)) };
  if (!erasure.isBegun) {
    await people.forget(erasure.person);
    await erasures.put({ ...erasure, isBegun: true });
  }
  for (const what of [digestOf, staleEntriesOf]) await claims.forget(what(erasure.person));
  for (const [kind, { plural, all }] of Object.entries(subjects)) {
    for await (const kept of all()) {
      if (stop?.aborted) return counts;
      const outcome = isUnread(kept) ? 'failed' : await eraseFrom(eraser, kind, kept, erasure);
      if (outcome !== 'not-named') tally(counts, outcome === 'done' ? plural : outcome);
    }
  }
  if (counts.left + counts.failed === 0) await erasures.end(erasure);
  log[counts.failed > 0 ? 'warn' : 'info'](counts.failed > 0 ? 'erasure.incomplete' : 'erasure.done', counts);
  return counts;
}

/** Takes the person out of one subject. It must not keep them in the others. */
async function eraseFrom(
  eraser: Eraser,
  kind: string,
  kept: Kept,
  erasure: Erasure,
): Promise<'done' | 'left' | 'failed' | 'not-named'> {
  const { clock, log } = eraser;
  try {
    const outcome = await kept.erase(erasure, clock.now());
    if (outcome === 'done') eraser.nudge(kept.id);
    return outcome;
  } catch (cause) {
    log.error(`erasure.${kind}-failed`, cause, { [kind]: kept.id });
    return 'failed';
  }
}

/** Throws away the drafts that the person had begun when it was asked for; what cannot be read is left as it is. */
async function discardDrafts(
  { drafts }: Eraser,
  { person, askedAt }: Erasure,
): Promise<Pick<Erased, 'left' | 'failed'>> {
  const begun: Draft[] = [];
  let failed = 0;
  let from: string | undefined;
  do {
    const page = await drafts.list(person, { size: DRAFTS_AT_ONCE, ...(from !== undefined && { from }) });
    begun.push(...page.items.filter((draft) => draft.case === undefined && draft.createdAt <= askedAt));
    failed += page.unreadable?.length ?? 0;
    from = page.next;
  } while (from !== undefined);
  const gone = await Promise.all(
    begun.map(async ({ id, revision }) => {
      const stored = await drafts.read(person, id, revision);
      return stored === undefined || (await drafts.discard(stored)) === 'discarded';
    }),
  );
  return { left: gone.filter((isGone) => !isGone).length, failed };
}
