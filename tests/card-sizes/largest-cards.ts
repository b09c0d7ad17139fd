/** Every card of the assistant with as much on it as there can be. A card that is not in this table fails the test. */

import { caseActionCard } from '../../bot/cards/case/action';
import { appointmentCard } from '../../bot/cards/case/appointment';
import { caseCard } from '../../bot/cards/case/case';
import { followUpCard } from '../../bot/cards/case/follow-up';
import { givenTodoCard } from '../../bot/cards/case/given-todo';
import { HISTORY_LINES, historyCard } from '../../bot/cards/case/history';
import { newsCard, reminderCard } from '../../bot/cards/case/news';
import { openCase } from '../../bot/cards/case/open-case';
import { toWhomCard, whichUnitCard } from '../../bot/cards/case/pass-on';
import { receiptCard } from '../../bot/cards/case/receipt';
import { replyCard } from '../../bot/cards/case/reply';
import { todoCard } from '../../bot/cards/case/todo-form';
import { givenTodosCard, listOf, todoListCard, todoListsCard } from '../../bot/cards/case/todos';
import { beforeYouBeginCard, toConfirmCard } from '../../bot/cards/directory/before-you-begin';
import { directoryCard, directoryListCard } from '../../bot/cards/directory/directory';
import { directoryEntryCard, type TaggedEntry } from '../../bot/cards/directory/entry';
import { entryFormCard } from '../../bot/cards/directory/form';
import { directoryHistoryCard } from '../../bot/cards/directory/history';
import { memberCard } from '../../bot/cards/directory/member';
import { memberFormCard, newMemberCard } from '../../bot/cards/directory/member-forms';
import type { DirectoryView } from '../../bot/cards/directory/words';
import { homeCard } from '../../bot/cards/home';
import type { Kit } from '../../bot/cards/kit';
import { digestCard } from '../../bot/cards/listing/digest';
import { casesCard, inboxCard, searchCard } from '../../bot/cards/listing/inbox';
import { type Looking, MOST_UNITS_LISTED } from '../../bot/cards/listing/inbox-filter';
import { undeliveredCard } from '../../bot/cards/listing/undelivered';
import { draftListCard, workListCard } from '../../bot/cards/listing/work-list';
import { plainNotice } from '../../bot/cards/notice';
import type { Rejected } from '../../bot/cards/parts/field';
import { languageCard, notifyCard, notifySetCard } from '../../bot/cards/person/preferences';
import { confirmErasureCard, erasingCard, whichToEraseCard, whoToEraseCard } from '../../bot/cards/privacy/erasure';
import { inPages, myDataCard, myDataTextCard } from '../../bot/cards/privacy/my-data';
import { SHOWN_LISTS } from '../../bot/cards/verbs';
import { DIGEST_LINES } from '../../bot/deliveries/in-teams';
import { CASE_ACTIONS, goesWithWords, stepOf } from '../../bot/domain/case/lives/life-of';
import { peopleOf } from '../../bot/domain/case/roles';
import { openBefore } from '../../bot/domain/case/todo';
import type { CaseState } from '../../bot/domain/case-state';
import { EDITABLE_LISTS, type EditableList, type EntryContents, entriesIn } from '../../bot/domain/directory/entry';
import { MOST_OFFERED } from '../../bot/domain/directory/narrowing';
import { LANGUAGES } from '../../bot/domain/language/language';
import type { Relations } from '../../bot/domain/listing/relations';
import type { Message } from '../../bot/domain/message';
import type { Answer, Answers } from '../../bot/domain/process/answers';
import { itemsAskedAt, itemsOf } from '../../bot/domain/process/process';
import { replay } from '../../bot/domain/walk/replay';
import { MOST_GIVEN } from '../../bot/features/listing/given';
import { ROWS_ON_PAGE, ROWS_WAITING } from '../../bot/features/listing/inbox';
import { PAGE_SIZE } from '../../bot/features/listing/my-work';
import { MOST_SHOWN } from '../../bot/features/listing/undelivered';
import { MOST_FOUND } from '../../bot/features/privacy/erase-person';
import { MOST_KNOWN } from '../../bot/features/sought-person';
import { draftCard } from '../../bot/features/walk/draft-card';
import { RECENT } from '../../bot/features/walk/say-in-walk';
import { testContent } from '../fixtures/content';
import { modelOf, PROCESS_IDS } from '../playing/process-walk';
import type { FullCase, LargestCity } from './largest-city';

const { content } = testContent();
const processes = [...content.processes.values()];
const AT = '2026-03-02T09:12:00Z';
const TODAY = '2026-03-02';
const TAG = `W/"datetime'2026-03-02T09%3A12%3A00.0000000Z'"`;

/** Cards with what each shows, by the function that makes them. */
export type Drawn = Readonly<Record<string, readonly Message[]>>;

/** All that can be written down with the steps of a case's life, as long as it may be. */
function recordedIn({ process }: FullCase['model'], text: (most: number) => string): Answers {
  const items = process.forms.flatMap((form) => form.items);
  return Object.fromEntries(
    items.flatMap((item): [string, Answer][] => {
      if (item.type === 'text') return [[item.id, text(item.maxLength)]];
      if (item.type === 'person') return [[item.id, text(200)]];
      const all = 'choices' in item && Array.isArray(item.choices) ? item.choices.map(({ id }) => id) : [];
      return item.type === 'choices' ? [[item.id, all]] : [[item.id, all[0] ?? TODAY]];
    }),
  );
}

/** The states into which the steps lead with which something is written down. */
function statesAfterForms({ process }: FullCase['model']): readonly CaseState[] {
  const steps = new Set(process.forms.flatMap(({ at }) => at));
  return CASE_ACTIONS.flatMap((action): CaseState[] => {
    const to = steps.has(action) ? stepOf(process, action)?.to : undefined;
    return to === undefined || to === 'before' ? [] : [to];
  });
}

/** The cards of one full case, in its walk and after it was sent. */
export function cardsOfCase(kit: Kit, city: LargestCity, full: FullCase): Drawn {
  const { model, draft, case: made, todos, events, line } = full;
  const { text } = city;
  const { unit, deliverTo } = made.routing.responsible;
  const responsible = { as: 'responsible', unit, deliverTo } as const;
  const view = { model, case: made, todos, today: '2027-01-01' };
  const isDone = { at: AT, by: { id: 'x', name: text(200) } };
  const figures = Object.fromEntries(Object.keys(model.process.comparison?.example ?? {}).map((item) => [item, 1.5]));
  const last = { ...line, organisation: text(200), figures };
  const done = { ...view, todos: todos.map((todo) => ({ ...todo, done: isDone })) };
  const happened = text(240);
  const rejected = rejectedWith(['text', 'to', 'person'], text, 'several');
  const page = { items: events.slice(-HISTORY_LINES), unreadable: ['000001'] };
  const walk = (pause?: 'cancel' | 'saved') => ({ ...draft, state: { ...draft.state, ...(pause && { pause }) } });
  return {
    ...walkCards(kit, full, text),
    cancelCard: [
      draftCard(kit, model, walk('cancel')),
      draftCard(kit, model, { ...walk('cancel'), edits: made.number }),
    ],
    savedCard: [draftCard(kit, model, walk('saved'))],
    receiptCard: [receiptCard(kit, model, made)],
    caseCard: [
      caseCard(kit, { model, case: made }, responsible, {
        rehearsal: kit.words.own('rehearsal.unit', { unit: text(120) }),
        happened,
        folder: `https://x.example/${'f'.repeat(300)}`,
      }),
      caseCard(kit, { model, case: made }, { as: 'informed', unit, deliverTo }, { happened }),
      ...statesAfterForms(model).map((state) =>
        caseCard(kit, { model, case: { ...made, state, recorded: recordedIn(model, text) } }, responsible, {
          ...{ rehearsal: kit.words.own('rehearsal.unit', { unit: text(120) }), happened },
          folder: `https://x.example/${'f'.repeat(300)}`,
        }),
      ),
      ...(['submitted', 'asked', 'accepted', 'held'] as const).map((state) =>
        caseCard(kit, { model, case: { ...made, state } }, { as: 'requester' }, { happened }),
      ),
    ],
    caseActionCard: CASE_ACTIONS.flatMap((action) =>
      goesWithWords(model.process, action) || itemsAskedAt(model.process, action).length > 0
        ? [caseActionCard(kit, { model, case: made }, { action, as: 'responsible' }, rejected)]
        : [],
    ),
    whichUnitCard: [
      whichUnitCard(kit, { model, case: made }, 'responsible', rejected),
      whichUnitCard(kit, { model: withUnits(full, MOST_OFFERED), case: made }, 'responsible', rejected),
    ],
    toWhomCard: [
      toWhomCard(kit, { model, case: made }, { unit: city.largest, as: 'responsible' }, rejected),
      toWhomCard(
        kit,
        { model, case: made },
        { unit: { ...city.largest, members: city.largest.members.slice(0, MOST_OFFERED) }, as: 'responsible' },
        rejected,
      ),
    ],
    historyCard: [
      historyCard(kit, { model, case: made }, page, 'responsible'),
      historyCard(kit, { model, case: { ...made, lastEvent: 9_000 } }, page, 'requester'),
    ],
    todoListsCard: [todoListsCard(kit, view)],
    todoListCard: [...new Map(todos.map(({ key }) => [listOf(key), key]))].flatMap(([list, key]) => {
      const by = openBefore(model.process, todos, key);
      return [todoListCard(kit, view, list, { reason: 'blocked', by }), todoListCard(kit, done, list)];
    }),
    appointmentCard: [{ id: 'x', name: text(256), address: text(200) }, undefined].map((appointee) =>
      appointmentCard(
        kit,
        { model, case: { ...made, answers: { ...made.answers }, ...(appointee && { appointee }) } },
        {
          who: made.requester,
          roles: ['coordinator', 'appointee'],
          as: 'responsible',
          offered: {
            known: Array.from({ length: MOST_KNOWN }, (_, at) => ({ id: `x-${at}`, name: text(256) })),
            byMail: true,
          },
          visitors: kit.words,
          happened,
        },
        { inputs: { person: text(200), mail: text(200) }, problems: { person: 'unknown-person', mail: 'only-one' } },
      ),
    ),
    givenTodoCard: todos.flatMap((todo) => givenTodoCard(kit, { model, case: made }, todo, text(256)) ?? []),
    givenTodosCard: [givenTodosCard(kit, { ...view, isAllGiven: true })],
    todoCard: [undefined, last].flatMap((other) =>
      todos.map(({ key }) => todoCard(kit, { ...view, last: other }, key, { people: peopleOf(made, model.directory) })),
    ),
    followUpCard: [undefined, last].map((other) =>
      followUpCard(kit, { model, case: { ...made, state: 'held' } }, { todos, as: 'responsible', last: other }),
    ),
    newsCard: [
      newsCard(kit, { model, case: made }, responsible, {
        sequence: 3,
        type: 'moved',
        at: AT,
        by: { id: 'x', name: text(200) },
        data: { action: 'ask' },
      }),
      newsCard(kit, { model, case: made }, responsible, { ...(events[0] as (typeof events)[number]), type: 'edited' }),
    ].flatMap((card) => card ?? []),
    reminderCard: model.directory.reminders.map(({ id: about }) =>
      reminderCard(kit, { model, case: made }, responsible, { about }),
    ),
    replyCard: LANGUAGES.map((language) =>
      replyCard(
        kit,
        { model, case: made },
        {
          reply: { occasion: model.process.occasion, kind: 'no' },
          as: 'requester',
          visitors: content.words(language),
          name: text(200),
        },
      ),
    ),
    digestCard: [
      digestCard(kit, modelOf, {
        reader: { id: 'x' },
        waiting: Array.from({ length: DIGEST_LINES }, () => ({ ...line, waitsFor: 'responsible' as const })),
        given: Array.from({ length: MOST_GIVEN }, () => ({
          ...line,
          number: 'D-2026-9999',
          appointee: { id: 'x', name: text(200) },
        })),
      }),
    ],
    workListCard: [
      workListCard(
        kit,
        modelOf,
        {
          who: { id: 'x' },
          given: {
            items: Array.from({ length: MOST_GIVEN }, () => ({ ...line, appointee: { id: 'x', name: text(200) } })),
          },
          page: { items: Array.from({ length: PAGE_SIZE }, () => draft), next: 'n'.repeat(120) },
        },
        'n'.repeat(120),
      ),
    ],
    draftListCard: [
      draftListCard(
        kit,
        modelOf,
        Array.from({ length: RECENT }, () => draft),
      ),
    ],
    ...listings(kit, city, full),
  };
}

/** The steps of the walk, at each of which the draft stands once. */
function walkCards(kit: Kit, { model, draft }: FullCase, text: (length: number) => string): Drawn {
  const { answers } = draft.state;
  const { steps } = replay(model, answers);
  const dropped = itemsOf(model.process).flatMap(({ id }) => (answers[id] === undefined ? [] : [id]));
  const at = (id: string) => ({ ...draft, state: { answers, at: id } });
  const of = (kind: string) => steps.filter((step) => step.kind === kind);
  const rejected = rejectedWith(
    itemsOf(model.process).map(({ id }) => id),
    text,
    'missing',
  );
  return {
    questionCard: of('question').map(({ id }) => draftCard(kit, model, at(id), { dropped, visits: 100 })),
    outcomeCard: of('outcome').map(({ id }) => draftCard(kit, model, at(id), { dropped })),
    formCard: of('form').flatMap(({ id }) => [
      draftCard(kit, model, at(id), { dropped }),
      draftCard(kit, model, at(id), { rejected }),
    ]),
    summaryCard: of('summary').map(({ id }) => draftCard(kit, model, at(id), { dropped, relations: EARLIER })),
  };
}

/** What the inbox lists, for somebody of the team and for a member of all units. */
function listings(kit: Kit, { directory, text }: LargestCity, { line }: FullCase): Drawn {
  const looking = (coordinates: boolean, units: number): Looking => ({
    viewer: {
      id: 'somebody',
      tenant: line.tenant,
      units: directory.units.slice(0, units).map(({ id }) => id),
      coordinates,
    },
    directory: { ...directory, units: directory.units.slice(0, Math.max(units, coordinates ? 300 : 0)) },
    modelOf,
    processes: PROCESS_IDS,
    years: [2026, 2025, 2024, 2023, 2022],
  });
  const lines = (count: number) => Array.from({ length: count }, () => line);
  const waits = { lines: lines(ROWS_WAITING), more: true };
  const page = { items: lines(ROWS_ON_PAGE), next: 'n'.repeat(60) };
  const filter = {
    unit: directory.units.at(-1)?.id ?? '',
    state: 'open',
    process: PROCESS_IDS[0] ?? '',
    year: '2026',
  } as const;
  return {
    inboxCard: [
      inboxCard(kit, looking(true, 300), { mine: waits, units: waits }),
      inboxCard(kit, looking(true, MOST_UNITS_LISTED), { mine: waits, units: waits }),
    ],
    casesCard: [
      casesCard(kit, looking(true, 300), page, { filter, from: 'n'.repeat(60), named: text(200), problem: 'several' }),
      casesCard(kit, looking(false, MOST_UNITS_LISTED), page, { filter }),
      casesCard(kit, looking(true, 300), page, { filter, named: text(3), problem: 'several' }),
    ],
    searchCard: [searchCard(kit, looking(true, 300), { text: text(200), page, from: 'n'.repeat(60) })],
  };
}

/** The cards that are of no case: the directory, one's own data, erasing, settings. */
export function cardsOfCity(kit: Kit, { directory, text, largest }: LargestCity): Drawn {
  const view: DirectoryView = { directory, processes, today: TODAY };
  const edited = { by: { id: 'x', name: text(200) }, at: AT };
  const of = <L extends EditableList>(list: L, at: number): TaggedEntry<L> => ({
    tag: TAG,
    value: { list, content: entriesIn(directory, list)[at] as EntryContents[L], retired: false, events: 9, edited },
  });
  const units: TaggedEntry<'units'> = { tag: TAG, value: { ...of('units', 0).value, content: largest } };
  const [somebody] = largest.members;
  if (!somebody) throw new Error('There is nobody.');
  const parts = { 'contact-name': text(120), 'name-fi': text(120), 'name-sv': text(120), 'name-en': text(120) };
  const typed = Object.fromEntries(
    [...Object.keys(parts), 'contact-address', 'spellings', 'unit', 'country'].map((part) => [part, text(5_000)]),
  );
  const wrong = Object.fromEntries(Object.keys(typed).map((part) => [part, 'too-long' as const]));
  const rejected = { inputs: typed, problems: wrong, overtaken: text(240) };
  const held: DirectoryView = {
    ...view,
    directory: { ...directory, unconfirmedContacts: directory.units.map(({ id }) => id) },
  };
  const unconfirmed = EDITABLE_LISTS.flatMap((list) =>
    entriesIn(directory, list).map(({ id }) => ({ list, id, tag: TAG })),
  );
  const few: DirectoryView = { ...view, directory: { ...directory, units: directory.units.slice(0, MOST_OFFERED) } };
  const everyPage = (count: number, size: number) =>
    Array.from({ length: Math.ceil(count / size) }, (_, at) => at * size);
  const names = directory.units.map(({ name }) => kit.words.name(name));
  const person = { id: somebody.id, name: text(200) };
  const plan = { person, address: somebody.address ?? '', drafts: 5_000, over: 5_000 };
  const numbers = Array.from({ length: 500 }, (_, at) => `V-2026-${at}`);
  const pages = inPages(text(100_000));
  return {
    directoryCard: [directoryCard(kit, view)],
    directoryListCard: SHOWN_LISTS.flatMap((list) =>
      everyPage(300, 96).map((from) => directoryListCard(kit, view, list, { from })),
    ),
    beforeYouBeginCard: [beforeYouBeginCard(kit, held, { unconfirmed, note: text(240) })],
    toConfirmCard: EDITABLE_LISTS.flatMap((list) =>
      [0, 6, 294].map((from) => toConfirmCard(kit, held, { list, unconfirmed, from, note: text(240) })),
    ),
    directoryEntryCard: [
      ...EDITABLE_LISTS.flatMap((list) => {
        const entry = of(list, list === 'sisterCities' ? 59 : 0);
        const retired = { ...entry, value: { ...entry.value, retired: true } };
        return [entry, retired].map((one) => directoryEntryCard(kit, view, one, { note: text(240) }));
      }),
      ...everyPage(150, 12).map((from) => directoryEntryCard(kit, view, units, { from })),
    ],
    entryFormCard: EDITABLE_LISTS.flatMap((list) => [
      entryFormCard(kit, view, list, of(list, 0)),
      entryFormCard(kit, view, list, of(list, 0), rejected),
      entryFormCard(kit, few, list, undefined, rejected),
      entryFormCard(kit, few, list, of(list, 0), rejected),
    ]),
    memberCard: [memberCard(kit, view, { entry: units, member: somebody })],
    memberFormCard: [
      memberFormCard(kit, units, somebody, { inputs: { address: text(500) }, problems: { address: 'no-room' } }),
    ],
    newMemberCard: [
      newMemberCard(
        kit,
        { ...units, value: { ...units.value, content: { ...largest, members: [] } } },
        {
          known: Array.from({ length: MOST_KNOWN }, (_, at) => ({ id: `${somebody.id}-${at}`, name: text(256) })),
          byMail: true,
        },
        { inputs: { mail: text(500) }, problems: { mail: 'no-room' } },
      ),
    ],
    directoryHistoryCard: [
      directoryHistoryCard(kit, view, units.value, {
        items: Array.from({ length: 5_000 }, (_, sequence) => ({
          sequence,
          edit: 'changed' as const,
          ...edited,
          before: parts,
          after: parts,
        })),
      }),
    ],
    myDataCard: [
      myDataCard(kit, {
        known: { language: 'fi', notify: 'at-once', hasChat: true },
        units: names,
        drafts: 500,
        sent: 500,
        listed: 500,
        given: 999,
        atLeast: true,
        since: AT,
      }),
    ],
    myDataTextCard: pages.map((_, page) => myDataTextCard(kit, { pages, page, isCut: true })),
    whoToEraseCard: [whoToEraseCard(kit, text(5_000), text(240))],
    whichToEraseCard: [
      whichToEraseCard(kit, { items: Array.from({ length: MOST_FOUND }, () => person), unreadable: numbers }),
    ],
    confirmErasureCard: [
      confirmErasureCard(kit, { ...plan, units: [], open: numbers }),
      confirmErasureCard(kit, { ...plan, units: names, open: numbers }),
    ],
    erasingCard: [erasingCard(kit, numbers)],
    undeliveredCard: [
      undeliveredCard(
        kit,
        directory,
        {
          items: Array.from({ length: MOST_SHOWN }, (_, at) => ({
            key: `X-2026-0042.information-4999.${directory.units.at(-1)?.id}.teams-${at}`,
            case: 'X-2026-0042',
            purpose: 'information',
            channel: 'teams',
            target:
              at % 2 === 0
                ? { kind: 'person', person: { ...person, tenant: person.id }, as: 'informed' }
                : { kind: 'unit', unit: directory.units.at(-1)?.id ?? '', deliverTo: 'x' },
            event: 4_999,
            due: AT,
            attempts: 2_000,
            state: at % 3 === 0 ? 'dead' : 'unknown',
            failure: 'f'.repeat(60),
          })),
        },
        {
          nameOf: () => text(200),
          isFamiliar: () => true,
          opening: (entry) => openCase(kit.words, entry.case),
        },
      ),
    ],
    homeCard: (['welcome', 'hello', 'help', 'not-understood'] as const).map((greeting) =>
      homeCard(kit, processes, greeting, { inbox: true, unconfirmed: 9_999 }),
    ),
    plainNotice: (
      [
        'discarded',
        'not-yours',
        'gone',
        'nothing-open',
        'in-personal-chat',
        'no-personal-chat',
        'unavailable',
        'not-coordinator',
        'outsider',
        'guest',
        'failed',
      ] as const
    ).map((kind) => plainNotice(kit, kind)),
    notifyCard: [notifyCard(kit, 'daily')],
    notifySetCard: [notifySetCard(kit, 'daily')],
    languageCard: [languageCard(kit)],
  };
}

const EARLIER_CASE = {
  number: 'V-2025-0042',
  process: 'visit-request',
  submittedAt: '2025-05-04T09:00:00Z',
  outcome: 'receive',
  state: 'followed-up',
  unit: 'espoo-marketing-business',
  openTodos: 22,
} as const;
/** As many earlier cases as the summary tells of. */
const EARLIER: Relations = {
  organisation: [EARLIER_CASE, EARLIER_CASE, EARLIER_CASE],
  city: [EARLIER_CASE, EARLIER_CASE],
  country: { count: 100, atLeast: true },
  repeats: EARLIER_CASE,
};

/** Far too much typed into each of these fields. */
function rejectedWith(
  ids: readonly string[],
  text: (length: number) => string,
  problem: Rejected['problems'][string],
): Rejected {
  return {
    inputs: Object.fromEntries(ids.map((id) => [id, text(5_000)])),
    problems: Object.fromEntries(ids.map((id) => [id, problem])),
  };
}

function withUnits({ model }: FullCase, count: number) {
  return { ...model, directory: { ...model.directory, units: model.directory.units.slice(0, count) } };
}
