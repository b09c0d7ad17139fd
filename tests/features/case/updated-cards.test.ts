/** A case has changed, and Teams does not take every update of the cards that people hold of it. */

import type { Failure } from '../../fixtures/connector/start-connector';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { type Row, storedRows } from '../../playing/stored-rows';
import { cardText, walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const START = Date.parse('2026-03-02T09:02:00Z');

let aino: TeamsPerson;
let eero: TeamsPerson;
let björn: TeamsPerson;
let now = START;

const assistant = withAssistant();
beforeAll(async () => {
  [aino, eero, björn] = ['Aino Esimerkki', 'Eero Malliperhe', 'Björn Testberg'].map((name) =>
    assistant.person(name),
  ) as [TeamsPerson, TeamsPerson, TeamsPerson];
  await assistant.setMembers('espoo-marketing-business', { members: [memberOf(eero)] });
  await assistant.setMembers('service-development', { members: [memberOf(björn)] });
  assistant.setNow(new Date(now).toISOString());
  for (const each of [aino, eero, björn]) await each.says('hi');
});
afterEach(() => {
  assistant.connector.fail();
  expect(assistant.violations()).toEqual([]);
});

/** A case that Eero takes on while updates in a chat, Aino's unless told, fail so; resolves to its number. */
async function acceptedWhile(failure: Failure, inChatOf = aino): Promise<string> {
  const number = await walkToReceipt(aino, {
    theme: { 'main-theme': 'innovation', 'other-themes': ['open-data'], level: 'one-sector' },
  });
  await assistant.bot.worker.drain();
  assistant.connector.fail(({ method, conversationId }) =>
    method === 'PUT' && conversationId === inChatOf.conversationId ? failure : undefined,
  );
  eero.looksAt('newest');
  await eero.press(words.own('life.do.accept'));
  await assistant.bot.worker.drain();
  return number;
}

const update = (number: string): Row | undefined =>
  storedRows(assistant.tables).entries.find((row) => row.case === number && row.purpose === 'update');
const ACCEPTED = words.own('life.state.accepted', { name: 'Eero Malliperhe' });

function sees(person: TeamsPerson): string {
  person.reloads();
  person.looksAt('newest');
  return cardText(person);
}

it.each([408, 409, 412, 429, 500])(
  '%i: the others are brought up to date at once, and this one later',
  async (status) => {
    const number = await acceptedWhile({ status });
    expect(update(number)).toMatchObject({ state: 'due', failure: `connector-${status}` });
    expect(sees(björn)).toContain(ACCEPTED);
    assistant.connector.fail();
    now += 60_000;
    assistant.setNow(new Date(now).toISOString());
    await assistant.bot.worker.drain();
    expect(update(number)).toMatchObject({ state: 'sent' });
    expect(update(number)).not.toHaveProperty('failure');
  },
);

it('whichever of the cards it is that fails, the others are brought up to date', async () => {
  const number = await acceptedWhile({ status: 500 }, björn);
  const updated = assistant.connector.calls.filter(
    ({ method, conversationId, body }) =>
      method === 'PUT' &&
      conversationId === aino.conversationId &&
      [number, ACCEPTED].every((text) => JSON.stringify(body).includes(text)),
  );
  expect(updated.length).toBeGreaterThan(0);
});

it.each([400, 401, 413])(
  '%i: the others are brought up to date, and the entry waits for somebody to look',
  async (status) => {
    const number = await acceptedWhile({ status });
    expect(update(number)).toMatchObject({ state: 'dead', failure: `connector-${status}` });
    expect(sees(björn)).toContain(ACCEPTED);
  },
);

it('403: one person has blocked the assistant, which stands with the entry', async () => {
  const number = await acceptedWhile({ status: 403 });
  expect(update(number)).toMatchObject({ state: 'sent', failure: 'connector-403' });
  expect(sees(björn)).toContain(ACCEPTED);
});

it('404: a card that its holder has deleted is let go', async () => {
  const number = await acceptedWhile({ status: 404 });
  expect(update(number)).toMatchObject({ state: 'sent' });
  expect(update(number)).not.toHaveProperty('failure');
  expect(sees(björn)).toContain(ACCEPTED);
});
