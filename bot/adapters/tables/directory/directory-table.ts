import type { DirectoryContent, FirstDirectory } from '../../../domain/directory/directory';
import type { EntryAsRead } from '../../../domain/directory/first-content';
import { Unavailable } from '../../../domain/errors';
import { withPatience } from '../../../pace/patience';
import type { Clock, Directory, Log } from '../../../ports';
import type { RowReader } from '../rows/row-reader';
import type { RowKey, StoredRow, TableRows } from '../rows/table-rows';
import { ENTRIES_ONLY, EVERY_ENTRY } from './directory-keys';
import { LISTS, readContent, readDirectoryRows, readWhole } from './directory-rows';
import { unconfirmedEntries } from './unconfirmed-rows';

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
  readonly rows: readonly StoredRow[];
  /** How many of them cannot be read. */
  readonly unreadable: number;
  readonly unconfirmed: readonly EntryAsRead[];
  readonly until: number;
  /** When it was known to stand so, in milliseconds since 1970. */
  readonly asOf: number;
}

/**
 * The directory in its table, read at most once a minute. When it cannot be read, or not soon, the last content goes on
 * being used and the log says why; before there is one, nobody gets any. An entry that cannot be read stays as this
 * process read it last; one that it never could read is left out.
 */
export function createDirectory({
  rows,
  reader,
  first,
  confirmedContactsOnly = false,
  clock,
  patienceMs,
  log,
}: {
  rows: TableRows;
  reader: RowReader;
  /** What the directory began with. */
  first: FirstDirectory;
  /** Whether mail goes to those contacts only that somebody has confirmed. */
  confirmedContactsOnly?: boolean | undefined;
  clock: Clock;
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
  /** Each entry as it could be read last. */
  const lastRead = new Map<string, unknown>();

  function doubt() {
    doubtful = reading !== undefined;
    if (known) known = { ...known, until: 0, asOf: 0 };
  }

  /** What these rows hold. An edit by hand that nobody can read must not lock a unit out. */
  function contentOf(stored: readonly StoredRow[]): Pick<Known, 'content' | 'rows' | 'unreadable' | 'unconfirmed'> {
    let unreadable = 0;
    const lists = readDirectoryRows(stored, first.standing, (row) => {
      const read = reader.one('directory', row, readContent);
      if (read === undefined) unreadable += 1;
      else lastRead.set(idOf(row), read);
      return read ?? lastRead.get(idOf(row));
    });
    const unconfirmed = unconfirmedEntries(stored, first, (row) => lastRead.get(idOf(row)));
    const contacts = unconfirmed.filter(({ list }) => list === 'units').map(({ id }) => id);
    const content = { ...lists, ...(confirmedContactsOnly && { unconfirmedContacts: contacts }) };
    return { content, rows: stored, unreadable, unconfirmed };
  }

  async function refresh(now: number): Promise<DirectoryContent> {
    try {
      const read = await rows.all(ENTRIES_ONLY);
      const stored = meanwhile.reduce(withRow, read);
      known = { ...contentOf(stored), until: doubtful ? 0 : now + FRESH_MS, asOf: now };
    } catch (error) {
      if (known === undefined) throw error;
      log?.error('directory-not-refreshed', error);
      known = { ...known, until: now + PAUSE_MS };
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

    unreadable: () => known?.unreadable ?? 0,

    unconfirmed: () => known?.unconfirmed ?? [],

    async whole(list) {
      return readWhole(list, await rows.take(LISTS[list], EVERY_ENTRY, Number.POSITIVE_INFINITY));
    },

    learn(row) {
      if (reading) meanwhile = [...meanwhile, row];
      if (known) known = { ...known, ...contentOf(withRow(known.rows, row)) };
    },

    doubt,
  };
}

function isRecent({ asOf }: Known, now: number): boolean {
  return now >= asOf && now < asOf + FRESH_MS;
}

function withRow(rows: readonly StoredRow[], row: StoredRow): StoredRow[] {
  return [...rows.filter((other) => idOf(other) !== idOf(row)), row];
}

function idOf({ partitionKey, rowKey }: RowKey): string {
  return `${partitionKey}|${rowKey}`;
}
