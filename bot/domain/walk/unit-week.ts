/** What stands beside the question whether a request came early enough: what the unit of its theme wishes, and its week. */

import { type Unit, unitOfTheme } from '../directory/directory';
import { dayBounds, isDay, isWithin } from '../language/written-day';
import type { Model } from '../rules/model';
import { daysUntil, weekOf } from '../working-time';
import type { Position, Step } from './replay';

export interface UnitWeek {
  readonly unit: Unit;
  /** In how many days the visit would begin; absent where its day is open or over. */
  readonly daysAhead?: number;
  /** Monday and Sunday around that day; absent where it is open, or the unit is whichever is named. */
  readonly week?: { readonly from: string; readonly to: string };
}

/** That of the step where a walk is, or undefined where nothing of the kind stands beside it. `today`: `YYYY-MM-DD`. */
export function unitWeekAt(
  { directory }: Model,
  { step, position }: { readonly step: Step; readonly position: Position },
  today: string,
): UnitWeek | undefined {
  const beside = step.kind === 'question' && step.item.type === 'yes-no' ? step.item.beside : undefined;
  if (!beside) return undefined;
  const { [beside.unitOfTheme]: theme, [beside.day]: day } = position.facts.answers;
  const unit = typeof theme === 'string' ? unitOfTheme(directory, theme) : undefined;
  if (!unit) return undefined;
  // Days were not always held to bounds; of one outside there is nothing to say.
  if (typeof day !== 'string' || !isDay(day) || !isWithin(day, dayBounds(today))) return { unit };
  const daysAhead = daysUntil(today, day);
  // Of a unit that stands for whichever is named, the week is that of many.
  const isOwnWeek = !directory.standing.standForNamed.includes(unit.id);
  return { unit, ...(isOwnWeek && { week: weekOf(day) }), ...(daysAhead >= 0 && { daysAhead }) };
}
