/** A case that nobody takes on, by the clock of Espoo: who is reminded, when, and that it ends. */
import { TableClient } from '@azure/data-tables';
import { type RunningAssistant, startAssistant } from '../../fixtures/running-assistant';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { mailsIn } from '../../playing/mails';
import { storedRows } from '../../playing/stored-rows';
import { cardText, walkToReceipt, wordsIn } from '../../playing/visit-walk';

const words = wordsIn('en');
const MARKETING = 'espoo-marketing-business';

let assistant: RunningAssistant;
let aino: TeamsPerson;
let eero: TeamsPerson;
let saga: TeamsPerson;
let grace: TeamsPerson;
let number: string;

const messages = (person: TeamsPerson) => assistant.connector.conversation(person.conversationId).messages.length;
const reminded = () =>
  storedRows(assistant.tables)
    .events.filter((row) => row.type === 'reminded')
    .map(({ data }) => JSON.parse(String(data)).name ?? JSON.parse(String(data)).unit);

/** Until this moment the worker looks every quarter of a minute; here once is enough. */
async function until(moment: string): Promise<void> {
  assistant.setNow(moment);
  await assistant.bot.worker.drain();
}

/** A Thursday evening, so that a weekend lies between. */
async function begin(members: 'known' | 'unknown' = 'known'): Promise<void> {
  assistant = await startAssistant({ now: '2026-03-05T17:00:00Z' });
  const person = (name: string) => assistant.person(name);
  [aino, eero, saga, grace] = [
    person('Aino Esimerkki'),
    person('Eero Malliperhe'),
    person('Saga Påhittström'),
    person('Grace Placeholder'),
  ];
  if (members === 'known') {
    await assistant.setMembers(MARKETING, { members: [memberOf(eero), memberOf(saga)] });
    await assistant.setMembers('international-affairs', { members: [memberOf(grace)] });
  }
  assistant.setNow('2026-03-05T17:02:00Z');
  for (const each of [aino, eero, saga, grace]) await each.says('hi');
  number = await walkToReceipt(aino);
  await assistant.bot.worker.drain();
}
afterEach(async () => {
  expect(assistant.violations()).toEqual([]);
  await assistant.close();
});

describe('nobody takes it on', () => {
  beforeEach(() => begin());

  it('so the contact is reminded, then the deputy, then the international affairs team, on working mornings', async () => {
    const [before, sagas, graces] = [messages(eero), messages(saga), messages(grace)];
    // Friday is the first working day after, Monday the second.
    await until('2026-03-07T10:00:00Z');
    await until('2026-03-09T06:59:59Z');
    expect(reminded()).toEqual([]);
    await until('2026-03-09T07:00:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe']);
    expect(messages(eero)).toBe(before + 1);
    eero.looksAt('newest');
    expect(cardText(eero)).toContain(words.own('reminder.submitted'));
    expect(eero.action(words.own('life.do.accept'))).toBeDefined();
    await until('2026-03-11T07:00:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe', 'Saga Påhittström']);
    expect(messages(saga)).toBe(sagas + 1);
    await until('2026-03-13T07:00:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe', 'Saga Påhittström', 'Grace Placeholder']);
    expect(messages(grace)).toBe(graces + 1);
    await until('2026-06-13T07:00:00Z');
    expect(reminded()).toHaveLength(3);
    expect(messages(eero)).toBe(before + 1);
  });

  it('and the deputy does it from the reminder; after that nobody is reminded of it any more', async () => {
    await until('2026-03-09T07:00:00Z');
    await until('2026-03-11T07:00:00Z');
    saga.looksAt('newest');
    await saga.press(words.own('life.do.accept'));
    await until('2026-03-20T07:00:00Z');
    expect(reminded()).toHaveLength(2);
    await aino.says(number);
    expect(cardText(aino)).toContain(words.own('life.state.accepted', { name: 'Saga Påhittström' }));
    await aino.press(words.own('life.history'));
    expect(cardText(aino)).toContain(words.own('life.event.reminded', { name: 'Eero Malliperhe' }));
  });

  it('and is reminded once though the timer runs out for two workers at once, and again after a crash', async () => {
    const before = messages(eero);
    const other = await assistant.startAnother();
    assistant.setNow('2026-03-09T07:00:00Z');
    await Promise.all([assistant.bot.worker.drain(), other.worker.drain()]);
    await assistant.restart();
    await until('2026-03-09T07:05:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe']);
    expect(messages(eero)).toBe(before + 1);
  });

  it('and is reminded once though whoever held the timer died after it had run out, before that was recorded', async () => {
    await until('2026-03-09T07:00:00Z');
    const before = messages(eero);
    const casework = TableClient.fromConnectionString(assistant.tables.connectionString, 'casework', {
      allowInsecureConnection: true,
    });
    // The row as it was while it waited.
    const [ran] = storedRows(assistant.tables).entries.filter(
      (row) => row.about === 'contact-submitted' && row.channel === 'timer',
    );
    const { PartitionKey, entry, operation, case: of, purpose, channel, target, event, about } = ran ?? {};
    const due = '2026-03-09T07:00:00.000Z';
    const plain = {
      entry,
      operation,
      case: of,
      purpose,
      channel,
      target,
      event,
      about,
      due,
      attempts: 0,
      state: 'due',
    };
    const rowKey = `outbox|${due}|${entry}|${operation}`;
    await casework.createEntity({ ...plain, partitionKey: String(PartitionKey), rowKey });
    await until('2026-03-09T07:05:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe']);
    expect(messages(eero)).toBe(before);
    // Its word is found among the case's entries, so that it is not tried over and over.
    const timers = storedRows(assistant.tables).entries.filter((row) => row.entry === entry);
    expect(timers.map(({ state }) => state)).toEqual(timers.map(() => 'sent'));
  });

  it('and nobody is written to at night: a reminder that was held up waits for the morning', async () => {
    const before = messages(eero);
    assistant.connector.fail((call) =>
      JSON.stringify(call.body).includes(words.own('reminder.submitted')) ? { status: 429 } : undefined,
    );
    await until('2026-03-09T07:00:00Z');
    assistant.connector.fail();
    await until('2026-03-09T20:00:00Z');
    expect(messages(eero)).toBe(before);
    await until('2026-03-10T05:59:59Z');
    expect(messages(eero)).toBe(before);
    await until('2026-03-10T06:00:00Z');
    expect(messages(eero)).toBe(before + 1);
  });
});

it('a unit of which nobody is known is reminded by mail', async () => {
  await begin('unknown');
  const mails = mailsIn(assistant.mailFolder).length;
  await until('2026-03-09T07:00:00Z');
  const added = mailsIn(assistant.mailFolder).filter(({ file }) => file.includes('reminder'));
  expect(added).toHaveLength(1);
  expect(mailsIn(assistant.mailFolder)).toHaveLength(mails + 1);
  expect(added[0]?.to).toContain('glenn.gassen@espoo.fi');
  for (const language of ['fi', 'sv', 'en'] as const) {
    expect(added[0]?.text).toContain(wordsIn(language).own('mail.reminder', { name: 'Aino Esimerkki' }));
  }
});

describe('whoever was late', () => {
  beforeEach(() => begin());

  it('the worker, for weeks: people are reminded one after the other, as far apart as ever', async () => {
    await until('2026-04-22T10:00:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe']);
    await until('2026-04-23T10:00:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe']);
    await until('2026-04-24T06:00:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe', 'Saga Påhittström']);
    await until('2026-04-28T05:59:59Z');
    expect(reminded()).toHaveLength(2);
    await until('2026-04-28T06:00:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe', 'Saga Påhittström', 'Grace Placeholder']);
  });

  it('the visit, which was over when it was taken on: nobody is asked about it at once', async () => {
    assistant.setNow('2026-06-01T07:00:00Z');
    eero.looksAt('newest');
    await eero.says(number);
    await eero.press(words.own('life.do.accept'));
    await assistant.bot.worker.drain();
    expect(reminded()).toEqual([]);
    await until('2026-06-02T06:00:00Z');
    await until('2026-06-08T06:00:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe']);
    await until('2026-06-09T06:00:00Z');
    expect(reminded()).toEqual(['Eero Malliperhe', 'Eero Malliperhe']);
  });
});
