import type { CaseLine } from '../domain/line';
import type { Model } from '../domain/model';
import { type Json, rowName, select } from './actions';
import { caseTitle } from './facts';
import type { Kit } from './kit';
import { shortened } from './room';
import type { CaseButtonReader } from './verbs';

export interface LineOptions {
  /** As whom the person opens it; as what they are where absent. */
  readonly as?: CaseButtonReader;
  /** How many characters of its title are shown. */
  readonly shown: number;
  /** Who has it, or whose turn it is. */
  readonly who?: string;
}

/** A case as a row of a listing; a press opens it. */
export function lineRow({ words }: Kit, model: Model, line: CaseLine, { as, shown, who = '' }: LineOptions): Json {
  const title = shortened(caseTitle(model, line.named, words), shown);
  const state = words.own('inbox.row', {
    number: line.number,
    process: words.process(line.process, 'name'),
    state: words.own(`life.short.${line.state}`),
    day: words.dayOf(line.since),
  });
  return {
    title,
    state,
    who,
    select: select(rowName(words.own('work.open', { title }), state, who), 'show-case', {
      case: line.number,
      ...(as !== undefined && { as }),
    }),
  };
}
