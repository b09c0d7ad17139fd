import type { WalkView } from '../../cards/walk/walk';
import { mayTakePlace } from '../../domain/case-state';
import { unitWeekAt } from '../../domain/walk/unit-week';
import type { Assistant } from '../assistant';
import { soon } from './soon';

/** More than any unit receives in a week. */
const MOST_IN_WEEK = 100;

/**
 * How many other visits the unit has, or is asked for, that begin in the week which the card of a walk is about; undefined
 * where the card is about none, or when it cannot be told soon.
 */
export async function visitsInWeek(assistant: Assistant, view: WalkView, today: string): Promise<number | undefined> {
  const beside = unitWeekAt(view.model, view, today);
  if (!beside?.week) return undefined;
  const { draft } = view;
  const found = await soon(
    assistant,
    draft,
    assistant.register.find({ of: 'unit-days', unit: beside.unit.id, ...beside.week }, { size: MOST_IN_WEEK }),
  );
  return found?.items.filter(
    ({ number, tenant, state }) => number !== draft.edits && tenant === draft.owner.tenant && mayTakePlace(state),
  ).length;
}
