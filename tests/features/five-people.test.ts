/**
 * A case from the first word to the end, played by the five people who have a part in it, each in their own language.
 * Every message that anybody gets is expected here, and none comes twice.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../bot/domain/language/language';
import type { CaseLine } from '../../bot/domain/listing/line';
import type { MirroredCase } from '../../bot/domain/listing/mirror';
import { actionsOn, type TeamsPerson } from '../fixtures/teams-person';
import { memberOf } from '../fixtures/unit-members';
import { foreignWordFinder } from '../playing/card-language';
import { mailsIn } from '../playing/mails';
import { storedRows } from '../playing/stored-rows';
import { cardText, LOCALES, unitName, walkToReceipt, wordsIn } from '../playing/visit-walk';
import { withAssistant } from '../playing/with-assistant';

const foreignTexts = foreignWordFinder();
const LANGUAGE: Readonly<Record<string, Language>> = { aino: 'fi', eero: 'en', saga: 'sv', grace: 'en', björn: 'sv' };

let people: Readonly<Record<'aino' | 'eero' | 'saga' | 'grace' | 'björn', TeamsPerson>>;
let number: string;

const wordsOf = (name: string) => wordsIn(LANGUAGE[name] ?? 'en');
const chatOf = (person: TeamsPerson) => assistant.connector.conversation(person.conversationId).messages;

/** What each person's chat has got since this was last asked: messages, and cards brought up to date in place. */
function arrived(): Readonly<Record<string, { readonly messages: number; readonly updates: number }>> {
  return Object.fromEntries(
    Object.entries(people).flatMap(([name, person]) => {
      const now = {
        messages: chatOf(person).length,
        updates: chatOf(person).reduce((sum, { updated }) => sum + updated, 0),
      };
      const before = counted.get(name) ?? { messages: 0, updates: 0 };
      counted.set(name, now);
      const fresh = { messages: now.messages - before.messages, updates: now.updates - before.updates };
      return fresh.messages + fresh.updates > 0 ? [[name, fresh]] : [];
    }),
  );
}
const counted = new Map<string, { messages: number; updates: number }>();

/** Lets everything go out that is due now. */
async function delivered(): Promise<void> {
  await assistant.bot.worker.drain();
}

/** What the list outside shows of the case, and what the listings of the bot do. */
function shownElsewhere(): { readonly list: MirroredCase; readonly register: CaseLine } {
  const files = readdirSync(assistant.mirrorFolder).filter((file) => file.startsWith(number) && file.endsWith('.json'));
  const list = JSON.parse(readFileSync(join(assistant.mirrorFolder, files[0] ?? ''), 'utf8'));
  const tables: Record<string, { PartitionKey: string; line?: string }[]> = JSON.parse(assistant.tables.snapshot());
  const rows = (tables.register ?? []).filter(({ line }) => line?.includes(number));
  const lines = new Set(rows.map(({ line }) => line));
  // Every row of the case in the register says the same.
  expect(lines.size).toBe(1);
  return { list: list.shown ?? list, register: JSON.parse([...lines][0] ?? '{}') };
}

/** That the case stands so on its row, in its history, on Aino's card, in the list outside, and in the listings of the bot. */
async function expectEverywhere(state: CaseLine['state'], holder: string | undefined): Promise<void> {
  const stored = storedRows(assistant.tables).cases.find((row) => row.number === number);
  expect(stored).toMatchObject({ state, ...(holder !== undefined && { holderName: holder }) });
  const moves = storedRows(assistant.tables).events.filter((row) => row.case === number);
  const { list, register } = shownElsewhere();
  expect(list).toMatchObject({ number, state: wordsIn('fi').own(`life.short.${state}`), holder: holder ?? '' });
  expect(register).toMatchObject({ number, state, isTakenOn: holder !== undefined });
  expect([list.revision, register.revision]).toEqual([moves.length, moves.length]);
  const unit = unitName('espoo-marketing-business', 'fi');
  const onCard = wordsIn('fi').own(`life.state.${state}`, { unit, name: holder ?? unit });
  const [receipt] = chatOf(people.aino).filter(({ activity }) => JSON.stringify(activity).includes(number));
  // The receipt itself names the unit; from the first change on its message is the card of the case.
  if (moves.length > 2) expect(JSON.stringify(receipt?.activity)).toContain(onCard);
  await people.grace.says('search Sample City');
  const inInbox = wordsIn('en').own(`life.short.${state}`);
  // The row itself; its name for screen readers begins with what a press does.
  const rows = people.grace.texts().filter((text) => text.startsWith(number));
  expect(rows).toEqual([expect.stringContaining(inInbox)]);
  arrived();
}

/** The person looks at the newest message of their chat, which is in their language. */
function sees(name: keyof typeof people, ...texts: readonly string[]): void {
  const person = people[name];
  person.reloads();
  person.looksAt('newest');
  for (const text of texts) expect(cardText(person)).toContain(text);
  expect(foreignTexts(person.card(), LANGUAGE[name] ?? 'en')).toEqual([]);
}

const pressed = (name: keyof typeof people, action: Parameters<typeof actionTitle>[1]) =>
  people[name].press(actionTitle(name, action));
const actionTitle = (
  name: string,
  action: 'accept' | 'ask' | 'answer' | 'pass-on' | 'plan' | 'hold' | 'follow-up' | 'close',
) => wordsOf(name).own(`life.do.${action}`);
const sends = (name: keyof typeof people, inputs: Readonly<Record<string, string | number>>) =>
  people[name].press(({ verb }) => verb === 'act', inputs);

const assistant = withAssistant();
beforeAll(async () => {
  const person = (name: string, key: string) => assistant.person(name, { locale: LOCALES[LANGUAGE[key] ?? 'en'] });
  people = {
    aino: person('Aino Esimerkki', 'aino'),
    eero: person('Eero Malliperhe', 'eero'),
    saga: person('Saga Påhittström', 'saga'),
    grace: person('Grace Placeholder', 'grace'),
    björn: person('Björn Testberg', 'björn'),
  };
  await assistant.setMembers('espoo-marketing-business', {
    members: [memberOf(people.eero), memberOf(people.saga)],
    deputy: memberOf(people.saga).id,
  });
  await assistant.setMembers('service-development', { members: [memberOf(people.björn)] });
  await assistant.setMembers('international-affairs', { members: [memberOf(people.grace)] });
  assistant.setNow('2026-03-02T09:02:00Z');
  // Everybody has met the assistant; the first who asks after a minute has the directory refreshed.
  for (const each of Object.values(people)) await each.installs();
  for (const each of Object.values(people)) await each.says('hi');
  arrived();
});
afterEach(() => expect(assistant.violations()).toEqual([]));

it('Aino sends a visit request: Eero gets it, Björn is told, and the units get mails', async () => {
  number = await walkToReceipt(people.aino, {
    language: 'fi',
    theme: { 'main-theme': 'innovation', 'other-themes': ['open-data'], level: 'one-sector' },
  });
  await delivered();
  expect(arrived()).toEqual({
    // The walk is one card, which became the receipt.
    aino: { messages: 1, updates: 1 },
    eero: { messages: 1, updates: 0 },
    björn: { messages: 1, updates: 0 },
  });
  sees('eero', number, actionTitle('eero', 'accept'), wordsOf('eero').own('case.asked', { name: 'Eero Malliperhe' }));
  sees(
    'björn',
    wordsOf('björn').own('case.informed', { unit: unitName('service-development', 'sv'), name: 'Aino Esimerkki' }),
  );
  expect(actionsOn(people.björn.card()).filter(({ action }) => action.type !== 'Action.ShowCard')).toEqual([]);
  expect(mailsIn(assistant.mailFolder).map(({ file }) => file)).toEqual([
    `${number}.information.service-development.mail.eml`,
    `${number}.request.espoo-marketing-business.mail.eml`,
  ]);
  await expectEverywhere('submitted', undefined);
});

it('Eero asks for more: Aino gets the question, and the cards of all are brought up to date', async () => {
  await pressed('eero', 'ask');
  await sends('eero', { text: 'Who pays for the bus?' });
  await delivered();
  expect(arrived()).toEqual({
    aino: { messages: 1, updates: 1 },
    eero: { messages: 0, updates: 1 },
    björn: { messages: 0, updates: 1 },
  });
  sees('aino', wordsOf('aino').own('news.ask', { name: 'Eero Malliperhe' }), 'Who pays for the bus?');
  await expectEverywhere('asked', undefined);
});

it('Aino answers, and Eero who asked gets word of it', async () => {
  await pressed('aino', 'answer');
  await sends('aino', { text: 'He maksavat itse' });
  await delivered();
  expect(arrived()).toEqual({
    aino: { messages: 0, updates: 1 },
    eero: { messages: 1, updates: 1 },
    björn: { messages: 0, updates: 1 },
  });
  sees('eero', wordsOf('eero').own('news.answer', { name: 'Aino Esimerkki' }), 'He maksavat itse');
  await expectEverywhere('submitted', undefined);
});

it('Eero passes it on to Saga, by name and with a reason', async () => {
  await people.eero.press(wordsOf('eero').own('news.open'));
  await pressed('eero', 'pass-on');
  await people.eero.press(wordsOf('eero').own('life.to-next'), { to: 'espoo-marketing-business' });
  await sends('eero', { person: memberOf(people.saga).id, text: 'Saga knows them' });
  await delivered();
  expect(arrived()).toEqual({
    aino: { messages: 0, updates: 1 },
    eero: { messages: 0, updates: 1 },
    saga: { messages: 1, updates: 0 },
    björn: { messages: 0, updates: 1 },
  });
  sees('saga', 'Saga knows them', wordsOf('saga').own('case.asked', { name: 'Saga Påhittström' }));
  await expectEverywhere('submitted', undefined);
});

it('Saga and Eero press at the same time: Saga wins, and Eero sees who and when', async () => {
  people.eero.reloads();
  people.eero.looksAt(chatOf(people.eero).find(({ updated }) => updated > 0)?.id ?? '');
  const late = people.eero.seen();
  await pressed('saga', 'accept');
  await delivered();
  expect(arrived()).toEqual({
    aino: { messages: 1, updates: 1 },
    eero: { messages: 0, updates: 1 },
    saga: { messages: 0, updates: 1 },
    björn: { messages: 0, updates: 1 },
  });
  await people.eero.press(actionTitle('eero', 'accept'), {}, { card: late.card, messageId: late.messageId });
  const when = wordsOf('eero').momentOf('2026-03-02T09:02:00Z');
  expect(cardText(people.eero)).toContain(wordsOf('eero').own('life.faster', { name: 'Saga Påhittström', when }));
  await delivered();
  expect(arrived()).toEqual({});
  sees('aino', wordsOf('aino').own('news.accept', { name: 'Saga Påhittström' }));
  await expectEverywhere('accepted', 'Saga Påhittström');
});

it('Grace of the international affairs team opens it by its number and reads its history', async () => {
  await people.grace.says(number);
  expect(cardText(people.grace)).toContain(wordsOf('grace').own('life.state.accepted', { name: 'Saga Påhittström' }));
  await people.grace.press(wordsOf('grace').own('life.history'));
  const history = cardText(people.grace);
  const unit = unitName('espoo-marketing-business');
  for (const line of [
    wordsOf('grace').own('life.event.submitted', { name: 'Aino Esimerkki' }),
    wordsOf('grace').own('life.event.routed-to', { unit, name: 'Eero Malliperhe' }),
    wordsOf('grace').own('life.event.ask', { name: 'Eero Malliperhe' }),
    wordsOf('grace').own('life.event.answer', { name: 'Aino Esimerkki' }),
    wordsOf('grace').own('life.event.passed-to', { name: 'Eero Malliperhe', unit: `${unit}: Saga Påhittström` }),
    wordsOf('grace').own('life.event.accept', { name: 'Saga Påhittström' }),
  ]) {
    expect(history).toContain(line);
  }
  // Only her own two messages: the case, which became the history.
  expect(arrived()).toEqual({ grace: { messages: 1, updates: 0 } });
});

it('Saga plans it: nobody gets a message, every card shows it', async () => {
  await pressed('saga', 'plan');
  await delivered();
  const update = { messages: 0, updates: 1 };
  expect(arrived()).toEqual({ aino: update, eero: update, saga: update, björn: update });
  await expectEverywhere('planned', 'Saga Påhittström');
});

it('nobody is reminded before the visit is over, and Saga on the working day after it', async () => {
  // The visit ends on Tuesday 5 May.
  assistant.setNow('2026-05-06T05:59:00Z');
  await delivered();
  expect(arrived()).toEqual({});
  assistant.setNow('2026-05-06T06:00:00Z');
  await delivered();
  expect(arrived()).toEqual({
    aino: { messages: 0, updates: 1 },
    eero: { messages: 0, updates: 1 },
    saga: { messages: 1, updates: 1 },
    björn: { messages: 0, updates: 1 },
  });
  sees('saga', wordsOf('saga').own('reminder.was-it-held'));
  await expectEverywhere('planned', 'Saga Påhittström');
});

it('Saga says that it was held, writes down what came of it, and closes it', async () => {
  await pressed('saga', 'hold');
  await delivered();
  const update = { messages: 0, updates: 1 };
  const everybody = { aino: update, eero: update, saga: update, björn: update };
  expect(arrived()).toEqual(everybody);
  await expectEverywhere('held', 'Saga Påhittström');
  await pressed('saga', 'follow-up');
  await sends('saga', { 'head-count': '', learned: 'Vi lärde oss mycket' });
  expect(cardText(people.saga)).toContain(wordsOf('saga').own('problems.missing'));
  await sends('saga', { 'head-count': 16, 'fee-invoiced': 0, learned: 'Vi lärde oss mycket' });
  await delivered();
  expect(arrived()).toEqual(everybody);
  await expectEverywhere('followed-up', 'Saga Påhittström');
  expect(shownElsewhere().list.headCount).toBe(16);
  expect(shownElsewhere().register.headCount).toBe(16);
  await pressed('saga', 'close');
  await delivered();
  expect(arrived()).toEqual(everybody);
  await expectEverywhere('closed', 'Saga Påhittström');
});

it('and then there is silence: no reminder ever comes of what is closed', async () => {
  assistant.setNow('2027-05-06T09:00:00Z');
  await delivered();
  expect(arrived()).toEqual({});
  expect(mailsIn(assistant.mailFolder)).toHaveLength(2);
  const states = storedRows(assistant.tables).entries.map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['sent', 'obsolete']));
});
