import type { CaseLine } from '../domain/line';
import type { Model } from '../domain/model';
import { type Json, select } from './actions';
import { caseTitle } from './facts';
import type { Kit } from './kit';

/** A case as a row of a listing; a press opens it. */
export function lineRow({ words }: Kit, model: Model, line: CaseLine): Json {
  const title = caseTitle(model, line.named, words);
  return {
    title,
    state: words.own('inbox.row', {
      number: line.number,
      process: words.process(line.process, 'name'),
      state: words.own(`life.short.${line.state}`),
      day: words.dayOf(line.since),
    }),
    select: select(words.own('work.open', { title }), 'show-case', { case: line.number }),
  };
}
