import { odata } from '@azure/data-tables';
import type { Case, CaseChange } from '../../../domain/case/case';
import { caseNumber } from '../../../domain/case/number';
import type { Submission } from '../../../domain/case/submission';
import { Unavailable } from '../../../domain/errors';
import type { Draft } from '../../../domain/walk/draft';
import type { CaseStore, Stored } from '../../../ports';
import { BUCKET_NAMES, bucketName, bucketOf } from '../rows/buckets';
import { newOperation, writeOwn } from '../rows/own-write';
import { caseKey, caseRange, eventsBetween, todoKey, todoRange } from '../rows/row-keys';
import { idIn, type RowReader } from '../rows/row-reader';
import type { Row, Step, TableRows } from '../rows/table-rows';
import { CaseNumbers, type Series } from './case-numbers';
import { createCaseRewriting } from './case-rewriting';
import { caseRow, placeOfCase, readCaseRow } from './case-row';
import { createCountedCases } from './counted-cases';
import type { DraftMemory } from './draft-memory';
import { draftRow, readDraftRow } from './draft-row';
import { entryRow } from './entry-row';
import { eventRow, readEventRow } from './event-row';
import { createLanes } from './lanes';
import { readTodoRow, todoRow } from './todo-row';

/** Several processes may submit into one bucket at once; each refusal means that another one got its case. */
const MOST_ATTEMPTS = 10;

/**
 * Cases and their events in the table `casework`, in the bucket of the requester. A submit is one transaction; with
 * the counter in memory it is one request, without it two.
 */
export function createCaseStore({
  rows,
  reader,
  memory,
}: {
  rows: TableRows;
  reader: RowReader;
  memory: DraftMemory;
}): CaseStore {
  const numbers = new CaseNumbers(rows);
  // Submits of one process into one bucket take turns, since only one of them could have the next number.
  const inTurn = createLanes();

  /** One attempt; undefined when the number was taken by somebody else. */
  async function attempt(
    stored: Stored<Draft>,
    series: Series,
    build: (number: string) => Submission,
  ): Promise<Submission | 'conflict' | undefined> {
    const { serial, step } = await numbers.next(series);
    const made = build(caseNumber(series.prefix, series.year, serial));
    const operation = newOperation();
    const draft = draftRow(made.draft, operation);
    const steps: readonly Step[] = [{ replace: draft, tag: stored.tag }, step, ...insertions(made, draft, operation)];
    // Forgotten first: should it fail half-way, nobody knows what is stored. The draft is closed anyway when it does not.
    memory.forget(stored.value);
    numbers.forget(series);
    const written = await writeOwn(
      rows,
      draft,
      async () => (await rows.commit(steps))[steps.indexOf(step)],
      () => undefined,
    );
    if (written.done) {
      numbers.used(series, serial, written.result);
      return made;
    }
    const { found } = written;
    if (found?.etag === stored.tag) return undefined;
    if (found) memory.remember({ value: readDraftRow(found), tag: found.etag });
    return 'conflict';
  }

  /** A change of a case that exists, with whatever else has to be written together with it. */
  async function writeChange(
    { value, tag }: Stored<Case>,
    change: CaseChange,
    besides: (operation: string) => readonly Step[] = () => [],
  ): Promise<Stored<Case> | 'conflict'> {
    const { partitionKey, number } = known(value.number);
    const operation = newOperation();
    const row = caseRow(partitionKey, change.case, operation);
    const steps: readonly Step[] = [
      { replace: row, tag },
      ...besides(operation),
      ...change.events.map((event) => ({ insert: eventRow(partitionKey, number, event) })),
      ...change.entries.map((entry) => ({ insert: entryRow(partitionKey, entry, operation) })),
      ...change.todos.map((todo) => ({ put: todoRow(partitionKey, number, todo) })),
      ...(change.removedTodos ?? []).map((key) => ({ remove: { partitionKey, rowKey: todoKey(number, key) } })),
    ];
    const written = await writeOwn(
      rows,
      row,
      async () => (await rows.commit(steps))[0],
      (found) => found.etag,
    );
    if (!written.done) return 'conflict';
    const newTag = written.result ?? (await rows.read(row))?.etag;
    return newTag === undefined ? 'conflict' : { value: change.case, tag: newTag };
  }

  return {
    async submit(stored, prefix, now, build) {
      if (stored.value.case !== undefined) return 'conflict';
      const bucket = bucketOf(stored.value.owner);
      const series = { bucket, prefix, year: now.getUTCFullYear() };
      return inTurn(bucket, async () => {
        for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
          const result = await attempt(stored, series, build);
          if (result !== undefined) return result;
        }
        throw new Unavailable('A case cannot be numbered', {
          why: `${MOST_ATTEMPTS} numbers in a row were taken by others`,
          remedy: `If this goes on, compare the counter of ${prefix} and ${series.year} in partition ${bucketName(bucket)} with the cases there.`,
        });
      });
    },

    async read(text) {
      const place = placeOfCase(text);
      const row = place && (await rows.read({ partitionKey: place.partitionKey, rowKey: caseKey(place.number) }));
      return row && { value: readCaseRow(row), tag: row.etag };
    },

    change: (stored, change) => writeChange(stored, change),

    edit(draft, stored, change) {
      // Forgotten first: should it fail half-way, nobody knows what is stored.
      memory.forget(draft.value);
      return writeChange(stored, change, (operation) => [
        { replace: draftRow(change.draft, operation), tag: draft.tag },
      ]);
    },

    ...createCaseRewriting({ rows, memory }),
    ...createCountedCases({ rows, reader }),

    async *all() {
      for (const partition of BUCKET_NAMES) {
        // Only the rows of cases have a year; it keeps their events and entries out.
        for await (const row of rows.stream(partition, caseRange(), odata`year ge ${0}`)) {
          yield reader.one('case', row, readCaseRow) ?? { unread: idIn(row.rowKey) };
        }
      }
    },

    async todos(text) {
      const place = placeOfCase(text);
      if (place === undefined) return { items: [] };
      const found = await rows.take(place.partitionKey, todoRange(place.number), Number.POSITIVE_INFINITY);
      return reader.all('todo', found, readTodoRow);
    },

    async events(text, { from, to }) {
      const place = placeOfCase(text);
      if (place === undefined || to < from) return { items: [] };
      const found = await rows.take(place.partitionKey, eventsBetween(place.number, from, to), to - from + 1);
      return reader.all('event', found, readEventRow);
    },
  };
}

function known(number: string): NonNullable<ReturnType<typeof placeOfCase>> {
  const place = placeOfCase(number);
  if (place === undefined) throw new RangeError(`"${number}" is not the number of a case.`);
  return place;
}

function insertions(made: Submission, { partitionKey }: Row, operation: string): readonly Step[] {
  return [
    caseRow(partitionKey, made.case, operation),
    ...made.events.map((event) => eventRow(partitionKey, made.case.number, event)),
    ...made.entries.map((entry) => entryRow(partitionKey, entry, operation)),
    ...made.todos.map((todo) => todoRow(partitionKey, made.case.number, todo)),
  ].map((insert) => ({ insert }));
}
