import { ForeignAnswer } from './storage-answer';
import { reaching } from './storage-failure';

/** What the client's listings have in common: pages, each with the token by which the next is asked for. */
interface Listing<T> {
  byPage(settings: { maxPageSize: number }): AsyncIterableIterator<T[] & { continuationToken?: string }>;
}

/**
 * The pages of a listing one after the other. Keys only grow, so a token never comes twice from storage: where it does,
 * something on the way gives old answers, and following it would go on for ever.
 * @throws Unavailable
 */
export async function* pagesOf<T>(listing: Listing<T>, size: number): AsyncIterable<readonly T[]> {
  const seen = new Set<string>();
  const pages = listing.byPage({ maxPageSize: size });
  for (;;) {
    const page = await reaching(pages.next());
    if (page.done === true) return;
    const { continuationToken } = page.value;
    if (continuationToken !== undefined) {
      if (seen.has(continuationToken))
        await reaching(Promise.reject(new ForeignAnswer('it gives the same page again')));
      seen.add(continuationToken);
    }
    yield page.value;
  }
}
