import { differingColumns, type MirroredCase, type MirrorItem, mirrored } from '../../domain/listing/mirror';
import type { CaseMirror, Log } from '../../ports';
import { attemptRepeatable } from './graph-attempt';
import type { Graph } from './graph-client';
import { GraphFailure } from './graph-failure';
import { readPages } from './graph-pages';
import { EXPAND, type Fields, fieldsOf, filterBy, listItem, peopleFieldsOf } from './sharepoint-columns';
import { type ListPlace, pathOfList } from './sharepoint-list';
import { createSitePeople } from './site-people';

/** Graph's limit is 200 with expanded fields. */
const PAGE = '200';
/** For all people of a case together: finding and writing the line have to fit into a claim of the outbox as well. */
const PEOPLE_WITHIN_MS = 10_000;

/**
 * Shows the cases in a list of SharePoint that `provisionList` has made. Every write can be repeated: the list takes a
 * case's number once, and an existing line is only changed while it is as it was read.
 */
export function createSharepointMirror({
  graph,
  place,
  log,
}: {
  graph: Graph;
  place: ListPlace;
  log: Log;
}): CaseMirror {
  const path = `${pathOfList(place)}/items`;
  const pathOf = ({ id }: MirrorItem) => `${path}/${encodeURIComponent(id)}`;
  const idOnSite = createSitePeople({ graph, place, log });
  const attempt = (number: string | undefined, work: () => Promise<unknown>) =>
    attemptRepeatable(log, 'mirror.failed', { case: number }, work);

  async function find(number: string): Promise<MirrorItem | undefined> {
    const query = { $filter: filterBy(number), $expand: EXPAND };
    return (await readPages(graph, { path, query }, listItem))[0];
  }

  /** The fields of people that have to change. */
  async function peopleFields(shown: MirroredCase, before?: MirrorItem): Promise<Fields> {
    const signal = AbortSignal.timeout(PEOPLE_WITHIN_MS);
    const known: { requester?: string; holder?: string } = {};
    for (const who of ['requester', 'holder'] as const) {
      const personId = shown.people?.[who];
      const found = personId && (await idOnSite(personId, signal));
      if (found) known[who] = found;
    }
    return peopleFieldsOf(shown, known, before);
  }

  async function create(shown: MirroredCase, people: Fields): Promise<void> {
    try {
      await graph({ method: 'POST', path, body: { fields: { ...fieldsOf(shown), ...people } } });
    } catch (cause) {
      // The number is taken: another worker was first, or an earlier attempt of ours got through.
      const taken = cause instanceof GraphFailure && !cause.isUnsure ? await find(shown.number) : undefined;
      if (taken) await update(taken, shown);
      else if (isRefusalOf(people, cause)) await create(shown, {});
      else throw cause;
    }
  }

  async function update(item: MirrorItem, shown: MirroredCase): Promise<void> {
    if ((item.shown.revision ?? 0) > shown.revision) return;
    const people = await peopleFields(shown, item);
    const isRight = differingColumns(item.shown, shown).length === 0 && Object.keys(people).length === 0;
    if (!isRight) await write(item, shown, people);
  }

  async function write(item: MirrorItem, shown: MirroredCase, people: Fields): Promise<void> {
    const headers = { 'If-Match': item.tag };
    const body = { ...fieldsOf(shown), ...people };
    try {
      await graph({ method: 'PATCH', path: `${pathOf(item)}/fields`, headers, body });
    } catch (cause) {
      if (!isRefusalOf(people, cause)) throw cause;
      await write(item, shown, {});
    }
  }

  /** Somebody who has been taken off the site since, say: the line is more than its people, and is written without. */
  function isRefusalOf(people: Fields, cause: unknown): boolean {
    const isRefusal = cause instanceof GraphFailure && cause.about.status === 400 && Object.keys(people).length > 0;
    if (isRefusal) log.warn('mirror.people-refused', { reason: cause.code });
    return isRefusal;
  }

  return {
    put: (given) =>
      attempt(given.number, async () => {
        const shown = mirrored(given);
        const item = await find(shown.number);
        await (item ? update(item, shown) : create(shown, await peopleFields(shown)));
      }),
    items: () => readPages(graph, { path, query: { $expand: EXPAND, $top: PAGE } }, listItem),
    overwrite: (item, given) =>
      attempt(given.number, async () => {
        const shown = mirrored(given);
        await write(item, shown, await peopleFields(shown, item));
      }),
    remove: (item) =>
      attempt(item.shown.number, () =>
        graph({ method: 'DELETE', path: pathOf(item), headers: { 'If-Match': item.tag } }),
      ),
  };
}
