import { stateKey } from '../../domain/case/familiar';
import type { CaseLine } from '../../domain/listing/line';
import type { Model } from '../../domain/rules/model';
import { rowName, select } from '../actions';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { caseTitle } from '../parts/facts';
import { shortened } from '../parts/room';
import type { CaseButtonReader } from '../verbs';

export interface LineOptions {
  /** As whom the person opens it; as what they are where absent. */
  readonly as?: CaseButtonReader;
  /** How many characters of its title are shown. */
  readonly shown: number;
  /** Who has it, or whose turn it is. */
  readonly who?: string;
}

/** A case as a row of a listing; a press opens it. Without a model it is of a process that only a newer version knows. */
export function lineRow(
  { words }: Kit,
  model: Model | undefined,
  line: CaseLine,
  { as, shown, who = '' }: LineOptions,
): Json {
  const title = shortened(titleOf(words, model, line), shown);
  const state = words.own('inbox.row', {
    number: line.number,
    process: model ? words.process(model.process.id, 'name') : words.own('newer.kind'),
    state: words.own(`life.short.${stateKey(model?.process, line)}`),
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

function titleOf(words: Kit['words'], model: Model | undefined, { number, named, organisation }: CaseLine): string {
  if (model) return caseTitle(model, named, words);
  return organisation === '' ? words.own('newer.title', { number }) : organisation;
}
