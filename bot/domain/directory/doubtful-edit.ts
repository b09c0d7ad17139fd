/** An edit that can be meant so and may be a slip: it is kept once somebody has said that it is no slip. */
import { countsOtherwise } from './dignitary-matrix';
import type { DignitaryRow, Retention } from './directory';
import type { EditableList, EntryContents } from './entry';

/** What is asked about an edit. `of` says which values were asked about, so that a yes is one to these alone. */
export type Doubt =
  | { readonly about: 'shorter'; readonly of: string }
  | { readonly about: 'other-count'; readonly of: string; readonly marked: number; readonly yes: number };

/** What has to be asked before an entry becomes so; undefined for nothing. */
export function doubtAbout<L extends EditableList>(
  list: L,
  before: EntryContents[L],
  after: EntryContents[L],
): Doubt | undefined {
  if (list === 'retention') return shorter(before as Retention, after as Retention);
  return list === 'dignitaryMatrix' ? otherCount(after as DignitaryRow) : undefined;
}

/** Of a shorter time the next night makes something that cannot be undone. */
function shorter(before: Retention, after: Retention): Doubt | undefined {
  const isShorter =
    after.months < before.months || (after.unendedMonths ?? Infinity) < (before.unendedMonths ?? Infinity);
  return isShorter ? { about: 'shorter', of: `${after.months}/${after.unendedMonths ?? ''}` } : undefined;
}

/** The source gives a number of marks, and no reason why it could not be another by now. */
function otherCount(row: DignitaryRow): Doubt | undefined {
  if (!countsOtherwise(row)) return undefined;
  const yes = Object.values(row.parties).filter((part) => part === 'yes').length;
  return { about: 'other-count', of: Object.values(row.parties).join('/'), marked: row.marked, yes };
}
