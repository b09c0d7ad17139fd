import { inTheWay, putRows, type RecordedRow } from '../../fixtures/two-versions/recorded';
import { storedRows } from '../../playing/stored-rows';
import type { Stage } from './stage';

/** More than a worker takes at a time. */
const MANY = 40;
/** What only a newer version keeps with a case. */
const COLUMN = { priority: 'high' };

interface Cases {
  /** Is handled by both versions. */
  readonly goesOn: string | undefined;
  /** Was brought into a state that only the newer version has, before word of it went out. */
  readonly isInNewerState: string | undefined;
}

/** A newer version has been at work on two cases, and was taken back. */
export async function isRolledBack({ assistant, recorder }: Stage, { goesOn, isInNewerState }: Cases): Promise<void> {
  const { cases, entries } = storedRows(assistant.tables);
  const made = cases.find(({ number }) => number === goesOn);
  const held = cases.find(({ number }) => number === isInNewerState);
  if (!made || !held) throw new Error('Two cases should be there by now.');
  const waiting = entries.filter((row) => row.case === isInNewerState && String(row.RowKey).startsWith('outbox|'));
  const unknown = inTheWay(MANY, { number: String(goesOn), partition: String(made.PartitionKey) });
  const stored = (row: object) => ({ ...row, table: 'casework' }) as RecordedRow;
  await putRows(assistant.tables.connectionString, [
    stored({ ...made, ...COLUMN }),
    stored({ ...held, ...COLUMN, state: 'newer-state' }),
    ...unknown,
  ]);
  recorder.newer([
    { RowKey: made.RowKey, ...COLUMN },
    { RowKey: held.RowKey, ...COLUMN, state: 'newer-state' },
    ...[...unknown, ...waiting].map(({ RowKey, state, attempts }) => ({ RowKey, state, attempts })),
  ]);
}
