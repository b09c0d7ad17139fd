import type { Found } from '../../domain/page';
import type { Kit } from '../kit';

/** What is said below a listing of which some cannot be read; empty where everything can. */
export function unreadableNote({ words }: Kit, { unreadable = [] }: Pick<Found<unknown>, 'unreadable'>): string {
  // The same case may have been looked for in several ways.
  const count = new Set(unreadable).size;
  return count === 0 ? '' : words.own('unreadable.left-out', { count });
}

/** Notes in one text, as far as there are any. */
export function together(...notes: readonly string[]): string {
  return notes.filter((note) => note !== '').join(' ');
}
