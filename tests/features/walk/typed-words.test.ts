/** What people type and send to the assistant, as it comes from Teams. */

import { LANGUAGES } from '../../../bot/domain/language/language';
import { createUnderstanding } from '../../../bot/domain/said/understanding';
import { testContent } from '../../fixtures/content';
import type { TeamsPerson } from '../../fixtures/teams-person';
import { list, listed, newLine } from '../../playing/listed-cases';
import { startPhrases } from '../../playing/process-walk';
import { storedRows } from '../../playing/stored-rows';
import {
  BEGIN,
  cardText,
  fills,
  LOCALES,
  question,
  VISITOR,
  WHAT_AND_WHEN,
  walkToForm,
  walkToOutcome,
  walkToReceipt,
  walkToSummary,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const words = wordsIn('en');
const understand = createUnderstanding(testContent().content.phrases);

const assistant = withAssistant();
let person: TeamsPerson;
beforeEach(() => {
  person = assistant.person(expect.getState().currentTestName ?? 'nobody');
});

const card = () => cardText(person);
const drafts = () => storedRows(assistant.tables).drafts.filter((row) => row.ownerName === person.member.name);
const UNANSWERED = /I did not understand that/;

describe('a message as Teams sends it', () => {
  it.each([
    ['a mention whose entity names nobody', [{ type: 'mention', text: '<at>Bot</at>' }]],
    ['a mention whose entity has no text', [{ type: 'mention', mentioned: { id: '28:bot', name: 'Bot' } }]],
    ['no entity at all', []],
  ])('with %s is answered', async (_what, entities) => {
    await person.says('<at>Bot</at>&nbsp;<p>my cases</p>', { activity: { entities } });
    expect(card()).toContain(words.own('work.empty'));
  });
});

describe('an attachment', () => {
  const FILE = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.pdf', content: {} };

  it.each([
    ['a file', FILE],
    ['a picture', { contentType: 'image/*', contentUrl: 'https://example.org/x' }],
  ])('gets a sentence that says what to do with it: %s', async (_what, attachment) => {
    await person.says('', { activity: { attachments: [attachment] } });
    expect(person.texts()).toEqual([words.own('notice.attachment.title'), words.own('notice.attachment.text')]);
  });

  it('gets it besides the answer to the words, and leaves a walk where it is', async () => {
    await person.says(BEGIN.en);
    await person.says('yes', {
      activity: { attachments: [FILE, { contentType: 'text/html', content: '<p>yes</p>' }] },
    });
    expect(card()).toContain(question('dignitary-kind'));
    const [, notice] = person.cards();
    expect(JSON.stringify(notice)).toContain(words.own('notice.attachment.title'));
  });

  it('is not what Teams adds for the looks of a text', async () => {
    await person.says('my cases', {
      activity: { attachments: [{ contentType: 'text/html', content: '<b>my cases</b>' }] },
    });
    expect(person.cards()).toHaveLength(1);
    expect(card()).toContain(words.own('work.empty'));
  });
});

describe('the label of a choice', () => {
  it.each([
    ['en', 'Minister'],
    ['en', 'minister.'],
    ['en', 'Minster'],
    ['sv', 'Ministeri'],
    ['fi', 'ministeri'],
  ] as const)('said in %s chooses it: "%s"', async (language, label) => {
    person.locale = LOCALES[language];
    await person.says(BEGIN[language]);
    await person.says('kyllä');
    expect(card()).toContain(wordsIn(language).process('dignitary-visit', 'items.kind.question'));
    await person.says(label);
    expect(JSON.stringify(drafts())).toContain('\\"kind\\":\\"minister\\"');
    expect(drafts()).toHaveLength(1);
  });

  it('chooses it where the same words begin a process elsewhere', async () => {
    await person.says(startPhrases('network-evaluation', 'en')[0] ?? '');
    const [first] = drafts();
    await person.says('thematic network');
    expect(drafts()).toHaveLength(1);
    expect(drafts()[0]?.process).toBe(first?.process);
    expect(card()).toMatch(UNANSWERED);
  });

  it('chooses by its first words in the person’s own language', async () => {
    await person.says(BEGIN.en);
    await person.says('yes');
    await person.says('head of');
    expect(JSON.stringify(drafts())).toContain('head-of-state');
  });

  it.each(['Englanti', 'engelska', 'Finnish'])(
    '"%s", an answer of a form that got into the chat, does not change the assistant’s language',
    async (text) => {
      await walkToForm(person);
      await person.press('fill', VISITOR);
      await person.says(text);
      expect(card()).toContain(question('interests'));
      expect(card()).toMatch(UNANSWERED);
    },
  );
});

describe('in a walk', () => {
  it.each([
    ['yes please', true],
    ['kyllä kiitos', true],
    ['ja tack', true],
    ['nej tack', false],
    ['no thanks', false],
    ['ei kiitos', false],
  ])('"%s" answers', async (text, value) => {
    await person.says(BEGIN.en);
    await person.says('no');
    await fills(person, WHAT_AND_WHEN);
    await person.says(text);
    expect(JSON.stringify(drafts())).toContain(`\\"in-time\\":${value}`);
  });

  it.each(['undo', 'kumoa', 'ångra'])('"%s" is Back', async (text) => {
    await person.says(BEGIN.en);
    await person.says('no');
    await person.says(text);
    expect(card()).toContain(question('dignitary'));
  });

  it.each(['en tiedä', 'vet inte', "I don't know"])('"%s" is told what to do, and the question stays', async (text) => {
    await person.says(BEGIN.en);
    await person.says(text);
    expect(card()).toContain(question('dignitary'));
    expect(card()).toContain(words.own('walk.not-sure'));
  });

  it.each([
    'tack',
    'sent',
    'Peru',
    'perhaps',
    'we have a new visit request from somewhere',
    'continue',
    'send',
    '🙂',
    'takasin',
  ])('"%s" shows the question again with the words that count', async (text) => {
    await person.says(BEGIN.en);
    await person.says('no');
    await fills(person, WHAT_AND_WHEN);
    const before = drafts();
    await person.says(text);
    expect(card()).toContain(question('in-time'));
    expect(card()).toContain('Yes, No, Back, Save and leave, Cancel, Help');
    expect(drafts()).toEqual(before);
  });

  it('the words that count stand on every kind of card, and do count', async () => {
    const seen: string[] = [];
    for (const [at, to] of [walkToOutcome, walkToForm, walkToSummary].entries()) {
      person = assistant.person(`At card ${at}`);
      await to(person);
      await person.says('something else');
      expect(card()).toMatch(UNANSWERED);
      seen.push(/(?:work here|with): ([^.]+)\./.exec(card())?.[1] ?? '');
    }
    await person.says('cancel');
    await person.says('something else');
    expect(card()).toContain(words.own('cancel.title'));
    seen.push(/(?:work here|with): ([^.]+)\./.exec(card())?.[1] ?? '');
    expect(seen).toEqual([
      'Continue, Back, Save and leave, Cancel, Help',
      'Back, Save and leave, Cancel, Help',
      'Send, Back, Save and leave, Cancel, Help',
      'Yes, No',
    ]);
  });

  it.each(LANGUAGES)('each of them is a command in %s', (language) => {
    const own = wordsIn(language);
    const all = [
      ...(['actions.back', 'actions.save', 'actions.cancel', 'actions.continue', 'actions.submit'] as const),
      ...(['answers.yes', 'answers.no', 'walk.help-word'] as const),
    ];
    for (const key of all) expect([key, understand(own.own(key), language)?.kind]).toEqual([key, 'command']);
  });

  it('a draft that was put aside is no walk: the start card helps', async () => {
    await person.says(BEGIN.en);
    await person.says('save');
    await person.says('something else');
    expect(card()).toContain(words.own('home.not-understood.title'));
  });

  it('other things can be asked for, and another matter begun', async () => {
    await person.says(BEGIN.en);
    await person.says('help');
    expect(card()).toContain(words.own('home.help.title'));
    await person.says(BEGIN.en);
    await person.says('yes');
    await person.says('new event proposal');
    expect(drafts()).toHaveLength(2);
  });
});

describe('a case by its number', () => {
  it('with any dash is shown to whoever has a part in it', async () => {
    const number = await walkToReceipt(person);
    for (const dash of ['‐', '‑', '‒', '–', '−']) {
      await person.says('hi');
      await person.says(number.replaceAll('-', dash));
      expect(card()).toContain(number);
    }
    const stranger = assistant.person('Stranger to it');
    await stranger.says(number);
    expect(cardText(stranger)).toContain(words.own('notice.no-such-case.title'));
  });

  it.each(['V-2026-9999', 'V–2026–9999', 'search V-2026-9999'])('that nobody has is said so: "%s"', async (text) => {
    await person.says(text);
    expect(card()).toContain(words.own('notice.no-such-case.title'));
    expect(card()).not.toContain(words.own('notice.gone.title'));
  });
});

it('a city is found by its name in another language, a country by what people call it', async () => {
  const requester = { id: person.member.aadObjectId, name: 'Sending Person' };
  const seoul = newLine({ organisation: 'Seoul Metropolitan Council', country: 'KR', requester });
  const ankara = newLine({ organisation: 'Board of Ankara', country: 'TR', requester });
  await list(assistant, [seoul, ankara]);
  for (const [text, number] of [
    ['etsi Soul', seoul.number],
    ['search Turkey', ankara.number],
    ['sök Turkiet', ankara.number],
  ] as const) {
    await person.says(text);
    expect([text, listed(person)]).toEqual([text, [number]]);
  }
});
