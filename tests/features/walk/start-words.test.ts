import type { Language } from '../../../bot/domain/language/language';
import { storedRows } from '../../playing/stored-rows';
import { cardText, LOCALES, question, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const assistant = withAssistant();
afterEach(() => expect(assistant.violations()).toEqual([]));

const STARTS: readonly (readonly [Language, string])[] = [
  ['fi', 'uusi vierailupyyntö'],
  ['fi', 'UUSI VIERAILUPYYNTÖ'],
  ['fi', 'Uusi vierailupyynto'],
  ['fi', 'Hei, haluaisin tehdä uuden vierailupyynnön'],
  ['fi', 'ulkomaisia vieraita tulossa ensi kuussa'],
  ['sv', 'ny besöksförfrågan'],
  ['sv', 'Ny Besöksförfrågan!'],
  ['sv', 'ny besökförfrågan'],
  ['sv', 'Hej! Jag har en besöksförfrågan från Norge'],
  ['sv', 'en delegation vill besöka oss'],
  ['en', 'new visit request'],
  ['en', 'NEW VISIT REQUEST'],
  ['en', 'new visit requst'],
  ['en', 'Good morning, I would like to make a new visit request, please'],
  ['en', 'a delegation from Korea wants to visit us'],
];

describe('words that begin a visit request', () => {
  it.each(STARTS)('in %s: "%s"', async (language, text) => {
    const person = assistant.person(`Starts ${text}`, { locale: LOCALES[language] });
    await person.says(text);
    expect(person.texts()).toContain(question('dignitary', language));
  });

  it.each(['fi', 'sv', 'en'] as const)(
    'are understood in %s whatever language Teams is set to, and answered in it',
    async (language) => {
      const locale = language === 'fi' ? 'en-US' : 'fi-FI';
      const person = assistant.person(`Speaks ${language}`, { locale });
      const phrase = { fi: 'uusi vierailu', sv: 'nytt besök', en: 'new visit' }[language];
      await person.says(phrase);
      expect(person.texts()).toContain(question('dignitary', language));
    },
  );
});

describe('words that begin nothing', () => {
  it.each([
    'Nora',
    'no thanks',
    'no',
    'not now',
    'When does the library open?',
    'I visited Tallinn',
    'vieraan nimi',
    'besök',
    'request',
    '',
    '🙂',
    'V',
    '2026',
  ])('"%s" is answered with something useful, and nothing is stored but who it was', async (text) => {
    const before = storedRows(assistant.tables).drafts.length;
    const person = assistant.person(`Says ${text}`);
    await person.says(text);
    const { drafts } = storedRows(assistant.tables);
    expect(drafts).toHaveLength(before);
    expect(person.texts().length).toBeGreaterThan(2);
    expect(person.action('my-work')).toBeDefined();
  });

  it('what is not understood gets the three things that one can do, and where to ask', async () => {
    const person = assistant.person('Curious');
    await person.says('What is the weather like?');
    const words = wordsIn('en');
    expect(person.texts()).toContain(words.own('home.not-understood.title'));
    expect(cardText(person)).toContain(words.process('visit-request', 'begin'));
    expect(cardText(person)).toContain(words.own('actions.my-work'));
    expect(cardText(person)).toContain(words.own('actions.language'));
  });
});
