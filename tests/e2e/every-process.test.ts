import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { LANGUAGES } from '../../bot/domain/language/language';
import { testContent } from '../fixtures/content';
import { PROCESSES, readJson } from '../fixtures/model';
import { findChromium, startChromium } from '../gallery/chromium';
import { goldenSchema } from '../processes/check-golden';
import { openChat } from './chat';
import { startWords, walkGolden } from './golden-walk';
import { type LocalAssistant, startLocally } from './local-assistant';
import { recordedCase } from './recorded-case';

const LIMIT_MS = 90_000;
const { content, model } = testContent();
/** The visit request is walked in all three languages in `playground.test.ts`; each other process in one of them. */
const others = [...content.processes.keys()].filter((id) => id !== 'visit-request');
const walks = others.map((process, at) => ({ process, language: LANGUAGES[at % LANGUAGES.length] ?? 'fi' }));

const found = findChromium(process.env);
const inChromium = 'path' in found ? describe : describe.skip;

inChromium(`every process, in a browser${'missing' in found ? ` (skipped: ${found.missing})` : ''}`, () => {
  let assistant: LocalAssistant;
  let browser: Browser;

  beforeAll(async () => {
    if ('path' in found) [assistant, browser] = await Promise.all([startLocally(), startChromium(found.path)]);
  }, LIMIT_MS);

  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  afterAll(async () => {
    await browser.close();
    expect(await assistant.stop()).toEqual({ code: 0, stderr: '' });
  }, LIMIT_MS);

  test.each(walks)(
    'a golden case of "$process" is walked in "$language" and recorded as it says',
    async ({ process: id, language }) => {
      const [golden] = goldenSchema.parse(readJson(join(PROCESSES, id, 'golden.json')));
      if (!golden) throw new Error(`"${id}" has no golden case.`);
      const words = content.words(language);
      const chat = await openChat(browser, assistant.url);
      const card = await chat.says(startWords(content, id, language));
      await walkGolden(card, model(id), words, golden.answers);
      await card.press(words.own('actions.submit'));
      await card.shows(words.own('receipt.title'));
      const number = /[A-Z]-\d{4}-\d{4,}/.exec((await card.texts()).join(' '))?.[0] ?? '';
      const { case: recorded } = await recordedCase(assistant.connectionString, number);
      expect(recorded).toMatchObject({
        process: id,
        language,
        outcome: golden.outcome,
        responsibleUnit: golden.responsible,
      });
      if ((golden.todos ?? []).length === 0) return;

      // The lists of the case open, and a tick is kept.
      await card.press(words.own('actions.lists'));
      const [list] = model(id).process.lists.filter((each) =>
        golden.todos?.some((key) => key.startsWith(`${each.id}.`)),
      );
      const several = new Set(golden.todos?.map((key) => key.split('.')[0])).size > 1;
      if (several) await card.pressRow(words.process(id, `lists.${list?.id}.title`));
      await card.shows(words.process(id, `lists.${list?.id}.title`));
      await card.shows('☐');
    },
    LIMIT_MS,
  );
});
