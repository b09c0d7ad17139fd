import { isObject } from '../../fixtures/json';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { memberOf } from '../../fixtures/unit-members';
import { storedRows } from '../../playing/stored-rows';
import { cardText, VISITOR, walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const own = wordsIn('en').own;
/** A Monday: eleven o'clock in Espoo. */
const MONDAY = '2026-03-02T09:00:00Z';

let member: TeamsPerson;
let requester: TeamsPerson;

const assistant = withAssistant({ now: MONDAY }, { forEachTest: true });
beforeEach(async () => {
  member = assistant.person('Matti Markkinoija');
  requester = assistant.person('Aino Esimerkki');
  await member.says('hi');
  await assistant.setMembers('espoo-marketing-business', { members: [memberOf(member)] });
  await assistant.restart();
});

async function chooses(who: TeamsPerson, notify: string): Promise<void> {
  await who.says('notifications');
  await who.press(({ verb, data }) => verb === 'set-notify' && isObject(data) && data.notify === notify);
}

/** Lets the time come, and the assistant do what is due then. */
async function comes(moment: string): Promise<void> {
  assistant.setNow(moment);
  await assistant.bot.worker.drain();
}

const known = (who: TeamsPerson) =>
  storedRows(assistant.tables).people.find((row) => row.personId === who.member.aadObjectId);

describe('how often the assistant writes', () => {
  it('is chosen by word or by button, said with what it means, and remembered', async () => {
    await member.says('notifications');
    for (const notify of ['at-once', 'daily', 'quiet'] as const) {
      expect(cardText(member)).toContain(own(`notify.${notify}.means`));
    }
    expect(cardText(member)).toContain(own('notify.now', { choice: own('notify.at-once.title') }));
    await member.press(own('notify.daily.title'));
    expect(cardText(member)).toContain(own('notify.set'));
    expect(known(member)).toMatchObject({ notify: 'daily', language: 'en' });
    await member.says('hi');
    await member.press('choose-notify');
    expect(cardText(member)).toContain(own('notify.now', { choice: own('notify.daily.title') }));
  });

  it.each([
    ['ilmoitukset', 'fi'],
    ['aviseringar', 'sv'],
    ['notifications', 'en'],
  ] as const)('is asked for as "%s"', async (phrase, language) => {
    const person = assistant.person(`Speaks ${language}`, { locale: `${language}-FI` });
    await person.says(phrase);
    expect(cardText(person)).toContain(wordsIn(language).own('notify.title'));
  });

  it('is kept when the language is changed, and the other way round', async () => {
    await chooses(member, 'quiet');
    await member.says('in Swedish');
    expect(known(member)).toMatchObject({ notify: 'quiet', language: 'sv', languageChosen: true });
    await member.says('aviseringar');
    await member.press(({ data }) => isObject(data) && data.notify === 'at-once');
    expect(known(member)).toMatchObject({ notify: 'at-once', language: 'sv', languageChosen: true });
  });
});

describe('once a day', () => {
  it('brings one card for several cases, the next working morning, and none before', async () => {
    await chooses(member, 'daily');
    assistant.setNow('2026-03-06T13:00:00Z');
    const names = ['First Council', 'Second Council', 'Third Council'];
    for (const organisation of names) {
      await assistant.settled(await walkToReceipt(requester, { visitor: { ...VISITOR, organisation } }));
    }
    const before = member.cards().length;
    await comes('2026-03-06T18:00:00Z');
    await comes('2026-03-08T10:00:00Z');
    expect(member.cards()).toHaveLength(before);
    await comes('2026-03-09T06:30:00Z');
    expect(member.cards()).toHaveLength(before + 1);
    member.looksAt('newest');
    expect(cardText(member)).toContain(own('digest.title'));
    for (const name of names) expect(cardText(member)).toContain(name);
    expect(member.action('choose-notify')).toBeDefined();
    await comes('2026-03-09T06:45:00Z');
    expect(member.cards()).toHaveLength(before + 1);
  });
});

describe('only what is needed', () => {
  it('brings the question that somebody asks, but no reminder of it', async () => {
    const number = await walkToReceipt(requester);
    await assistant.settled(number);
    await chooses(requester, 'quiet');
    await member.says(number);
    await member.press(own('life.do.ask'));
    const before = requester.cards().length;
    await member.press('act', { text: 'How many of you?' });
    await assistant.bot.worker.drain();
    expect(requester.cards()).toHaveLength(before + 1);
    requester.looksAt('newest');
    expect(cardText(requester)).toContain('How many of you?');
    await comes('2026-03-05T09:00:00Z');
    await comes('2026-03-10T09:00:00Z');
    const reminded = storedRows(assistant.tables).events.filter((row) => row.type === 'reminded');
    expect(reminded).not.toEqual([]);
    expect(requester.cards()).toHaveLength(before + 1);
  });

  it('brings the reminder to somebody who has not chosen so', async () => {
    const number = await walkToReceipt(requester);
    await assistant.settled(number);
    const before = member.cards().length;
    await comes('2026-03-04T09:00:00Z');
    expect(member.cards()).toHaveLength(before + 1);
    member.looksAt('newest');
    expect(cardText(member)).toContain(own('reminder.submitted'));
  });
});
