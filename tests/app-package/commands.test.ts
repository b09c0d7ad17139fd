/** What people are offered in Teams has to be what the bot understands, where they are offered it. */

import { LANGUAGES, type Language } from '../../bot/domain/language/language';
import type { OwnKey } from '../../bot/domain/language/words';
import { createUnderstanding, type Meaning } from '../../bot/domain/said/understanding';
import { testContent } from '../fixtures/content';
import { withAssistant } from '../playing/with-assistant';
import { jsonIn, madePackage, manifestIn } from './made-package';

interface Offer {
  readonly scope: string;
  readonly language: Language;
  /** The place of the command in its list, so that languages can be compared. */
  readonly place: string;
  readonly title: string;
  /** What is put into the message; the title in a Teams that knows no prompts. */
  readonly says: readonly string[];
}

const zip = madePackage();
const { phrases, words } = testContent().content;
const understand = createUnderstanding(phrases);

const offers: readonly Offer[] = manifestIn(zip).bots[0].commandLists.flatMap(
  ({ scopes: [scope = ''], commands }, list) =>
    LANGUAGES.flatMap((language) => {
      const spoken = jsonIn(zip, `${language}.json`) as Readonly<Record<string, string>>;
      return commands.map((_command, at): Offer => {
        const place = `bots[0].commandLists[${list}].commands[${at}]`;
        const [title = '', prompt] = [spoken[`${place}.title`], spoken[`${place}.prompt`]];
        return { scope, language, place, title, says: prompt === undefined ? [title] : [title, prompt] };
      });
    }),
);

/** What is meant, apart from the language in which it was said. */
const meant = (meaning: Meaning | undefined) =>
  meaning?.kind === 'start' ? `start ${meaning.process}` : meaning?.command;

const meaningOf = ({ title, language }: Offer) => meant(understand(title, language));

describe('every command and prompt', () => {
  it.each(offers)('$scope, $language, "$title": means one thing, to speakers of any language', ({ says, language }) => {
    const meanings = says.flatMap((text) => LANGUAGES.map((reader) => understand(text, reader)));
    expect(new Set(meanings.map(meant)).size).toBe(1);
    expect(meanings[0]).toBeDefined();
    expect(meanings.filter((meaning) => meaning?.language !== language)).toEqual([]);
  });

  it('means the same in each language', () => {
    for (const place of new Set(offers.map((offer) => offer.place))) {
      const same = offers.filter((offer) => offer.place === place).map(meaningOf);
      expect([place, new Set(same).size]).toEqual([place, 1]);
    }
  });

  it('is offered once in its list', () => {
    for (const scope of new Set(offers.map((offer) => offer.scope))) {
      for (const language of LANGUAGES) {
        const list = offers.filter((offer) => offer.scope === scope && offer.language === language).map(meaningOf);
        expect([scope, language, new Set(list).size]).toEqual([scope, language, list.length]);
      }
    }
  });
});

/** What stands on the card that answers a command. One that is offered and missing here fails. */
const ANSWERS: Readonly<Record<string, OwnKey>> = {
  help: 'home.help.title',
  inbox: 'inbox.title',
  language: 'language.title',
  'my-work': 'work.title',
  search: 'search.title',
};

describe('in Teams', () => {
  const assistant = withAssistant();

  it.each(offers)(
    '$scope, $language, "$title" is answered in that language',
    async ({ scope, language, title, says }) => {
      const text = says.at(-1) ?? '';
      const person = assistant.person(`${scope} ${language} ${title}`, { locale: `${language}-FI` });
      if (scope === 'personal') await person.says(text);
      else await person.mentions(text, scope === 'team' ? { channel: 'International' } : { groupChat: 'Visits' });

      const chat = JSON.stringify(assistant.connector.conversation(person.conversationId).messages);
      const speak = words(language);
      const meaning = understand(text, language);
      expect(chat).toContain(
        meaning?.kind === 'start'
          ? speak.process(meaning.process, 'name')
          : speak.own(ANSWERS[meaning?.command ?? ''] ?? 'home.not-understood.title'),
      );
      expect(chat).not.toContain(speak.own('home.not-understood.title'));
      if (scope !== 'personal') expect(person.texts()).toContain(speak.own('notice.in-personal-chat.title'));
      expect(assistant.violations()).toEqual([]);
    },
  );
});
