import type { Language } from '../../../bot/domain/language/language';
import { actionsOn } from '../../fixtures/teams-person';
import { storedRows } from '../../playing/stored-rows';
import {
  BEGIN,
  cardText,
  hasInput,
  LOCALES,
  numberOn,
  PROGRAMME,
  question,
  RECEIVED,
  THEME,
  VISITOR,
  WHAT_AND_WHEN,
  walkToForm,
  walkToSummary,
  wordsIn,
} from '../../playing/visit-walk';
import { withAssistant, withSomebodyNew } from '../../playing/with-assistant';

/** What people say for each thing, in each language. */
const SAY: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fi: {
    yes: 'joo',
    no: 'ei',
    back: 'takaisin',
    save: 'tallenna',
    cancel: 'peruuta',
    continue: 'jatka',
    submit: 'lähetä',
  },
  sv: {
    yes: 'ja',
    no: 'nej',
    back: 'tillbaka',
    save: 'spara',
    cancel: 'avbryt',
    continue: 'fortsätt',
    submit: 'skicka',
  },
  en: { yes: 'Yes', no: 'nope', back: 'go back', save: 'later', cancel: 'cancel', continue: 'ok', submit: 'send it' },
};

const assistant = withAssistant();
const person = withSomebodyNew(assistant);

const card = () => cardText(person);

describe.each(['fi', 'sv', 'en'] as const)('a walk by words, in %s', (language) => {
  const say = (thing: string) => person.says(SAY[language][thing] ?? '');
  const words = wordsIn(language);

  beforeEach(() => {
    person.locale = LOCALES[language];
  });

  it('goes from the first words to the receipt with the forms alone filled in', async () => {
    await person.says(BEGIN[language]);
    for (const value of Object.values(RECEIVED)) {
      await say(value ? 'yes' : 'no');
      if (hasInput(person, 'main-theme')) await person.press('fill', WHAT_AND_WHEN);
    }
    expect(card()).toContain(words.process('visit-request', 'outcomes.receive.title'));
    await say('continue');
    for (const form of [VISITOR, PROGRAMME, THEME]) await person.press('fill', form);
    await say('no');
    await say('submit');
    expect(numberOn(person)).toMatch(/^V-2026-/);
  });

  it('steps back, leaves and comes back to the same question', async () => {
    await person.says(BEGIN[language]);
    await say('no');
    await say('back');
    expect(card()).toContain(question('dignitary', language));
    expect(card()).toContain(words.own('walk.given', { answer: words.own('answers.no') }));
    await say('no');
    await say('save');
    expect(card()).toContain(words.own('saved.title'));
    await say('yes');
    expect(card()).toContain(words.own('notice.nothing-open.title'));
    await say('continue');
    expect(card()).toContain(question('main-theme', language));
  });

  it('asks once before throwing away: "no" keeps the draft, "yes" discards it', async () => {
    await person.says(BEGIN[language]);
    await say('cancel');
    expect(card()).toContain(words.own('cancel.title'));
    await say('no');
    expect(card()).toContain(question('dignitary', language));
    await say('cancel');
    await say('submit');
    expect(card()).toContain(words.own('cancel.title'));
    await say('yes');
    expect(card()).toContain(words.own('notice.discarded.title'));
    await say('back');
    expect(card()).toContain(words.own('notice.nothing-open.title'));
  });
});

describe('buttons', () => {
  it('step back from every card to the first, which has no Back', async () => {
    await walkToSummary(person);
    let steps = 0;
    while (person.texts().includes('Back')) {
      await person.press('Back');
      steps += 1;
    }
    expect(steps).toBe(9);
    expect(card()).toContain(question('dignitary'));
  });

  it('save and leave, and the card itself leads back', async () => {
    await person.says(BEGIN.en);
    await person.press('No');
    await person.press('Save and leave');
    await person.press('Continue');
    expect(card()).toContain(question('main-theme'));
    expect(person.cards()).toHaveLength(1);
  });

  it('cancel asks, "Keep it" goes on, "Throw away" removes the draft from storage', async () => {
    await person.says(BEGIN.en);
    await person.press('Cancel');
    await person.press('Keep it');
    expect(card()).toContain(question('dignitary'));
    const mine = () => storedRows(assistant.tables).drafts.filter((row) => row.ownerName === person.member.name);
    expect(mine()).toHaveLength(1);
    await person.press('Cancel');
    await person.press('Throw away');
    expect(mine()).toHaveLength(0);
    await person.press('My cases');
    expect(card()).toContain(wordsIn('en').own('work.empty'));
  });

  it('work for an older client too, which knows only Action.Submit: the stored card is replaced', async () => {
    await person.says(BEGIN.en);
    await person.submits(person.action('No'));
    expect(card()).toContain(question('main-theme'));
    expect(person.cards()).toHaveLength(1);
    await walkToForm(person);
    await person.submits(person.action('Continue'), VISITOR);
    expect(card()).toContain(question('interests'));
  });
});

describe('words that do not fit the card', () => {
  it.each(['yes', 'continue', 'send'])('"%s" on a form shows the form again, and nothing is changed', async (text) => {
    await walkToForm(person);
    const before = storedRows(assistant.tables).drafts;
    await person.says(text);
    expect(card()).toContain(question('organisation'));
    expect(storedRows(assistant.tables).drafts).toEqual(before);
  });

  it('"send" before the end is not a submit', async () => {
    await person.says(BEGIN.en);
    await person.says('send');
    expect(card()).toContain(question('dignitary'));
    expect(storedRows(assistant.tables).cases.filter((row) => row.requesterName === person.member.name)).toEqual([]);
  });
});

describe('several drafts', () => {
  it('"continue" asks which one, where what was put aside last is not what stands open', async () => {
    for (const minute of [0, 1]) {
      assistant.setNow(`2026-03-02T09:0${minute}:00Z`);
      await person.says(BEGIN.en);
      await person.press('No');
    }
    await person.says('save');
    await person.says('continue');
    expect(card()).toContain(wordsIn('en').own('work.which'));
  });

  it('"continue" shows those put aside as a list to choose from', async () => {
    for (const [minute, answer] of ['Yes', 'No'].entries()) {
      assistant.setNow(`2026-03-02T09:0${minute}:00Z`);
      await person.says(BEGIN.en);
      await person.press(answer);
      await person.says('save');
    }
    await person.says('continue');
    expect(card()).toContain(wordsIn('en').own('work.which'));
    const rows = person.texts().filter((text) => text.startsWith('Draft'));
    expect(rows).toHaveLength(2);
    const older = actionsOn(person.card()).filter(({ action }) => action.verb === 'resume')[1];
    await person.press((action) => action === older?.action);
    expect(card()).toContain(question('dignitary-kind'));
  });

  it('a word goes to the draft that was touched last, not to the newest', async () => {
    await person.says(BEGIN.en);
    const first = person.seen();
    assistant.setNow('2026-03-02T09:03:00Z');
    await person.says(BEGIN.en);
    assistant.setNow('2026-03-02T09:04:00Z');
    await person.press('Yes', {}, { messageId: first.messageId });
    await person.says('back');
    expect(card()).toContain(wordsIn('en').own('walk.given', { answer: 'Yes' }));
  });
});
