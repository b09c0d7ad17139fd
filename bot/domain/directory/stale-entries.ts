/** Entries that nobody has confirmed for a year: contacts change, and a wrong one is worse than none. */
import type { DirectoryContent, Network, SisterCity, Unit } from './directory';

const MONTHS = 12;

/** The entries that were last checked twelve months ago or earlier, those that have waited longest first. */
export interface StaleEntries {
  readonly units: readonly Unit[];
  readonly sisterCities: readonly SisterCity[];
  readonly networks: readonly Network[];
}

/** What has to be looked at again on a day (`YYYY-MM-DD`). */
export function staleEntries({ units, sisterCities, networks }: DirectoryContent, today: string): StaleEntries {
  return { units: stale(units, today), sisterCities: stale(sisterCities, today), networks: stale(networks, today) };
}

/** Whether an entry was last checked twelve months ago or earlier. Entries that are not checked are never stale. */
export function isStale(entry: object, today: string): boolean {
  return 'lastChecked' in entry && typeof entry.lastChecked === 'string' && entry.lastChecked <= yearBefore(today);
}

function stale<T extends { readonly lastChecked: string }>(entries: readonly T[], today: string): readonly T[] {
  return entries
    .filter((entry) => isStale(entry, today))
    .sort((one, other) => (one.lastChecked < other.lastChecked ? -1 : one.lastChecked > other.lastChecked ? 1 : 0));
}

/** The same day of the year before; 29 February becomes 28 February. */
function yearBefore(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const before = `${Number(year) - MONTHS / 12}-${month}-${date}`;
  return before.endsWith('-02-29') ? before.replace(/29$/, '28') : before;
}
