import type { Draft } from '../../domain/walk/draft';
import { withPatience } from '../../pace/patience';
import type { Assistant } from '../assistant';

/** How long a card waits for it; a press has to be answered whatever becomes of the register. */
const PATIENCE_MS = 500;

/** What a card of a walk says besides, from the register: undefined when it cannot be told soon, or not at all. */
export function soon<T>({ log }: Pick<Assistant, 'log'>, draft: Draft, told: Promise<T>): Promise<T | undefined> {
  const orNothing = told.catch((cause: unknown) => {
    log.error('relations.not-found', cause, { draft: draft.id });
    return undefined;
  });
  return withPatience(PATIENCE_MS, orNothing, undefined);
}
