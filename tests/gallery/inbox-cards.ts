import { homeCard } from '../../bot/cards/home';
import type { Kit } from '../../bot/cards/kit';
import { casesCard, inboxCard, searchCard } from '../../bot/cards/listing/inbox';
import type { Looking } from '../../bot/cards/listing/inbox-filter';
import type { DirectoryContent } from '../../bot/domain/directory/directory';
import type { CaseLine } from '../../bot/domain/listing/line';
import type { Message } from '../../bot/domain/message';
import type { Process } from '../../bot/domain/process/process';
import type { Model } from '../../bot/domain/rules/model';

const ME = { id: 'me', name: 'Aino Esimerkki' };
const COLLEAGUE = { id: 'colleague', name: 'Nils-Christian Exempelström' };
const LONG = 'Sample Metropolitan Association of Municipalities and Regions for Sustainable Development';

function line(number: string, organisation: string, more: Partial<CaseLine> = {}): CaseLine {
  return {
    number,
    process: 'visit-request',
    state: 'submitted',
    since: '2026-03-02T09:12:00Z',
    outcome: 'receive',
    unit: 'espoo-marketing-business',
    informed: ['service-development'],
    requester: { id: 'somebody', name: 'Somebody Else' },
    tenant: 'tenant',
    isTakenOn: false,
    waitsFor: 'responsible',
    named: { organisation, country: 'KR', 'group-size': 18 },
    organisation,
    city: '',
    country: 'KR',
    theme: 'innovation',
    openTodos: 0,
    submittedAt: '2026-03-02T09:12:00Z',
    changedAt: '2026-03-02T09:12:00Z',
    revision: 2,
    ...more,
  };
}

const MINE: readonly CaseLine[] = [
  line('V-2026-0042', 'Sample City Council', { handler: ME }),
  line('V-2026-0074', LONG, { handler: ME, isTakenOn: true, state: 'planned' }),
  line('V-2026-0106', 'Embassy of Samplia', { requester: ME, state: 'asked', waitsFor: 'requester' }),
];
const UNITS: readonly CaseLine[] = [
  line('V-2026-0043', 'Sample Institute of Technology'),
  line('V-2026-0075', '**Bold** [link](https://example.com)', { handler: COLLEAGUE }),
  line('V-2026-0107', LONG, { handler: COLLEAGUE, isTakenOn: true, state: 'accepted' }),
];

/** The inbox, the listings that it leads to and searches, as members, the team and everybody else see them. */
export function inboxCards(kit: Kit, visit: Model, processes: readonly Process[]): Record<string, Message> {
  const directory: DirectoryContent = visit.directory;
  const looking = (units: readonly string[], coordinates = false): Looking => ({
    viewer: { id: ME.id, tenant: 'tenant', units, coordinates },
    modelOf: () => visit,
    processes: processes.map(({ id }) => id),
    directory,
    years: [2026, 2025, 2024, 2023, 2022],
  });
  const member = looking(['espoo-marketing-business']);
  const team = looking(['international-affairs'], true);
  const requester = looking([]);
  const none = { lines: [], more: false };
  const all = [...MINE, ...UNITS];
  return {
    inbox: inboxCard(kit, member, { mine: { lines: MINE, more: false }, units: { lines: UNITS, more: true } }),
    'inbox-empty': inboxCard(kit, member, { mine: none, units: none }),
    'inbox-requester': inboxCard(kit, requester, { mine: none, units: none }),
    'inbox-team': inboxCard(kit, team, { mine: { lines: MINE.slice(0, 1), more: false }, units: none }),
    cases: casesCard(kit, team, { items: all, next: 'more' }, { filter: { state: 'all', year: '2025' }, from: 'from' }),
    'cases-none': casesCard(kit, member, { items: [] }, { filter: { state: 'held' } }),
    search: searchCard(kit, member, { text: 'Sample', page: { items: all, next: 'more' } }),
    'search-none': searchCard(kit, requester, { text: 'Soul', page: { items: [] } }),
    'search-ask': searchCard(kit, requester, { text: '' }),
    'home-member': homeCard(kit, processes, 'welcome', { inbox: true }),
    'home-before-you-begin': homeCard(kit, processes, 'welcome', { inbox: true, unconfirmed: 41 }),
  };
}
