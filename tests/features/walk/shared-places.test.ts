import type { Group, TeamsPerson } from '../../fixtures/teams-person';
import { storedRows } from '../../playing/stored-rows';
import {
  answers,
  BEGIN,
  cardText,
  gives,
  hasInput,
  PROGRAMME,
  question,
  RECEIVED,
  THEME,
  VISITOR,
  WHAT_AND_WHEN,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const GROUP: Group = { groupChat: 'Visits team' };
const CHANNEL: Group = { channel: 'International' };

const assistant = withAssistant();
afterEach(() => {
  assistant.connector.fail();
  expect(assistant.violations()).toEqual([]);
});

/** How often the bot asked the connector to open a chat. */
const opened = () => assistant.connector.calls.filter(({ path }) => path === '/v3/conversations').length;

/** The cards in the personal chat, whatever place the person looks at. */
function privately(person: TeamsPerson): string {
  return JSON.stringify(assistant.connector.conversation(person.conversationId).messages);
}

describe.each([
  ['a group chat', GROUP],
  ['a channel', CHANNEL],
] as const)('a mention in %s', (place, where) => {
  it('starts a walk in the personal chat of somebody who is known, and says so in the shared place', async () => {
    const person = assistant.person(`Known in ${place}`);
    await person.installs();
    const before = opened();
    await person.mentions(BEGIN.en, where);
    expect(person.texts()).toEqual([
      words.own('notice.in-personal-chat.title'),
      words.own('notice.in-personal-chat.text'),
    ]);
    expect(privately(person)).toContain(question('dignitary'));
    expect(opened()).toBe(before);
  });

  it('of somebody who is not known opens a chat through the connector', async () => {
    const person = assistant.person(`Unknown in ${place}`);
    const before = opened();
    await person.mentions(BEGIN.en, where);
    expect(person.texts()).toContain(words.own('notice.in-personal-chat.title'));
    expect(privately(person)).toContain(question('dignitary'));
    expect(opened()).toBe(before + 1);
  });

  it('gets a polite word when Teams does not let us write to the person', async () => {
    const person = assistant.person(`Refused in ${place}`);
    assistant.connector.fail(({ path }) => (path === '/v3/conversations' ? { status: 403 } : undefined));
    await person.mentions(BEGIN.en, where);
    expect(person.texts()).toEqual([
      words.own('notice.no-personal-chat.title'),
      words.own('notice.no-personal-chat.text'),
    ]);
    expect(privately(person)).toBe('[]');
  });
});

describe('nothing of a walk stands where others read it', () => {
  it('neither "my cases" nor a case number nor words in a walk are answered in the group', async () => {
    const person = assistant.person('Discreet');
    await person.says(BEGIN.en);
    for (const text of ['my cases', 'no', 'V-2026-0042', 'something else']) {
      await person.mentions(text, GROUP);
      expect(person.texts()).toEqual([
        words.own('notice.in-personal-chat.title'),
        words.own('notice.in-personal-chat.text'),
      ]);
    }
    expect(privately(person)).toContain(question('main-theme'));
  });
});

describe('somebody first met in a shared place', () => {
  it('walks to the receipt in the chat that was opened, and the receipt and the unit card arrive there', async () => {
    const person = assistant.person('First met in a channel');
    await person.mentions(BEGIN.en, CHANNEL);
    const [start] = assistant.connector.conversation(person.conversationId).messages;
    person.looksAt(start?.id ?? '');
    for (const item of Object.keys(RECEIVED)) {
      await gives(person, item, RECEIVED);
      if (hasInput(person, 'main-theme')) await person.press('Continue', WHAT_AND_WHEN);
    }
    await person.press('Continue');
    for (const form of [VISITOR, PROGRAMME, THEME]) await person.press('Continue', form);
    await answers(person, 'partner', false);
    await person.press('Send');
    const [made] = storedRows(assistant.tables).cases;
    const number = String(made?.number);
    expect(cardText(person)).toContain(number);
    await assistant.settled(number);
    const states = storedRows(assistant.tables)
      .entries.filter(({ channel }) => channel !== 'timer')
      .map(({ entry, state }) => [entry, state]);
    expect(states.filter(([, state]) => state !== 'sent')).toEqual([]);
    expect(privately(person)).toContain(words.own('receipt.title'));
  });

  it('is written to without opening the chat again', async () => {
    const person = assistant.person('Mentions twice');
    await person.mentions('hi', GROUP);
    const before = opened();
    await person.mentions('help', GROUP);
    expect(opened()).toBe(before);
  });
});
