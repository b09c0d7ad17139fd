/** What follows from another answer, as a person meets it: said on the card after it, changed there by one press. */
import { LANGUAGES } from '../../../bot/domain/language/language';
import type { Answers } from '../../../bot/domain/process/answers';
import { actionsOn } from '../../fixtures/teams-person';
import { askedOn, goldenCases, walkProcess, walkToQuestion } from '../../playing/process-walk';
import { storedRows } from '../../playing/stored-rows';
import { cardText, LOCALES, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const assistant = withAssistant();
const PROCESS = 'partnership-evaluation';
const COMPANY = companyOf('go-on');

/** The answers of a golden case of a company, which nobody asks whether it is commercial. */
function companyOf(outcome: string): Answers {
  const found = goldenCases(PROCESS).find(
    ({ answers, outcome: came }) => answers['partner-kind'] === 'company' && came === outcome,
  );
  if (!found || 'commercial' in found.answers) throw new Error(`no golden case of a company that comes to ${outcome}`);
  return found.answers;
}

describe.each(LANGUAGES)('in %s, that a company is commercial', (language) => {
  const words = wordsIn(language);
  const item = (id: string, key: string) => words.process(PROCESS, `items.${id}.${key}`);
  const title = { label: item('commercial', 'label'), answer: words.own('answers.no') };
  const otherwise = words.own('walk.answer-otherwise', title);
  const filledIn = words.own('walk.filled-in', {
    label: item('commercial', 'label'),
    answer: words.own('answers.yes'),
    from: item('partner-kind', 'label'),
    said: item('partner-kind', 'choices.company'),
  });

  it('is said with the reason on the next card, and is answered otherwise there by one press', async () => {
    const person = assistant.person(`Company ${language}`, { locale: LOCALES[language] });
    await person.says(words.process(PROCESS, 'begin'));
    await walkToQuestion(person, { process: PROCESS, language, answers: COMPANY }, 'commercial-interest');
    expect(cardText(person)).toContain(filledIn);
    await person.press(otherwise);
    expect(askedOn(person)).toBe('risk');
    expect(cardText(person)).not.toContain(filledIn);
    await person.press('back');
    expect(cardText(person)).toContain(words.own('walk.given', { answer: words.own('answers.no') }));
  });

  it('stands on the summary as what follows, and in the case as an answer like any other', async () => {
    const person = assistant.person(`Sent company ${language}`, { locale: LOCALES[language] });
    let summary = '';
    const number = await walkProcess(person, {
      process: PROCESS,
      language,
      answers: COMPANY,
      atEachCard: (at) => {
        if (actionsOn(at.card()).some(({ action }) => action.verb === 'submit')) summary = cardText(at);
      },
    });
    expect(summary).toContain(words.own('answers.follows', { answer: words.own('answers.yes') }));
    const stored = storedRows(assistant.tables).cases.find((row) => row.number === number);
    expect(JSON.parse(String(stored?.answers))).toMatchObject({ commercial: true });
    await person.says(number);
    await person.press('edit-case');
    expect(cardText(person)).toContain(words.own('answers.follows', { answer: words.own('answers.yes') }));
  });
});
