/** Lines of the register, as far as the person who looks may see them: the only way in which listings get any. */
import type { Looking } from '../../cards/listing/inbox-filter';
import type { CaseLine } from '../../domain/listing/line';
import { placeOf } from '../../domain/listing/line';
import { maySee, unitsOf, type Viewer } from '../../domain/listing/may-see';
import type { Found, Page } from '../../domain/page';
import type { Person } from '../../domain/person';
import type { RegisterFilter, RegisterQuery } from '../../ports';
import { type Assistant, knownModels } from '../assistant';
import { isCoordinator } from '../coordinator';

/** How many lines are read at once to find those that somebody may see among those that they may not, and how often. */
const LINES_A_LOOK = 100;
const MOST_LOOKS = 5;
const YEARS = 5;

/** Who looks, by today's directory, and what there is to choose from. */
export async function lookingOf(assistant: Assistant, who: Pick<Person, 'id' | 'tenant'>): Promise<Looking> {
  const [directory, modelOf] = await Promise.all([assistant.directory.current(), knownModels(assistant)]);
  const thisYear = assistant.clock.now().getUTCFullYear();
  const viewer: Viewer = {
    id: who.id,
    tenant: who.tenant,
    units: unitsOf(directory, who.id),
    coordinates: isCoordinator(assistant, directory, who),
  };
  return {
    viewer,
    directory,
    modelOf,
    processes: [...assistant.processes.keys()],
    years: Array.from({ length: YEARS }, (_, at) => thisYear - at),
  };
}

type Lister = Pick<Assistant, 'register'>;

export interface FindOptions {
  readonly size: number;
  readonly from?: string | undefined;
  readonly filter?: RegisterFilter;
}

/** A page of the lines that any of the queries finds and that the person may see, each once, the newest first. */
export async function findLines(
  assistant: Lister,
  viewer: Viewer,
  queries: readonly RegisterQuery[],
  options: FindOptions,
): Promise<Page<CaseLine>> {
  const found = await Promise.all(queries.map((query) => visibleLines(assistant, viewer, query, options)));
  const visible = found.flatMap(({ items }) => items);
  const unreadable = found.flatMap((each) => each.unreadable ?? []);
  const lines = [...new Map(visible.map((line) => [line.number, line])).values()].sort((one, other) =>
    placeOf(one) < placeOf(other) ? -1 : 1,
  );
  const items = lines.slice(0, options.size);
  const last = items.at(-1);
  return {
    items,
    ...(unreadable.length > 0 && { unreadable }),
    ...(lines.length > items.length && last && { next: placeOf(last) }),
  };
}

/** At least one line more than the page has room for, where there are so many. */
async function visibleLines(
  { register }: Lister,
  viewer: Viewer,
  query: RegisterQuery,
  { size, from, filter }: FindOptions,
): Promise<Found<CaseLine>> {
  const visible: CaseLine[] = [];
  const unreadable: string[] = [];
  let place = from;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const page = await register.find(query, {
      size: look === 0 && seesAll(viewer, query) ? size + 1 : Math.max(LINES_A_LOOK, size + 1),
      ...(place !== undefined && { from: place }),
      ...(filter && { filter }),
    });
    visible.push(...page.items.filter((line) => maySee(line, viewer)));
    unreadable.push(...(page.unreadable ?? []));
    place = page.next;
    if (visible.length > size || place === undefined) break;
  }
  return { items: visible, ...(unreadable.length > 0 && { unreadable }) };
}

/** Whether somebody may see about everything that a query finds, so that no more is read than the page has room for. */
function seesAll({ id, units, coordinates }: Viewer, query: RegisterQuery): boolean {
  if (coordinates) return true;
  return query.of === 'person' ? query.person === id : query.of === 'unit' && units.includes(query.unit);
}
