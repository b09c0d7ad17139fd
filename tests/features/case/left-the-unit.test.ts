/** Whoever had a case is taken out of the unit while words to them are on their way: nothing comes, and who is in hears. */
import { type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { mailsIn } from '../../playing/mails';
import { storedRows } from '../../playing/stored-rows';
import { cardText, VISITOR, walkToReceipt, walkToSummary, wordsIn } from '../../playing/visit-walk';

const words = wordsIn('en');
const MARKETING = 'espoo-marketing-business';
const DAYTIME = '2026-03-02T09:00:00Z';

let assistant: RunningAssistant;
let aino: TeamsPerson;
let eero: TeamsPerson;
let saga: TeamsPerson;
let now: number;

const chat = (person: TeamsPerson) => assistant.connector.conversation(person.conversationId).messages;
const mails = () => mailsIn(assistant.mailFolder).map(({ file }) => file);

beforeEach(async () => {
  now = Date.parse(DAYTIME);
  assistant = await startAssistant({ now: DAYTIME });
  [aino, eero, saga] = ['Aino Esimerkki', 'Eero Malliperhe', 'Saga Påhittström'].map((name) =>
    assistant.person(name),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson];
  await members(eero, saga);
  for (const each of [aino, eero, saga]) await each.says('hi');
});
afterEach(async () => {
  expect(assistant.violations()).toEqual([]);
  await assistant.close();
});

/** Lets time pass, and everything go out that is due by then. */
async function pass(seconds: number): Promise<void> {
  now += seconds * 1000;
  assistant.setNow(new Date(now).toISOString());
  await assistant.bot.worker.drain();
}

/** Writes who is in the unit, and waits until every instance knows. */
async function members(...people: readonly TeamsPerson[]): Promise<void> {
  await assistant.setMembers(MARKETING, { members: people.map((person) => memberOf(person)) });
  await pass(61);
}

async function sends(): Promise<string> {
  const number = await walkToReceipt(aino);
  await assistant.bot.worker.drain();
  return number;
}

/** Opens a case and presses; where an action asks for words, says them. */
async function acts(person: TeamsPerson, number: string, action: string, text?: string): Promise<void> {
  await person.says(number);
  await person.press(action);
  if (text !== undefined) await person.press(({ verb }) => verb === 'act', { text });
  await assistant.bot.worker.drain();
}

/** That Eero gets nothing of what happens, neither a message nor a card brought up to date. */
async function withoutEero(happens: () => Promise<unknown>): Promise<void> {
  const seen = () => chat(eero).map(({ id, updated }) => [id, updated]);
  const before = seen();
  await happens();
  expect(seen()).toEqual(before);
}

/** The entry by which a withdrawal is told. */
const withdrawal = () => storedRows(assistant.tables).entries.find(({ about }) => about === 'withdraw');

/** The text of the messages that a person has got since. */
function gets(person: TeamsPerson): () => string {
  const before = chat(person).length;
  return () =>
    JSON.stringify(
      chat(person)
        .slice(before)
        .map(({ activity }) => activity),
    );
}

it('a withdrawal is told to who is asked now', async () => {
  const number = await sends();
  await acts(eero, number, words.own('life.do.accept'));
  await members(saga);
  const sagas = gets(saga);
  await withoutEero(() => acts(aino, number, words.own('life.do.withdraw'), 'We come another year'));
  expect(sagas()).toContain(words.own('news.withdraw', { name: 'Aino Esimerkki' }));
  expect(sagas()).toContain('We come another year');
  // Whose it is stands with the entry: a later attempt or an update finds the right chat.
  expect(withdrawal()).toMatchObject({ state: 'sent', target: expect.stringContaining(memberOf(saga).id) });
});

it('an answer goes to who is asked now, not to who asked', async () => {
  const number = await sends();
  await acts(eero, number, words.own('life.do.ask'), 'Who pays?');
  await members(saga);
  const sagas = gets(saga);
  await withoutEero(() => acts(aino, number, words.own('life.do.answer'), 'They do'));
  expect(sagas()).toContain(words.own('news.answer', { name: 'Aino Esimerkki' }));
});

it('"was it held?" is asked of who is asked now, and the history says so', async () => {
  const number = await sends();
  await acts(eero, number, words.own('life.do.accept'));
  await members(saga);
  const sagas = gets(saga);
  await withoutEero(async () => {
    now = Date.parse('2026-12-31T09:00:00Z');
    await pass(0);
  });
  expect(sagas()).toContain(words.own('reminder.was-it-held'));
  const reminded = storedRows(assistant.tables).events.filter(({ type }) => type === 'reminded');
  const names = reminded.map(({ data }) => JSON.parse(String(data)).name);
  expect(names).toContain('Saga Påhittström');
  expect(names).not.toContain('Eero Malliperhe');
});

it('a reminder that was held up goes to who is asked when it goes out', async () => {
  const number = await sends();
  await acts(eero, number, words.own('life.do.accept'));
  now = Date.parse('2026-12-31T09:00:00Z');
  assistant.connector.fail(({ method }) => (method === 'POST' ? { status: 429 } : undefined));
  await pass(0);
  await members(saga);
  assistant.connector.fail();
  const sagas = gets(saga);
  await withoutEero(() => pass(60));
  expect(sagas()).toContain(words.own('reminder.was-it-held'));
});

it('the whole card, tried again, goes to who is asked now, once', async () => {
  await walkToSummary(aino);
  assistant.connector.fail(({ method }) => (method === 'POST' ? { status: 429 } : undefined));
  await aino.press(words.own('actions.submit'));
  await pass(1);
  await members(saga);
  assistant.connector.fail();
  const sagas = gets(saga);
  await withoutEero(() => pass(60));
  saga.looksAt('newest');
  expect(saga.action(words.own('life.do.accept'))).toBeDefined();
  await pass(60);
  expect(JSON.parse(sagas())).toHaveLength(1);
});

it('the day’s summary of somebody who has left does not show what they had; who has it now finds it in theirs', async () => {
  const number = await sends();
  for (const each of [eero, saga]) {
    await each.says('notifications');
    await each.press(({ verb, data }) => verb === 'set-notify' && Object(data).notify === 'daily');
  }
  // Eero has a case of his own still, of which he hears in the morning.
  const own = await walkToReceipt(eero);
  await acts(eero, number, words.own('life.do.accept'));
  await members(saga);
  await acts(saga, own, words.own('life.do.ask'), 'Who comes?');
  await acts(aino, number, words.own('actions.change'));
  await aino.press(({ verb, data }) => verb === 'change' && Object(data).step === 'visitor');
  await aino.press('fill', { ...VISITOR, organisation: 'Another Council' });
  await aino.press('submit');
  await assistant.bot.worker.drain();
  const [eeros, sagas] = [gets(eero), gets(saga)];
  now = Date.parse('2026-03-03T07:00:00Z');
  await pass(0);
  expect(eeros()).toContain(words.own('digest.title'));
  expect(eeros()).toContain(own);
  expect(eeros()).not.toContain(number);
  expect(sagas()).toContain(words.own('digest.title'));
  expect(sagas()).toContain(number);
  await saga.says('inbox');
  expect(cardText(saga)).toContain(number);
});

it('where nobody is left, the mailbox of the unit hears of it', async () => {
  const number = await sends();
  await acts(eero, number, words.own('life.do.accept'));
  await members();
  await withoutEero(() => acts(aino, number, words.own('life.do.withdraw'), 'We come another year'));
  expect(mails()).toContain(`${number}.news-4.responsible.teams.eml`);
});

it('whoever handled their own case and has left does not keep it to themselves', async () => {
  const number = await walkToReceipt(eero);
  await assistant.bot.worker.drain();
  await acts(eero, number, words.own('life.do.accept'));
  await members(saga);
  const sagas = gets(saga);
  await acts(eero, number, words.own('life.do.withdraw'), 'We come another year');
  expect(sagas()).toContain(words.own('news.withdraw', { name: 'Eero Malliperhe' }));
});

it('while nobody can tell who is in the unit, the word waits', async () => {
  const number = await sends();
  await acts(eero, number, words.own('life.do.accept'));
  assistant.connector.fail(({ method, body }) =>
    method === 'POST' && JSON.stringify(body).includes('Another year') ? { status: 429 } : undefined,
  );
  await acts(aino, number, words.own('life.do.withdraw'), 'Another year');
  await members(saga);
  assistant.connector.fail();
  assistant.tables.fault(({ path }) => (path.startsWith('directory') ? { status: 500 } : 'pass'));
  const sagas = gets(saga);
  await withoutEero(() => pass(120));
  expect(withdrawal()).toMatchObject({ state: 'due', failure: 'rights-unknown' });
  assistant.tables.fault();
  await withoutEero(() => pass(120));
  expect(sagas()).toContain('Another year');
});
