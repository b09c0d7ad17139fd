import { z } from 'zod/v4';
import type { Graph, GraphCall } from './graph-client';

/**
 * Everything that a listing holds, page by page. A page of a filtered listing can be empty and still have one after it.
 *
 * @throws GraphFailure; ZodError when an answer is no listing of `item`s.
 */
export async function readPages<T>(graph: Graph, call: Omit<GraphCall, 'method'>, item: z.ZodType<T>): Promise<T[]> {
  const page = z.object({ value: z.array(item), '@odata.nextLink': z.string().optional() });
  const found: T[] = [];
  let next: Omit<GraphCall, 'method'> | undefined = call;
  while (next !== undefined) {
    const { value, '@odata.nextLink': link }: z.infer<typeof page> = page.parse(
      await graph({ ...next, method: 'GET' }),
    );
    found.push(...value);
    const { query: _, ...rest }: Omit<GraphCall, 'method'> = next;
    next = link === undefined ? undefined : { ...rest, path: link };
  }
  return found;
}
