import { stateKey } from '../../domain/case/familiar';
import type { EarlierCase, Relations } from '../../domain/listing/relations';
import type { Answers } from '../../domain/process/answers';
import { subjectOf } from '../../domain/process/naming';
import type { Model } from '../../domain/rules/model';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { unitName } from '../parts/routing';

/** What the summary says of earlier cases with the same: numbers, days, outcomes, states and whom to ask. */
export function earlierView(kit: Kit, model: Model, answers: Answers, relations: Relations | undefined): Json {
  const { words } = kit;
  if (!relations) return { earlierTitle: '', repeats: '', earlier: [], fromCountry: '' };
  const { organisation, city, country } = relations;
  const code = subjectOf(model.process, answers).country;
  const rows = (title: string, cases: readonly EarlierCase[]) =>
    cases.length === 0 ? [] : [{ title, rows: cases.map((earlier) => ({ text: rowText(kit, model, earlier) })) }];
  return {
    earlierTitle: words.own('relations.title'),
    repeats: pointedOut(kit, model, relations),
    earlier: [...rows(words.own('relations.organisation'), organisation), ...rows(words.own('relations.city'), city)],
    fromCountry: country.count === 0 ? '' : countryText(kit, code, country),
  };
}

/** That somebody has the same request already, else that the theme was there before. */
function pointedOut({ words }: Kit, model: Model, { same, repeats }: Relations): string {
  const earlier = same ?? repeats;
  if (!earlier) return '';
  return words.own(same ? 'relations.same' : 'relations.repeats', {
    number: earlier.number,
    day: words.dayOf(earlier.submittedAt),
    unit: unitName(words, model, earlier.unit),
  });
}

function countryText({ words }: Kit, code: string, { count, atLeast }: Relations['country']): string {
  const country = words.country(code);
  return atLeast
    ? words.own('relations.country-many', { country, most: count })
    : words.own('relations.country', { country, count });
}

function rowText({ words }: Kit, model: Model, earlier: EarlierCase): string {
  const { number, process, submittedAt, outcome, state, unit, openTodos } = earlier;
  return [
    words.own('relations.row', { number, process: words.process(process, 'name'), day: words.dayOf(submittedAt) }),
    ...(outcome === '' ? [] : [words.process(process, `outcomes.${outcome}.title`)]),
    words.own(`life.short.${stateKey(undefined, { state })}`),
    unitName(words, model, unit),
    ...(openTodos > 0 ? [words.own('relations.todos', { count: openTodos })] : []),
  ].join(' · ');
}
