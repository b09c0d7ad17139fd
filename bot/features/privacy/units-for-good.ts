/** In which units somebody acts, for what cannot be undone. */
import type { Unit } from '../../domain/directory/directory';
import { actsIn } from '../../domain/directory/unit-members';
import { Unreadable } from '../../domain/errors';
import type { Person } from '../../domain/person';
import type { Assistant } from '../assistant';

/** As storage has it now; `unread` where not every unit can be read: then nobody can tell. */
export async function unitsForGood(
  { directory, log }: Pick<Assistant, 'directory' | 'log'>,
  { id }: Pick<Person, 'id'>,
): Promise<readonly Unit[] | 'unread'> {
  try {
    return (await directory.whole('units')).filter((unit) => actsIn(unit, id));
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    log.error('directory.not-whole', cause);
    return 'unread';
  }
}
