/** What stands beside a figure that is asked for: the one of the case before, or of the example that the source gives. */
import type { CaseLine } from '../../domain/listing/line';
import { firstAnswered } from '../../domain/process/answers';
import type { Item } from '../../domain/process/process';
import type { Model } from '../../domain/rules/model';
import type { Kit } from '../kit';
import type { Json } from '../layout/json';
import { shortened } from './room';
import { sourceText } from './source';

/** So much of the name of an earlier case stands beside each of its figures, in characters. */
const LONGEST_NAME = 60;

/** Adds it to the field of an item; most have nothing beside them. */
export function withFigureBeside(kit: Kit, model: Model, item: Item, field: Json, last: CaseLine | undefined): Json {
  const beside = last ? lastTime(kit, model, item, last) : example(kit, model, item);
  return beside === undefined ? field : { ...field, beside };
}

function lastTime({ words }: Kit, { process: { title } }: Model, { id }: Item, last: CaseLine): string | undefined {
  const value = last.figures?.[id];
  const day = firstAnswered(title.date, last.named);
  const year = (typeof day === 'string' ? day : last.submittedAt).slice(0, 4);
  return value === undefined
    ? undefined
    : words.own('form.last-time', { value, name: shortened(last.organisation, LONGEST_NAME), year });
}

function example(kit: Kit, { process: { id: process, comparison } }: Model, { id }: Item): string | undefined {
  const { words } = kit;
  const value = comparison?.example[id];
  if (!comparison || value === undefined || value === null) return undefined;
  const source = sourceText(kit, comparison.source);
  return words.own('form.example', { value, example: words.process(process, `example.${id}`), source });
}
