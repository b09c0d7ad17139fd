/** Finds where the list outside differs from the cases, and mends it: by command, and every night. */
import { compareMirror, type MirrorDifferences, type MirroredCase, mirrored } from '../domain/listing/mirror';
import type { Delivery } from '../domain/outbox/attempts';
import { isUnread, type Unread } from '../domain/page';
import type { CaseMirror, Log } from '../ports';

export interface Reconciliation extends MirrorDifferences {
  /** How many differences were mended; none where only a look was asked for. */
  readonly mended: number;
  /** Numbers of cases that cannot be read. Their lines stay as they are. */
  readonly unread: readonly string[];
  /** How many differences could not be mended, and cases not be read. */
  readonly failed: number;
}

export interface ReconciliationOptions {
  readonly mirror: CaseMirror;
  /** Every case, read when it is called: after the list. A rejection ends it before anything is mended. */
  readonly cases: () => AsyncIterable<MirroredCase | Unread> | Iterable<MirroredCase | Unread>;
  readonly log: Log;
  /** Whether to mend or only to look. */
  readonly mend: boolean;
  /** Ends it after the line that it is at; while it still compares, before anything is mended. */
  readonly stop?: AbortSignal;
}

/**
 * Reads list and cases and compares them. Missing lines are written, wrong ones overwritten, and those of no case taken
 * out (SharePoint keeps them in its bin). Lines of cases that cannot be read are left alone. Rejects when the list cannot be
 * read, or storage not be reached.
 */
export async function reconcile({ mirror, cases, log, mend, stop }: ReconciliationOptions): Promise<Reconciliation> {
  const items = await mirror.items();
  const all: MirroredCase[] = [];
  const unread: string[] = [];
  for await (const one of cases()) {
    if (isUnread(one)) unread.push(one.unread);
    else all.push(mirrored(one));
  }
  const comparable = items.filter(({ shown }) => shown.number === undefined || !unread.includes(shown.number));
  const found = compareMirror(comparable, all);
  const counts = {
    missing: found.missing.length,
    different: found.different.length,
    surplus: found.surplus.length,
    unread: unread.length,
  };
  if (!mend) {
    log.info('mirror.compared', { cases: all.length, ...counts });
    return { ...found, unread, mended: 0, failed: unread.length };
  }
  const results: Delivery[] = [];
  const steps = [
    // Lines of no case first: one of two lines for a case would stand in the way of the other.
    ...found.surplus.map((item) => () => mirror.remove(item)),
    ...found.different.map(
      ({ item, shouldShow }) =>
        () =>
          mirror.overwrite(item, shouldShow),
    ),
    ...found.missing.map((shown) => () => mirror.put(shown)),
  ];
  for (const step of steps) {
    if (stop?.aborted) break;
    results.push(await step());
  }
  const mended = results.filter(({ result }) => result === 'sent').length;
  const failed = results.length - mended + unread.length;
  log[failed > 0 ? 'warn' : 'info']('mirror.mended', { cases: all.length, ...counts, mended, failed });
  return { ...found, unread, mended, failed };
}
