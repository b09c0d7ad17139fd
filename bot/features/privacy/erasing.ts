/** Forgets people: at once when it is asked for, and every night again until no open case holds it up any more. */

import { digestOf } from '../../domain/notify';
import { isUnread } from '../../domain/page';
import { type Erasure, erased, isNamedIn, isOver } from '../../domain/privacy/erasure';
import type { Draft } from '../../domain/walk/draft';
import type { CaseStore, Claims, Clock, DraftStore, Erasures, Log, People } from '../../ports';

export interface Eraser {
  readonly cases: CaseStore;
  readonly drafts: DraftStore;
  readonly people: People;
  readonly claims: Claims;
  readonly erasures: Erasures;
  readonly clock: Clock;
  readonly log: Log;
  /** Wakes whoever brings the lines elsewhere up to date. */
  nudge(caseNumber: string): void;
}

export interface Erased {
  readonly cases: number;
  /** Cases that are open still, and what somebody changed at the same moment; the next night looks again. */
  readonly left: number;
  /** Cases and drafts that could not be read or written: whether the person is in them nobody knows. */
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
 * it ends the case that it is at, and the person stays named for whoever goes on. So they do where anything could not be
 * read: it may be about them.
 */
export async function erase(eraser: Eraser, erasure: Erasure, stop?: AbortSignal): Promise<Erased> {
  const { cases, people, claims, erasures, log } = eraser;
  const counts = { cases: 0, ...(await discardDrafts(eraser, erasure)) };
  if (!erasure.isBegun) {
    await people.forget(erasure.person);
    await erasures.put({ ...erasure, isBegun: true });
  }
  await claims.forget(digestOf(erasure.person));
  for await (const made of cases.all()) {
    if (stop?.aborted) return counts;
    const outcome = isUnread(made) ? 'failed' : await eraseFrom(eraser, made.number, erasure);
    if (outcome !== 'not-named') counts[outcome] += 1;
  }
  if (counts.left + counts.failed === 0) await erasures.end(erasure);
  log[counts.failed > 0 ? 'warn' : 'info'](counts.failed > 0 ? 'erasure.incomplete' : 'erasure.done', counts);
  return counts;
}

/** Takes the person out of one case. It must not keep them in the others. */
async function eraseFrom(
  eraser: Eraser,
  number: string,
  erasure: Erasure,
): Promise<'cases' | 'left' | 'failed' | 'not-named'> {
  const { cases, clock, log } = eraser;
  try {
    const whole = await cases.whole(number);
    if (!whole || !isNamedIn(whole.value, erasure)) return 'not-named';
    if (!isOver(whole.value.case)) return 'left';
    if ((await cases.rewrite(whole, erased(whole.value, erasure, clock.now()))) !== 'rewritten') return 'left';
    eraser.nudge(number);
    return 'cases';
  } catch (cause) {
    log.error('erasure.case-failed', cause, { case: number });
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
