/**
 * Who takes part in a dignitary's visit, or is informed of it (M 3.3). The source has lost which units it marks in three of
 * its five rows and left only how many; what the team has settled since stands in the row.
 */
import type { DignitaryRow, DirectoryContent } from './directory';

/** The row of a kind of guest: its own, or the one that it is read from; undefined where there is none. */
export function dignitaryRow({ dignitaryMatrix }: DirectoryContent, kind: string): DignitaryRow | undefined {
  return dignitaryMatrix.find(({ id }) => id === kind) ?? dignitaryMatrix.find(({ alsoFor }) => alsoFor.includes(kind));
}

/** Whether a unit is marked for a kind of guest. What has to be confirmed yet is no mark. */
export function isMarked(directory: DirectoryContent, kind: string, unit: string): boolean {
  return dignitaryRow(directory, kind)?.parties[unit] === 'yes';
}

/** Whether it is told of each unit that it takes part or does not. */
export function isSettled({ parties }: Pick<DignitaryRow, 'parties'>): boolean {
  return !Object.values(parties).includes('confirm');
}

/** Whether so many marks as the source gives can no longer come out, whatever is confirmed yet. */
export function countsOtherwise({ parties, marked }: Pick<DignitaryRow, 'parties' | 'marked'>): boolean {
  const parts = Object.values(parties);
  const yes = parts.filter((part) => part === 'yes').length;
  const open = parts.filter((part) => part === 'confirm').length;
  return yes > marked || yes + open < marked;
}
