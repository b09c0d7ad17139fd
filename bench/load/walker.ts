/** People who walk: each begins with words, then presses the buttons of the cards that come. */
import { randomUUID } from 'node:crypto';
import type { Work } from '../work/work';
import type { Post } from './post';
import { type Place, placeOn, type Teams } from './teams';

/** Somebody with the card of a question before their eyes. */
export interface Walker {
  readonly person: string;
  place: Place;
}

/** Begins a walk. @throws Error unless a card was sent. */
export async function begin(teams: Teams, post: Post): Promise<Walker> {
  const person = randomUUID();
  const { status, body } = await post(teams.message(person, 'new visit request'));
  if (status !== 200 && status !== 202) throw new Error(`The first words were answered with ${status}: ${body}`);
  return { person, place: teams.placeSent(person) };
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
  const activity = teams.press(walker.person, walker.place, item, value);
  const begun = performance.now();
  const { status, body } = await post(activity);
  const took = performance.now() - begun;
  const place = status === 200 ? placeOn(body) : undefined;
  if (place?.draft !== walker.place.draft || place.revision !== walker.place.revision + 1) {
    throw new Error(`The press of "${item}" was answered with ${status} and no next card: ${body.slice(0, 500)}`);
  }
  walker.place = place;
  return took;
}

/** Does something for each of so many, with that many under way at a time. */
export async function atOnce<T>(atATime: number, count: number, act: (at: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      const at = next;
      next += 1;
      results[at] = await act(at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, count) }, work));
  return results;
}
