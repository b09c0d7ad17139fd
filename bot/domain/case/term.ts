/** Until when what a case has led to is in force: the process names the item, the step that agreed or renewed it the day. */
import type { Process } from '../process/process';
import type { Case } from './case';

/** The last day on which it is in force, `YYYY-MM-DD`; undefined where nobody has said one. */
export function inForceUntil(
  { forms }: Pick<Process, 'forms'>,
  { recorded }: Pick<Case, 'recorded'>,
): string | undefined {
  const item = forms.find(({ until }) => until !== undefined)?.until;
  const day = item === undefined ? undefined : recorded?.[item];
  return typeof day === 'string' ? day : undefined;
}
