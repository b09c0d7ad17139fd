import type { Call } from '../../fixtures/connector/start-connector';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { entryStates, storedRows } from '../../playing/stored-rows';
import { cardText, walkToReceipt, walkToSummary, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const REQUEST = 'request.espoo-marketing-business.teams';

let aino: TeamsPerson;
let grace: TeamsPerson;

const assistant = withAssistant({}, { forEachTest: true });
beforeEach(async () => {
  [aino, grace] = [assistant.person('Aino Esimerkki'), assistant.person('Grace Placeholder')];
  await assistant.setMembers('international-affairs', { members: [memberOf(grace)] });
  assistant.setNow('2026-03-02T09:02:00Z');
  // The directory is refreshed behind the first question after a minute.
  await grace.says('hi');
});

const isUnitsCard = ({ method, body }: Call) => method === 'POST' && JSON.stringify(body).includes('Local mode');
const unitsCards = () => assistant.connector.calls.filter(isUnitsCard);

/** A case whose card to the unit Teams did not take, or perhaps took. */
async function caseWith(status: 400 | 502): Promise<string> {
  await walkToSummary(aino);
  assistant.connector.fail((call) => (isUnitsCard(call) ? { status, afterAccepting: status === 502 } : undefined));
  await aino.press('Send');
  const number = String(storedRows(assistant.tables).cases.at(-1)?.number);
  await assistant.settled(number);
  assistant.connector.fail();
  return number;
}

it('lists what Teams refused, and sends it once more when the team says so', async () => {
  const number = await caseWith(400);
  await grace.says('undelivered');
  expect(cardText(grace)).toContain(`${number} · ${words.own('undelivered.purpose.request')}`);
  expect(cardText(grace)).toContain('connector-400');
  expect(() => grace.action(words.own('undelivered.arrived'))).toThrow();
  await grace.press(words.own('undelivered.send'));
  expect(cardText(grace)).toContain(words.own('undelivered.none'));
  await assistant.bot.worker.drain();
  expect(entryStates(storedRows(assistant.tables), number)[REQUEST]).toBe('sent');
  expect(unitsCards()).toHaveLength(2);
});

it('asks of what perhaps arrived, and sends nothing when it did', async () => {
  const number = await caseWith(502);
  await grace.says('not delivered');
  await grace.press(words.own('undelivered.arrived'));
  await assistant.bot.worker.drain();
  expect(entryStates(storedRows(assistant.tables), number)[REQUEST]).toBe('sent');
  expect(unitsCards()).toHaveLength(1);
});

it('sends once, also when two press at the same time and press again', async () => {
  await caseWith(400);
  await grace.says('undelivered');
  const again = grace.action(words.own('undelivered.send'));
  await Promise.all([grace.presses(again), grace.presses(again)]);
  await grace.presses(again);
  await assistant.bot.worker.drain();
  expect(unitsCards()).toHaveLength(2);
});

it('sends everything again at once that was given up, and not what perhaps arrived', async () => {
  await caseWith(400);
  await grace.says('undelivered');
  await grace.press(words.own('undelivered.send-all'));
  await assistant.bot.worker.drain();
  expect(unitsCards()).toHaveLength(2);
  expect(cardText(grace)).toContain(words.own('undelivered.none'));
});

it('asks of what perhaps arrived one by one, also beside what was given up', async () => {
  await caseWith(400);
  const uncertain = await caseWith(502);
  await grace.says('undelivered');
  await grace.press(words.own('undelivered.send-all'));
  await assistant.bot.worker.drain();
  expect(entryStates(storedRows(assistant.tables), uncertain)[REQUEST]).toBe('unknown');
  expect(cardText(grace)).toContain(uncertain);
  // The one that was refused twice by now, and the one that may have arrived.
  expect(unitsCards()).toHaveLength(3);
});

it('offers that only where something was given up', async () => {
  await caseWith(502);
  await grace.says('undelivered');
  expect(() => grace.action(words.own('undelivered.send-all'))).toThrow();
});

it('says to the team that everything has been delivered, when it has', async () => {
  await walkToReceipt(aino);
  await grace.says('undelivered');
  expect(cardText(grace)).toContain(words.own('undelivered.none'));
});

it('does not exist for anybody else, whatever they press', async () => {
  await caseWith(400);
  await grace.says('undelivered');
  const again = grace.action(words.own('undelivered.send'));
  await aino.says('hi');
  const before = assistant.tables.snapshot();
  await aino.presses(again);
  await aino.says('undelivered');
  expect(cardText(aino)).toContain(words.own('notice.gone.title'));
  expect(assistant.tables.snapshot()).toBe(before);
});
