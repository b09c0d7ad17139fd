/** Somebody who sent a case and also handles it keeps the buttons of both, wherever they come from. */

import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const MARKETING = 'espoo-marketing-business';

let eero: TeamsPerson;
let grace: TeamsPerson;
let aino: TeamsPerson;

const assistant = withAssistant();
beforeAll(async () => {
  [eero, grace, aino] = ['Eero Malliperhe', 'Grace Placeholder', 'Aino Esimerkki'].map((name) =>
    assistant.person(name),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson];
  await assistant.setMembers(MARKETING, { members: [memberOf(eero)] });
  await assistant.setMembers('international-affairs', { members: [memberOf(grace)] });
  assistant.setNow('2026-03-02T09:02:00Z');
  for (const each of [eero, grace, aino]) await each.says('hi');
});
afterEach(() => expect(assistant.violations()).toEqual([]));

async function sends(person: TeamsPerson): Promise<string> {
  const number = await walkToReceipt(person);
  await assistant.bot.worker.drain();
  return number;
}

const has = (person: TeamsPerson, ...actions: readonly string[]) => {
  for (const action of actions) expect([action, person.action(action)]).toEqual([action, expect.anything()]);
};
const OF_REQUESTER = [words.own('life.do.withdraw'), words.own('actions.change')];
const OF_UNIT = [words.own('life.do.accept'), words.own('life.do.ask'), words.own('life.do.decline')];

it('on the card by its number, on the unit’s card, and back from the to-do lists', async () => {
  const number = await sends(eero);
  await eero.says(number);
  has(eero, ...OF_REQUESTER, ...OF_UNIT);
  await eero.press('show-todos');
  await eero.press(words.own('life.back'));
  has(eero, ...OF_REQUESTER, ...OF_UNIT);
  await eero.press(words.own('life.do.accept'));
  has(eero, ...OF_REQUESTER, words.own('life.do.plan'), words.own('life.do.hold'));
  await eero.press('show-todos');
  await eero.press(words.own('life.back'));
  has(eero, ...OF_REQUESTER, words.own('life.do.plan'), words.own('life.do.hold'));
});

it('a coordinator who takes on her own case finds it under "Waiting for you", and can go on with it there', async () => {
  const number = await sends(grace);
  await grace.says(number);
  await grace.press(words.own('life.do.accept'));
  await assistant.bot.worker.drain();
  await grace.says('inbox');
  expect(grace.texts()).toContain(words.own('inbox.mine'));
  await grace.press(({ verb, data }) => verb === 'show-case' && Object(data).case === number);
  has(grace, ...OF_REQUESTER, words.own('life.do.plan'), words.own('life.do.hold'), words.own('life.do.decline'));
});

it('whoever only sent it has no button of the unit, and the unit none of theirs', async () => {
  const number = await sends(aino);
  await aino.says(number);
  for (const action of OF_UNIT) expect(() => aino.action(action)).toThrow();
  await eero.says(number);
  has(eero, ...OF_UNIT);
  for (const action of OF_REQUESTER) expect(() => eero.action(action)).toThrow();
});
