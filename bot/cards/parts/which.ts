/**
 * What stands in an input once what was typed into it was not clear: a day that only wants a yes, or the choice between
 * what it can mean.
 */

import { numbersMeant } from '../../domain/language/written-number';
import type { Meant } from '../../domain/process/typed';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';

/** None of them: it is no number and no day, so that the empty input comes back. Chosen until somebody chooses. */
const ANOTHER = 'another';

/** The input, or the question in its place: one day is filled in and asked about, of several things one is chosen. */
export function askedWhich({ words }: Kit, input: Json, meant: Meant | undefined): Json {
  const [first] = meant ?? [];
  if (meant === undefined || first === undefined) return input;
  if (meant.length === 1 && typeof first === 'string') {
    return { ...input, value: first, problem: words.own('problems.this-day', { day: words.day(first) }) };
  }
  const choices = meant.map((value) => ({
    title: typeof value === 'string' ? words.day(value) : String(value),
    value: String(value),
  }));
  const another = words.own(typeof first === 'string' ? 'form.another-day' : 'form.another-number');
  return {
    ...input,
    type: 'choice',
    value: ANOTHER,
    choices: [...choices, { title: another, value: ANOTHER }],
    style: 'expanded',
  };
}

/** What was typed as an input for numbers can show it: the number, if it is one and no other. */
export function numberShown(typed: string): string {
  const [only, other] = numbersMeant(typed);
  return only === undefined || other !== undefined ? '' : String(only.value);
}
