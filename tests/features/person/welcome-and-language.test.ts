import type { Language } from '../../../bot/domain/language/language';
import { storedRows } from '../../playing/stored-rows';
import { BEGIN, cardText, LOCALES, question, walkToReceipt, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const assistant = withAssistant();
afterEach(() => expect(assistant.violations()).toEqual([]));

const THINGS = ['start', 'work', 'language'] as const;

describe.each(['fi', 'sv', 'en'] as const)('for somebody whose Teams is in %s', (language) => {
  const words = wordsIn(language);
  const locale = LOCALES[language];

  it('installing brings one short welcome with the three things that one can do', async () => {
    const person = assistant.person(`Installs ${language}`, { locale });
    await person.installs();
    expect(person.cards()).toHaveLength(1);
    expect(person.texts()).toContain(words.own('home.welcome.title'));
    for (const thing of THINGS) expect(cardText(person)).toContain(words.own(`home.things.${thing}`));
    await person.press(words.process('visit-request', 'begin'));
    expect(person.texts()).toContain(question('dignitary', language));
  });

  it.each([
    ['hello', { fi: 'moi', sv: 'hej', en: 'hi' }],
    ['help', { fi: 'ohje', sv: 'hjälp', en: 'help' }],
  ] as const)('%s is answered in the language', async (occasion, said) => {
    const person = assistant.person(`Says ${occasion} ${language}`, { locale });
    await person.says(said[language]);
    expect(person.texts()).toContain(words.own(`home.${occasion}.title`));
  });

  it('the language card offers all three, each under its own name, and the choice counts at once', async () => {
    const person = assistant.person(`Chooses from ${language}`, { locale });
    await person.says({ fi: 'kieli', sv: 'språk', en: 'language' }[language]);
    expect(person.texts()).toContain(words.own('language.title'));
    const other: Language = language === 'sv' ? 'fi' : 'sv';
    await person.press(words.own(`language.${other}`));
    expect(person.texts()).toContain(wordsIn(other).own('home.help.title'));
  });
});

describe('a language once chosen', () => {
  it('stays, whatever Teams is set to and whatever language is spoken later', async () => {
    const person = assistant.person('Decided', { locale: 'en-GB' });
    await person.says('in Swedish');
    person.locale = 'fi-FI';
    await person.says(BEGIN.en);
    expect(person.texts()).toContain(question('dignitary', 'sv'));
    await person.says('my cases');
    expect(person.texts()).toContain(wordsIn('sv').own('work.title'));
  });

  it('is remembered by a bot that has been started anew', async () => {
    const person = assistant.person('Faithful', { locale: 'en-GB' });
    await person.says('language');
    await person.press('Suomi');
    await assistant.restart();
    await person.says('hi');
    expect(person.texts()).toContain(wordsIn('fi').own('home.hello.title'));
    await person.press(wordsIn('fi').own('actions.my-work'));
    expect(person.texts()).toContain(wordsIn('fi').own('work.title'));
  });

  it('is that of the receipt, the mails and the stored case', async () => {
    const person = assistant.person('Consistent', { locale: 'en-GB' });
    await person.says('svenska');
    const number = await walkToReceipt(person, { language: 'sv' });
    expect(storedRows(assistant.tables).cases.find((row) => row.number === number)).toMatchObject({ language: 'sv' });
  });

  it('changed in the middle of a walk, the next card is in it', async () => {
    const person = assistant.person('Changing', { locale: 'en-GB' });
    await person.says(BEGIN.en);
    const { messageId } = person.seen();
    await person.says('suomeksi');
    await person.press('No', {}, { messageId });
    expect(cardText(person)).toContain(question('main-theme', 'fi'));
  });
});

describe('the first guess at a language', () => {
  it.each([
    ['sv-FI', 'sv'],
    ['SV', 'sv'],
    ['en-US', 'en'],
    ['fi', 'fi'],
    ['de-DE', 'fi'],
    ['', 'fi'],
  ] as const)('from the locale "%s" is %s', async (locale, language) => {
    const person = assistant.person(`Locale ${locale}`, { locale });
    await person.says('👋');
    expect(person.texts()).toContain(wordsIn(language).own('home.not-understood.title'));
  });

  it('does without a locale', async () => {
    const person = assistant.person('No locale');
    await person.says('👋', { activity: { locale: undefined } });
    expect(person.texts()).toContain(wordsIn('fi').own('home.not-understood.title'));
  });

  it('is not changed by a greeting, which says little, but by a sentence', async () => {
    const person = assistant.person('Polite Finn', { locale: 'fi-FI' });
    await person.says('hi');
    expect(person.texts()).toContain(wordsIn('fi').own('home.hello.title'));
    await person.says('my cases');
    expect(person.texts()).toContain(wordsIn('en').own('work.title'));
    await person.says('hi');
    expect(person.texts()).toContain(wordsIn('en').own('home.hello.title'));
  });
});

describe('other things that Teams tells', () => {
  it.each([
    ['conversationUpdate', { membersAdded: [{ id: '29:somebody' }] }],
    ['messageReaction', { reactionsAdded: [{ type: 'like' }] }],
    ['typing', {}],
    ['endOfConversation', {}],
    ['event', { name: 'application/vnd.microsoft.readReceipt', value: {} }],
  ])('%s is taken without an answer', async (type, more) => {
    const person = assistant.person(`Tells ${type}`);
    await person.says('hi');
    const cards = person.cards().length;
    const answer = await person.says('', { activity: { type, text: undefined, ...more } });
    expect(answer.status).toBe(200);
    expect(person.cards()).toHaveLength(cards);
  });

  it('an uninstall is quiet, and a new install welcomes again', async () => {
    const person = assistant.person('Comes back');
    await person.installs();
    expect((await person.uninstalls()).status).toBe(200);
    await person.installs();
    expect(person.cards()).toHaveLength(2);
  });
});
