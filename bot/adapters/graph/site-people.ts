import { z } from 'zod/v4';
import type { Log } from '../../ports';
import type { Graph } from './graph-client';
import { GraphFailure } from './graph-failure';
import { readPages } from './graph-pages';
import { fieldIs } from './sharepoint-columns';
import { type ListPlace, pathOfSite } from './sharepoint-list';

/**
 * The id that a site has for a person (Entra object id); undefined where it has none, or does not tell. Never rejects for
 * what Graph answers: a person is shown as text all the same.
 */
export type SitePeople = (personId: string, signal: AbortSignal) => Promise<string | undefined>;

/** More than there are requesters and holders in a year; a dozen bytes each. */
const REMEMBERED = 1_000;

const user = z.object({ mail: z.string().nullish(), userPrincipalName: z.string().nullish() });
const list = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  webUrl: z.string().nullish(),
  system: z.unknown(),
});
const line = z.object({ id: z.string().min(1) });

/**
 * Looks people up in the site's hidden list of people, by their user name or address. Graph can only point at people whom
 * the site has met: it cannot bring anybody in ("Ensure users", microsoftgraph/msgraph-sdk-java issue 1087).
 */
export function createSitePeople({ graph, place, log }: { graph: Graph; place: ListPlace; log: Log }): SitePeople {
  const known = new Map<string, string>();
  let peopleList: string | undefined;

  /**
   * The list goes by another title on a site of another language, but its address is the same everywhere. As part of the
   * system it is told only where `system` is selected (Microsoft Learn, "Get lists in a site").
   */
  async function findList(signal: AbortSignal): Promise<string | undefined> {
    const call = { path: pathOfSite(place), query: { $select: 'id,name,webUrl,system' }, signal };
    const lists = await readPages(graph, call, list);
    return lists.find(
      ({ name, webUrl, system }) => webUrl?.includes('/_catalogs/users') || (name === 'users' && system),
    )?.id;
  }

  async function findLine(field: string, value: string | null | undefined, signal: AbortSignal) {
    if (!value) return undefined;
    peopleList ??= await findList(signal);
    if (peopleList === undefined) return undefined;
    const path = `${pathOfSite(place)}/${encodeURIComponent(peopleList)}/items`;
    const query = { $filter: fieldIs(field, value), $expand: `fields($select=${field})` };
    // Its columns are not indexed; Graph filters by such only when told that one knows (and not beyond 5,000 people).
    const headers = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
    return (await readPages(graph, { path, query, headers, signal }, line))[0]?.id;
  }

  async function lookUp(personId: string, signal: AbortSignal): Promise<string | undefined> {
    const path = `/users/${encodeURIComponent(personId)}`;
    const query = { $select: 'mail,userPrincipalName,displayName' };
    const { userPrincipalName, mail } = user.parse(await graph({ method: 'GET', path, query, signal }));
    return (await findLine('UserName', userPrincipalName, signal)) ?? (await findLine('EMail', mail, signal));
  }

  return async (personId, signal) => {
    const remembered = known.get(personId);
    if (remembered !== undefined) return remembered;
    try {
      const found = await lookUp(personId, signal);
      if (found === undefined) return undefined;
      const [eldest] = known.keys();
      if (eldest !== undefined && known.size >= REMEMBERED) known.delete(eldest);
      known.set(personId, found);
      return found;
    } catch (cause) {
      if (!(cause instanceof GraphFailure)) throw cause;
      log.warn('mirror.person-not-looked-up', { reason: cause.code });
      return undefined;
    }
  };
}
