import { z } from 'zod/v4';
import type { CaseFolders, Log } from '../../ports';
import { attemptRepeatable } from './graph-attempt';
import type { Graph } from './graph-client';
import { GraphFailure } from './graph-failure';
import { readPages } from './graph-pages';

const drive = z.object({ id: z.string().min(1), webUrl: z.string().nullish() });

/**
 * A folder for each case in a library of documents, which is told by the address that people see in their browser. Its
 * name is the number of the case, and a library takes a name once: so making it can be repeated (Microsoft Learn,
 * "Create a new folder in a drive").
 */
export function createSharepointFolders({
  graph,
  siteId,
  library,
  log,
}: {
  graph: Graph;
  siteId: string;
  /** Without a slash at its end. */
  library: string;
  log: Log;
}): CaseFolders {
  let driveId: string | undefined;

  async function findDrive(): Promise<string> {
    const call = { path: `/sites/${siteId}/drives`, query: { $select: 'id,webUrl' } };
    const drives = await readPages(graph, call, drive);
    const found = drives.find(({ webUrl }) => webUrl && comparable(webUrl) === comparable(library));
    if (!found) throw new GraphFailure('no-such-library', { neverArrived: true });
    return found.id;
  }

  async function make(number: string): Promise<void> {
    driveId ??= await findDrive();
    const body = { name: number, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
    try {
      await graph({ method: 'POST', path: `/drives/${encodeURIComponent(driveId)}/root/children`, body });
    } catch (cause) {
      if (!(cause instanceof GraphFailure)) throw cause;
      if (cause.about.status === 409 && cause.about.cause === 'nameAlreadyExists') return;
      // The library is another one now, perhaps: it is looked for again next time.
      if (cause.about.status === 404) driveId = undefined;
      throw cause;
    }
  }

  return {
    make: (number) => attemptRepeatable(log, 'folder.failed', { case: number }, () => make(number)),
    addressOf: (number) => `${library}/${encodeURIComponent(number)}`,
  };
}

/** SharePoint's addresses make no difference between upper and lower case, and Graph encodes them in its own way. */
function comparable(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${decodeURIComponent(pathname).replace(/\/$/, '')}`.toLowerCase();
}
