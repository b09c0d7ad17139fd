/** People who walk: each begins with words, then presses the buttons of the cards that come. */
import { randomUUID } from 'node:crypto';
import type { Work } from '../work/work';
import type { Post } from './post';
import { type Place, placeOn, type Teams } from './teams';

const FIRST = 'dignitary';
const FORM = 'what-and-when';

/** Somebody with the card of a question before their eyes. */
export interface Walker {
  readonly person: string;
  place: Place;
}

/**
 * Begins a walk, up to the first question that is measured: the assistant asks whether it is a dignitary before, and what
 * and when on a form, which no other server has. @throws Error unless a card was sent.
 */
export async function begin(teams: Teams, post: Post): Promise<Walker> {
  const person = randomUUID();
  const { status, body } = await post(teams.message(person, 'new visit request'));
  if (status !== 200 && status !== 202) throw new Error(`The first words were answered with ${status}: ${body}`);
  const card = teams.cardSent(person);
  const place = placeOn(card);
  if (!place) throw new Error(`A walk was begun, and what came is no card of it: ${card.slice(0, 500)}`);
  const walker = { person, place };
  if (card.includes(`"item":"${FIRST}"`)) {
    await press(teams, post, walker, [FIRST, false]);
    await next(post, walker, FORM, teams.fill(person, walker.place, FORM, { 'main-theme': 'innovation' }));
  }
  return walker;
}

/**
 * Presses the button of one answer, and resolves to how long the next card took, in milliseconds.
 * @throws Error unless the card that comes is that of the next question.
 */
export async function press(
  teams: Teams,
  post: Post,
  walker: Walker,
  [item, value]: Work['answers'][number],
): Promise<number> {
  return next(post, walker, item, teams.press(walker.person, walker.place, item, value));
}

async function next(post: Post, walker: Walker, what: string, activity: string): Promise<number> {
  const begun = performance.now();
  const { status, body } = await post(activity);
  const took = performance.now() - begun;
  const place = status === 200 ? placeOn(body) : undefined;
  if (place?.draft !== walker.place.draft || place.revision !== walker.place.revision + 1) {
    throw new Error(`The press of "${what}" was answered with ${status} and no next card: ${body.slice(0, 500)}`);
  }
  walker.place = place;
  return took;
}

/** So many things to do, so many under way at a time, and none begun after so many seconds. */
export interface Amount {
  readonly count: number;
  readonly together: number;
  readonly seconds: number;
}

/** Does something so often; resolves to the results of what was begun in time, the first of all at least. */
export async function repeat<T>({ count, together, seconds }: Amount, act: (at: number) => Promise<T>): Promise<T[]> {
  const end = performance.now() + seconds * 1000;
  const results: T[] = [];
  let next = 0;
  const work = async () => {
    while (next < count && (next < together || performance.now() < end)) {
      const at = next;
      next += 1;
      results[at] = await act(at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(together, count) }, work));
  return results;
}
