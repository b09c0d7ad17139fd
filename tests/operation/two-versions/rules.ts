import { inTheWay, putRows, type RecordedRow } from '../../fixtures/two-versions/recorded';
import type { StoredRows } from '../../playing/stored-rows';

/** More than a worker takes at a time. */
const MANY = 40;
/** What only a newer version keeps with a case. */
const COLUMN = { priority: 'high' };

export interface Planted {
  /** Entries that must stand as they are. */
  readonly entries: readonly RecordedRow[];
  /** The case that goes on, and the one whose state only a newer version knows. */
  readonly goesOn: string;
  readonly isInNewerState: string;
}

/** Writes what a version newer than both would write: a column, a state, and entries before all others. */
export async function plant(
  connectionString: string,
  { cases }: StoredRows,
  { goesOn, isInNewerState }: Pick<Planted, 'goesOn' | 'isInNewerState'>,
): Promise<Planted> {
  const rowOf = (number: string) => {
    const {
      etag: _,
      timestamp: __,
      partitionKey,
      rowKey,
      ...columns
    } = cases.find((row) => row.number === number) ?? {};
    return { ...columns, table: 'casework', PartitionKey: String(partitionKey), RowKey: String(rowKey) } as RecordedRow;
  };
  const made = rowOf(goesOn);
  const partition = String(made.PartitionKey);
  const entries = [
    ...inTheWay(MANY, { number: goesOn, partition }),
    // Nothing about this one is new but the state of its case.
    {
      ...(inTheWay(1, {
        number: isInNewerState,
        partition: String(rowOf(isInNewerState).PartitionKey),
      })[0] as RecordedRow),
      purpose: 'line',
      channel: 'register',
      target: '{"kind":"case"}',
      state: 'due',
    },
  ];
  await putRows(connectionString, [
    { ...made, ...COLUMN },
    { ...rowOf(isInNewerState), ...COLUMN, state: 'newer-state' },
    ...entries,
  ]);
  return { entries, goesOn, isInNewerState };
}

/** The three rules, each with what breaks it in what is stored. `behind`: an entry that is due after all planted ones. */
export function broken(
  { cases, entries, aside }: StoredRows,
  planted: Planted,
): Readonly<Record<'left alone' | 'columns survive' | 'nothing held up', readonly string[]>> {
  const keys = new Set(planted.entries.map(({ entry }) => entry));
  return {
    'left alone': [
      ...planted.entries.flatMap(({ RowKey, entry, state }) => {
        const found = entries.find((row) => row.entry === entry);
        return found !== undefined && found.rowKey === RowKey && found.state === state
          ? []
          : [`${entry} is ${found?.state ?? 'gone'}`];
      }),
      ...aside.map(({ rowKey }) => `${rowKey} was put aside`),
      ...cases.flatMap(({ number, state }) =>
        number === planted.isInNewerState && state !== 'newer-state' ? [`${number} is ${state}`] : [],
      ),
    ],
    'columns survive': cases.flatMap(({ number, priority }) =>
      [planted.goesOn, planted.isInNewerState].includes(String(number)) && priority !== COLUMN.priority
        ? [`${number} has lost its priority`]
        : [],
    ),
    'nothing held up': waiting({ entries }, keys).map((entry) => `${entry} still waits`),
  };
}

/** The entries that should have gone out by now, of all but these. */
export function waiting(
  { entries }: Pick<StoredRows, 'entries'>,
  except: ReadonlySet<unknown> = new Set(),
): readonly string[] {
  return entries
    .filter(
      ({ entry, channel, state }) =>
        !except.has(entry) && channel !== 'timer' && ['due', 'claimed'].includes(String(state)),
    )
    .map(({ entry }) => String(entry));
}
