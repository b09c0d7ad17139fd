import type { DirectoryContent } from '../../domain/directory';
import { Unavailable, Unreadable } from '../../domain/errors';
import { withPatience } from '../../patience';
import type { Clock, Directory, Log } from '../../ports';
import { ENTRIES_ONLY } from './directory-keys';
import { readDirectoryRows } from './directory-rows';
import type { StoredRow, TableRows } from './table-rows';

const FRESH_MS = 60_000;
/** After a failure the old content is used for that long before another try, so that not every press waits for one. */
const PAUSE_MS = 10_000;

/** The directory as this process knows it; whoever writes an entry tells it. */
export interface KnownDirectory extends Directory {
  /** Takes over a row that this process has just written. */
  learn(row: StoredRow): void;
  /** What is known may be out of date: it is read before it is used again. */
  doubt(): void;
}

interface Known {
  readonly content: DirectoryContent;
  /** Undefined where the content is not what the table holds. */
  readonly rows: readonly StoredRow[] | undefined;
  readonly until: number;
  /** When it was known to stand so, in milliseconds since 1970. */
  readonly asOf: number;
}

/**
 * The directory in its table, read at most once a minute. When it cannot be read, or not soon, or an edit made it unreadable, the
 * last good content goes on being used and the log says why; before there is one, `first` takes its place, but only for
 * a table that is unreadable, not for a storage that cannot be reached.
 */
export function createDirectory({
  rows,
  clock,
  first,
  patienceMs,
  log,
}: {
  rows: TableRows;
  clock: Clock;
  first: DirectoryContent;
  /** How long somebody who asks waits for news, as long as there is an old content to go on with. */
  patienceMs: number;
  log?: Log | undefined;
}): KnownDirectory {
  let known: Known | undefined;
  let reading: Promise<DirectoryContent> | undefined;
  /** What was written while a read was under way, which may have come too early to see it. */
  let meanwhile: readonly StoredRow[] = [];
  /** Whether something may have been written while a read was under way. */
  let doubtful = false;

  function doubt() {
    doubtful = reading !== undefined;
    if (known) known = { ...known, until: 0, asOf: 0 };
  }

  async function refresh(now: number): Promise<DirectoryContent> {
    try {
      const read = await rows.all(ENTRIES_ONLY);
      const stored = meanwhile.reduce(withRow, read);
      known = { content: readDirectoryRows(stored), rows: stored, until: doubtful ? 0 : now + FRESH_MS, asOf: now };
    } catch (error) {
      const lastGood = known?.content ?? (error instanceof Unreadable ? first : undefined);
      if (lastGood === undefined) throw error;
      log?.error('directory-not-refreshed', error);
      // An edit by hand that nobody can read must not lock everybody out; a storage that is away soon tells again.
      const asOf = error instanceof Unreadable ? now : (known?.asOf ?? 0);
      known = { content: lastGood, rows: known?.rows, until: now + PAUSE_MS, asOf };
    } finally {
      reading = undefined;
      meanwhile = [];
      doubtful = false;
    }
    return known.content;
  }

  return {
    async content() {
      const now = clock.now().getTime();
      // One that was read by a clock which has been set back since is no fresh one.
      if (known !== undefined && now >= known.asOf && now < known.until) return known.content;
      reading ??= refresh(now);
      return known === undefined ? reading : withPatience(patienceMs, reading, known.content);
    },

    async current() {
      const now = clock.now().getTime();
      if (known !== undefined && isRecent(known, now)) return known.content;
      reading ??= refresh(now);
      await reading;
      if (known !== undefined && isRecent(known, now)) return known.content;
      throw new Unavailable('Nobody can tell who is in which unit', {
        why: 'the directory as it is known is more than a minute old, and could not be read',
        remedy: 'Look whether the storage account can be reached; the error logged before this one says why not.',
      });
    },

    learn(row) {
      if (reading) meanwhile = [...meanwhile, row];
      if (known?.rows === undefined) return doubt();
      const stored = withRow(known.rows, row);
      known = { ...known, rows: stored, content: readDirectoryRows(stored) };
    },

    doubt,
  };
}

function isRecent({ asOf }: Known, now: number): boolean {
  return now >= asOf && now < asOf + FRESH_MS;
}

function withRow(rows: readonly StoredRow[], row: StoredRow): StoredRow[] {
  return [...rows.filter((other) => other.partitionKey !== row.partitionKey || other.rowKey !== row.rowKey), row];
}
