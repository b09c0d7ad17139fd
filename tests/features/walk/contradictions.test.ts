import { LANGUAGES } from '../../../bot/domain/language/language';
import { actionsOn, type TeamsPerson } from '../../fixtures/teams-person';
import { answers, cardText, LOCALES, numberOn, VISITOR, walkToSummary, wordsIn } from '../../playing/visit-walk';
import { withAssistant } from '../../playing/with-assistant';

const assistant = withAssistant();

const verbsOn = (person: TeamsPerson) => actionsOn(person.card()).map(({ action }) => action.verb);
describe.each(LANGUAGES)('answers that contradict each other, in %s', (language) => {
  const words = wordsIn(language);
  const change = (label: string) => words.own('summary.change', { label: words.process('visit-request', label) });

  it('are asked about on the summary, and sent once one of them is answered anew', async () => {
    const person = assistant.person(`Two answers ${language}`, { locale: LOCALES[language] });
    await walkToSummary(person, { language });
    await person.press(change('sections.visitor'));
    await person.press('fill', { ...VISITOR, 'visitor-kind': 'sister-or-partner-city' });
    expect(cardText(person)).toContain(words.process('visit-request', 'contradictions.partner-city-or-no-partner'));
    expect(verbsOn(person)).not.toContain('submit');
    await person.says(words.own('actions.submit'));
    expect(cardText(person)).toContain(words.own('summary.unsettled'));
    await person.press(change('items.partner.label'));
    await answers(person, 'partner', true);
    expect(cardText(person)).not.toContain(words.own('summary.unsettled'));
    await person.press('submit');
    expect(numberOn(person)).toMatch(/^V-/);
  });
});
