import type { Browser } from 'playwright-core';
import { LANGUAGES } from '../../bot/domain/language/language';
import { findChromium, startChromium } from '../gallery/chromium';
import { mailsIn } from '../playing/mails';
import type { Card } from './card';
import { type Chat, openChat } from './chat';
import { foreignWordsFinder } from './foreign-words';
import { type LocalAssistant, startLocally } from './local-assistant';
import { recordedCase } from './recorded-case';
import { PERSON, START_WORDS, TYPED, visitWords, walkVisit } from './visit-walk';

const START_LIMIT_MS = 60_000;
const WALK_LIMIT_MS = 60_000;

const found = findChromium(process.env);
const inChromium = 'path' in found ? describe : describe.skip;

inChromium(`npm start, in a browser${'missing' in found ? ` (skipped: ${found.missing})` : ''}`, () => {
  let assistant: LocalAssistant;
  let browser: Browser;

  beforeAll(async () => {
    if ('path' in found) [assistant, browser] = await Promise.all([startLocally(), startChromium(found.path)]);
  }, START_LIMIT_MS);

  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  afterAll(async () => {
    await browser.close();
    expect(await assistant.stop()).toEqual({ code: 0, stderr: '' });
  }, START_LIMIT_MS);

  /** Does something in the chat, in a browser that knows nothing of earlier ones. */
  async function inChat(work: (chat: Chat) => Promise<void>): Promise<void> {
    await work(await openChat(browser, assistant.url));
  }

  test.each(LANGUAGES)(
    'a visit request in "%s" becomes a case that is recorded and on its way, without a foreign word',
    async (language) => {
      const findForeign = foreignWordsFinder();
      const typed = [...Object.values(TYPED), PERSON].join(' ');
      const foreign: string[] = [];
      const lookForForeignWords = async (stage: string, card: Card, offered: readonly string[] = []) => {
        const words = findForeign([...(await card.texts()), ...offered].join('\n'), language, typed);
        foreign.push(...words.map((word) => `${stage}: ${word}`));
      };

      await inChat(async (chat) => {
        const { number, arrival } = await walkVisit(chat, language, lookForForeignWords);

        expect(foreign).toEqual([]);
        const recorded = await recordedCase(assistant.connectionString, number);
        expect(recorded.case).toMatchObject({
          ...{ number, language, process: 'visit-request', state: 'accepted', outcome: 'receive', holderName: PERSON },
          ...{ responsibleUnit: 'espoo-marketing-business', informedUnits: 'sustainable-development' },
          ...{ requesterName: PERSON, a_organisation: TYPED.organisation, a_country: 'EE', a_group_size: 18 },
          ...{ a_arrival: arrival, a_interests: TYPED.interests, a_partner: false, a_level: 'one-sector' },
          ...{ a_main_theme: 'innovation', a_other_themes: 'sustainable-development' },
        });
        expect(recorded.events).toMatchObject([
          { sequence: 1, type: 'submitted', byName: PERSON },
          { sequence: 2, type: 'routed' },
          { sequence: 3, type: 'moved', byName: PERSON },
        ]);
        const messages = recorded.settled.filter(({ channel }) => channel === 'teams' || channel === 'mail');
        expect(messages).toMatchObject([
          { entry: `${number}.information.sustainable-development.mail`, state: 'sent', attempts: 1 },
          { entry: `${number}.receipt.requester.teams`, state: 'sent', attempts: 1 },
          { entry: `${number}.request.espoo-marketing-business.mail`, state: 'sent', attempts: 1 },
          { entry: `${number}.request.espoo-marketing-business.teams`, state: 'sent', attempts: 1 },
          { entry: `${number}.update-3.teams`, state: 'sent', attempts: 1 },
        ]);
        const mails = mailsIn(assistant.mailFolder).filter(({ file }) => file.startsWith(number));
        expect(mails.map(({ to, subject }) => [to.split(' ').at(-1), subject.slice(0, number.length)])).toEqual([
          ['<tereza.dickson@espoo.fi>', number],
          ['<glenn.gassen@espoo.fi>', number],
        ]);
        for (const { text } of mails) {
          // One letter in each language, and a last line in all.
          const letters = text.split('———').slice(0, -1);
          expect(letters.map((letter, at) => findForeign(letter, LANGUAGES[at] ?? 'fi', typed))).toEqual([[], [], []]);
        }
      });
    },
    WALK_LIMIT_MS,
  );

  test(
    'words do what buttons do, and a draft that was put aside goes on in another browser',
    async () => {
      const { own, visit, offeredTheme } = visitWords('fi');
      const dignitary = visit('items.dignitary.question');
      const inTime = visit('items.in-time.question');
      const interesting = visit('items.interesting.question');
      const yesSoFar = own('walk.given', { answer: own('answers.yes') });

      await inChat(async (chat) => {
        const first = await chat.says(START_WORDS.fi);
        await first.shows(dignitary);
        const form = await chat.says('ei');
        await form.choose(visit('items.main-theme.question'), offeredTheme('innovation'));
        await form.press(own('actions.continue'));
        await form.shows(inTime);
        await (await chat.says('Kyllä')).shows(interesting);
        const back = await chat.says('takaisin');
        await back.shows(inTime);
        await back.shows(yesSoFar);

        // The first card is out of date: it catches up, and the answer on it changes nothing.
        await first.press(own('answers.yes'));
        await first.shows(yesSoFar);

        await back.press(own('actions.save'));
        await back.shows(own('saved.title'));
      });
      await inChat(async (chat) => {
        await chat.welcome.shows(own('home.welcome.title'));
        const list = await chat.says('omat asiat');
        await list.pressRow(own('work.resume', { title: visit('name') }));
        await list.shows(yesSoFar);
        await list.press(own('answers.yes'));
        await list.shows(interesting);
      });
    },
    WALK_LIMIT_MS,
  );
});
