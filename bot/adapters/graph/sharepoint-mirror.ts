import { differingColumns, type MirroredCase, type MirrorItem, mirrored } from '../../domain/mirror';
import type { Delivery } from '../../domain/outbox';
import type { CaseMirror, Log } from '../../ports';
import type { Graph } from './graph-client';
import { deliveryAfterRepeatable, GraphFailure } from './graph-failure';
import { readPages } from './graph-pages';
import { EXPAND, fieldsOf, filterBy, listItem } from './sharepoint-columns';
import { type ListPlace, pathOfList } from './sharepoint-list';

/** Graph's limit is 200 with expanded fields. */
const PAGE = '200';

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

  async function find(number: string): Promise<MirrorItem | undefined> {
    const query = { $filter: filterBy(number), $expand: EXPAND };
    return (await readPages(graph, { path, query }, listItem))[0];
  }

  async function create(shown: MirroredCase): Promise<void> {
    try {
      await graph({ method: 'POST', path, body: { fields: fieldsOf(shown) } });
    } catch (cause) {
      // The number is taken: another worker was first, or an earlier attempt of ours got through.
      const taken = cause instanceof GraphFailure && !cause.isUnsure ? await find(shown.number) : undefined;
      if (!taken) throw cause;
      await update(taken, shown);
    }
  }

  async function update(item: MirrorItem, shown: MirroredCase): Promise<void> {
    if ((item.shown.revision ?? 0) > shown.revision) return;
    if (differingColumns(item.shown, shown).length > 0) await write(item, shown);
  }

  async function write(item: MirrorItem, shown: MirroredCase): Promise<void> {
    const headers = { 'If-Match': item.tag };
    await graph({ method: 'PATCH', path: `${pathOf(item)}/fields`, headers, body: fieldsOf(shown) });
  }

  async function attempt(number: string | undefined, work: () => Promise<unknown>): Promise<Delivery> {
    try {
      await work();
      return { result: 'sent' };
    } catch (cause) {
      log.error('mirror.failed', cause, { case: number });
      const delivery = deliveryAfterRepeatable(cause);
      // The list is not made yet, or somebody has taken the line out meanwhile: another attempt can succeed.
      const isGone = delivery.result === 'refused' && delivery.failure === 'graph-404';
      return isGone ? { ...delivery, result: 'failed' } : delivery;
    }
  }

  return {
    put: (given) =>
      attempt(given.number, async () => {
        const shown = mirrored(given);
        const item = await find(shown.number);
        await (item ? update(item, shown) : create(shown));
      }),
    items: () => readPages(graph, { path, query: { $expand: EXPAND, $top: PAGE } }, listItem),
    overwrite: (item, shown) => attempt(shown.number, () => write(item, mirrored(shown))),
    remove: (item) =>
      attempt(item.shown.number, () =>
        graph({ method: 'DELETE', path: pathOf(item), headers: { 'If-Match': item.tag } }),
      ),
  };
}
