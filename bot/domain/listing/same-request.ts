/** Whether somebody else has taken the same request already: it is told before a second one is sent, and nothing is blocked. */
import { isOpen } from '../case-state';
import type { Answers } from '../process/answers';
import { dayOf, lastDayOf } from '../process/naming';
import type { Process } from '../process/process';
import type { CaseLine } from './line';

/** What a new matter is about, as far as it tells it from another with the same organisation. */
export interface NewMatter {
  readonly process: Process;
  readonly answers: Answers;
}

/**
 * Whether a case with the same organisation is likely to be the same matter: still in hand, of the same occasion (a
 * dignitary's visit and a visit are one), and on days that meet. Where one of the two names no day, the day cannot tell
 * them apart.
 */
export function isSameRequest(matter: NewMatter, line: CaseLine, process: Process): boolean {
  if (!isOpen(line.state) || process.occasion !== matter.process.occasion) return false;
  const [asked, known] = [daysOf(matter), daysOf({ process, answers: line.named })];
  return !asked || !known || (asked.first <= known.last && known.first <= asked.last);
}

function daysOf({ process, answers }: NewMatter): { readonly first: string; readonly last: string } | undefined {
  const first = dayOf(process, answers);
  const last = lastDayOf(process, answers);
  return first === undefined || last === undefined ? undefined : { first, last: last < first ? first : last };
}
