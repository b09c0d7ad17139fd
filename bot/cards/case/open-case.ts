import type { Words } from '../../domain/language/words';
import { press } from '../actions';
import type { Json } from '../layout/json';

/** The button that opens a case for whoever handles cases. */
export function openCase(words: Words, number: string): Json {
  return press(words.own('news.open'), 'show-case', { case: number, as: 'responsible' });
}
