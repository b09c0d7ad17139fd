/** Forgets people: at once when it is asked for, and every night again until no open case holds it up any more. */
import { type Erasure, erased, isNamedIn, isOver } from '../domain/erasure';
import { digestOf } from '../domain/notify';
import type { CaseStore, Claims, Clock, DraftStore, Erasures, Log, People } from '../ports';

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
  /** Cases that are open still, or that somebody changed at the same moment; the next night looks again. */
  readonly left: number;
}

const MOST_DRAFTS = 100;

/** Everybody who is to be forgotten, one after the other. Told to stop, it leaves the rest to another time. */
export async function eraseAll(eraser: Eraser, stop?: AbortSignal): Promise<void> {
  for (const erasure of await eraser.erasures.open()) {
    if (stop?.aborted) return;
    await erase(eraser, erasure, stop);
  }
}

/**
 * Does what can be done now. Twice is as good as once; when nothing is left to do, nobody is named any more. Told to stop,
 * it ends the case that it is at, and the person stays named for whoever goes on.
 */
export async function erase(eraser: Eraser, erasure: Erasure, stop?: AbortSignal): Promise<Erased> {
  const { cases, people, claims, erasures, clock, log } = eraser;
  if (!erasure.isBegun) {
    await people.forget(erasure.person);
    await discardDrafts(eraser, erasure);
    await erasures.put({ ...erasure, isBegun: true });
  }
  await claims.forget(digestOf(erasure.person));
  const counts = { cases: 0, left: 0 };
  for await (const { number } of cases.all()) {
    if (stop?.aborted) return counts;
    const whole = await cases.whole(number);
    if (!whole || !isNamedIn(whole.value, erasure)) continue;
    const isDone =
      isOver(whole.value.case) &&
      (await cases.rewrite(whole, erased(whole.value, erasure, clock.now()))) === 'rewritten';
    if (isDone) eraser.nudge(number);
    counts[isDone ? 'cases' : 'left'] += 1;
  }
  if (counts.left === 0) await erasures.end(erasure);
  log.info('erasure.done', counts);
  return counts;
}

async function discardDrafts({ drafts }: Eraser, { person }: Erasure): Promise<void> {
  for (;;) {
    const open = await drafts.open(person, MOST_DRAFTS);
    const gone = await Promise.all(
      open.map(async ({ id, revision }) => {
        const stored = await drafts.read(person, id, revision);
        return stored === undefined || (await drafts.discard(stored)) === 'discarded';
      }),
    );
    if (open.length < MOST_DRAFTS || !gone.includes(true)) return;
  }
}
