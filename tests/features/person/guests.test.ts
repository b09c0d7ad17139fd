import { LANGUAGES } from '../../../bot/domain/language/language';
import { type GraphStandIn, startGraph } from '../../fixtures/graph/start-graph';
import type { JsonObject } from '../../fixtures/json';
import { type RunningAssistant, startAssistant, TENANT } from '../../fixtures/running-assistant';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { storedRows } from '../../playing/stored-rows';
import { BEGIN, cardText, fills, LOCALES, question, WHAT_AND_WHEN, wordsIn } from '../../playing/visit-walk';

const ELSEWHERE = '00000000-1111-4222-8333-444444444444';
const words = wordsIn('en');

let graph: GraphStandIn | undefined;
let assistant: RunningAssistant;

/** The assistant of one tenant, with Entra ID to ask unless told. */
async function start({ asks = true, allowGuests = false } = {}): Promise<void> {
  graph = asks ? await startGraph() : undefined;
  assistant = await startAssistant({
    tenant: TENANT,
    allowGuests,
    ...(graph && {
      graph: {
        baseUrl: graph.url,
        token: async () => graph?.token ?? '',
        answerWithinMs: 3_000,
        accounts: graph.teamwork.users,
        mailbox: graph.mailbox.address,
      },
    }),
  });
  await assistant.bot.worker.stop();
}
afterEach(async () => {
  expect([...assistant.violations(), ...(graph?.violations ?? [])]).toEqual([]);
  await assistant.close();
  await graph?.close();
});

/** Somebody with an account of that kind. */
function accountOf(name: string, userType: string | null, locale = LOCALES.en): TeamsPerson {
  const person = assistant.person(name, { locale });
  const users = graph?.teamwork.users ?? [];
  const at = users.findIndex(({ displayName }) => displayName === name);
  const user = users[at];
  if (user) users[at] = { ...user, userType };
  return person;
}

const lookUps = () => graph?.calls.filter(({ shape }) => shape === 'GET users/*').length;
const START = { type: 'Action.Execute', verb: 'start', data: { process: 'visit-request' } };

/** Whatever they do is answered with the one sentence, and nothing is stored. */
async function isRefused(person: TeamsPerson, why: 'guest' | 'outsider', activity: JsonObject = {}): Promise<void> {
  const before = assistant.tables.snapshot();
  const own = wordsIn('en').own;
  const told = [own(`notice.${why}.title`), own(`notice.${why}.text`)];
  for (const text of ['hi', BEGIN.en, 'my cases', 'directory', 'på svenska']) {
    await person.says(text, { activity });
    expect(person.texts()).toEqual(told);
  }
  await person.presses(START, {}, { activity });
  expect(person.texts()).toEqual(told);
  await person.presses({ ...START, verb: 'set-language', data: { language: 'fi' } }, {}, { activity });
  expect(person.texts()).toEqual(told);
  const { conversation: _, ...elsewhere } = activity;
  await person.mentions('help', undefined, { activity: elsewhere });
  expect(person.texts()).toEqual(told);
  expect(assistant.tables.snapshot()).toBe(before);
}

describe('a guest of the tenant', () => {
  it('is refused, is asked about once, and is not kept', async () => {
    await start();
    await isRefused(accountOf('Gunnar Gast', 'Guest'), 'guest');
    expect(lookUps()).toBe(1);
  });

  it.each(LANGUAGES)('is told so in %s', async (language) => {
    await start();
    const guest = accountOf('Gunnar Gast', 'Guest', LOCALES[language]);
    await guest.installs();
    expect(guest.texts()).toEqual([
      wordsIn(language).own('notice.guest.title'),
      wordsIn(language).own('notice.guest.text'),
    ]);
  });

  it('is served where the city allows it', async () => {
    await start({ allowGuests: true });
    const guest = accountOf('Gunnar Gast', 'Guest');
    await guest.says(BEGIN.en);
    expect(cardText(guest)).toContain(question('dignitary'));
    expect(storedRows(assistant.tables).people).toMatchObject([{ name: 'Gunnar Gast', guest: true }]);
  });

  it('who was allowed once is not any more, also where only their row tells', async () => {
    await start({ allowGuests: true });
    const guest = accountOf('Gunnar Gast', 'Guest');
    await guest.says('hi');
    const storage = assistant.tables.connectionString;
    const strict = await startAssistant({
      tenant: TENANT,
      storage,
      graph: { baseUrl: graph?.url ?? '', token: async () => graph?.token ?? '', mailbox: 'x@y.example' },
    });
    assistant.sendTo(strict.bot);
    await guest.says('hi');
    expect(guest.texts()).toContain(words.own('notice.guest.title'));
    await strict.close();
  });

  it('whom the activity marks as one is refused without asking anybody', async () => {
    await start({ asks: false });
    const person = assistant.person('Gunnar Gast');
    const { id, name, aadObjectId } = person.member;
    for (const userRole of ['guest', 'anonymous']) {
      await isRefused(person, 'guest', { from: { id, name, aadObjectId, userRole } });
    }
  });
});

describe('somebody of another tenant', () => {
  it('is refused, with the object id of one of ours', async () => {
    await start({ asks: false });
    const person = assistant.person('Sirpa Samanlainen');
    await person.says('hi');
    const conversation = { id: person.conversationId, conversationType: 'personal', tenantId: ELSEWHERE };
    await isRefused(person, 'outsider', { conversation, channelData: { tenant: { id: ELSEWHERE } } });
  });

  it('in a chat of ours is refused, where the activity tells their tenant', async () => {
    await start({ asks: false });
    const person = assistant.person('Fredrik Federerad');
    const { id, name, aadObjectId } = person.member;
    await isRefused(person, 'outsider', { from: { id, name, aadObjectId, tenantId: ELSEWHERE } });
    await isRefused(person, 'outsider', { channelData: { tenant: { id: ELSEWHERE } } });
  });

  it('in a chat of ours is refused, where only Entra ID tells that they are none of us', async () => {
    await start();
    const person = assistant.person('Fredrik Federerad');
    graph?.teamwork.users.splice(0);
    await isRefused(person, 'outsider');
    expect(lookUps()).toBe(1);
  });
});

describe('somebody of the tenant', () => {
  it('is asked about once, and after that never, not even by an instance that has just started', async () => {
    await start();
    const person = accountOf('Aino Esimerkki', 'Member');
    await person.says(BEGIN.en);
    await person.press('No');
    expect(lookUps()).toBe(1);
    await assistant.restart();
    await fills(person, WHAT_AND_WHEN);
    expect(cardText(person)).toContain(question('in-time'));
    expect(lookUps()).toBe(1);
    await person.says('på svenska');
    await person.says('notifications');
    await person.presses({ type: 'Action.Execute', verb: 'set-notify', data: { notify: 'daily' } });
    expect(storedRows(assistant.tables).people).toMatchObject([{ guest: false, language: 'sv' }]);
  });

  it('with an account that does not say what it is, is served', async () => {
    await start();
    const person = accountOf('Aino Esimerkki', null);
    await person.says(BEGIN.en);
    expect(cardText(person)).toContain(question('dignitary'));
  });

  it.each([
    ['refuses', { status: 403 }],
    ['is away', { status: 503 }],
    ['does not answer', { delayMs: 60_000 }],
  ] as const)('is served while Graph %s, and is asked about again a minute later', async (_what, failure) => {
    await start();
    graph?.fail(() => failure);
    const person = accountOf('Gunnar Gast', 'Guest');
    const began = performance.now();
    await person.says('hi');
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(cardText(person)).toContain(words.own('home.hello.title'));
    graph?.fail();
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    assistant.setNow('2026-03-02T09:01:01Z');
    await person.says('hi');
    expect(person.texts()).toContain(words.own('notice.guest.title'));
  });
});
