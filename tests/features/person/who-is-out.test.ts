/** Who has no part in a case any more, or never had one, learns nothing of it. */

import type { JsonObject } from '../../fixtures/json';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { cardText, VISITOR, walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const own = wordsIn('en').own;
const ELSEWHERE = '00000000-1111-4222-8333-444444444444';
const UNIT = 'espoo-marketing-business';

let aino: TeamsPerson;
let hilma: TeamsPerson;
let kaisa: TeamsPerson;
let number: string;

const drained = () => assistant.bot.worker.drain();

const assistant = withAssistant();
beforeAll(async () => {
  [aino, hilma, kaisa] = ['Aino Esimerkki', 'Hilma Handler', 'Kaisa Keksitty'].map((name) =>
    assistant.person(name),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson];
  await assistant.setMembers(UNIT, { members: [memberOf(hilma)] });
  await assistant.setMembers('international-affairs', { members: [memberOf(kaisa)] });
  for (const person of [hilma, kaisa]) await person.says('hi');
  await assistant.restart();
  number = await walkToReceipt(aino);
  await assistant.settled(number);
});
afterEach(() => expect(assistant.violations()).toEqual([]));

it('somebody of another tenant, with the very id of a coordinator, opens no case and finds none', async () => {
  const stranger = assistant.person('Kaisa Keksitty', { tenantId: ELSEWHERE });
  expect(stranger.member.aadObjectId).toBe(kaisa.member.aadObjectId);
  const activity: JsonObject = {
    conversation: { id: stranger.conversationId, conversationType: 'personal', tenantId: ELSEWHERE },
    channelData: { tenant: { id: ELSEWHERE } },
  };
  const seen: string[] = [];
  const press = async (verb: string, data: JsonObject) => {
    await stranger.presses({ type: 'Action.Execute', verb, data: { case: number, ...data } }, {}, { activity });
    seen.push(cardText(stranger));
  };
  await stranger.says(number, { activity });
  seen.push(cardText(stranger));
  await press('show-case', {});
  await press('show-history', { as: 'responsible' });
  await press('show-todos', {});
  await press('act', { action: 'accept', event: 1, as: 'responsible' });
  expect(seen).toHaveLength(5);
  // As to anybody who types a number that nobody has, or presses what is gone.
  const titles = [own('notice.no-such-case.title'), own('notice.gone.title')];
  for (const text of seen) {
    expect(titles.some((title) => text.startsWith(title))).toBe(true);
    expect(text).not.toContain(VISITOR.organisation);
  }
});

it('the card of who has left the unit stays as it was, while those of the others are brought up to date', async () => {
  const cardOf = (person: TeamsPerson) => {
    const { messages } = assistant.connector.conversation(person.conversationId);
    return messages.find(({ activity }) => JSON.stringify(activity).includes(number));
  };
  await kaisa.says(number);
  await kaisa.press(own('life.do.accept'));
  await drained();
  const [mine, theirs] = [cardOf(aino)?.updated ?? 0, cardOf(hilma)?.updated ?? 0];
  expect(theirs).toBeGreaterThan(0);

  await assistant.setMembers(UNIT, { members: [memberOf(kaisa)] });
  assistant.setNow('2026-03-02T09:05:00Z');
  // The directory is refreshed behind the first question after a minute.
  await kaisa.says('hi');
  await kaisa.says(number);
  await kaisa.press(own('life.do.plan'));
  await drained();
  expect(cardOf(hilma)?.updated).toBe(theirs);
  expect(cardOf(aino)?.updated).toBeGreaterThan(mine);
});
