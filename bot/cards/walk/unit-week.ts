import type { UnitWeek } from '../../domain/walk/unit-week';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { shortened } from '../parts/room';

/** The longest name of a unit beside a question, in characters. */
const SHOWN_NAME = 120;

/**
 * What a unit wishes and what it has in the week that is asked for, a line each. `visits`: how many others begin then;
 * absent where that cannot be told soon.
 */
export function unitWeekView({ words }: Kit, beside: UnitWeek | undefined, visits: number | undefined): Json {
  if (!beside) return { beside: [] };
  const { daysAhead, week } = beside;
  const { noticeDays } = beside.unit;
  const unit = shortened(words.name(beside.unit.name), SHOWN_NAME);
  const days = week && { from: words.day(week.from), to: words.day(week.to) };
  const lines = [
    ...(noticeDays === undefined ? [] : [words.own('unit-week.notice', { unit, count: noticeDays })]),
    ...(daysAhead === undefined ? [] : [words.own('unit-week.begins', { count: daysAhead })]),
    ...(days === undefined || visits === undefined
      ? []
      : visits === 0
        ? [words.own('unit-week.nothing', { unit, ...days })]
        : [words.own('unit-week.visits', { unit, count: visits, ...days })]),
  ];
  return { beside: lines.map((text) => ({ text })) };
}
