import type { EntryProblem } from '../../domain/directory/entry-fields';
import { dayBounds, type Years } from '../../domain/language/written-day';
import type { Meant } from '../../domain/process/typed';
import { readDate } from '../../domain/process/typed';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { askedWhich } from './which';

export interface DayInputOptions {
  /** What is stored. It can lie outside the limits: it is older than they are, or they have moved on. */
  readonly kept: string | undefined;
  readonly years?: Years | undefined;
  /** What was sent and could not be kept, by field. */
  readonly rejected:
    | {
        readonly problems: Readonly<Record<string, EntryProblem>>;
        readonly meant?: Readonly<Record<string, Meant>>;
      }
    | undefined;
}

/**
 * An input for a day with its limits. A stored day that they exclude is asked about in words, and does not stand in the
 * input: a client that checks the limits would block every button of the card.
 */
export function dayInput(
  kit: Kit,
  input: Json & { readonly id: string },
  { kept, years, rejected }: DayInputOptions,
): Json {
  const { words, today } = kit;
  const bounds = dayBounds(today, years);
  const error = words.own('problems.out-of-bounds', { first: words.day(bounds.first), last: words.day(bounds.last) });
  const read = rejected || kept === undefined ? undefined : readDate(kept, bounds);
  const unclear = read && 'problem' in read ? read : undefined;
  const problem = rejected ? rejected.problems[input.id] : unclear?.problem;
  const limited = {
    ...input,
    min: bounds.first,
    max: bounds.last,
    error,
    ...(unclear && { value: '' }),
    ...(problem === 'out-of-bounds' && { problem: error }),
  };
  return askedWhich(kit, limited, rejected?.meant?.[input.id] ?? unclear?.meant);
}
