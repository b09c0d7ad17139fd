/** A case as the city's list shows it: in words, in the language in which the city keeps its records. */

import { caseTitle } from '../cards/parts/facts';
import { unitOfLine } from '../cards/parts/routing';
import { stateKey } from '../domain/case/familiar';
import type { Words } from '../domain/language/words';
import type { CaseLine } from '../domain/listing/line';
import type { MirroredCase } from '../domain/listing/mirror';
import { isRemoved } from '../domain/person';
import type { Model } from '../domain/rules/model';

/** The line of a case in words. */
export function mirroredCase(words: Words, model: Model, line: CaseLine): MirroredCase {
  const holder = line.isTakenOn ? line.handler : undefined;
  const theme = model.directory.themes.find(({ id }) => id === line.theme);
  return {
    number: line.number,
    title: caseTitle(model, line.named, words),
    process: words.process(line.process, 'name'),
    state: words.own(`life.short.${stateKey(model.process, line)}`),
    outcome: words.process(line.process, `outcomes.${line.outcome}.title`),
    unit: unitOfLine(words, model, line),
    requester: line.requester.name,
    holder: holder?.name ?? '',
    organisation: line.organisation,
    city: line.city,
    country: line.country === '' ? '' : words.country(line.country),
    theme: theme ? words.name(theme.name) : '',
    headCount: line.headCount ?? null,
    submittedAt: line.submittedAt,
    revision: line.revision,
    people: {
      ...(!isRemoved(line.requester) && { requester: line.requester.id }),
      ...(holder && !isRemoved(holder) && { holder: holder.id }),
    },
  };
}
