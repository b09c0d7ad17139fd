/** A walk as the references keep it: enough to answer a press as the assistant does, and no more. */
import { randomUUID } from 'node:crypto';

export interface Walk {
  readonly draft: string;
  readonly revision: number;
  readonly answers: Readonly<Record<string, boolean>>;
}

/** What a button of a card carries. */
export interface Press {
  readonly draft: string;
  readonly revision: number;
  readonly item: string;
  readonly value: boolean;
}

export const beginWalk = (): Walk => ({ draft: randomUUID(), revision: 0, answers: {} });

/** The walk after a press; the same one where the press came from another card than the one that is current. */
export function answered(walk: Walk, { draft, revision, item, value }: Press): Walk {
  if (draft !== walk.draft || revision !== walk.revision) return walk;
  return { draft, revision: revision + 1, answers: { ...walk.answers, [item]: value } };
}

/** How many questions have been answered, which is also the place of the card that comes next. */
export const placeOf = ({ answers }: Walk): number => Object.keys(answers).length;
