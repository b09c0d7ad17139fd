/** What a unit of a case is called where the directory has one entry for whichever team or unit the person names. */
import { unitOfTheme } from '../../directory/directory';
import type { Answers } from '../../process/answers';
import type { Model } from '../../rules/model';

/** Of a case or its line: what its theme is, and the answers that name it. */
export interface Naming {
  readonly theme: string;
  readonly answers: Answers;
}

/**
 * The name that was typed for a unit of a case; undefined for a unit with a name of its own, and where nobody was asked. What
 * is typed names the unit of the main theme: of two that stand for a named one it is no other's name.
 */
export function namedUnit(
  { directory, records: { namedUnit: item } }: Pick<Model, 'directory' | 'records'>,
  { theme, answers }: Naming,
  unit: string,
): string | undefined {
  const { standForNamed } = directory.standing;
  const ofTheme = unitOfTheme(directory, theme)?.id ?? unit;
  if (item === undefined || !standForNamed.includes(unit)) return undefined;
  if (ofTheme !== unit && standForNamed.includes(ofTheme)) return undefined;
  const name = answers[item];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** Of the answers of a line, that which names its unit. */
export function unitNamingAnswers({ directory, records }: Model, answers: Answers, unit: string): Answers {
  const { namedUnit: item } = records;
  const name = item === undefined ? undefined : answers[item];
  const stands = directory.standing.standForNamed.includes(unit);
  return item !== undefined && stands && typeof name === 'string' ? { [item]: name } : {};
}
