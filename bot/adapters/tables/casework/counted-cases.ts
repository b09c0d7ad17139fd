import type { CaseEvent } from '../../../domain/case/case';
import type { CaseState } from '../../../domain/case-state';
import type { CountedCase } from '../../../domain/listing/counted-facts';
import type { Answers } from '../../../domain/process/answers';
import type { CaseStore } from '../../../ports';
import { BUCKET_NAMES } from '../rows/buckets';
import { jsonOf, textOf } from '../rows/columns';
import { casesOfYears, placeInCase } from '../rows/row-keys';
import type { RowReader } from '../rows/row-reader';
import type { StoredRow, TableRows } from '../rows/table-rows';

/** Only cases have a year, only events a sequence, only to-dos a revision: so their outbox entries stay where they are. */
const NO_ENTRIES = '(year ge 0 or sequence ge 0 or revision ge 0)';
/** The columns that count; of a million rows the others would be most of what is sent. */
const COLUMNS = [
  'RowKey',
  'process',
  'state',
  'submittedAt',
  'answers',
  'outcome',
  'responsibleUnit',
  'type',
  'at',
  'data',
];

interface Held {
  readonly number: string;
  readonly counted: CountedCase & {
    readonly events: CountedCase['events'][number][];
    readonly todos: CountedCase['todos'][number][];
  };
}

/**
 * Cases with what is kept beside them, in one go over the ranges of their years: a page of rows is in memory at a time,
 * and the few cases of which more may come.
 */
export function createCountedCases({
  rows,
  reader,
}: {
  rows: TableRows;
  reader: RowReader;
}): Pick<CaseStore, 'counted'> {
  async function* ofRange(partition: string, range: ReturnType<typeof casesOfYears>): AsyncIterable<CountedCase> {
    // Between V-2026-1000 and what is beside it stand V-2026-10000 and its like, whose numbers begin with its own.
    const held: Held[] = [];
    for await (const row of rows.stream(partition, range, NO_ENTRIES, COLUMNS)) {
      const { number, kind } = placeInCase(row.rowKey);
      for (let last = held.at(-1); last && !number.startsWith(last.number); last = held.at(-1)) {
        held.pop();
        yield last.counted;
      }
      const last = held.at(-1);
      if (kind === 'case') {
        const counted = reader.one('case', row, readCounted);
        if (counted) held.push({ number, counted: { case: counted, events: [], todos: [] } });
      } else if (last?.number === number) readBeside(reader, last.counted, kind, row);
      // Without its case a row says nothing: somebody is deleting it, or it cannot be read.
    }
    for (const { counted } of held) yield counted;
  }

  return {
    async *counted({ prefixes, from, to }) {
      for (const partition of BUCKET_NAMES) {
        for (const prefix of prefixes) yield* ofRange(partition, casesOfYears(prefix, from, to));
      }
    },
  };
}

function readBeside(reader: RowReader, { events, todos }: Held['counted'], kind: string, row: StoredRow): void {
  const event = kind === 'event' ? reader.one('event', row, readEvent) : undefined;
  const todo = kind === 'todo' ? reader.one('todo', row, readTodo) : undefined;
  if (event) events.push(event);
  if (todo) todos.push(todo);
}

function readCounted(row: StoredRow): CountedCase['case'] {
  return {
    process: textOf(row, 'process'),
    state: textOf(row, 'state') as CaseState,
    submittedAt: textOf(row, 'submittedAt'),
    answers: jsonOf(row, 'answers') as Answers,
    explanation: { outcome: textOf(row, 'outcome') },
    routing: { responsible: { unit: textOf(row, 'responsibleUnit') } },
  };
}

function readEvent(row: StoredRow): CountedCase['events'][number] {
  return {
    type: textOf(row, 'type') as CaseEvent['type'],
    at: textOf(row, 'at'),
    data: jsonOf(row, 'data') as CaseEvent['data'],
  };
}

function readTodo(row: StoredRow): CountedCase['todos'][number] {
  return row.answers === undefined ? {} : { answers: jsonOf(row, 'answers') as Answers };
}
