import { TableClient } from '@azure/data-tables';
import type { CaseAction } from '../../../bot/domain/case/lives/life-of';
import { storedRows } from '../../playing/stored-rows';
import { cardText, numberOn, walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

const words = wordsIn('en');
const button = (action: CaseAction) => words.own(`life.do.${action}`);

let number: string;

const assistant = withAssistant();
const person = withSomebodyNew(assistant);
beforeEach(async () => {
  await walkToReceipt(person);
  number = numberOn(person);
  await assistant.bot.worker.drain();
  // The unit's card has come: in local mode the requester acts for the unit on it.
  person.looksAt('newest');
});

const stored = () => storedRows(assistant.tables).cases.find((row) => row.number === number);
const events = () => storedRows(assistant.tables).events.filter((row) => row.case === number);

/** Does what needs words: opens its card, fills it in, sends. */
async function says(action: CaseAction, inputs: Readonly<Record<string, string>>): Promise<void> {
  await person.press(button(action));
  await person.press(({ verb }) => verb === 'act', inputs);
}

/** Looks at the case as its requester does. */
async function asRequester(): Promise<void> {
  await person.says('my cases');
  await person.press(({ verb, data }) => verb === 'show-case' && JSON.stringify(data).includes(number));
}

describe('the responsible unit', () => {
  it('takes it on, plans it, holds it, follows it up and closes it', async () => {
    for (const [action, state] of [
      ['accept', 'accepted'],
      ['plan', 'planned'],
      ['hold', 'held'],
      ['follow-up', 'followed-up'],
      ['close', 'closed'],
    ] as const) {
      await person.press(button(action));
      if (action === 'follow-up') await person.press(({ verb }) => verb === 'act', { 'head-count': 16 });
      expect(cardText(person)).toContain(words.own(`life.state.${state}`, { name: person.member.name }));
      expect(stored()).toMatchObject({ state, holderName: person.member.name });
    }
    expect(events().map(({ type }) => type)).toEqual([
      'submitted',
      'routed',
      'moved',
      'moved',
      'moved',
      'moved',
      'moved',
    ]);
    await person.press(words.own('life.history'));
    const history = cardText(person);
    for (const event of ['accept', 'plan', 'hold', 'follow-up', 'close'] as const) {
      expect(history).toContain(words.own(`life.event.${event}`, { name: person.member.name }));
    }
    await person.press(words.own('life.back'));
    expect(cardText(person)).toContain(words.own('life.state.closed'));
  });

  it('asks for more, and the requester answers on their own card', async () => {
    await says('ask', { text: 'Who **pays**?' });
    await asRequester();
    expect(cardText(person)).toContain('Who **pays**?');
    await says('answer', { text: 'They do' });
    expect(cardText(person)).toContain('They do');
    expect(stored()).toMatchObject({ state: 'submitted' });
  });

  it('asks in vain without a question, and nothing is changed', async () => {
    await person.press(button('ask'));
    const before = assistant.tables.snapshot();
    await person.press(({ verb }) => verb === 'act', { text: '   ' });
    expect(cardText(person)).toContain(words.own('problems.missing'));
    await person.press(({ verb }) => verb === 'act', { text: 'x'.repeat(1000) });
    expect(assistant.tables.snapshot()).not.toBe(before);
  });

  it('declines with a reason that the requester reads', async () => {
    await says('decline', { text: 'We have no time in May' });
    await asRequester();
    expect(cardText(person)).toContain(words.own('life.state.declined'));
    expect(cardText(person)).toContain('We have no time in May');
  });

  it('passes it on to another unit, which gets a card and a mail; the unit that had it is told', async () => {
    await person.press(button('pass-on'));
    await person.press(words.own('life.to-next'), { to: 'service-development' });
    await person.press(({ verb }) => verb === 'act', { text: 'It is about open data' });
    expect(stored()).toMatchObject({ state: 'submitted', responsibleUnit: 'service-development' });
    expect(String(stored()?.informedUnits)).toContain('espoo-marketing-business');
    await assistant.bot.worker.drain();
    const told = storedRows(assistant.tables).entries.filter(
      (row) => row.case === number && /request-3/.test(String(row.entry)),
    );
    expect(told.map(({ channel, state }) => [channel, state]).sort()).toEqual([
      ['mail', 'sent'],
      ['teams', 'sent'],
    ]);
  });

  it('does nothing on an old card, and the card says how the case stands now', async () => {
    const old = person.seen();
    await person.press(button('accept'));
    await assistant.settled(number);
    const before = assistant.tables.snapshot();
    await person.press(button('accept'), {}, { card: old.card, messageId: old.messageId });
    expect(assistant.tables.snapshot()).toBe(before);
    expect(cardText(person)).toContain(words.own('life.state.accepted', { name: person.member.name }));
  });

  it('has one event when three press at the same time', async () => {
    const accept = person.action(button('accept'));
    await Promise.all([person.presses(accept), person.presses(accept), person.presses(accept)]);
    expect(events()).toHaveLength(3);
  });
});

describe('the requester', () => {
  it('withdraws, and nothing more can be done', async () => {
    await asRequester();
    await says('withdraw', { text: 'They come next year' });
    expect(stored()).toMatchObject({ state: 'withdrawn' });
    expect(() => person.action('act')).toThrow();
    expect(() => person.action('open-act')).toThrow();
  });

  it('sees each step on the card of the receipt, in place', async () => {
    const messages = () => assistant.connector.conversation(person.conversationId).messages.length;
    await asRequester();
    const before = messages();
    const receipt = assistant.connector
      .conversation(person.conversationId)
      .messages.filter(({ updated }) => updated > 0);
    await says('withdraw', { text: 'They come next year' });
    await assistant.settled(number);
    expect(messages()).toBe(before);
    expect(receipt).not.toEqual([]);
  });
});

describe('somebody else', () => {
  it('sees nothing of a case in which they have no part, and cannot act on it', async () => {
    const stranger = assistant.person('Stranger of the case');
    const accept = person.action(button('accept'));
    await stranger.says('hi');
    const before = assistant.tables.snapshot();
    await stranger.presses(accept);
    await stranger.says(number);
    expect(cardText(stranger)).toContain(words.own('notice.no-such-case.title'));
    expect(assistant.tables.snapshot()).toBe(before);
  });

  it('acts for a unit once the directory names them as a member, and no more than that', async () => {
    const member = assistant.person('Member of Marketing');
    await member.says('hi');
    const directory = TableClient.fromConnectionString(assistant.tables.connectionString, 'directory', {
      allowInsecureConnection: true,
    });
    const row = await directory.getEntity<{ content: string }>('units', 'espoo-marketing-business');
    const content = {
      ...JSON.parse(row.content),
      members: [{ id: member.member.aadObjectId, name: member.member.name }],
    };
    await directory.updateEntity(
      { partitionKey: 'units', rowKey: 'espoo-marketing-business', content: JSON.stringify(content) },
      'Merge',
    );
    assistant.setNow('2026-03-02T09:05:00Z');
    // The directory is refreshed behind the first question after a minute.
    await member.says(number);
    await member.says(number);
    await member.press(button('accept'));
    expect(stored()).toMatchObject({ state: 'accepted', holderName: member.member.name });
    expect(() => member.action(button('withdraw'))).toThrow();
  });
});
