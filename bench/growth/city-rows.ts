/** The rows of a city, made by the product's own functions, in the form in which they lie in storage. */

import { caseRow } from '../../bot/adapters/tables/casework/case-row';
import { draftRow } from '../../bot/adapters/tables/casework/draft-row';
import { entryRow } from '../../bot/adapters/tables/casework/entry-row';
import { eventRow } from '../../bot/adapters/tables/casework/event-row';
import { todoRow } from '../../bot/adapters/tables/casework/todo-row';
import { registerKeys } from '../../bot/adapters/tables/register/register-keys';
import { lineRow } from '../../bot/adapters/tables/register/register-row';
import { bucketName, bucketOf } from '../../bot/adapters/tables/rows/buckets';
import type { Row } from '../../bot/adapters/tables/rows/table-rows';
import { isOpen } from '../../bot/domain/case-state';
import { YEARS_AHEAD } from '../../bot/domain/listing/figures';
import { lineOf } from '../../bot/domain/listing/line';
import { modelOf } from '../../tests/domain/lived-cases';
import type { PropertyValue } from '../../tests/fixtures/tables-server/edm-value';
import type { Properties } from '../../tests/fixtures/tables-server/entity';
import type { Filling } from '../../tests/fixtures/tables-server/table-state';
import { type CityCase, YEAR } from './city';

const OPERATION = '0123456789ab';
/** Columns that are the same for all cases of a story: kept once, or a million of them would not fit. */
const SHARED = new Set(['explanation', 'routing', 'said', 'data', 'target']);

/** The table `casework`: drafts, what waits; cases with history and to-dos of the years that figures look at. */
export function* caseworkRows(cases: Iterable<CityCase>): Generator<Filling> {
  const toFilling = fillings();
  for (const told of cases) {
    const { case: made, draft } = told;
    const { number } = made;
    const partition = bucketName(bucketOf(made.requester));
    yield toFilling(draftRow(draft, OPERATION));
    if (Number(made.submittedAt.slice(0, 4)) >= YEAR - YEARS_AHEAD) {
      yield toFilling(caseRow(partition, made, OPERATION));
      for (const event of told.events) yield toFilling(eventRow(partition, number, event));
      for (const todo of told.todos) yield toFilling(todoRow(partition, number, todo));
    }
    const timers = isOpen(made.state) ? told.entries.filter(({ channel }) => channel === 'timer') : [];
    for (const entry of timers) yield toFilling(entryRow(partition, { ...entry, due: SOON }, OPERATION));
  }
}

/** After every moment at which the outbox is looked at here. */
const SOON = '2026-12-01T09:00:00.000Z';

/** The table `register`, without stamps: whoever looks reads none. */
export function* registerRows(cases: Iterable<CityCase>): Generator<Filling> {
  const toFilling = fillings();
  for (const { case: made, todos } of cases) {
    const line = lineOf(modelOf(made.process), made, todos);
    const [first, ...others] = registerKeys(line);
    if (!first) continue;
    const filling = toFilling(lineRow(first, line));
    yield filling;
    for (const key of others) yield { ...key, properties: filling.properties };
  }
}

/** Makes rows into what storage keeps of them; equal long texts and equal sets of columns are kept once. */
function fillings(): (row: Row) => Filling {
  const texts = new Map<string, string>();
  const shapes = new Map<string, Properties>();
  const shared = (name: string, value: PropertyValue): PropertyValue => {
    if (typeof value !== 'string' || !SHARED.has(name)) return value;
    const present = texts.get(value);
    if (present === undefined) texts.set(value, value);
    return present ?? value;
  };
  return ({ partitionKey, rowKey, ...columns }) => {
    const names = Object.keys(columns).filter((name) => columns[name] !== undefined);
    const id = names.join();
    const shape = shapes.get(id) ?? (JSON.parse(JSON.stringify(columns)) as Properties);
    shapes.set(id, shape);
    // A copy of something parsed stays small; properties added one by one become a table of their own in each row.
    const properties: Record<string, PropertyValue> = { ...shape };
    for (const name of names) properties[name] = shared(name, scalar(columns[name]));
    return { partitionKey, rowKey, properties };
  };
}

/** A column as storage has it: of a number with its type, the number. */
function scalar(value: unknown): PropertyValue {
  const plain = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean') return plain;
  throw new TypeError(`A column of type ${typeof plain} is none that the product writes.`);
}
