/**
 * Every button there is, pressed by whoever may and by everybody who may not, with everything that a client can be made
 * to say. A verb without an entry here fails.
 */

import { type Verb, verbs } from '../../bot/cards/verbs';
import { LANGUAGES } from '../../bot/domain/language/language';
import type { Bot } from '../../bot/start/assembly';
import type { JsonObject } from '../fixtures/json';
import { startAssistant, TENANT } from '../fixtures/running-assistant';
import { type TeamsPerson, texts } from '../fixtures/teams-person';
import { memberOf } from '../fixtures/unit-members';
import {
  casesByOutcome,
  finalAnswers,
  goldenCases,
  startPhrases,
  walkProcess,
  walkToQuestion,
} from '../playing/process-walk';
import { storedRows } from '../playing/stored-rows';
import { CHECK, proposeEvent, QUALITY } from '../playing/todo-walk';
import { LOCALES, PROGRAMME, THEME, VISITOR, walkToForm, walkToSummary, wordsIn } from '../playing/visit-walk';
import { withAssistant } from '../playing/with-assistant';

const MARKETING = 'espoo-marketing-business';
const TEAM = 'international-affairs';
const PARTNERSHIP = 'partnership-evaluation';
const ELSEWHERE = '00000000-1111-4222-8333-444444444444';
/** Teams gives up later; the product promises this. The margin is for a machine that is busy with other tests. */
const ANSWERED_WITHIN_MS = 4_500;
const AWAY = [{ from: '2026-05-01', to: '2026-05-02' }];
const START = '2026-03-02T09:00:00Z';

/** Who everybody is, and what there is to press on. */
interface Scene {
  readonly asker: TeamsPerson;
  readonly member: TeamsPerson;
  readonly team: TeamsPerson;
  readonly stranger: TeamsPerson;
  readonly question: JsonObject;
  readonly form: JsonObject;
  readonly filledIn: JsonObject;
  readonly summary: JsonObject;
  readonly leaving: JsonObject;
  readonly visit: string;
  readonly event: string;
  /** Visits by dignitaries: one whose responsible person waits to be confirmed, and one that somebody carries out. */
  readonly named: string;
  readonly carried: string;
  readonly appointee: TeamsPerson;
  readonly entry: string;
  readonly marketing: string;
  readonly city: string;
}

type Rightful = 'asker' | 'member' | 'team' | 'appointee' | 'anybody';

interface Entry {
  /** Whose button it is. Everybody else's press changes nothing. */
  readonly by: Rightful;
  readonly data: (scene: Scene) => JsonObject;
  /** The members of the payload that must be as they are: without one, or with another type, nothing happens. */
  readonly needs?: readonly string[];
  /** What says how new the card is, and what it says on an old one. */
  readonly stale?: JsonObject;
  /** Whether a rightful press writes. */
  readonly writes?: true;
  /** At which card of a walk it is pressed. */
  readonly at?: At;
}

type At = 'question' | 'form' | 'filledIn' | 'summary' | 'leaving';

const PLACE = ['draft', 'revision'];
const OLD = { revision: 9_999 };
const OLD_TAG = { tag: 'W/"old"' };
const unit = { list: 'units', id: MARKETING };

/** A valid press for each verb. A form's inputs stand beside the payload. */
const ENTRIES: Readonly<Record<Verb, Entry>> = {
  home: { by: 'anybody', data: () => ({}) },
  start: { by: 'anybody', data: () => ({ process: 'advocacy' }), needs: ['process'], writes: true },
  answer: {
    at: 'question',
    by: 'asker',
    data: ({ question }) => ({ ...question, item: 'dignitary', value: false }),
    needs: [...PLACE, 'item', 'value'],
    stale: OLD,
    writes: true,
  },
  'answer-otherwise': {
    at: 'filledIn',
    by: 'asker',
    data: ({ filledIn }) => ({ ...filledIn, item: 'commercial', value: false }),
    needs: [...PLACE, 'item', 'value'],
    stale: OLD,
    writes: true,
  },
  fill: {
    at: 'form',
    by: 'asker',
    data: ({ form }) => ({ ...form, step: 'visitor', ...VISITOR }),
    needs: [...PLACE, 'step', 'organisation', 'group-size'],
    stale: OLD,
    writes: true,
  },
  acknowledge: { by: 'asker', data: ({ question }) => ({ ...question, item: 'x' }), needs: PLACE, stale: OLD },
  back: { at: 'form', by: 'asker', data: ({ form }) => form, needs: PLACE, stale: OLD, writes: true },
  change: {
    at: 'summary',
    by: 'asker',
    data: ({ summary }) => ({ ...summary, step: 'visitor' }),
    needs: [...PLACE, 'step'],
    stale: OLD,
    writes: true,
  },
  save: { at: 'form', by: 'asker', data: ({ form }) => form, needs: PLACE, stale: OLD, writes: true },
  cancel: { at: 'form', by: 'asker', data: ({ form }) => form, needs: PLACE, stale: OLD, writes: true },
  keep: { at: 'leaving', by: 'asker', data: ({ leaving }) => leaving, needs: PLACE, stale: OLD, writes: true },
  discard: { at: 'leaving', by: 'asker', data: ({ leaving }) => leaving, needs: PLACE, stale: OLD, writes: true },
  submit: { at: 'summary', by: 'asker', data: ({ summary }) => summary, needs: PLACE, stale: OLD, writes: true },
  resume: {
    at: 'leaving',
    by: 'asker',
    data: ({ leaving }) => ({ draft: leaving.draft }),
    needs: ['draft'],
    writes: true,
  },
  'my-work': { by: 'anybody', data: () => ({}) },
  'show-case': { by: 'asker', data: ({ visit }) => ({ case: visit, as: 'requester' }), needs: ['case'] },
  act: {
    by: 'member',
    data: ({ visit }) => ({ case: visit, action: 'ask', event: 1, as: 'responsible', text: 'Who pays?' }),
    needs: ['case', 'action', 'event', 'as', 'text'],
    stale: { event: 2 },
    writes: true,
  },
  'open-act': {
    by: 'member',
    data: ({ visit }) => ({ case: visit, action: 'ask', as: 'responsible' }),
    needs: ['case', 'action'],
  },
  'edit-case': { by: 'asker', data: ({ visit }) => ({ case: visit }), needs: ['case'], writes: true },
  'show-appointment': { by: 'asker', data: ({ named }) => ({ case: named, as: 'requester' }), needs: ['case'] },
  appoint: {
    by: 'team',
    data: ({ named, member }) => ({ case: named, as: 'responsible', present: '', person: idOf(member) }),
    needs: ['case', 'as', 'present', 'person'],
    stale: { present: ELSEWHERE },
    writes: true,
  },
  'end-appointment': {
    by: 'appointee',
    data: ({ carried, appointee }) => ({ case: carried, as: 'appointee', person: idOf(appointee) }),
    needs: ['case', 'as', 'person'],
    stale: { person: ELSEWHERE },
    writes: true,
  },
  'show-reply': {
    by: 'asker',
    data: ({ visit }) => ({ case: visit, as: 'requester', language: 'sv' }),
    needs: ['case'],
  },
  'show-history': { by: 'member', data: ({ visit }) => ({ case: visit, as: 'responsible' }), needs: ['case'] },
  'show-todos': { by: 'asker', data: ({ event }) => ({ case: event }), needs: ['case'] },
  'open-todo': { by: 'asker', data: ({ event }) => ({ case: event, todo: QUALITY }), needs: ['case', 'todo'] },
  tick: {
    by: 'asker',
    data: ({ event }) => ({ case: event, todo: QUALITY, revision: 0 }),
    needs: ['case', 'todo', 'revision'],
    stale: OLD,
    writes: true,
  },
  untick: {
    by: 'asker',
    data: ({ event }) => ({ case: event, todo: QUALITY, revision: 0 }),
    needs: ['case', 'todo', 'revision'],
    stale: OLD,
  },
  'write-todo': {
    by: 'asker',
    data: ({ event }) => ({ case: event, todo: CHECK, revision: 0, note: 'A note' }),
    needs: ['case', 'todo', 'revision'],
    stale: OLD,
    writes: true,
  },
  inbox: { by: 'anybody', data: () => ({ state: 'all' }) },
  search: { by: 'anybody', data: () => ({ text: 'Sample' }) },
  'show-undelivered': { by: 'team', data: () => ({}) },
  // What it does to everything that was given up, `undelivered.test.ts` shows.
  'revive-all': { by: 'team', data: () => ({}) },
  revive: { by: 'team', data: ({ entry }) => ({ entry, wish: 'send' }), needs: ['entry', 'wish'], writes: true },
  'choose-notify': { by: 'anybody', data: () => ({}) },
  'set-notify': { by: 'anybody', data: () => ({ notify: 'daily' }), needs: ['notify'], writes: true },
  'my-data': { by: 'anybody', data: () => ({}) },
  'my-data-text': { by: 'anybody', data: () => ({ page: 0 }), needs: ['page'] },
  'open-erasure': { by: 'team', data: () => ({}) },
  'find-erasure': { by: 'team', data: () => ({ who: 'Nobody of that name' }) },
  'choose-erasure': { by: 'team', data: () => ({ person: 'nobody' }), needs: ['person'] },
  // What it does to somebody whom the assistant has met, the tests of erasures show.
  erase: { by: 'team', data: () => ({ person: 'nobody' }), needs: ['person'] },
  'choose-language': { by: 'anybody', data: () => ({}) },
  'set-language': { by: 'anybody', data: () => ({ language: 'sv' }), needs: ['language'], writes: true },
  'before-you-begin': { by: 'team', data: () => ({ list: 'units' }) },
  directory: { by: 'team', data: () => ({}) },
  'directory-list': { by: 'team', data: () => ({ list: 'units' }), needs: ['list'] },
  'directory-entry': { by: 'team', data: () => unit, needs: ['list', 'id'] },
  'directory-history': { by: 'team', data: () => unit, needs: ['list', 'id'] },
  'directory-form': { by: 'team', data: () => unit, needs: ['list'] },
  'directory-save': {
    by: 'team',
    data: ({ marketing }) => ({
      ...unit,
      tag: marketing,
      'name-fi': 'Yksi',
      'name-sv': 'Två',
      'name-en': 'Three',
      'contact-address': 'a@espoo.fi',
      organisation: 'sector',
    }),
    needs: ['list', 'name-fi', 'organisation'],
    stale: OLD_TAG,
    writes: true,
  },
  'directory-check': {
    by: 'team',
    data: ({ marketing }) => ({ ...unit, tag: marketing }),
    needs: ['list', 'id', 'tag'],
    stale: OLD_TAG,
    writes: true,
  },
  'directory-retire': {
    by: 'team',
    data: ({ city }) => ({ list: 'sisterCities', id: 'irving', tag: city }),
    needs: ['list', 'id', 'tag'],
    stale: OLD_TAG,
    writes: true,
  },
  'directory-return': {
    by: 'team',
    data: ({ city }) => ({ list: 'sisterCities', id: 'irving', tag: city }),
    needs: ['list', 'id', 'tag'],
    stale: OLD_TAG,
  },
  'directory-member': {
    by: 'team',
    data: ({ member }) => ({ unit: MARKETING, member: idOf(member) }),
    needs: ['unit', 'member'],
  },
  'directory-member-form': {
    by: 'team',
    data: ({ member }) => ({ unit: MARKETING, member: idOf(member) }),
    needs: ['unit', 'member'],
  },
  'directory-member-save': {
    by: 'team',
    data: ({ member, marketing }) => ({ unit: MARKETING, member: idOf(member), tag: marketing, address: 'm@espoo.fi' }),
    needs: ['unit', 'member', 'tag'],
    stale: OLD_TAG,
    writes: true,
  },
  'directory-member-move': {
    by: 'team',
    data: ({ member, marketing }) => ({ unit: MARKETING, member: idOf(member), tag: marketing, move: 'remove' }),
    needs: ['unit', 'member', 'tag', 'move'],
    stale: OLD_TAG,
    writes: true,
  },
  'directory-absence-remove': {
    by: 'team',
    data: ({ member, marketing }) => ({
      unit: MARKETING,
      member: idOf(member),
      tag: marketing,
      from: '2026-05-01',
      to: '2026-05-02',
    }),
    needs: ['unit', 'member', 'tag', 'from', 'to'],
    stale: OLD_TAG,
    writes: true,
  },
  'directory-new-member': { by: 'team', data: () => ({ unit: MARKETING }), needs: ['unit'] },
  'directory-add-member': {
    by: 'team',
    data: ({ asker, marketing }) => ({ unit: MARKETING, tag: marketing, person: idOf(asker) }),
    needs: ['unit', 'tag', 'person'],
    stale: OLD_TAG,
    writes: true,
  },
};
const VERBS = Object.keys(verbs) as Verb[];
const WRONG_TYPES: readonly unknown[] = [
  null,
  7.5,
  -1,
  true,
  '',
  'x'.repeat(70_000),
  [],
  ['a'],
  {},
  { a: 1 },
  '__proto__',
  "' or '1' eq '1",
];

const idOf = ({ member }: TeamsPerson) => member.aadObjectId ?? '';

let idle: Bot;
let scene: Scene;
let attempts = 0;

/** Presses with any verb and data; it is answered in time, with a card that says something. */
async function sends(person: TeamsPerson, verb: unknown, data: unknown, activity: JsonObject = {}): Promise<string> {
  const began = performance.now();
  const action = { type: 'Action.Execute', verb, data };
  const answer = await person.presses(
    { ...action, data: {} },
    {},
    { activity: { value: { action, trigger: 'manual' }, ...activity } },
  );
  attempts += 1;
  expect(performance.now() - began).toBeLessThan(ANSWERED_WITHIN_MS);
  expect([verb, answer.status, answer.statusCode]).toEqual([verb, 200, 200]);
  const told = texts(answer.card ?? {}).join('\n');
  expect(told).not.toBe('');
  expect(told).not.toContain(wordsIn('en').own('notice.failed.title'));
  return told;
}

const snapshot = () => assistant.tables.snapshot();

/** A press that must not change a byte. */
async function isHarmless(
  person: TeamsPerson,
  verb: unknown,
  data: unknown,
  activity: JsonObject = {},
): Promise<string> {
  const before = snapshot();
  const told = await sends(person, verb, data, activity);
  if (snapshot() !== before)
    throw new Error(`${String(verb)} with ${JSON.stringify(data)?.slice(0, 300)} changed storage`);
  return told;
}

const rows = (): readonly Record<string, unknown>[] => assistant.tables.rows().directory ?? [];
const tagOf = (list: string, id: string) =>
  String(rows().find(({ PartitionKey, RowKey }) => PartitionKey === list && RowKey === id)?.['odata.etag']);

/** The place of the card that somebody sees. */
function place(person: TeamsPerson, verb: string): JsonObject {
  const { data } = person.action(verb);
  const { draft, revision } = Object(data);
  return { draft, revision };
}

/** Everything as it is before the presses: drafts at five cards, two cases, an entry that was given up, a directory. */
async function build(): Promise<Scene> {
  const [asker, member, team, stranger, appointee] = [
    'Aino Esimerkki',
    'Eero Malliperhe',
    'Grace Placeholder',
    'Sven Exempel',
    'Saga Påhittström',
  ].map((name) => assistant.person(name)) as [TeamsPerson, TeamsPerson, TeamsPerson, TeamsPerson, TeamsPerson];
  await assistant.setMembers(TEAM, { members: [memberOf(team), memberOf(assistant.person('Second Of Team'))] });
  await assistant.setMembers(MARKETING, { members: [memberOf(member, { absences: AWAY })] });
  await assistant.restart();
  for (const person of [asker, member, team, stranger, appointee]) await person.says('hi');
  const event = await proposeEvent(assistant, asker);
  const [named, carried] = [await sendsDignitary(asker), await sendsDignitary(asker)];
  await team.says(carried);
  await team.press('show-appointment');
  await team.press('appoint', { person: idOf(appointee) });
  await walkToSummary(asker, { visitor: VISITOR, programme: PROGRAMME, theme: THEME });
  assistant.connector.fail(({ method }) => (method === 'POST' ? { status: 400 } : undefined));
  await asker.press('submit');
  const visit = String(
    storedRows(assistant.tables)
      .cases.map(({ number }) => number)
      .find((number) => String(number).startsWith('V')),
  );
  await assistant.settled(visit);
  assistant.connector.fail();
  await assistant.bot.worker.stop();
  const places = { form: await reach(asker, 'form'), summary: await reach(asker, 'summary') };
  const leaving = await reach(asker, 'leaving');
  const filledIn = await reach(asker, 'filledIn');
  const question = await reach(asker, 'question');
  const entry = String(storedRows(assistant.tables).entries.find(({ state }) => state === 'dead')?.entry);
  return {
    asker,
    member,
    team,
    stranger,
    named,
    carried,
    appointee,
    ...places,
    leaving,
    filledIn,
    question,
    visit,
    event,
    entry,
    marketing: tagOf('units', MARKETING),
    city: tagOf('sister-cities', 'irving'),
  };
}

/** A company is a commercial partner: that is filled in before the question about its interest. */
async function walkToFilledIn(person: TeamsPerson): Promise<void> {
  const answers =
    goldenCases(PARTNERSHIP).find((golden) => golden.answers['partner-kind'] === 'company')?.answers ?? {};
  await person.says(startPhrases(PARTNERSHIP, 'en')[0] ?? '');
  await walkToQuestion(person, { process: PARTNERSHIP, answers }, 'commercial-interest');
}

/** Sends a visit by a dignitary, and resolves to its number. */
function sendsDignitary(person: TeamsPerson): Promise<string> {
  const golden = casesByOutcome('dignitary-visit').find(({ outcome }) => outcome === 'receive');
  if (!golden) throw new Error('There is no golden case of a dignitary who is received.');
  return walkProcess(person, { process: 'dignitary-visit', answers: finalAnswers(golden) });
}

/** Walks a new draft to a card. */
async function reach(person: TeamsPerson, at: At): Promise<JsonObject> {
  if (at === 'question') await person.says('new visit request');
  else if (at === 'summary') await walkToSummary(person);
  else if (at === 'filledIn') await walkToFilledIn(person);
  else await walkToForm(person);
  if (at !== 'leaving') return place(person, 'cancel');
  await person.press('cancel');
  return place(person, 'keep');
}

const assistant = withAssistant({ now: START });
beforeAll(async () => {
  scene = await build();
  idle = await assistant.startAnother();
  await idle.worker.stop();
}, 90_000);

const rightful = (by: Rightful) => (by === 'anybody' ? scene.stranger : scene[by]);

it('every verb has an entry, and every entry a verb', () => {
  expect(Object.keys(ENTRIES).sort()).toEqual([...VERBS].sort());
});

describe.each(VERBS)('"%s"', (verb) => {
  const { by, data, needs = [], stale } = ENTRIES[verb];

  if (by !== 'anybody') {
    it('by somebody else of the tenant changes nothing, and tells nothing of it', async () => {
      const told = await isHarmless(scene.stranger, verb, data(scene));
      for (const secret of ['Sample City Council', 'Sample Festival', 'glenn.gassen', 'Eero Malliperhe']) {
        expect(told).not.toContain(secret);
      }
    });
  }

  if (by === 'member' || by === 'team' || by === 'appointee') {
    it('by who asked for the case changes nothing either', async () => {
      await isHarmless(scene.asker, verb, data(scene));
    });
  }

  it('without what it needs changes nothing', async () => {
    for (const name of needs) {
      const { [name]: _, ...rest } = data(scene);
      await isHarmless(rightful(by), verb, rest);
    }
    if (needs.length > 0)
      for (const nothing of [undefined, null, 'x', 7, [], {}]) await isHarmless(rightful(by), verb, nothing);
  });

  it('with another type in any place changes nothing', async () => {
    for (const name of needs) {
      for (const value of WRONG_TYPES) {
        if (data(scene)[name] === value || (FREE.includes(name) && isText(value))) continue;
        if (name === 'value' && value === true) continue;
        await isHarmless(rightful(by), verb, { ...data(scene), [name]: value });
      }
    }
  });

  it('with keys of Object in place of its own changes nothing', async () => {
    if (needs.length === 0) return;
    // `__proto__`, and what leads to it from a constructor, the server refuses before it is read (`hostile-press.test.ts`).
    const body = { constructor: 'x', toString: 'x', hasOwnProperty: 1, prototype: { case: 'x' } };
    await isHarmless(rightful(by), verb, body);
    expect(Object.prototype).not.toHaveProperty('draft');
  });

  if (stale) {
    it('on a card that is out of date changes nothing', async () => {
      await isHarmless(rightful(by), verb, { ...data(scene), ...stale });
    });
  }
});

/** Fields in which people write what they want; `nasty-text.test.ts` is about what becomes of that. */
const FREE = ['organisation', 'name-fi', 'text'];
const isText = (value: unknown) => typeof value === 'string' && value !== '' && value.length < 100;

describe('a step that is not the one', () => {
  it.each([
    ['answer', 'form', { item: 'dignitary', value: true }],
    ['answer', 'summary', { item: 'in-time', value: true }],
    ['answer', 'filledIn', { item: 'commercial', value: false }],
    ['answer-otherwise', 'filledIn', { item: 'credible', value: false }],
    ['answer-otherwise', 'question', { item: 'dignitary', value: false }],
    ['fill', 'question', { step: 'visitor', ...VISITOR }],
    ['fill', 'form', { step: 'theme', ...THEME, 'other-themes': 'open-data' }],
    ['fill', 'summary', { step: 'visitor', ...VISITOR }],
    ['acknowledge', 'question', { item: 'result' }],
    ['acknowledge', 'summary', { item: 'result' }],
    ['submit', 'question', {}],
    ['submit', 'form', {}],
    ['submit', 'leaving', {}],
    ['change', 'form', { step: 'theme' }],
    ['keep', 'form', {}],
    ['discard', 'summary', {}],
    ['back', 'leaving', {}],
  ] as const)('"%s" at the %s changes nothing', async (verb, at, more) => {
    await isHarmless(scene.asker, verb, { ...scene[at], ...more });
  });

  it.each([
    'answer',
    'accept-nothing',
    'plan',
    'hold',
    'not-hold',
    'follow-up',
    'close',
    'withdraw',
    '__proto__',
    'toString',
  ])('the action "%s" of a case that has just been sent changes nothing', async (action) => {
    await isHarmless(scene.member, 'act', { case: scene.visit, action, event: 1, as: 'responsible', text: 'x' });
  });

  it('the payload of one draft does not fit another, nor one case another', async () => {
    await isHarmless(scene.asker, 'fill', { ...scene.form, draft: scene.summary.draft, step: 'visitor', ...VISITOR });
    await isHarmless(scene.asker, 'tick', { case: scene.visit, todo: QUALITY, revision: 0 });
    await isHarmless(scene.asker, 'act', { case: scene.visit, action: 'accept', event: 1, as: 'responsible' });
    await isHarmless(scene.member, 'edit-case', { case: scene.visit });
  });
});

describe('a verb that there is not', () => {
  it.each([
    ['explode'],
    ['__proto__'],
    ['constructor'],
    ['toString'],
    ['Answer'],
    [' submit'],
    [''],
    ['x'.repeat(70_000)],
    [7],
    [null],
    [true],
    [['submit']],
    [{ verb: 'submit' }],
    [undefined],
  ])('%j changes nothing', async (verb) => {
    for (const data of [{}, scene.summary, undefined, 'x']) await isHarmless(scene.asker, verb, data);
  });
});

it.each(LANGUAGES)('the polite sentence is in %s for who speaks it', async (language) => {
  const person = assistant.person(`Speaker of ${language}`, { locale: LOCALES[language] });
  await person.installs();
  const told = await isHarmless(person, 'submit', scene.summary);
  expect(told).toContain(wordsIn(language).own('notice.not-yours.text'));
});

describe('somebody of another tenant with the same object id', () => {
  it('is refused with every verb, on an assistant of one tenant', async () => {
    const strict = await startAssistant({ storage: assistant.tables.connectionString, tenant: TENANT, now: START });
    await strict.bot.worker.stop();
    assistant.sendTo(strict.bot);
    for (const verb of VERBS) {
      const { by, data } = ENTRIES[verb];
      const person = rightful(by);
      const conversation = { id: person.conversationId, conversationType: 'personal', tenantId: ELSEWHERE };
      const told = await isHarmless(person, verb, data(scene), {
        conversation,
        channelData: { tenant: { id: ELSEWHERE } },
      });
      expect([verb, told]).toEqual([verb, expect.stringContaining(wordsIn('en').own('notice.outsider.text'))]);
    }
    assistant.sendTo(idle);
    await strict.close();
  });
});

describe('somebody who was removed from a unit', () => {
  const removed = VERBS.filter((verb) => ENTRIES[verb].by === 'member' || ENTRIES[verb].by === 'team');

  it('can do nothing after a minute, on an instance that read nothing meanwhile, also when its storage is slow', async () => {
    const { member, team } = scene;
    assistant.sendTo(idle);
    const someone = { id: ELSEWHERE, name: 'Somebody New', absences: [] };
    await assistant.setMembers(TEAM, { members: [someone] });
    await assistant.setMembers(MARKETING, { members: [someone] });
    scene = { ...scene, marketing: tagOf('units', MARKETING) };
    assistant.setNow('2026-03-02T09:01:01Z');
    assistant.tables.fault(({ path }) => (path.includes('directory') ? { delayMs: 400 } : 'pass'));
    const first = await isHarmless(team, 'directory-check', ENTRIES['directory-check'].data(scene));
    expect(first).toContain(wordsIn('en').own('notice.not-coordinator.title'));
    assistant.tables.fault();
    for (const verb of removed) await isHarmless(rightful(ENTRIES[verb].by), verb, ENTRIES[verb].data(scene));
    await isHarmless(member, 'act', { case: scene.visit, action: 'accept', event: 1, as: 'responsible' });
    expect(await isHarmless(member, 'show-case', { case: scene.visit })).toContain(
      wordsIn('en').own('notice.no-such-case.title'),
    );
    expect(await isHarmless(member, 'inbox', { state: 'all' })).not.toContain('Sample City Council');
  });

  it('and while nobody can tell who is in it, nobody can do anything with it', async () => {
    assistant.setNow('2026-03-02T09:03:00Z');
    assistant.tables.fault(({ path }) => (path.includes('directory') ? 'reset-before' : 'pass'));
    const told = await isHarmless(scene.team, 'directory-check', ENTRIES['directory-check'].data(scene));
    expect(told).toContain(wordsIn('en').own('notice.unavailable.title'));
    assistant.tables.fault();
  });

  it('and whoever belongs there again can', async () => {
    await assistant.setMembers(TEAM, { members: [memberOf(scene.team), memberOf(scene.stranger)] });
    await assistant.setMembers(MARKETING, {
      members: [memberOf(scene.member, { absences: AWAY })],
    });
    assistant.setNow('2026-03-02T09:06:00Z');
    const told = await sends(scene.team, 'directory', {});
    expect(told).toContain(wordsIn('en').own('directory.title'));
  });
});

/** Last, because these change what the others press on: all of it is put back before each. */
it.each(VERBS.filter((verb) => ENTRIES[verb].writes))('"%s" by whoever may is carried out', async (verb) => {
  const { by, data, at } = ENTRIES[verb];
  if (at) scene = { ...scene, [at]: await reach(scene.asker, at) };
  await assistant.setMembers(MARKETING, { members: [memberOf(scene.member, { absences: AWAY })] });
  scene = { ...scene, marketing: tagOf('units', MARKETING), city: tagOf('sister-cities', 'irving') };
  const before = snapshot();
  await sends(rightful(by), verb, data(scene));
  expect([verb, snapshot() !== before]).toEqual([verb, true]);
});

it('went over thousands of presses', () => {
  expect(attempts).toBeGreaterThan(1_000);
});
