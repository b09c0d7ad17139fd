/** Who is served: the tenant's own people, and guests where the city says so. Everybody else gets one sentence. */

import { Unavailable } from '../../domain/errors';
import type { Person } from '../../domain/person';
import { withPatience } from '../../pace/patience';
import type { Turn } from '../../ports/turn';
import type { Assistant } from '../assistant';

/** What Entra ID knows of a person: `nobody` is somebody of another tenant, `unknown` where it could not be asked. */
type Standing = 'member' | 'guest' | 'nobody' | 'unknown';

interface Recollection {
  readonly standing: Standing;
  readonly until: number;
}

/** How long a first word waits for Entra ID; the answer counts from the next one on. */
const PATIENCE_MS = 1_500;
/** A guest can become a member, and an outage ends. */
const FRESH_MS: Readonly<Record<Standing, number>> = {
  member: 600_000,
  guest: 600_000,
  nobody: 600_000,
  unknown: 60_000,
};
const MOST_PEOPLE = 10_000;

/**
 * Makes the question that every turn begins with. The tenant is told by the activity; whether somebody is a guest is
 * told by Entra ID once, where it can be asked, and kept with the person from their next words on. Of who is refused
 * nothing is stored. Where Entra ID cannot be asked, whom the activity does not give away is let in.
 */
export function createAdmission(
  assistant: Assistant,
): (turn: Turn) => Promise<Turn | { readonly refused: 'outsider' | 'guest' }> {
  const { tenant, allowGuests, colleagues, people, clock, log } = assistant;
  const memory = new Map<string, Recollection>();

  function learn({ id, tenant: of }: Person, standing: Standing): Standing {
    const [eldest] = memory.keys();
    if (eldest !== undefined && memory.size >= MOST_PEOPLE) memory.delete(eldest);
    memory.set(`${of}|${id}`, { standing, until: clock.now().getTime() + FRESH_MS[standing] });
    return standing;
  }

  async function ask(who: Person): Promise<Standing> {
    try {
      const found = await colleagues?.find(who.id);
      return learn(who, found === undefined ? 'nobody' : found.guest ? 'guest' : 'member');
    } catch (cause) {
      if (!(cause instanceof Unavailable)) throw cause;
      log.warn('person.not-looked-up');
      return learn(who, 'unknown');
    }
  }

  async function standingOf(who: Person): Promise<Standing> {
    if (colleagues === undefined) return 'unknown';
    const recollection = memory.get(`${who.tenant}|${who.id}`);
    if (recollection !== undefined && clock.now().getTime() < recollection.until) return recollection.standing;
    const known = people.recall(who) ?? (await people.find(who));
    return known?.guest === false ? 'member' : withPatience(PATIENCE_MS, ask(who), 'unknown');
  }

  return async (turn) => {
    const { who } = turn;
    if (turn.outside || (tenant !== undefined && who.tenant.toLowerCase() !== tenant.toLowerCase())) {
      return { refused: 'outsider' };
    }
    if (turn.guest) return allowGuests ? turn : { refused: 'guest' };
    const standing = await standingOf(who);
    if (standing === 'nobody') return { refused: 'outsider' };
    if (standing === 'guest' && !allowGuests) return { refused: 'guest' };
    return standing === 'unknown' ? turn : { ...turn, guest: standing === 'guest' };
  };
}
