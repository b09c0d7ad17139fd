import { z } from 'zod/v4';
import type { Provisioned } from '../../domain/listing/mirror';
import type { Graph } from './graph-client';
import { GraphFailure } from './graph-failure';
import { readPages } from './graph-pages';
import { COLUMNS, type ListColumn } from './sharepoint-columns';

/** Where the list is: a site's id as Graph gives it, and the list's name. */
export interface ListPlace {
  readonly siteId: string;
  readonly list: string;
}

const column = z.object({
  id: z.string().min(1),
  name: z.string(),
  indexed: z.boolean().nullish(),
  enforceUniqueValues: z.boolean().nullish(),
});

/** The commas of a site's id stay as they are; `config.ts` has seen to it that there is nothing else in it. */
export function pathOfSite({ siteId }: ListPlace): string {
  return `/sites/${siteId}/lists`;
}

/** A list is found by its name as well as by its id. */
export function pathOfList(place: ListPlace): string {
  return `${pathOfSite(place)}/${encodeURIComponent(place.list)}`;
}

/**
 * Makes the list, or adds to an existing one the columns and indexes that it lacks; takes nothing away. May be run again
 * at any time, also after it failed half-way. Needs the right to manage the site. Rejects with `GraphFailure`; a column
 * cannot become unique while two lines hold the same.
 */
export async function provisionList(graph: Graph, place: ListPlace): Promise<Provisioned> {
  const created = await createIfMissing(graph, place);
  const path = `${pathOfList(place)}/columns`;
  const there = new Map((await readPages(graph, { path }, column)).map((one) => [one.name, one]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const wanted of COLUMNS) {
    const found = there.get(wanted.name);
    if (!found) {
      await graph({ method: 'POST', path, body: wanted });
      added.push(wanted.name);
    } else if (lacks(found, wanted)) {
      const { indexed, enforceUniqueValues } = wanted;
      const body = { indexed, enforceUniqueValues };
      await graph({ method: 'PATCH', path: `${path}/${encodeURIComponent(found.id)}`, body });
      changed.push(wanted.name);
    }
  }
  return { created, added, changed };
}

async function createIfMissing(graph: Graph, place: ListPlace): Promise<boolean> {
  try {
    await graph({ method: 'GET', path: pathOfList(place) });
    return false;
  } catch (cause) {
    if (!(cause instanceof GraphFailure) || cause.about.status !== 404) throw cause;
  }
  const body = { displayName: place.list, columns: COLUMNS, list: { template: 'genericList' } };
  await graph({ method: 'POST', path: pathOfSite(place), body });
  return true;
}

function lacks(found: z.infer<typeof column>, wanted: ListColumn): boolean {
  return (
    (wanted.indexed && found.indexed !== true) || (wanted.enforceUniqueValues && found.enforceUniqueValues !== true)
  );
}
