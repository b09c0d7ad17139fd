import type { CaseLine } from '../../domain/listing/line';
import type { Message } from '../../domain/message';
import type { Found, Page } from '../../domain/page';
import { press } from '../actions';
import { type Kit, message } from '../kit';
import type { Json } from '../layout/json';
import { fitted, shortened } from '../parts/room';
import { unitName, unitOfLine } from '../parts/routing';
import { unreadableNote } from '../parts/unreadable';
import { lineRow } from './case-line';
import { ANY, filterFields, hasFilters, type ListingFilter, type Looking, OWN } from './inbox-filter';

/** What waits, as much as a card has room for; `more` where it is not all. */
export interface Waiting {
  readonly lines: readonly CaseLine[];
  readonly more: boolean;
}

interface Group {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly ((shown: number) => Json)[];
}

/** What waits for somebody, and then what waits for their units. */
export function inboxCard(
  kit: Kit,
  looking: Looking,
  { mine, units, ...found }: { readonly mine: Waiting; readonly units: Waiting } & Pick<Found<unknown>, 'unreadable'>,
): Message {
  const { words } = kit;
  const { viewer } = looking;
  const hasUnits = viewer.units.length > 0 || viewer.coordinates || units.lines.length > 0;
  const none = words.own(hasUnits ? 'inbox.mine-empty' : 'inbox.nothing');
  const groups: Group[] = [
    {
      title: hasUnits ? words.own('inbox.mine') : '',
      note: noteOn(kit, mine, none),
      rows: mine.lines.map((line) => row(kit, looking, line, { isMine: true })),
    },
    ...(hasUnits
      ? [
          {
            title: words.own('inbox.units', { count: viewer.units.length }),
            note: noteOn(kit, units, words.own('inbox.units-empty')),
            rows: units.lines.map((line) =>
              row(kit, looking, line, { isMine: false, withUnit: viewer.units.length > 1 }),
            ),
          },
        ]
      : []),
  ];
  const all = words.own(viewer.coordinates ? 'inbox.all' : 'inbox.show-all');
  return listing(kit, looking, {
    title: words.own('inbox.title'),
    groups,
    found,
    filter: {},
    searched: '',
    actions: [
      ...(hasUnits || mine.more
        ? [press(all, 'inbox', { unit: hasUnits ? ANY : OWN, state: 'open' }, { inputs: 'none' })]
        : []),
      ...(viewer.coordinates
        ? [
            press(words.own('undelivered.title'), 'show-undelivered', {}, { inputs: 'none' }),
            press(words.own('directory.title'), 'directory', {}, { inputs: 'none' }),
          ]
        : []),
      press(words.own('actions.my-work'), 'my-work', {}, { inputs: 'none' }),
      press(words.own('actions.home'), 'home', {}, { inputs: 'none' }),
    ],
  });
}

/** What was typed as the name of a unit, and why that does not say which one. */
export interface NamedUnit {
  readonly named?: string | undefined;
  readonly problem?: 'several' | 'no-such' | undefined;
}

/** A page of the cases that somebody may see, narrowed as they chose. */
export function casesCard(
  kit: Kit,
  looking: Looking,
  page: Page<CaseLine>,
  { filter, from, named, problem }: { readonly filter: ListingFilter; readonly from?: string | undefined } & NamedUnit,
): Message {
  const { words } = kit;
  const empty = words.own(from === undefined ? 'inbox.none' : 'work.end');
  const note = problem === undefined ? (page.items.length === 0 ? empty : '') : words.own(`problems.${problem}`);
  return listing(kit, looking, {
    title: words.own(looking.viewer.coordinates ? 'inbox.all' : 'inbox.cases'),
    groups: [
      {
        title: '',
        note,
        rows: page.items.map((line) => row(kit, looking, line, { isMine: false, withUnit: true })),
      },
    ],
    found: page,
    filter,
    named,
    isFinding: problem !== undefined,
    searched: '',
    actions: [
      ...(page.next === undefined
        ? []
        : [press(words.own('actions.older'), 'inbox', { ...filter, from: page.next }, { inputs: 'none' })]),
      ...(from === undefined ? [] : [press(words.own('actions.newest'), 'inbox', filter, { inputs: 'none' })]),
      press(words.own('actions.inbox'), 'inbox', {}, { inputs: 'none' }),
      press(words.own('actions.home'), 'home', {}, { inputs: 'none' }),
    ],
  });
}

/** What a search has found among the cases that somebody may see; without a page it asks what to search for. */
export function searchCard(
  kit: Kit,
  looking: Looking,
  { text, page, from }: { readonly text: string; readonly page?: Page<CaseLine>; readonly from?: string | undefined },
): Message {
  const { words } = kit;
  const note = page === undefined ? 'search.ask' : from === undefined ? 'search.none' : 'work.end';
  const lines = page?.items ?? [];
  return listing(kit, looking, {
    title: words.own('search.title'),
    groups: [
      {
        title: '',
        note: lines.length === 0 ? words.own(note) : '',
        rows: lines.map((line) => row(kit, looking, line, { isMine: false, withUnit: true })),
      },
    ],
    ...(page && { found: page }),
    searched: text,
    actions: [
      ...(page?.next === undefined
        ? []
        : [press(words.own('actions.older'), 'search', { text, from: page.next }, { inputs: 'none' })]),
      ...(from === undefined ? [] : [press(words.own('actions.newest'), 'search', { text }, { inputs: 'none' })]),
      press(words.own('actions.inbox'), 'inbox', {}, { inputs: 'none' }),
      press(words.own('actions.home'), 'home', {}, { inputs: 'none' }),
    ],
  });
}

interface Listing {
  readonly title: string;
  readonly groups: readonly Group[];
  /** What they were made of. */
  readonly found?: Pick<Found<unknown>, 'unreadable'>;
  /** The choices that stand in the filters; without it there are none. */
  readonly filter?: ListingFilter;
  /** What was typed as the name of a unit. */
  readonly named?: string | undefined;
  /** Whether the choices have to be looked at again, and so stand open. */
  readonly isFinding?: boolean;
  readonly searched: string;
  readonly actions: readonly Json[];
}

function listing(kit: Kit, looking: Looking, list: Listing): Message {
  const { words } = kit;
  const { title, groups, found = {}, filter, named, isFinding = false, searched, actions } = list;
  const isNarrowing = filter !== undefined && hasFilters(looking);
  const isEmptyPage = groups.length === 1 && groups[0]?.rows.length === 0 && isNarrowing;
  const isSearching = filter === undefined || isEmptyPage || isFinding;
  // To everybody else it must not tell of cases in which they may have no part.
  const unreadable = looking.viewer.coordinates ? unreadableNote(kit, found) : '';
  const shownGroups = unreadable === '' ? groups : [...groups, { title: '', note: unreadable, rows: [] }];
  const card = (shown: number) => ({
    title,
    groups: shownGroups.map((group) => ({ ...group, rows: group.rows.map((build) => build(shown)) })),
    // Where one is searching or has found nothing the fields are open; elsewhere they would stand in the way.
    open: isSearching ? '' : words.own(isNarrowing ? 'inbox.filter' : 'search.open'),
    searchLabel: words.own('search.label'),
    searched,
    search: [press(words.own('search.do'), 'search', {})],
    choices: isNarrowing ? filterFields(kit, looking, filter, { named, room: shown }) : [],
    show: isNarrowing ? [press(words.own('inbox.show'), 'inbox', {})] : [],
    actions,
  });
  return fitted((shown) => message(kit, 'inbox', card(shown), title));
}

function noteOn({ words }: Kit, { lines, more }: Waiting, empty: string): string {
  if (lines.length === 0) return empty;
  return more ? words.own('inbox.more') : '';
}

interface RowOptions {
  readonly isMine: boolean;
  readonly withUnit?: boolean;
}

function row(kit: Kit, looking: Looking, line: CaseLine, options: RowOptions): (shown: number) => Json {
  const { viewer, modelOf } = looking;
  const model = modelOf(line.process);
  const handles = viewer.coordinates || line.handler?.id === viewer.id || viewer.units.includes(line.unit);
  // Who is both asker and handler opens the card on which they can do what is waited for.
  const isAnswer = line.requester.id === viewer.id && line.waitsFor === 'requester';
  return (shown) =>
    lineRow(kit, model, line, {
      shown,
      who: whoHas(kit, looking, line, { ...options, shown }),
      ...(handles && !isAnswer && { as: 'responsible' }),
    });
}

/** Who has it, or that it is the reader's turn. */
function whoHas(
  { words }: Kit,
  { viewer, directory, modelOf }: Looking,
  line: CaseLine,
  { isMine, withUnit, shown }: RowOptions & { readonly shown: number },
): string {
  const { handler, isTakenOn } = line;
  if (isMine && line.waitsFor === 'requester') return words.own('inbox.your-answer');
  if (isMine) return isTakenOn ? '' : words.own('inbox.you-asked');
  const model = modelOf(line.process);
  const unit = model ? unitOfLine(words, model, line) : unitName(words, { directory }, line.unit);
  const name = shortened(unit, shown);
  if (line.waitsFor === 'nobody') return withUnit ? name : '';
  const who =
    handler === undefined
      ? words.own('inbox.nobody')
      : handler.id === viewer.id
        ? words.own(isTakenOn ? 'inbox.you' : 'inbox.you-asked')
        : words.own(isTakenOn ? 'inbox.taken' : 'inbox.asked', { name: shortened(handler.name, shown) });
  return withUnit ? words.own('inbox.unit-who', { unit: name, who }) : who;
}
