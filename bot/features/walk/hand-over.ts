import type { CameFrom } from '../../cards/walk/walk';
import type { Model } from '../../domain/rules/model';
import type { WalkState } from '../../domain/walk/checklist';
import type { Draft } from '../../domain/walk/draft';
import { handedOver } from '../../domain/walk/hand-over';
import type { Asked } from '../asked';

/** A walk in the process where it goes on, and which rule of which process it was handed over by. */
export interface Turned {
  readonly model: Model;
  readonly state: WalkState;
  readonly cameFrom: CameFrom;
}

/**
 * Where an open draft goes on with the state that it has now, when that is another process; undefined for most. A case
 * that was sent keeps its number, so changes of it stay where they are.
 */
export function handOverOf(
  { assistant: { processes } }: Pick<Asked, 'assistant'>,
  model: Model,
  draft: Draft,
  state: WalkState = draft.state,
): Turned | undefined {
  if (draft.edits !== undefined || state.pause !== undefined) return undefined;
  const turned = handedOver(model, processes, state, draft.state);
  return turned && { ...turned, cameFrom: { process: model.process.id, rule: turned.rule.id } };
}
