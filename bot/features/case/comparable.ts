import type { Case } from '../../domain/case/case';
import { comparableTo } from '../../domain/listing/comparison';
import type { CaseLine } from '../../domain/listing/line';
import type { Item } from '../../domain/process/process';
import type { Model } from '../../domain/rules/model';
import { withPatience } from '../../pace/patience';
import type { Assistant } from '../assistant';

/** How long a form waits for it; it opens whatever becomes of the register. */
const PATIENCE_MS = 500;
/** Enough to get past the case itself, and past some of another tenant. */
const MOST = 10;

/** The case before this one with figures for what a form asks; nothing where it asks none that are compared, or too late. */
export async function comparableCase(
  { register, log }: Assistant,
  { process: { id, comparison } }: Model,
  made: Case,
  asked: readonly Item[],
): Promise<CaseLine | undefined> {
  if (!comparison || !asked.some((item) => Object.hasOwn(comparison.example, item.id))) return undefined;
  const found = register
    .find({ of: 'figures', process: id }, { size: MOST })
    .then(({ items }) => comparableTo(made, items))
    .catch((cause: unknown) => {
      log.error('comparison.not-found', cause, { case: made.number });
      return undefined;
    });
  return withPatience(PATIENCE_MS, found, undefined);
}
