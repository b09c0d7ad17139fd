import type { DirectoryContent } from '../../domain/directory';
import { Unreadable } from '../../domain/errors';
import { withPatience } from '../../patience';
import type { Clock, Directory, Log } from '../../ports';
import { readDirectoryRows } from './directory-rows';
import type { TableRows } from './table-rows';

const FRESH_MS = 60_000;
/** After a failure the old content is used for that long before another try, so that not every press waits for one. */
const PAUSE_MS = 10_000;

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
}): Directory {
  let known: { readonly content: DirectoryContent; readonly until: number } | undefined;
  let reading: Promise<DirectoryContent> | undefined;

  async function refresh(now: number): Promise<DirectoryContent> {
    try {
      known = { content: readDirectoryRows(await rows.all()), until: now + FRESH_MS };
    } catch (error) {
      const lastGood = known?.content ?? (error instanceof Unreadable ? first : undefined);
      if (lastGood === undefined) throw error;
      log?.error('directory-not-refreshed', error);
      known = { content: lastGood, until: now + PAUSE_MS };
    } finally {
      reading = undefined;
    }
    return known.content;
  }

  return {
    async content() {
      const now = clock.now().getTime();
      if (known !== undefined && now < known.until) return known.content;
      reading ??= refresh(now);
      return known === undefined ? reading : withPatience(patienceMs, reading, known.content);
    },
  };
}
