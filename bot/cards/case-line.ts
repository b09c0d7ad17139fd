import type { CaseLine } from '../domain/line';
import type { Model } from '../domain/model';
import { type Json, select } from './actions';
import { caseTitle } from './facts';
import type { Kit } from './kit';
import { shortened } from './room';
import type { CaseButtonReader } from './verbs';

export interface LineOptions {
  /** As whom the person opens it; as what they are where absent. */
  readonly as?: CaseButtonReader;
  /** How many characters of its title are shown. */
  readonly shown?: number;
}

/** A case as a row of a listing; a press opens it. */
export function lineRow(
  { words }: Kit,
  model: Model,
  line: CaseLine,
  { as, shown = Number.POSITIVE_INFINITY }: LineOptions = {},
): Json {
  const title = shortened(caseTitle(model, line.named, words), shown);
  return {
    title,
    state: words.own('inbox.row', {
      number: line.number,
      process: words.process(line.process, 'name'),
      state: words.own(`life.short.${line.state}`),
      day: words.dayOf(line.since),
    }),
    select: select(words.own('work.open', { title }), 'show-case', {
      case: line.number,
      ...(as !== undefined && { as }),
    }),
  };
}
