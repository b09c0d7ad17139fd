import { isDeepStrictEqual } from 'node:util';
import { isFamiliarEntry, isFamiliarState } from '../../../domain/case/familiar';
import type { Rewriting, WholeCase } from '../../../domain/case/whole-case';
import { FromNewer } from '../../../domain/errors';
import { withoutNewer } from '../../../domain/newer';
import { isStuck, isWaiting } from '../../../domain/outbox/attempts';
import type { OutboxEntry } from '../../../domain/outbox/entry';
import { isRemoved } from '../../../domain/person';
import type { Draft } from '../../../domain/walk/draft';
import type { CaseStore, Stored, StoredWhole } from '../../../ports';
import { newOperation, writeOwn } from '../rows/own-write';
import { asideRange, caseKey, eventRange, isAsideOf, todoRange } from '../rows/row-keys';
import type { Step, TableRows } from '../rows/table-rows';
import { caseRow, placeOfCase, readCaseRow } from './case-row';
import type { DraftMemory } from './draft-memory';
import { draftRowKey, readDraftRow } from './draft-row';
import { entriesBeside } from './entries-beside';
import { entryRow, entryRowKey } from './entry-row';
import { eventRow, readEventRow } from './event-row';
import { CASE_ROWS, ONLY_CASES } from './subjects';
import { readTodoRow, todoRow } from './todo-row';

/** Of a hundred rows of a transaction: room for the case itself, its event and the entries of that. */
const MOST_STEPS = 90;

/**
 * Reads a case with everything beside it, and writes it anew when something of it has to go for good. What a newer version
 * keeps in a row that is written anew goes with it: whom that names nobody here can tell.
 */
export function createCaseRewriting({
  rows,
  memory,
}: {
  rows: TableRows;
  memory: DraftMemory;
}): Pick<CaseStore, 'whole' | 'rewrite'> {
  /** The drafts of the case that are there: the one that it came from, and that of its changes. */
  async function draftsOf({ requester, draft }: WholeCase['case']): Promise<readonly Draft[]> {
    if (isRemoved(requester)) return [];
    const found = await Promise.all([draft, `${draft}-edit`].map((id) => rows.read(draftRowKey(requester, id))));
    return found.flatMap((row) => (row ? [readDraftRow(row)] : []));
  }

  return {
    async whole(text) {
      const place = placeOfCase(text);
      if (place === undefined) return undefined;
      const { partitionKey, number } = place;
      const row = await rows.read({ partitionKey, rowKey: caseKey(number) });
      if (row === undefined) return undefined;
      const everything = Number.POSITIVE_INFINITY;
      const [events, todos, aside, entries] = await Promise.all([
        rows.take(partitionKey, eventRange(number), everything),
        rows.take(partitionKey, todoRange(number), everything),
        rows.take(partitionKey, asideRange(), everything),
        entriesBeside(rows, { partitionKey, prefix: CASE_ROWS.prefix, id: number }),
      ]);
      const value: WholeCase = {
        case: readCaseRow(row),
        events: events.map(readEventRow),
        todos: todos.map(readTodoRow),
        entries: entries.map((entry) => entry.value),
        setAside: aside
          .filter(({ rowKey }) => isAsideOf(number, rowKey))
          .map((row) => ({ key: row.rowKey, text: JSON.stringify(row) })),
      };
      return { value, tag: row.etag, entries };
    },

    async rewrite(stored, rewriting) {
      const before = stored.value.case;
      mindNewer(stored);
      const { number } = before;
      const place = placeOfCase(number);
      if (place === undefined) throw new RangeError(`"${number}" is not the number of a case.`);
      const { partitionKey } = place;
      const drafts = rewriting.withoutDrafts ? await draftsOf(before) : [];
      for (const draft of drafts) memory.forget(draft);
      const body: readonly Step[] = [
        ...drafts.map(({ owner, id }) => ({ remove: draftRowKey(owner, id) })),
        ...changedOnly(stored.value.events, rewriting.events).map((event) => ({
          put: eventRow(partitionKey, number, event),
        })),
        ...changedOnly(stored.value.todos, rewriting.todos).map((todo) => ({
          put: todoRow(partitionKey, number, withoutNewer(todo)),
        })),
        ...entrySteps(partitionKey, stored, rewriting),
        ...(stored.value.setAside ?? []).map(({ key }) => ({ remove: { partitionKey, rowKey: key } })),
      ];
      const parts = inParts(body);
      let { tag } = stored;
      for (const [index, part] of parts.entries()) {
        const isLast = index === parts.length - 1;
        const operation = newOperation();
        const row = caseRow(partitionKey, withoutNewer(isLast ? rewriting.case : before), operation);
        const steps: readonly Step[] = [
          { replace: row, tag },
          ...part,
          ...(isLast ? [{ insert: eventRow(partitionKey, number, rewriting.event) }] : []),
          ...(isLast ? rewriting.added.map((entry) => ({ insert: entryRow(partitionKey, entry, operation) })) : []),
        ];
        const written = await writeOwn(
          rows,
          row,
          async () => (await rows.commit(steps))[0],
          (found) => found.etag,
        );
        if (!written.done) return 'conflict';
        const next = written.result ?? (await rows.read(row))?.etag;
        if (next === undefined) return 'conflict';
        tag = next;
      }
      return 'rewritten';
    },
  };
}

/** Whom a row that only a newer version knows may name, nobody here can tell: the case is left to that version. */
function mindNewer({ value: { case: made, entries } }: StoredWhole): void {
  if (isFamiliarState(made) && entries.every((entry) => isFamiliarEntry(entry, ONLY_CASES))) return;
  throw new FromNewer(`Case ${made.number}`, { why: 'its state, or an entry of its outbox, is not known here' });
}

/**
 * An entry that is over is put in its own place: nobody moves it any more. One that waits, for a worker or for a person,
 * is taken away and put anew, which fails if somebody has moved it meanwhile.
 */
function entrySteps(partitionKey: string, { entries }: StoredWhole, { entries: kept }: Rewriting): readonly Step[] {
  return entries.flatMap(({ value, tag }: Stored<OutboxEntry>): readonly Step[] => {
    const found = kept.find(({ key }) => key === value.key);
    const next = found && withoutNewer(found);
    const remove = { remove: { partitionKey, rowKey: entryRowKey(value, tag) } };
    if (!next) return [remove];
    if (isDeepStrictEqual(value, found)) return [];
    if (!isWaiting(value) && !isStuck(value)) return [{ put: entryRow(partitionKey, next, tag) }];
    return [remove, { insert: entryRow(partitionKey, next, newOperation()) }];
  });
}

/** Those that are written otherwise than they stand. Both lists are in the same order. */
function changedOnly<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return after.filter((one, at) => !isDeepStrictEqual(one, before[at]));
}

function inParts(steps: readonly Step[]): readonly (readonly Step[])[] {
  const parts = Array.from({ length: Math.ceil(steps.length / MOST_STEPS) }, (_, at) =>
    steps.slice(at * MOST_STEPS, (at + 1) * MOST_STEPS),
  );
  return parts.length === 0 ? [[]] : parts;
}
