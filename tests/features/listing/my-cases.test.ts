import { actionsOn, type TeamsPerson } from '../../fixtures/teams-person';
import {
  BEGIN,
  cardText,
  fills,
  numberOn,
  question,
  VISITOR,
  WHAT_AND_WHEN,
  walkToForm,
  walkToReceipt,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
/** A short walk. */
const LATE = {
  given: { dignitary: false, 'in-time': false, 'late-response': 'decline' },
  theme: { level: 'one-sector' },
} as const;

const assistant = withAssistant();
afterEach(() => expect(assistant.violations()).toEqual([]));

/** The titles of the rows on a listing. */
function rows(person: TeamsPerson): readonly string[] {
  return actionsOn(person.card())
    .filter(({ action }) => ['resume', 'show-case'].includes(String(action.verb)))
    .map(({ action }) => String(action.title));
}

async function opens(person: TeamsPerson, title: string): Promise<void> {
  await person.press((action) => action.title === title);
}

describe('my cases', () => {
  it('says what to write when there is nothing yet', async () => {
    const person = assistant.person('Newcomer');
    await person.says('my cases');
    expect(person.texts()).toContain(words.own('work.empty'));
    expect(rows(person)).toEqual([]);
  });

  it('lists fourteen drafts and cases on three pages, newest first, and leads back to the newest', async () => {
    const person = assistant.person('Busy Bee');
    const names = Array.from({ length: 14 }, (_, at) => `Visitor number ${at + 1}`);
    for (const [at, organisation] of names.entries()) {
      assistant.setNow(`2026-03-0${1 + Math.floor(at / 7)}T1${at % 7}:00:00Z`);
      const visitor = { ...VISITOR, organisation };
      if (at % 2 === 0) await assistant.settled(await walkToReceipt(person, { ...LATE, visitor }));
      else {
        await walkToForm(person, LATE);
        await person.press('Continue', visitor);
      }
    }
    await person.says('my cases');
    const listing = person.seen().messageId;
    const pages = [rows(person)];
    while (person.texts().includes('Show older')) {
      await person.press('Show older');
      pages.push(rows(person));
    }
    expect(pages.map((page) => page.length)).toEqual([6, 6, 2]);
    expect(pages.flat().map((title) => /Visitor number \d+/.exec(title)?.[0])).toEqual(names.reverse());
    expect(pages.flat().filter((title) => title.startsWith('Open'))).toHaveLength(7);
    expect(person.seen().messageId).toBe(listing);
    await person.press('Back to the newest');
    expect(rows(person)).toEqual(pages[0]);
  });

  it('a page beyond the end, or from a made-up place, is no error', async () => {
    const person = assistant.person('Wanderer');
    await person.says('my cases');
    for (const from of ['zzz', '000000-0', '../x', "' or 1 eq 1", '|', '\u0000', 'ä'.repeat(900)]) {
      await person.presses({ type: 'Action.Execute', verb: 'my-work', data: { from } });
      expect(person.action('home')).toBeDefined();
    }
  });

  it('a draft is resumed where it was left', async () => {
    const person = assistant.person('Resumer');
    await person.says(BEGIN.en);
    await person.press('No');
    await fills(person, WHAT_AND_WHEN);
    await person.press('Yes');
    await person.press('Save and leave');
    await person.press('My cases');
    const [title = ''] = rows(person);
    expect(title).toContain('Visit request');
    await opens(person, title);
    expect(person.texts()).toContain(question('interesting'));
  });

  it('a case opened from the list shows what was answered, the recommendation with its reasons, and who has it', async () => {
    const person = assistant.person('Opener');
    const number = await walkToReceipt(person);
    await assistant.settled(number);
    await person.says('my cases');
    await opens(person, rows(person)[0] ?? '');
    const card = cardText(person);
    for (const text of [number, 'Schools and libraries', words.process('visit-request', 'outcomes.receive.title')]) {
      expect(card).toContain(text);
    }
    expect(card).toContain(words.own('outcome.reasons'));
    expect(card).toContain(words.own('routing.responsible'));
  });
});

describe('a case by its number', () => {
  it('is shown to its owner however the number is typed', async () => {
    const person = assistant.person('Owner');
    const number = await walkToReceipt(person);
    await assistant.settled(number);
    const [, , serial = ''] = number.split('-');
    for (const typed of [number, number.toLowerCase(), `v 2026 ${Number(serial)}`, ` ${number} `, `V2026-${serial}`]) {
      await person.says(typed);
      expect(cardText(person)).toContain(number);
      expect(cardText(person)).toContain('Sample City Council');
    }
  });

  it('of somebody else is refused exactly like one that does not exist', async () => {
    const owner = assistant.person('Real owner');
    const stranger = assistant.person('Stranger');
    const number = await walkToReceipt(owner);
    const [, , serial = ''] = number.split('-');
    await stranger.says('V-2026-99999');
    const missing = JSON.stringify(stranger.card());
    await stranger.says(number);
    expect(JSON.stringify(stranger.card())).toBe(missing);
    await stranger.presses({ type: 'Action.Execute', verb: 'show-case', data: { case: number } });
    expect(JSON.stringify(stranger.card())).toBe(missing);
    expect(missing).not.toContain('Sample City Council');
    expect(missing).not.toContain(serial);
  });

  it('is not shown to the same person id in another tenant', async () => {
    const number = await walkToReceipt(assistant.person('Twin'));
    const twin = assistant.person('Twin');
    const id = '00000000-1111-4222-8333-444444444444';
    const conversation = { id: twin.conversationId, conversationType: 'personal', tenantId: id };
    await assistant.settled(number);
    await twin.says(number, { activity: { conversation, channelData: { tenant: { id } } } });
    expect(cardText(twin)).not.toContain('Sample City Council');
    expect(() => numberOn(twin)).toThrow('no case number');
  });
});
