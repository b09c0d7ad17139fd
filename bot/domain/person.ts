/** A person as Teams names them: Entra object id, tenant, display name. */
export interface Person {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
}

/** Somebody by Entra object id and name. */
export type Named = Pick<Person, 'id' | 'name'>;

/** Who does something, and when. */
export interface Deed {
  readonly who: Named;
  readonly now: Date;
}

/**
 * Where a person stood whose name is no longer kept: the same marker for everybody, which leads back to nobody. No Entra
 * object id: nobody can be found, written to, or mistaken for by it.
 */
const REMOVED_ID = 'removed';

/** The dash reads alike in every language. */
export const REMOVED: Named = { id: REMOVED_ID, name: '–' };

/** Whether somebody was here who is no longer named. */
export function isRemoved({ id }: Pick<Named, 'id'>): boolean {
  return id === REMOVED_ID;
}
