import { TableClient } from '@azure/data-tables';
import type { CaseAction } from '../../bot/domain/case/lives/life-of';
import type { JsonObject } from '../fixtures/json';
import { findChromium, withChromium } from '../gallery/chromium';
import type { Chat } from './chat';
import { openChat } from './chat';
import { type LocalAssistant, startLocally } from './local-assistant';
import { type MockPerson, mockPerson } from './mock-person';
import { recordedCase } from './recorded-case';
import { PERSON, sendVisit, visitWords } from './visit-walk';

const fi = visitWords('fi');
const sv = visitWords('sv');
const en = visitWords('en');
const found = findChromium(process.env);
const inChromium = 'path' in found ? test : test.skip;

let assistant: LocalAssistant;

beforeAll(async () => {
  if ('path' in found) assistant = await startLocally();
}, 60_000);
afterAll(async () => {
  if ('path' in found) expect(await assistant.stop()).toEqual({ code: 0, stderr: '' });
}, 60_000);

/** The chat of the page as the assistant has remembered it. */
async function chatOfPage(): Promise<string> {
  const people = TableClient.fromConnectionString(assistant.connectionString, 'people', {
    allowInsecureConnection: true,
  });
  for await (const { name, chat } of people.listEntities<{ name: string; chat: string }>())
    if (name === PERSON) return chat;
  throw new Error(`${PERSON} is not among the people whom the assistant has met.`);
}

/** Grace puts somebody into a unit, on the cards of the directory. */
async function joins(grace: MockPerson, unit: string, person: MockPerson): Promise<void> {
  const form = await grace.sends('directory-new-member', { unit });
  await grace.presses(form, ({ verb }) => verb === 'directory-add-member', { person: person.id });
}

const act = (person: MockPerson, card: JsonObject, action: CaseAction, inputs: JsonObject = {}) =>
  person.presses(card, ({ data }) => JSON.stringify(data ?? {}).includes(`"action":"${action}"`), inputs);

async function play(chat: Chat): Promise<void> {
  await chat.says('hei');
  const reference = await chatOfPage();
  const person = (name: string, id: string, locale: string) =>
    mockPerson(assistant.botUrl, reference, { name, id, locale });
  const eero = person('Eero Malliperhe', '1b2d8f63-4ca5-4e7e-9b31-6e72fac9d502', 'en-GB');
  const saga = person('Saga Påhittström', '2c3e9074-5db6-4f8f-ac42-7f830bdae603', 'sv-FI');
  const grace = person('Grace Placeholder', '4e50b296-7fd8-41a1-8e64-91a52dfc0805', 'en-GB');
  const björn = person('Björn Testberg', '5f61c3a7-80e9-42b2-9f75-a2b63e0d1906', 'sv-FI');
  for (const each of [eero, saga, grace, björn]) {
    await each.says('hi');
    await chat.nextCard();
  }
  await joins(grace, 'espoo-marketing-business', eero);
  await joins(grace, 'espoo-marketing-business', saga);
  await joins(grace, 'sustainable-development', björn);
  // From now on she alone coordinates.
  await joins(grace, 'international-affairs', grace);

  const { card: receipt } = await sendVisit(chat, 'fi');
  await receipt.shows(fi.own('receipt.title'));
  const told = await chat.nextCard();
  await told.shows(sv.own('case.informed', { unit: sv.unit('sustainable-development'), name: PERSON }));
  const eerosCard = await chat.nextCard();
  await eerosCard.shows(en.own('case.asked', { name: eero.name }));
  const number = /V-\d{4}-\d{4,}/.exec((await receipt.texts()).join('\n'))?.[0] ?? '';

  const case_ = await eero.sends('show-case', { case: number, as: 'responsible' });
  const question = await act(eero, case_, 'ask');
  await act(eero, question, 'ask', { text: 'Who pays for the bus?' });
  const asked = await chat.nextCard();
  await asked.shows(fi.own('news.ask', { name: eero.name }));
  await asked.press(fi.own('life.do.answer'));
  await asked.write(fi.own('life.prompt.answer'), 'He maksavat itse.');
  await asked.press(fi.own('life.do.answer'));
  await (await chat.nextCard()).shows(en.own('news.answer', { name: PERSON }));

  const answered = await eero.sends('show-case', { case: number, as: 'responsible' });
  const asksUnit = await act(eero, answered, 'pass-on');
  const asksPerson = await act(eero, asksUnit, 'pass-on', { to: 'espoo-marketing-business' });
  await eero.presses(asksPerson, ({ verb }) => verb === 'act', { person: saga.id, text: 'Saga knows them' });
  await (await chat.nextCard()).shows(sv.own('case.asked', { name: saga.name }));

  const sagas = await saga.sends('show-case', { case: number, as: 'responsible' });
  const accepted = await act(saga, sagas, 'accept');
  await (await chat.nextCard()).shows(fi.own('news.accept', { name: saga.name }));
  // Aino's receipt, Eero's card and Björn's are brought up to date where they stand.
  await receipt.shows(fi.own('life.state.accepted', { name: saga.name }));
  await eerosCard.shows(en.own('life.state.accepted', { name: saga.name }));
  await told.shows(sv.own('life.state.accepted', { name: saga.name }));

  const planned = await act(saga, accepted, 'plan');
  const held = await act(saga, planned, 'hold');
  const form = await act(saga, held, 'follow-up');
  const followedUp = await act(saga, form, 'follow-up', { 'head-count': 16, learned: 'Mycket' });
  await act(saga, followedUp, 'close');
  await receipt.shows(fi.own('life.state.closed'));

  await grace.says(number);
  const graces = await chat.nextCard();
  await graces.shows(en.own('life.state.closed'));
  await graces.shows(number);

  const recorded = await recordedCase(assistant.connectionString, number);
  expect(recorded.case).toMatchObject({ state: 'closed', holderName: saga.name, requesterName: PERSON });
  expect(recorded.events.map(({ type, byName }) => [type, byName])).toEqual([
    ['submitted', PERSON],
    ['routed', undefined],
    ['moved', eero.name],
    ['moved', PERSON],
    ['moved', eero.name],
    ['moved', saga.name],
    ['moved', saga.name],
    ['moved', saga.name],
    ['moved', saga.name],
    ['moved', saga.name],
  ]);
  const states = new Set([...recorded.settled].map(({ state }) => state));
  expect([...states].sort()).toEqual(['obsolete', 'sent']);
}

inChromium(
  `a case lives from the first word to the last among five people, in one chat of the Playground${
    'missing' in found ? ` (skipped: ${found.missing})` : ''
  }`,
  async () => {
    if (!('path' in found)) return;
    await withChromium(found.path, async (browser) => play(await openChat(browser, assistant.url)));
  },
  90_000,
);
