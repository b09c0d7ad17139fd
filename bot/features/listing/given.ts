/** What somebody has been given to do, beside what they have asked for themselves. */
import type { CaseLine } from '../../domain/listing/line';
import type { Found } from '../../domain/page';
import type { Person } from '../../domain/person';
import type { Assistant } from '../assistant';

/** As many as a card has room for beside what is one's own. */
export const MOST_GIVEN = 6;

/** The open cases in which somebody has been given something: the first few, the newest first. */
export async function givenLines(
  { register }: Pick<Assistant, 'register'>,
  { id, tenant }: Pick<Person, 'id' | 'tenant'>,
): Promise<Found<CaseLine>> {
  const found = await register.find({ of: 'given', person: id }, { size: MOST_GIVEN });
  return { ...found, items: found.items.filter((line) => line.tenant === tenant) };
}
